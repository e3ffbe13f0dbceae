import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from pipeline.teachers.procedural.words.swearing_words import EXPLETIVES, FRAMES, OUTBURSTS
from tests.pipeline.procedural.contract import holds

EN = {
    "text": "Damn it, this is a blasted old car. Where is my darn umbrella?",
    "replace": [],
    "drop": ["damn it", "blasted", "darn", "drat"],
    "rules": ["articles"],
}
ZH = {"text": "真见鬼，该死的电梯坏了，我住在十楼。", "replace": [], "drop": ["真见鬼", "该死的"], "rules": []}


def test_contract() -> None:
    holds("swearing_removal")


@pytest.mark.parametrize(
    ("language", "args", "text"),
    [("en", EN, "This is an old car. Where is my umbrella?"), ("zh", ZH, "电梯坏了，我住在十楼。")],
)
def test_solver_and_checker_write_the_same(language: str, args: dict[str, object], text: str) -> None:
    assert family("swearing_removal").solve(args, language).text == text
    assert check("stated_edits", args, text).passed


@pytest.mark.parametrize(
    "response",
    [
        "This is a old car. Where is my umbrella?",
        "This is an old car. Where is my darn umbrella?",
        "This is a car. Where is my umbrella?",
        "This is an old car.",
    ],
)
def test_wrong_texts_fail(response: str) -> None:
    assert not check("stated_edits", EN, response).passed


@pytest.mark.parametrize("language", ["en", "zh"])
def test_frames_are_clean_but_for_their_places(language: str) -> None:
    words = [*EXPLETIVES[language], *OUTBURSTS[language]]
    assert not [w for frame in FRAMES[language].splitlines() for w in words if w in frame.lower().split()]
    assert all("{x}" in frame for frame in FRAMES[language].strip().splitlines())


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("stated_edits", EN, text).passed
