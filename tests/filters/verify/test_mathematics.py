"""The answer that a response states, found and compared."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.verify import check

RIGHT = [
    ({"answer": "18"}, "She makes 9*2=<<>>18 dollars.\n#### 18"),
    ({"answer": "18"}, "Answer: $18"),
    ({"answer": "18"}, "The answer is 18 dollars."),
    ({"answer": "18"}, "So she earns 9 * 2 = 18 dollars every day."),
    ({"answer": "18"}, "So \\boxed{18}."),
    ({"answer": "18"}, "Answer: x = 18"),
    ({"answer": "18"}, "Answer: 9*2 = 18"),
    ({"answer": "10 cm"}, "Answer: 0.1 m"),
    ({"answer": "10 cm"}, "Answer: It is 10 cm long."),
    ({"answer": "50"}, "The answer is 50%."),
    ({"answer": "\\frac12"}, "Therefore $x=\\frac{1}{2}$.\n\n**Answer:** $\\boxed{\\frac{1}{2}}$\n\nHope it helps"),
    ({"answer": "十二"}, "答案：12"),
    ({"answer": "12"}, "因此答案是十二。"),
    ({"answer": "1/3"}, "Answer: 0.333333"),
    ({"answer": "3"}, "**Final answer:** 3 apples"),
    ({"answer": "1000"}, "Thus we get a total of 1,000."),
    ({"answer": "3.5"}, "the answer is 3.5, because 7/2"),
    ({"answer": "-5"}, "The answer is −5"),
    ({"answer": "x^2+1"}, "Answer: $1+x^2$"),
    ({"answer": "5"}, "Answer:\n\n5"),
    ({"answer": "5"}, "#### 5\nWait, #### 6"),
    ({"answer": "2"}, "Step 1: 3\nStep 2: 2 apples left"),
    ({"answer": "12"}, "答案是12个苹果"),
    ({"answer": "Paris"}, "Answer: Paris."),
    ({"answer": "5"}, "The answer is $\\frac{10}{2}$."),
    ({"answer": "7"}, "the answer is 7. Let me know if you want 8 more"),
]
WRONG = [
    ({"answer": "18"}, "Answer: 18 or 19", "wrong_value"),
    ({"answer": "18"}, "", "no_answer"),
    ({"answer": "18"}, "I don't know", "wrong_value"),
    ({"answer": "10 cm"}, "Answer: 10", "wrong_unit"),
    ({"answer": "1/3", "strict": True}, "Answer: 0.333333", "wrong_value"),
    ({"answer": "(1,2)"}, "Answer: (2,1)", "wrong_value"),
    ({"answer": "5", "units": "x"}, "5", "unclear_task"),
    ({"answer": "2"}, "Answer: -2", "wrong_value"),
]


@pytest.mark.parametrize(("args", "response"), RIGHT)
def test_right(args: dict[str, object], response: str) -> None:
    assert check("mathematics", args, response).passed


@pytest.mark.parametrize(("args", "response", "reason"), WRONG)
def test_wrong(args: dict[str, object], response: str, reason: str) -> None:
    verdict = check("mathematics", args, response)
    assert (verdict.passed, verdict.reason) == (False, reason)


def test_the_detail_shows_both_answers() -> None:
    assert check("mathematics", {"answer": "18"}, "#### 19").detail == "expected 18, found 19"


@given(st.text())
@settings(deadline=None)
def test_no_text_makes_it_raise(text: str) -> None:
    check("mathematics", {"answer": "12"}, text)
    check("mathematics", {"answer": text}, "Answer: 12")
