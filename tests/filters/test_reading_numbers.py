from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.reading.plain_number import plain_number
from filters.reading.steps import broken_step


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", Fraction(12)),
        ("-3/4.", Fraction(-3, 4)),
        ("**1,200**", Fraction(1200)),
        ("−0.5", Fraction(-1, 2)),
        ("１２。", Fraction(12)),
        ("3/0", None),
        ("3 or 4", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_a_number_alone_is_read(text: str, value: Fraction | None) -> None:
    assert plain_number(text) == value


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("2 × 3 = 6\n6 ÷ 4 = 3/2", ""),
        ("Pairs: 5 × 4 ÷ 2 = 11", "5 × 4 ÷ 2 = 11"),
        ("和：1 + 2 = 4", "1 + 2 = 4"),
        ("3! = 7\nx + 1 = 3", ""),
        ("1 ÷ 0 = 3", ""),
        ("5 - (-4) = 9", ""),
    ],
)
def test_steps_of_plain_numbers_must_hold(text: str, broken: str) -> None:
    assert broken_step(text) == broken


@given(st.text() | st.text("0123456789+-×÷=()/. :\n"))
def test_no_text_makes_the_readers_raise(text: str) -> None:
    plain_number(text)
    broken_step(text)
