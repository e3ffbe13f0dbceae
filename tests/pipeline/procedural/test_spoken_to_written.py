import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from pipeline.teachers.procedural.solving.edits import CHINESE
from pipeline.teachers.procedural.words.spoken_words import FRAMES
from tests.pipeline.procedural.contract import holds

RULES = ["restarts", "repeats", "numbers"]
EN = {
    "text": "Um, I I can't find the twenty-five keys. The thing is that -- we, you know, gotta leave.",
    "replace": [["can't", "cannot"], ["gotta", "have to"]],
    "drop": ["um", "you know"],
    "rules": RULES,
}
ZH = {
    "text": "嗯，咱们咱们昨儿买了三十五个苹果。我本来想——呃，送给小明。",
    "replace": [["咱们", "我们"], ["昨儿", "昨天"]],
    "drop": ["嗯", "呃"],
    "rules": RULES,
}
WRITTEN = {
    "en": "I cannot find the 25 keys. We have to leave.",
    "zh": "我们昨天买了35个苹果。送给小明。",
}


def test_contract() -> None:
    holds("spoken_to_written")


@pytest.mark.parametrize(("language", "args"), [("en", EN), ("zh", ZH)])
def test_solver_and_checker_write_the_same(language: str, args: dict[str, object]) -> None:
    assert family("spoken_to_written").solve(args, language).text == WRITTEN[language]
    assert check("stated_edits", args, WRITTEN[language]).passed


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ('"I cannot find the 25 keys. We have to leave."', ""),
        ("I cannot find the 25 keys. we have to leave.", "wrong_case"),
        ("I cannot find the twenty-five keys. We have to leave.", "wrong_word"),
        ("Um, I cannot find the 25 keys. We have to leave.", "wrong_word"),
        ("I cannot find the 25 keys.", "text_missing"),
        ("I cannot find the 25 keys. We have to leave. Bye!", "text_added"),
        ("", "no_answer"),
        ("word " * 4000, "too_long"),
    ],
)
def test_each_mistake_has_its_reason(response: str, reason: str) -> None:
    assert check("stated_edits", EN, response).reason == reason


def test_frames_hold_no_edit_by_chance() -> None:
    assert all("," not in frame for frame in FRAMES["en"].splitlines())
    assert not [frame for frame in FRAMES["zh"].splitlines() if any(number in frame for number in CHINESE)]


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("stated_edits", EN, text).passed
    assert not check("stated_edits", ZH, text).passed
