import ast
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.verify import check_many
from pipeline.teachers.procedural.solving.exercises import exercises
from pipeline.teachers.procedural.solving.faults import faults, replaced
from tests.pipeline.procedural.contract import holds

SOURCE = """\
def leap(a, b=1):
    if a > b and not b:
        return max(a, b)[1:]
    return a.find(b)  # a comment"""
ARGS: dict[str, Any] = {
    "module": "calendar",
    "name": "isleap",
    "faulty": "def isleap(year):\n    x = 0\n    return year % 4 == 0 or (year % 100 != 0 or year % 400 == x)",
    "calls": [["(1900,)", "False"], ["(2000,)", "True"]],
    "lines": 1,
}
RIGHT = "return year % 4 == 0 and (year % 100 != 0 or year % 400 == x)"


def test_contract() -> None:
    holds("repair_fault", slips_per_kind=100)


def test_faults_change_one_line_and_compile() -> None:
    found = faults(SOURCE)
    assert {(fault.number, fault.line.strip(), fault.what) for fault in found} >= {
        (2, "if a >= b and not b:", "comparison"),
        (2, "if a > b or not b:", "connective"),
        (2, "if not (a > b and not b):", "condition"),
        (3, "return min(a, b)[1:]", "function called"),
        (3, "return max(b, a)[1:]", "order of the arguments"),
        (3, "return max(a, b)[:1]", "slice"),
        (3, "return max(a, b)[0:]", "number"),
        (4, "return a.rfind(b)  # a comment", "method"),
    }
    for fault in found:
        assert fault.line != SOURCE.splitlines()[fault.number - 1]
        ast.parse(replaced(SOURCE, fault.number, fault.line))


def test_every_fault_of_an_exercise_shows() -> None:
    assert len(exercises()) > 100
    for exercise in exercises():
        assert len(exercise.calls) == len(exercise.results)
        for planted in exercise.planted:
            assert exercise.wrong(planted.outcomes)
            if planted.partner is not None:
                assert exercise.planted[planted.partner].fault.number != planted.fault.number


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (f"{RIGHT}  # line 3", ""),
        (f"    {RIGHT} #Line 3", ""),
        (ARGS["faulty"].replace("4 == 0 or", "4 == 0 and"), ""),
        (f"{RIGHT}  # line 2", "wrong_result"),
        (f"{RIGHT}  # line 9", "no_number"),
        (RIGHT, "no_number"),
        (f"x = 0  # line 2\n{RIGHT}  # line 3", ""),
        (f"x = 1  # line 2\n{RIGHT}  # line 3", "too_many_changes"),
        ("return year % 4 == 0 or (year % 100 != 0 or year % 400 == x)  # line 3", "unchanged"),
        ("return year % 4 != 0 and year  # line 3", "wrong_result"),
        ("return (  # line 3", "program_error"),
        ("while True: pass  # line 3", "program_timeout"),
        ("raise SystemExit  # line 3", "no_result"),
        ("print('[')  # line 3", "no_result"),
        (ARGS["faulty"] + "\n    pass", "too_many_changes"),
    ],
)
def test_answers(block: str, reason: str) -> None:
    (verdict,) = check_many("repair_fault", [(ARGS, f"So:\n```python\n{block}\n```")])
    assert verdict.reason == reason


@settings(max_examples=5)
@given(st.lists(st.text(), min_size=40, max_size=40))
def test_no_text_makes_the_checker_raise(texts: list[str]) -> None:
    responses = [*texts, *(f"```python\n{text}  # line 3\n```" for text in texts)]
    assert not any(v.passed for v in check_many("repair_fault", [(ARGS, response) for response in responses]))
