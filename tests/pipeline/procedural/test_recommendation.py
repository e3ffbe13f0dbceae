from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from tests.pipeline.procedural.contract import holds

ARGS = {
    "catalogue": [
        {"name": "Fjord", "price": 90, "rating": 41, "offers": ["a pool", "parking"]},
        {"name": "Grove", "price": 70, "rating": 39, "offers": ["a pool"]},
        {"name": "Lotus", "price": 60, "rating": 48, "offers": ["a gym", "parking"]},
        {"name": "Tulip", "price": 120, "rating": 49, "offers": ["a pool", "a gym"]},
    ],
    "budget": 100,
    "wishes": ["a pool"],
    "refused": [],
    "rule": "rated",
    "wanted": 1,
}


def test_contract() -> None:
    holds("recommendation")


def test_wishes_come_before_the_rule() -> None:
    assert check("recommendation", ARGS, "Answer: Fjord").passed
    assert check("recommendation", ARGS, "Answer: Tulip").reason == "wrong_answer"
    assert check("recommendation", {**ARGS, "rule": "cheapest", "wanted": 2}, "Answer: Grove, Fjord").passed
    assert check("recommendation", {**ARGS, "refused": ["parking"]}, "Answer: Grove").passed


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("recommendation", ARGS, text).passed
