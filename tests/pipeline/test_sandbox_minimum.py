"""A run asks for its sandbox before anything is made, and says which level held its programs."""

import os
from pathlib import Path

import pytest
from rich.console import Console

from filters.sandbox.levels import FORCED, MINIMUM, SandboxLevel
from filters.sandbox.run import level
from gristmill.funnel import overview
from pipeline.errors import UserError
from pipeline.recipe import Recipe, check
from pipeline.sandbox import lacking
from pipeline.synth import synth


def recipe(family: str, minimum: str = "confined") -> Recipe:
    return check(
        {
            "name": "run",
            "work_shards": 1,
            "seeds": {"sources": [{"kind": "procedures", "count": 3}]},
            "teacher": {"families": {family: {}}},
            "sandbox": {"minimum": minimum},
        }
    )


def test_the_default_minimum_is_confined() -> None:
    data = recipe("arithmetic").resolved()
    del data["sandbox"]
    assert check(data).sandbox.minimum is SandboxLevel.CONFINED


def test_a_machine_below_the_minimum_is_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FORCED, "limits")
    with pytest.raises(UserError, match=r"level confined or above, and here there is only limits .*trace_program$"):
        synth(recipe("trace_program"), tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert lacking(recipe("trace_program")) and not lacking(recipe("arithmetic"))


@pytest.mark.parametrize("minimum", ["confined", "limits"])
def test_the_manifest_and_the_screen_say_the_level(
    minimum: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FORCED, minimum)
    manifest = synth(recipe("trace_program", minimum), tmp_path / "out")
    assert manifest["sandbox"] == {"level": minimum, "landlock": level().landlock, "namespaces": []}
    console = Console(record=True, width=200, file=open(os.devnull, "w"))  # noqa: SIM115, PTH123
    console.print(overview(manifest))
    assert f"Programs ran in the sandbox at level {minimum}" in console.export_text()
    assert MINIMUM not in os.environ


def test_a_run_without_programs_says_nothing_of_a_sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FORCED, "limits")
    assert synth(recipe("arithmetic"), tmp_path / "out")["sandbox"] is None
