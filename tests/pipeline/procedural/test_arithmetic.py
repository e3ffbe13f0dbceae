from hypothesis import given
from hypothesis import strategies as st

from filters.reading.expression import evaluate
from filters.verify import check
from tests.pipeline.procedural.contract import holds


def test_contract() -> None:
    holds("arithmetic")


def test_a_right_answer_after_a_wrong_step_is_caught() -> None:
    args = {"expression": "(2 + 3) * 4"}
    assert check("arithmetic", args, "2 + 3 = 5\n5 * 4 = 20\nAnswer: 20").passed
    assert check("arithmetic", args, "2 + 3 = 6\n5 * 4 = 20\nAnswer: 20").reason == "wrong_step"


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("arithmetic", {"expression": "1 - 2"}, text)


@given(st.lists(st.integers(0, 99), min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_evaluate_agrees_with_python(numbers: list[int], random: object) -> None:
    text = " ".join(f"{n} {s}" for n, s in zip(numbers, "+-*+-", strict=False)).rsplit(" ", 1)[0]
    assert evaluate(text) == eval(text)
