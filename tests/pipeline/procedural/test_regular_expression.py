from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.verify import check, check_many
from filters.verify.regular_expression import has_form
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds

ARGS: dict[str, Any] = {
    "parts": [["capital", 2, 3], ["text", "."], ["digit", 1, 0], ["text", "-"], ["choice", ["fig", "plum"]]],
    "match": ["AB.1-fig", "XYZ.907-plum"],
    "reject": ["A.1-fig", "AB1-fig"],
}


def test_contract() -> None:
    holds("regular_expression")


def test_the_form_by_hand() -> None:
    assert family("regular_expression").solve(ARGS, "en").answer == "[A-Z]{2,3}\\.[0-9]+-(?:fig|plum)"
    assert all(has_form(ARGS["parts"], text) for text in ARGS["match"])
    assert not any(has_form(ARGS["parts"], text) for text in (*ARGS["reject"], "AB.1-figs", "", "AB.-fig"))


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        (r"[A-Z]{2,3}\.\d+-(fig|plum)", ""),
        (r"`^[A-Z][A-Z]{1,2}[.][0-9]{1,}-(?:plum|fig)$`", ""),
        (r"[A-Z]{2,3}.\d+-(fig|plum)", "wrong_match"),
        (r"\w+\.\d+-(fig|plum)", "wrong_match"),
        (r"[A-Z]{2,3}\.\d+-(fig|plum", "no_regular_expression"),
        (r"AB\.1-fig|XYZ\.907-plum", "wrong_match"),
        (r"((((((((.*)*)*)*)*)*)*)*)*!!", "program_timeout"),
        ("", "no_pattern"),
    ],
)
def test_patterns(pattern: str, reason: str) -> None:
    assert check("regular_expression", ARGS, f"Answer: {pattern}").reason == reason


@settings(max_examples=5)
@given(st.lists(st.text(), min_size=20, max_size=20))
def test_no_text_makes_the_checker_raise(texts: list[str]) -> None:
    items = [(ARGS, one) for text in texts for one in (text, f"Answer: [A-Z]{text}")]
    assert not any(verdict.passed for verdict in check_many("regular_expression", items))
