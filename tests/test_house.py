"""The house: what may load what, and that our packages are ours wherever a user stands."""

import subprocess
import sys
from pathlib import Path

import pytest

PACKAGES = ("gristmill", "prompts", "filters", "pipeline", "trainer", "evaluation")


def python(code: str, cwd: Path | None = None) -> str:
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return done.stdout


def loaded_after(code: str) -> set[str]:
    return set(python(f"{code}\nimport sys; print(' '.join(sys.modules))").split())


def test_the_trainer_loads_no_beam() -> None:
    assert "apache_beam" not in loaded_after("import trainer, trainer.train, trainer.sft, trainer.generate")


@pytest.mark.parametrize("arguments", [["--help"], ["synth", "--help"], ["train", "--help"]])
def test_help_loads_neither_torch_nor_beam(arguments: list[str]) -> None:
    code = f"""
import sys
sys.argv = ["gristmill", *{arguments!r}]
from gristmill.cli import main
try:
    main()
except SystemExit as end:
    assert not end.code
"""
    assert {"torch", "apache_beam"}.isdisjoint(loaded_after(code))


def test_filters_need_neither_torch_nor_beam() -> None:
    assert {"torch", "apache_beam"}.isdisjoint(loaded_after("import filters.verify, filters.rules, filters.clusters"))


def test_folders_of_the_user_with_our_names_do_not_shadow_ours(tmp_path: Path) -> None:
    """Two worker processes, started beside folders named like our packages."""
    for package in PACKAGES:
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").write_text("raise SystemExit('a decoy was imported')\n")
    (tmp_path / "recipe.yaml").write_text(
        "name: tiny\nwork_shards: 2\nseeds: {sources: [{kind: procedures, count: 40}]}\n"
        "teacher: {families: {arithmetic: {}}}\n"
    )
    command = [sys.executable, "-P", "-c", "from gristmill.cli import main; main()"]
    done = subprocess.run(
        [*command, "synth", "recipe.yaml", "--out", "out", "--workers", "2"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert "a decoy was imported" not in done.stderr
    assert (tmp_path / "out" / "manifest.json").exists()
