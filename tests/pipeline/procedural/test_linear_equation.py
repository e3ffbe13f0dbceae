from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from filters.verify.linear_equation import holds as equation_holds
from pipeline.teachers.procedural.solving.linear_form import Form, read
from tests.pipeline.procedural.contract import holds

ONE = {"equations": ["2(x + 3) - 1 = 5x - 2"], "unknowns": ["x"]}
TWO = {"equations": ["x + y = 5", "2x - y = 1/2"], "unknowns": ["x", "y"]}


def test_contract() -> None:
    holds("linear_equation", distinct=0.99)


@pytest.mark.parametrize(
    ("args", "response", "reason"),
    [
        (ONE, "Expand: 2x + 5 = 5x - 2\nCollect: -3x = -7\nAnswer: x = 7/3", ""),
        (ONE, "7/3", ""),
        (ONE, "Answer: x = 14/6.", ""),
        (ONE, "Collect: -3x = 7\nAnswer: x = 7/3", "wrong_step"),
        (ONE, "移项合并：-3x = -7\n答案：x = 7/3", ""),
        (ONE, "移项合并：-3x = 7\n答案：x = 7/3", "wrong_step"),
        (TWO, "所以 x = 2\n答案：x = 11/6，y = 19/6", "wrong_step"),
        (ONE, "Answer: x = 2.333", "wrong_value"),
        (ONE, "Answer: y = 7/3", "no_answer"),
        (ONE, "Answer: x = 7/0", "no_answer"),
        (TWO, "Answer: x = 11/6, y = 19/6", ""),
        (TWO, "Answer: y = 19/6 and x = 11/6", ""),
        (TWO, "Answer: x = 11/6", "incomplete"),
        (TWO, "Answer: 11/6, 19/6", "no_answer"),
        (TWO, "Answer: x = 19/6, y = 11/6", "wrong_value"),
    ],
)
def test_the_answer_is_put_back(args: dict[str, list[str]], response: str, reason: str) -> None:
    assert check("linear_equation", args, response).reason == reason


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("linear_equation", ONE, text)
    check("linear_equation", ONE, f"{text}\nAnswer: x = 7/3")


@given(st.text("x1 (+-*/)=", max_size=40))
def test_no_step_makes_the_checker_raise(step: str) -> None:
    check("linear_equation", ONE, f"{step}\nAnswer: x = 7/3")


@given(st.dictionaries(st.sampled_from(["x", "y", ""]), st.integers(-50, 50)), st.integers(-9, 9), st.integers(-9, 9))
def test_a_form_reads_back_as_written_and_means_what_the_checker_reads(terms: dict[str, int], x: int, y: int) -> None:
    form = Form(terms)
    assert read(str(form)) == form
    value = form.of("x") * x + form.of("y") * y + form.of("")
    at = {"x": Fraction(x), "y": Fraction(y)}
    assert equation_holds(f"{form} = {value}" if value >= 0 else f"{form} = 0 - {-value}", at)
