import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from tests.pipeline.procedural.contract import holds

_BASE = {"language": "en", "setting": "", "target": "", "several": False}
QUIZ = [
    {"subject": "capitals", "question": {**_BASE, "ask": "capital", "items": ["Peru"]}, "claim": "Lima"},
    {"subject": "elements", "question": {**_BASE, "ask": "symbol", "items": ["iron"]}, "claim": "Ir"},
    {"subject": "film_music", "question": {**_BASE, "ask": "interval", "items": ["C–E"]}, "claim": "major third"},
]


def test_contract() -> None:
    holds("close_book")


@pytest.mark.parametrize(
    ("ask", "answer"), [("each", "true, false, right"), ("count", "2"), ("right", "1, 3"), ("wrong", "2")]
)
def test_marks(ask: str, answer: str) -> None:
    args = {"ask": ask, "quiz": QUIZ}
    assert check("close_book", args, f"So.\nAnswer: {answer}").passed
    assert not check("close_book", args, f"Answer: {answer}, 4").passed


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("close_book", {"ask": "each", "quiz": QUIZ}, text).passed
