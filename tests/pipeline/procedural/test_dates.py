from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from filters.verify.dates import day_number
from tests.pipeline.procedural.contract import holds

AFTER = {"kind": "after", "today": [2024, 2, 20], "weeks": 1, "days": 3, "ago": False, "want": "date"}
DEADLINE = {"kind": "deadline", "today": [2024, 3, 15], "days": 2, "holidays": [[2024, 3, 18]]}
CLOCK = {"kind": "clock", "today": [2024, 3, 15], "zones": [8, -5], "time": [7, 30], "travel": [0, 0]}


def test_contract() -> None:
    holds("dates", distinct=0.99)


@pytest.mark.parametrize(
    ("args", "response", "reason"),
    [
        (AFTER, "Answer: 1 March 2024", ""),
        (AFTER, "Answer: Friday, March 1st, 2024.", ""),
        (AFTER, "答案：2024年3月1日", ""),
        (AFTER, "Answer: 2024-03-01", ""),
        (AFTER, "Answer: 2 March 2024", "wrong_value"),
        (AFTER, "Answer: 30 February 2024", "wrong_value"),
        (AFTER, "Answer: Friday", "no_answer"),
        ({**AFTER, "want": "weekday"}, "答案：周五", ""),
        ({**AFTER, "want": "weekday"}, "Answer: Thursday", "wrong_value"),
        (DEADLINE, "Answer: 20 March 2024", ""),
        (DEADLINE, "Answer: 19 March 2024", "wrong_value"),
        (CLOCK, "Answer: Thursday 18:30", ""),
        (CLOCK, "答案：星期四18:30", ""),
        (CLOCK, "Answer: Friday 18:30", "wrong_value"),
        (CLOCK, "Answer: 18:30", "no_answer"),
    ],
)
def test_dates_are_judged_in_any_usual_form(args: dict[str, Any], response: str, reason: str) -> None:
    assert check("dates", args, response).reason == reason


@given(st.dates())
def test_the_day_count_agrees_with_the_calendar(day: date) -> None:
    assert day_number([day.year, day.month, day.day]) == day.toordinal() - 1


@given(st.text() | st.text("0123456789-年月日: ,", max_size=20))
def test_no_text_makes_the_checker_raise(text: str) -> None:
    for args in (AFTER, DEADLINE, CLOCK, {**AFTER, "want": "weekday"}):
        check("dates", args, text)
        check("dates", args, f"Answer: {text}")
