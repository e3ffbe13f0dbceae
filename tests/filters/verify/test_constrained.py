"""The checker of constrained tasks: every constraint on the whole, the task's checker on what is beneath."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check, check_many

ARGS: dict[str, Any] = {
    "task": {"checker": "arithmetic", "args": {"expression": "2 + 3"}},
    "constraints": [
        {"kind": "keywords:existence", "parameters": {"keywords": ["harvest"]}},
        {"kind": "detectable_content:postscript", "parameters": {"postscript_marker": "P.S."}},
        {"kind": "combination:repeat_prompt", "parameters": {}},
    ],
    "prompt": "What is 2 + 3?",
}
RIGHT = "What is 2 + 3?\n\n2 + 3 = 5\nAnswer: 5\n\nNote: think of the harvest.\n\nP.S. Sums are easy."


def test_right() -> None:
    assert check("constrained", ARGS, RIGHT).passed


@pytest.mark.parametrize(
    ("response", "reason", "detail"),
    [
        (RIGHT.replace("harvest", "field"), "constraint_broken", "keywords:existence"),
        (RIGHT.replace("P.S.", "And:"), "constraint_broken", "detectable_content:postscript"),
        (RIGHT.removeprefix("What "), "constraint_broken", "combination:repeat_prompt"),
        (RIGHT.replace("Answer: 5", "Answer: 6"), "wrong_value", "expected 5, found 6"),
        ("", "constraint_broken", "empty"),
    ],
)
def test_wrong(response: str, reason: str, detail: str) -> None:
    verdict = check("constrained", ARGS, response)
    assert (verdict.passed, verdict.reason) == (False, reason)
    assert detail in verdict.detail


def test_many_keep_their_order() -> None:
    other = {
        "task": {"checker": "slogan", "args": {"name": "A", "thing": "tea", "word": "tea", "most": 5}},
        "constraints": [{"kind": "startend:quotation", "parameters": {}}],
    }
    items = [(ARGS, RIGHT), (other, '"Drink tea!"'), (ARGS, "5"), (other, "Drink tea!"), (other, '"Drink milk!"')]
    assert [verdict.passed for verdict in check_many("constrained", items)] == [True, True, False, False, False]


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    check("constrained", ARGS, text)
    check("constrained", {**ARGS, "constraints": []}, text)
