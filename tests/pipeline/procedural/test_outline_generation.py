from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds

ARGS: dict[str, Any] = {
    "opening": "Ada has plans.",
    "paragraphs": [[0, "the budget", ["rent", "prizes"]], [1, "safety", ["first aid", "fire exits"]]],
    "levels": 2,
}
RIGHT = "1. Budget\n   1.1 rent\n   1.2 prizes\n2. Safety\n   2.1 first aid\n   2.2 fire exits"


def test_contract() -> None:
    holds("outline_generation")


def test_the_solver_numbers_topics_and_points() -> None:
    assert family("outline_generation").solve(ARGS, "en").text == RIGHT


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        (RIGHT, ""),
        (RIGHT.replace("1. Budget", "**1. The budget**").replace("   ", ""), ""),
        (RIGHT.replace("rent", "rents"), "wrong_heading"),
        (RIGHT.replace("2.2 fire exits", ""), "wrong_count"),
        (RIGHT.replace("1.2", "1.3"), "wrong_number"),
        ("1. Budget\n2. Safety", "wrong_number"),
        ("Outline:\n" + RIGHT, "wrong_number"),
        ("", "no_answer"),
    ],
)
def test_lines_are_compared(response: str, reason: str) -> None:
    assert check("outline_generation", ARGS, response).reason == reason


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("outline_generation", ARGS, text).passed
