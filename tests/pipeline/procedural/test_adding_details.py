import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from tests.pipeline.procedural.contract import holds

EN = {
    "core": ["Ada", "sold", "hats"],
    "kind": "clothes",
    "details": [["when", "last week"], ["number", "two"], ["where", "at the market"]],
    "least": 7,
    "most": 12,
}
ZH = {
    "core": ["小明", "买了", "书"],
    "kind": "paper",
    "details": [["number", "三本"], ["where", "学校"]],
    "least": 8,
    "most": 16,
}


def test_contract() -> None:
    holds("adding_details")


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ("Last week, Ada sold two red hats at the market.", ""),
        ("Ada gladly sold two hats at the market last week!", ""),
        ("Last week, Ada sold red hats at the market.", "detail_missing"),
        ("Last week, Ada sold two red caps at the market.", "original_lost"),
        ("Two hats were what Ada sold at the market last week.", "original_lost"),
        ("Last week, Ada sold two hats. It was at the market.", "not_one_sentence"),
        ("Ada sold hats.", "wrong_length"),
        ("", "no_answer"),
    ],
)
def test_each_demand_is_checked(response: str, reason: str) -> None:
    assert check("adding_details", EN, response).reason == reason


def test_chinese_is_counted_in_characters() -> None:
    assert check("adding_details", ZH, "小明昨天在学校买了三本书。").passed
    assert check("adding_details", ZH, "小明昨天在学校买了两本书。").reason == "detail_missing"
    assert check("adding_details", ZH, "小明买了书。").reason == "wrong_length"


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("adding_details", EN, text).passed
    assert not check("adding_details", ZH, text).passed
