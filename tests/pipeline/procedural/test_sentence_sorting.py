from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds, tasks

ARGS = {
    "sentences": ["The rope is 900 metres long.", "Ada ran 2 kilometres.", "The wall measures 40 metres."],
    "rule": "length",
    "down": False,
    "mixed": True,
}


def test_contract() -> None:
    holds("sentence_sorting")


def test_units_are_read() -> None:
    assert check("sentence_sorting", ARGS, "Answer: C, A, B").passed
    assert check("sentence_sorting", ARGS, "Answer: B, C, A").reason == "wrong_order"
    assert check("sentence_sorting", {**ARGS, "down": True}, "答案：B，A，C").passed


def test_two_ways_to_write_a_date() -> None:
    texts = ["On May 3, 1901, it snowed.", "It rained on 4 March 1901.", "Ada left on 1 December 1900."]
    args = {"sentences": texts, "rule": "date", "down": False, "mixed": True}
    assert check("sentence_sorting", args, "Answer: C, B, A").passed
    assert family("sentence_sorting").solve(args, "en").answer == "C, B, A"


def test_every_rule_is_drawn() -> None:
    drawn = {args["rule"] for _, args in tasks(family("sentence_sorting"), "en", 300)}
    assert drawn == {"date", "clock", "rank", "length", "mass", "span", "words", "initial"}


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("sentence_sorting", ARGS, text).passed
