from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.words.phenomena import CAUSES
from tests.pipeline.procedural.contract import holds

ARGS = {
    "ask": "cause",
    "items": ["a log floats on the river"],
    "target": "A) yeast gives off gas as it feeds on sugar; B) a fluid pushes upward on what is in it",
}


def test_contract() -> None:
    holds("phenomenon")


def test_a_letter_is_wanted() -> None:
    assert check("phenomenon", ARGS, "It floats.\nAnswer: B").passed
    assert check("phenomenon", ARGS, "Answer: (b)").passed
    assert check("phenomenon", ARGS, "Answer: A").reason == "wrong_answer"
    assert not check("phenomenon", ARGS, "Answer: B, A").passed


def test_both_tables_agree_on_every_phenomenon() -> None:
    for cause in CAUSES:
        for language, effects in cause.effects.items():
            for effect in effects:
                args = {"ask": "cause", "items": [effect], "target": f"A) {cause.text[language]}"}
                assert check("phenomenon", args, "Answer: A").passed, effect


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("phenomenon", ARGS, text).passed or "b" in text.lower()
