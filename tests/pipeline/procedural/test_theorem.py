from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from pipeline.teachers.procedural.solving.theorems_of_figures import Polygon
from pipeline.teachers.procedural.words.theorem_names import THEOREMS
from tests.pipeline.procedural.contract import holds

ROOTS = {"kind": "roots", "coefficients": [6, -5, 1], "want": "squares"}
RESTS = {"kind": "rests", "moduli": [3, 5], "rests": [2, 3]}


def test_contract() -> None:
    holds("theorem", distinct=0.99)


def test_every_kind_has_its_theorem() -> None:
    assert set(family("theorem").kinds) == set(THEOREMS)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("args", "response", "reason"),
    [
        (ROOTS, "Answer: Vieta's formulas; 13", ""),
        (ROOTS, "答案：韦达定理；13", ""),
        (ROOTS, "5 × 5 - 2 × 6 = 12\nAnswer: Vieta's formulas; 13", "wrong_step"),
        (ROOTS, "Answer: Vieta's formulas; 25", "wrong_value"),
        (ROOTS, "Answer: triangle inequality; 13", "wrong_theorem"),
        (ROOTS, "Answer: 13", "no_answer"),
        (RESTS, "Answer: The Chinese Remainder Theorem; 8", ""),
        (RESTS, "Answer: Chinese remainder theorem; 23", "wrong_value"),
    ],
)
def test_name_and_number_are_both_judged(args: dict[str, Any], response: str, reason: str) -> None:
    assert check("theorem", args, response).reason == reason


@given(st.integers(4, 8), st.randoms(use_true_random=False))
def test_a_convex_polygon_has_no_angle_beyond_a_straight_one(sides: int, rng: Random) -> None:
    known = Polygon.angles(rng, sides)
    assert all(0 < angle < 180 for angle in [*known, (sides - 2) * 180 - sum(known)])


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("theorem", ROOTS, text)
    check("theorem", RESTS, f"Answer: Chinese remainder theorem; {text}")
