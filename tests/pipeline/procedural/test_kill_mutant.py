from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.verify import check, check_many
from pipeline.teachers.procedural.registry import family
from pipeline.teachers.procedural.solving.tests_of_mutants import cases, cover
from tests.pipeline.procedural.contract import holds

SOURCE = "def sum_ages(ages):\n    ages = [n for n in ages if n > 3]\n    return sum(ages)"
ARGS: dict[str, Any] = {
    "name": "sum_ages",
    "input": "numbers",
    "source": SOURCE,
    "mutants": [[2, "    ages = [n for n in ages if n >= 3]"], [2, "    ages = [n for n in ages if n > 4]"]],
    "most": 2,
}


def test_contract() -> None:
    holds("kill_mutant")


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("assert sum_ages([3, 4, 9]) == 13", ""),
        ("assert sum_ages([3]) == 0\n# and\nassert 4 == sum_ages([4]), 'four'", ""),
        ("assert sum_ages([3, 4]) == 4.0", ""),
        ("assert sum_ages([3, 4]) == 7", "wrong_value"),
        ("assert sum_ages([3, 4]) == (4,)", "wrong_value"),
        ("assert sum_ages([4, 9]) == 13", "mutant_survives"),
        ("assert sum_ages([3]) == 0\n" * 3, "too_many"),
        ("assert sum_age([3, 4]) == 4", "wrong_form"),
        ("assert not sum_ages([3])", "wrong_form"),
        ("assert sum_ages([2 + 1, 4]) == 4", "wrong_form"),
        ("assert sum_ages([3, 4]) == {[]: 1}", "wrong_form"),
        ("assert sum_ages((3, 4)) == 4", "wrong_input"),
        ("assert sum_ages([3.5, 4]) == 7.5", "wrong_input"),
        ("assert sum_ages([True]) == 0", "wrong_input"),
        ("import os\nassert sum_ages([3, 4]) == 4", "not_an_assert"),
        ("assert sum_ages([3, 4] == 4", "no_python"),
        ("assert sum_ages([" + "3, " * 2000 + "4]) == 4", "too_long"),
        ("print(sum_ages([3, 4]))", "no_asserts"),
        ("# assert", "no_asserts"),
    ],
)
def test_answers(code: str, reason: str) -> None:
    assert check("kill_mutant", ARGS, f"```python\n{code}\n```").reason == reason


def test_a_mutant_that_raises_is_told() -> None:
    broken = {**ARGS, "mutants": [[3, "    return sum(ages) // 0"]], "most": 1}
    assert check("kill_mutant", broken, "```python\nassert sum_ages([]) == 0\n```").passed
    assert "raises an exception" in family("kill_mutant").solve(broken, "en").text


def test_functions_that_do_not_run_are_no_task() -> None:
    for line in ("    return (", "    return object()", "    raise SystemExit"):
        unclear = {**ARGS, "source": SOURCE.replace("    return sum(ages)", line), "mutants": ARGS["mutants"][:1]}
        assert not check("kill_mutant", unclear, "```python\nassert sum_ages([3, 4]) == 4\n```").passed


def test_one_input_tells_both_mutants() -> None:
    found = cases("sum_ages", "numbers", SOURCE, ARGS["mutants"])
    chosen = cover(found, 2)
    assert chosen is not None and len(chosen) <= 2
    assert cover([case for case in found if 0 not in case.kills], 2) is None


@settings(max_examples=5)
@given(st.lists(st.text(), min_size=20, max_size=20))
def test_no_text_makes_the_checker_raise(texts: list[str]) -> None:
    codes = [f"```\nassert sum_ages({text}) == 4\n```" for text in texts]
    codes += [f"```\nassert sum_ages([3, 4]) == {text!r}\n```" for text in texts]
    assert not any(verdict.passed for verdict in check_many("kill_mutant", [(ARGS, code) for code in [*texts, *codes]]))
