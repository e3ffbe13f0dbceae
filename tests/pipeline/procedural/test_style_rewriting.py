import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from pipeline.teachers.procedural.words.style_words import FORMAL, FRAMES
from tests.pipeline.procedural.contract import holds

EN = {
    "text": "Thanks for the maps. The kids can't buy a lot of stuff.",
    "replace": [
        ["thanks for", "we are grateful for"],
        ["kids", "children"],
        ["can't", "cannot"],
        ["buy", "purchase"],
        ["a lot of", "numerous"],
        ["stuff", "material"],
        ["boss", "supervisor"],
    ],
    "drop": [],
    "rules": ["articles"],
    "style": "formal",
}
ZH = {
    "text": "负责人立即协助小明购买苹果。",
    "replace": [["负责人", "老板"], ["立即", "马上"], ["协助", "帮"], ["购买", "买"]],
    "drop": [],
    "rules": [],
    "style": "informal",
}


def test_contract() -> None:
    holds("style_rewriting")


@pytest.mark.parametrize(
    ("language", "args", "text"),
    [
        ("en", EN, "We are grateful for the maps. The children cannot purchase numerous material."),
        ("zh", ZH, "老板马上帮小明买苹果。"),
    ],
)
def test_solver_and_checker_write_the_same(language: str, args: dict[str, object], text: str) -> None:
    assert family("style_rewriting").solve(args, language).text == text
    assert check("stated_edits", args, text).passed


def test_each_mistake_fails() -> None:
    for text in ("Thanks for the maps. The children cannot purchase numerous material.", "我们", EN["text"]):
        assert not check("stated_edits", EN, text).passed


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_lexicon_serves_both_ways(language: str) -> None:
    table = FORMAL[language]
    assert len(set(table.values())) == len(table)
    assert not set(table.values()) & set(table)
    marked = {part.split(">")[0] for part in FRAMES[language].split("<")[1:]}
    assert marked == set(table)


def test_chinese_frames_hold_no_edit_outside_their_marks() -> None:
    table = FORMAL["zh"]
    rest = "|".join(part.split(">")[-1] for part in FRAMES["zh"].split("<"))
    assert not [word for word in (*table, *table.values()) if word in rest]


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("stated_edits", EN, text).passed
