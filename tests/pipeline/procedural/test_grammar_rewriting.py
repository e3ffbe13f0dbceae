from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from pipeline.teachers.procedural.solving.sentence_grammar import write
from tests.pipeline.procedural.contract import holds

EN: dict[str, Any] = {
    "who": "child", "trait": "shy", "what": "knife", "look": "red", "place": "in the park", "pronoun": "",
    "tense": "past", "negated": False, "question": False, "verb": "hide", "many": False, "things": True,
    "passive": False, "speaker": "", "changes": [],
}  # fmt: skip
ZH: dict[str, Any] = {
    "who": "老师", "trait": "年轻的", "what": "电脑", "look": "旧", "place": "学校", "pronoun": "", "tense": "past",
    "negated": False, "question": False, "verb": "修好", "time": ["昨天", "明天"], "order": "plain", "changes": [],
}  # fmt: skip


def test_contract() -> None:
    holds("grammar_rewriting")


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ([["tense", "present"]], "The shy child hides the red knives in the park."),
        ([["tense", "future"], ["many", True]], "The shy children will hide the red knives in the park."),
        ([["passive", True]], "The red knives were hidden by the shy child in the park."),
        ([["passive", True], ["pronoun", "she"], ["things", False]], "The red knife was hidden by her in the park."),
        ([["negated", True]], "The shy child did not hide the red knives in the park."),
        ([["question", True], ["pronoun", "they"]], "Did they hide the red knives in the park?"),
        ([["speaker", "Ada"]], "Ada said that the shy child had hidden the red knives in the park."),
        ([["speaker", "Ada"], ["tense", "present"]], "Ada said that the shy child hid the red knives in the park."),
        (
            [["speaker", "Ada"], ["tense", "future"], ["negated", True]],
            "Ada said that the shy child would not hide the red knives in the park.",
        ),
        ([["pronoun", "I"], ["tense", "present"]], "I hide the red knives in the park."),
    ],
)
def test_english_changes(changes: list[list[Any]], text: str) -> None:
    args = {**EN, "changes": changes}
    assert family("grammar_rewriting").solve(args, "en").text == text
    assert check("grammar_rewriting", args, text).passed


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ([["order", "把"]], "昨天年轻的老师在学校把那台旧电脑修好了。"),
        ([["order", "被"]], "昨天那台旧电脑在学校被年轻的老师修好了。"),
        ([["negated", True]], "昨天年轻的老师没有在学校修好那台旧电脑。"),
        ([["question", True], ["pronoun", "他们"]], "昨天他们在学校修好了那台旧电脑吗？"),
        ([["tense", "future"], ["order", "把"]], "明天年轻的老师会在学校把那台旧电脑修好。"),
    ],
)
def test_chinese_changes(changes: list[list[Any]], text: str) -> None:
    args = {**ZH, "changes": changes}
    assert family("grammar_rewriting").solve(args, "zh").text == text
    assert check("grammar_rewriting", args, text).passed


def test_free_places_and_contractions_pass() -> None:
    passive = {**EN, "changes": [["passive", True]]}
    assert check("grammar_rewriting", passive, "The red knives were hidden in the park by the shy child.").passed
    negative = {**EN, "changes": [["negated", True]]}
    assert check("grammar_rewriting", negative, "The shy child didn't hide the red knives in the park.").passed
    chinese = {**ZH, "changes": [["negated", True]]}
    assert check("grammar_rewriting", chinese, "年轻的老师昨天没在学校修好那台旧电脑。").passed


def test_wrong_sentences_fail() -> None:
    args = {**EN, "changes": [["tense", "present"]]}
    for text in (
        write(EN, "en"),
        "The shy child hide the red knives in the park.",
        "The shy child hides the red knives.",
    ):
        assert check("grammar_rewriting", args, text).reason == "wrong_sentence"
    assert check("grammar_rewriting", args, "the shy child hides the red knives in the park.").reason == (
        "wrong_stop_or_capital"
    )


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("grammar_rewriting", EN, text).passed
    assert not check("grammar_rewriting", ZH, text).passed
