from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.reading.term_sum import term_sum
from filters.verify import check
from tests.pipeline.procedural.contract import holds

DERIVATIVE = {
    "kind": "derivative",
    "variable": "x",
    "order": 1,
    "terms": [["x", 2, 3], ["x", 5, 0], ["sin", 3, 2], ["exp", 1, 1], ["ln", 4, 1]],
}
SECOND = {"kind": "derivative", "variable": "x", "order": 2, "terms": [["x", 2, 3], ["ln", 4, 1]]}
TANGENT = {"kind": "slope", "variable": "x", "coefficients": [1, 0, 1], "at": 2, "line": True}
INTEGRAL = {"kind": "integral", "coefficients": [0, 0, 1], "from": 0, "to": 1}
CUBIC = {"kind": "extremum", "coefficients": [0, -3, 0, 1], "want": "max"}


def test_contract() -> None:
    holds("calculus", distinct=0.99)


@pytest.mark.parametrize(
    ("args", "response", "reason"),
    [
        (DERIVATIVE, "Answer: 6x^2 + 6cos(2x) + e^x + 4/x", ""),
        (DERIVATIVE, "Answer: f'(x) = 4/x + e^x + 6·cos(2x) + 6x²", ""),
        (DERIVATIVE, "Answer: 6x^2 + 6cos 2x + exp(x) + 4x^-1", ""),
        (DERIVATIVE, "Answer: 6x^2 + 3cos(2x) + e^x + 4/x", "wrong_value"),
        (DERIVATIVE, "Answer: 6x^2 + 6cos(2x) + e^x + 4/x + 5", "wrong_value"),
        (DERIVATIVE, "Answer: the derivative", "no_answer"),
        (SECOND, "Answer: 12x - 4/x^2", ""),
        (SECOND, "Answer: 12x + 4/x^2", "wrong_value"),
        (SECOND, "Answer: 12x + 4/x", "wrong_value"),
        (TANGENT, "Answer: y = 4x - 3", ""),
        (TANGENT, "Answer: y = 4x + 3", "wrong_value"),
        (INTEGRAL, "Answer: 1/3", ""),
        (INTEGRAL, "1/3 - 0 = 1/4\nAnswer: 1/3", "wrong_step"),
        (CUBIC, "Answer: (-1, 2)", ""),
        (CUBIC, "Answer: (1, -2)", "wrong_value"),
        (CUBIC, "Answer: (-1, 3)", "wrong_value"),
    ],
)
def test_answers_are_judged_by_value_not_by_form(args: dict[str, Any], response: str, reason: str) -> None:
    assert check("calculus", args, response).reason == reason


@given(st.text() | st.text("x1e^(+-*/)sincoln. ", max_size=40))
def test_no_text_makes_the_checker_raise(text: str) -> None:
    for args in (DERIVATIVE, SECOND, TANGENT, INTEGRAL, CUBIC):
        check("calculus", args, text)
        check("calculus", args, f"Answer: {text}")
    check("calculus", CUBIC, f"Answer: ({text}, 1)")


def test_terms_are_read_into_one_form() -> None:
    assert term_sum("3t/2 - t", "t") == {("x", 1): term_sum("1/2", "t")[("x", 0)]}  # type: ignore[index]
    assert term_sum("2x(x+1)", "x") is None
    assert term_sum("x y", "x") is None
