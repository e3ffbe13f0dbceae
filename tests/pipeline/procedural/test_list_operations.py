import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds

ARGS = {"kind": "numbers", "items": [5, 8, 8, 3], "operations": [["unique", None], ["swap", [1, 3]]], "form": 0}
WORDS = {
    "kind": "words",
    "items": ["pear", "fig"],
    "operations": [["mirror", None], ["insert", [2, "kiwi"]]],
    "form": 1,
}


def test_contract() -> None:
    holds("list_operations")


def test_worked_by_hand() -> None:
    assert family("list_operations").solve(ARGS, "en").answer == "3, 8, 5"
    assert family("list_operations").solve(WORDS, "zh").answer == "raep, kiwi, gif"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("Answer: 3, 8, 5", ""),
        ("Answer: [3, 8, 5].", ""),
        ("答案：3，8，5", ""),
        ("Answer: 5, 8, 3", "wrong_order"),
        ("Answer: 3, 8", "wrong_length"),
        ("Answer: 3, 8, 6", "item_missing"),
        ("Answer:", "no_answer"),
    ],
)
def test_answers(answer: str, reason: str) -> None:
    assert check("list_operations", ARGS, answer).reason == reason


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("list_operations", ARGS, text)
    assert not check("list_operations", WORDS, f"Answer: {text}, 1").passed
