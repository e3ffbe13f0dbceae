import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from pipeline.teachers.procedural.words.polish_words import FRAMES, WORDY
from tests.pipeline.procedural.contract import holds

EN = {
    "text": "In order to buy a very old lamp we we left. A large number of of guests came.",
    "replace": [["in order to", "to"], ["a large number of", "many"], ["prior to", "before"]],
    "drop": ["very", "quite"],
    "rules": ["repeats", "articles"],
}
ZH = {
    "text": "为了能够买到苹果，小明其实排了队排了队。",
    "replace": [["为了能够", "为了"]],
    "drop": ["其实"],
    "rules": ["repeats"],
}


def test_contract() -> None:
    holds("polishing")


@pytest.mark.parametrize(
    ("language", "args", "text"),
    [
        ("en", {**EN, "text": EN["text"].replace("of of", "of")}, "To buy an old lamp we left. Many guests came."),
        ("zh", ZH, "为了买到苹果，小明排了队。"),
    ],
)
def test_solver_and_checker_write_the_same(language: str, args: dict[str, object], text: str) -> None:
    assert family("polishing").solve(args, language).text == text
    assert check("stated_edits", args, text).passed


def test_a_doubled_word_is_made_single_before_phrases_are_read() -> None:
    assert check("stated_edits", EN, "To buy an old lamp we left. Many guests came.").passed
    assert not check("stated_edits", EN, "To buy an old lamp we left. Many of guests came.").passed


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_phrase_has_its_frame(language: str) -> None:
    assert all(f"<{phrase}>" in FRAMES[language] for phrase in WORDY[language])


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("stated_edits", EN, text).passed
