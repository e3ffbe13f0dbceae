from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds, tasks

TEXT = "The reader opens the archive. An archive holds members, and each member has a name."
ARGS = {
    "language": "en",
    "setting": "Ada is making an index.",
    "text": TEXT,
    "candidates": ["name", "garden", "archive", "reader"],
    "rule": "appearance",
    "n": 0,
}


def test_contract() -> None:
    holds("keyword_extraction")


def test_rules_by_hand() -> None:
    for rule, answer in {
        "appearance": "reader, archive, name",
        "present": "name, archive, reader",
        "absent": "garden",
        "repeated": "archive",
        "frequent": "archive",
    }.items():
        args = {**ARGS, "rule": rule}
        assert family("keyword_extraction").solve(args, "en").answer == answer
        assert check("keyword_extraction", args, f"Answer: {answer}").passed
    assert check("keyword_extraction", ARGS, "Answer: name, archive, reader").reason == "wrong_order"


def test_chinese_words_are_counted_where_they_stand() -> None:
    text = "蜜蜂采集花粉，蜜蜂用舞蹈告诉同伴。"
    args = {**ARGS, "language": "zh", "text": text, "candidates": ["同伴", "蜜蜂", "天空"], "rule": "repeated"}
    assert check("keyword_extraction", args, "答案：蜜蜂").passed
    assert not check("keyword_extraction", args, "答案：同伴").passed


def test_every_rule_is_drawn() -> None:
    for language in ("en", "zh"):
        assert len({args["rule"] for _, args in tasks(family("keyword_extraction"), language, 300)}) == 7


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("keyword_extraction", ARGS, text).passed
