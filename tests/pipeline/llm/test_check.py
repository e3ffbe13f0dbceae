"""Mistakes of a language-model recipe are told before anything is paid."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import UserError
from pipeline.recipe import Recipe, check
from pipeline.synth import synth
from pipeline.teachers.llm import check as checking
from pipeline.teachers.llm.check import lacking, mistakes

ENDPOINT = {"kind": "endpoint", "url": "http://127.0.0.1:9/v1", "model": "m"}


def recipe(teacher: dict[str, Any] | None = None, **more: Any) -> Recipe:
    engines = {"engines": {"local": ENDPOINT}}
    seeds = {"sources": [{"kind": "procedures", "count": 4}]}
    return check({"name": "llm", "seeds": seeds, "teacher": {"kind": "llm", **engines, **(teacher or {})}, **more})


@pytest.mark.parametrize(
    ("templates", "sentence"),
    [
        ({"generate": ["generate/persons"]}, "teacher.templates.generate: 'generate/persons' is not known; templates"),
        ({"generate": ["evolve/deepen"]}, "'evolve/deepen' is a template of evolve; templates of generate:"),
        ({"respond": ["respond/general.en"]}, "names a language; leave it out: respond/general"),
        ({"respond": []}, "teacher.templates.respond: the list is empty"),
        ({"critique": ["critique/compare"]}, "critique has no template in language 'en'"),
        ({"generate": ["generate/magpie"]}, "teacher.engines.local: generate/magpie sends no prompt"),
    ],
)
def test_templates_that_cannot_be_used_are_named(templates: dict[str, list[str]], sentence: str) -> None:
    assert sentence in "\n".join(mistakes(recipe({"templates": templates})))


def test_a_good_recipe_has_no_mistakes() -> None:
    engines = {"engines": {"local": {**ENDPOINT, "user_turn": "<|im_start|>user\n", "extra": {"top_k": 20}}}}
    assert mistakes(recipe()) == lacking(recipe()) == []
    assert mistakes(recipe({**engines, "templates": {"generate": ["generate/magpie"]}})) == []


def test_a_folder_of_templates_that_is_wrong_is_one_sentence(tmp_path: Path) -> None:
    (found,) = mistakes(recipe({"prompts": str(tmp_path / "nothing")}))
    assert found.startswith("teacher.prompts:") and "no templates" in found
    (tmp_path / "generate").mkdir()
    (tmp_path / "generate" / "mine.en.j2").write_text("no front matter")
    (found,) = mistakes(recipe({"prompts": str(tmp_path)}))
    assert "mine.en.j2" in found and "front matter" in found


def test_a_language_without_templates_is_named(tmp_path: Path) -> None:
    shipped = Path(__file__).parents[3] / "prompts" / "templates" / "respond" / "general.en.j2"
    (tmp_path / "respond").mkdir()
    text = shipped.read_text().replace("respond/general.en", "respond/mine_in_english.en")
    (tmp_path / "respond" / "mine_in_english.en.j2").write_text(text)
    teacher = {"prompts": str(tmp_path), "templates": {"respond": ["respond/mine_in_english"]}}
    (found,) = mistakes(recipe(teacher))
    assert "respond has no template in language 'zh'" in found
    assert mistakes(recipe(teacher, generate={"languages": {"en": 1}})) == []


def test_what_the_machine_lacks_is_told_before_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRISTMILL_TEST_KEY", raising=False)
    monkeypatch.setattr(checking, "find_spec", lambda name: None)
    engines: dict[str, Any] = {
        "hosted": {**ENDPOINT, "key_variable": "GRISTMILL_TEST_KEY"},
        "here": {"kind": "vllm", "model": "m"},
        "before": {"kind": "replay", "calls": str(tmp_path / "calls"), "identity": "m"},
        "idle": {**ENDPOINT, "key_variable": "GRISTMILL_TEST_KEY"},
    }
    steps = {"generate": "hosted", "evolve": "hosted", "respond": "here", "critique": "before"}
    made = recipe({"engines": engines, "steps": steps})
    before, here, hosted = lacking(made)
    assert "no folder" in before and "gristmill[vllm]" in here and "GRISTMILL_TEST_KEY is empty" in hosted
    with pytest.raises(UserError, match="gristmill\\[vllm\\]"):
        synth(made, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    monkeypatch.setenv("GRISTMILL_TEST_KEY", "k")
    assert len(lacking(made)) == 2
