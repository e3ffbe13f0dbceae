from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from filters.verify.common_sense import _MEASURE, _OWNERS, _name, _steps
from pipeline.teachers.procedural.words.everyday import ASKS, QUESTIONS, SCRIPTS, ladder, script, sides
from tests.pipeline.procedural.contract import holds

LADDER = {"kind": "ladder", "scale": "weight", "items": ["a horse", "a feather", "a brick"], "ask": "down"}
FLOATS = {"kind": "property", "property": "floats", "items": ["a cork", "a coin", "an apple"], "negated": False}
STEPS = {"kind": "steps", "script": "bread", "steps": ["把面包切片", "揉面团", "烤面包"]}
LEGS = {"kind": "legs", "animals": [["hens", 3], ["spiders", 2]]}


def test_contract() -> None:
    holds("common_sense", distinct=0.99)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_checker_s_tables_agree_with_the_words(language: str) -> None:
    for scale in ASKS:
        measures = [_MEASURE[scale, _name(rung)] for rung in ladder(scale, language)]
        assert measures == sorted(set(measures))
    for name in QUESTIONS:
        having, lacking = sides(name, language)
        assert {_name(thing) for thing in having} <= _OWNERS[name]
        assert not {_name(thing) for thing in lacking} & _OWNERS[name]
    for name in SCRIPTS:
        task = {"script": name, "steps": script(name, language)}
        assert _steps(task) == list("ABCDE")
        assert _steps({**task, "steps": script(name, language)[::-1]}) == list("EDCBA")


@pytest.mark.parametrize(
    ("args", "response", "reason"),
    [
        (LADDER, "Answer: a horse, a brick, a feather", ""),
        (LADDER, "Answer: Horse, the brick, feather.", ""),
        (LADDER, "Answer: a feather, a brick, a horse", "wrong_order"),
        (FLOATS, "Answer: a cork, an apple", ""),
        (FLOATS, "Answer: a cork", "wrong_answer"),
        (STEPS, "答案：B、C、A", ""),
        (STEPS, "答案：(B)、(C)、(A)", ""),
        (STEPS, "答案：A、B、C", "wrong_order"),
        (LEGS, "3 × 2 + 2 × 8 = 22\nAnswer: 22", ""),
        (LEGS, "Answer: 20", "wrong_value"),
    ],
)
def test_everyday_answers_are_judged(args: dict[str, Any], response: str, reason: str) -> None:
    assert check("common_sense", args, response).reason == reason


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    for args in (LADDER, FLOATS, STEPS, LEGS):
        check("common_sense", args, text)
        check("common_sense", args, f"Answer: {text}")
