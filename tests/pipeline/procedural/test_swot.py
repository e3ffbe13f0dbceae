from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.words.swot_facts import FACTS
from tests.pipeline.procedural.contract import holds

ARGS = {"ask": "each", "group": "", "facts": ["our website is out of date", "tourists have discovered the region"]}


def test_contract() -> None:
    holds("swot")


def test_letters_or_words() -> None:
    assert check("swot", ARGS, "Answer: W, O").passed
    assert check("swot", ARGS, "Answer: weakness, opportunity").passed
    assert check("swot", ARGS, "Answer: T, O").reason == "wrong_answer"
    assert check("swot", {**ARGS, "ask": "list", "group": "S"}, "Answer: none").passed


def test_both_sides_agree_on_every_fact() -> None:
    for letter, texts in FACTS.items():
        for group in texts.values():
            for fact in group:
                assert check("swot", {**ARGS, "facts": [fact.format(number=7)]}, f"Answer: {letter}").passed, fact


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("swot", ARGS, text).passed
