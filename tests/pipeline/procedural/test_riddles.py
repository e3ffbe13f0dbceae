from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from tests.pipeline.procedural.contract import holds

ARGS = {
    "ask": "riddle",
    "items": ["comb", "saw", "knife"],
    "target": "I have teeth but never bite; I am useful for cutting",
}


def test_contract() -> None:
    holds("riddles")


def test_all_clues_must_fit() -> None:
    assert check("riddles", ARGS, "Answer: a saw").passed
    assert check("riddles", ARGS, "Answer: comb").reason == "wrong_answer"
    assert check("riddles", {**ARGS, "ask": "out"}, "Answer: comb, knife").passed
    assert check("riddles", {**ARGS, "items": ["comb", "bed"]}, "Answer: comb").reason == "unclear_task"


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("riddles", ARGS, text).passed or "saw" in text
