"""Every built-in family has a checker that stands on its own, and a place in the category tree."""

import ast
import importlib
from collections import Counter
from pathlib import Path

import pytest

import filters
from filters.verify import check, check_many, checkers
from pipeline.teachers.procedural.registry import BUILT_IN, family, family_class
from prompts.tree import require, top_level, top_of

FILTERS = Path(filters.__file__).parent
LEAST_FAMILIES = 2


def imported(source: str) -> set[str]:
    """The full names of the modules that a source file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            found.add(node.module or "")
    return found


def test_imports_are_found_wherever_they_stand() -> None:
    source = "import a.b\ndef f():\n    from c.d import e\n    if f:\n        import g as h, i"
    assert imported(source) == {"a.b", "c.d", "g", "i"}


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_family_has_its_checker_and_its_category(name: str) -> None:
    subject = family(name)
    assert subject.id == name
    assert subject.checker in checkers()
    assert require(subject.category) == subject.category


def test_every_top_level_category_has_families() -> None:
    held = Counter(top_of(family_class(name).category) for name in BUILT_IN)
    assert {top: held[top] for top in top_level() if held[top] < LEAST_FAMILIES} == {}


@pytest.mark.parametrize("path", sorted(FILTERS.rglob("*.py")), ids=lambda path: str(path.relative_to(FILTERS)))
def test_nothing_in_filters_knows_the_pipeline(path: Path) -> None:
    above = {"pipeline", "trainer", "evaluation", "gristmill"}
    assert {name for name in imported(path.read_text(encoding="utf-8")) if name.split(".")[0] in above} == set()


@pytest.mark.parametrize("checker", checkers())
def test_every_module_of_the_package_is_a_checker(checker: str) -> None:
    assert callable(importlib.import_module(f"filters.verify.{checker}").check)


def test_an_unknown_checker_is_named_with_those_there_are() -> None:
    with pytest.raises(KeyError, match=r"unknown checker 'answer'; known: .*arithmetic"):
        check("answer", {}, "")


def test_checking_in_bulk_says_the_same_as_one_by_one() -> None:
    items = [({"expression": "2 + 3"}, response) for response in ("Answer: 5", "Answer: 6", "five", "")]
    assert check_many("arithmetic", items) == [check("arithmetic", *item) for item in items]
