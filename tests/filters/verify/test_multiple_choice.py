"""Letters, letters with text, and texts of options, in English and Chinese."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.verify import check

ARGS = {"options": ["London", "Paris", "New York", "York"], "answer": "B"}


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ("B", ""),
        ("b", ""),
        ("(B)", ""),
        ("B.", ""),
        ("B. Paris", ""),
        ("B) Paris", ""),
        ("Paris", ""),
        ("Answer: B", ""),
        ("Answer: (B) Paris.", ""),
        ("The answer is B", ""),
        ("The correct answer is **B**.", ""),
        ("答案是B", ""),
        ("答案：B", ""),
        ("因此选B。", ""),
        ("故选 B", ""),
        ("正确答案是（B）", ""),
        ("选项B", ""),
        ("\\boxed{B}", ""),
        ("\\boxed{\\text{B}}", ""),
        ("Option B is right.", ""),
        ("A", "wrong_choice"),
        ("Answer: A or B", "two_choices"),
        ("A and B", "two_choices"),
        ("B. London", "two_choices"),
        ("A、B", "two_choices"),
        ("AB", "no_choice"),
        ("", "no_answer"),
        ("I think it is Paris.", ""),
        ("A good choice is Paris", ""),
        ("The answer is Paris because London is not.", ""),
        ("London is wrong.\nThe answer is (B).", ""),
        ("both Paris and London", "two_choices"),
        ("E", "no_choice"),
        ("B or not", ""),
        ("Answer: B, Paris", ""),
        ("答案选B", ""),
        ("The answer is A. Paris", "two_choices"),
        ("I would choose B", ""),
        ("Let me think.\nA is wrong since...\nSo B.", ""),
        ("The best answer is B: Paris", ""),
        ("答案为B项", ""),
        ("选择B选项", ""),
        ("Answer: New York", "wrong_choice"),
    ],
)
def test_what_a_response_chooses(response: str, reason: str) -> None:
    verdict = check("multiple_choice", ARGS, response)
    assert (verdict.passed, verdict.reason) == (not reason, reason)


def test_an_option_within_a_longer_one_is_not_taken_for_it() -> None:
    assert check("multiple_choice", {**ARGS, "answer": "C"}, "I say New York").passed
    assert check("multiple_choice", {**ARGS, "answer": "D"}, "I say New York").reason == "wrong_choice"


def test_options_that_mean_the_same_are_one() -> None:
    assert check("multiple_choice", {"options": ["1/2", "0.5", "3"], "answer": "A"}, "0.5").passed


@pytest.mark.parametrize("args", [{"options": ["a"], "answer": "A"}, {"options": ["a", "b"], "answer": "C"}])
def test_a_task_that_cannot_be_judged_is_said_to_be_unclear(args: dict[str, object]) -> None:
    assert check("multiple_choice", args, "A").reason == "unclear_task"


@given(st.text())
@settings(deadline=None)
def test_no_text_makes_it_raise(text: str) -> None:
    check("multiple_choice", ARGS, text)
    check("multiple_choice", {"options": [text, "b"], "answer": "B"}, "Answer: B")
