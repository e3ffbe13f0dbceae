from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check

SUM = {"checker": "arithmetic", "args": {"expression": "2 + 3"}}


def conversation(first: str) -> dict[str, object]:
    return {"earlier": [{**SUM, "response": first}], "task": {"checker": "arithmetic", "args": {"expression": "4 * 5"}}}


def test_every_turn_is_checked() -> None:
    assert check("conversation", conversation("Answer: 5"), "Answer: 20").passed
    assert check("conversation", conversation("Answer: 5"), "Answer: 21").reason == "wrong_value"
    wrong = check("conversation", conversation("Answer: 6"), "Answer: 20")
    assert wrong.reason == "earlier_turn" and "turn 1" in wrong.detail


def test_what_was_said_first_is_recalled() -> None:
    first = {"prompt": "What is  2 + 3?", "response": "2 + 3 = 5\nAnswer: 5"}
    assert check("recall", {"what": "recall_answer", **first}, "Answer: 5.").passed
    assert check("recall", {"what": "recall_answer", **first}, "Answer: 6").reason == "wrong_recall"
    assert check("recall", {"what": "recall_question", **first}, "What is 2 + 3?").passed
    assert check("recall", {"what": "recall_question", **first}, "What is 2 + 4?").reason == "wrong_question"


@given(st.text())
def test_no_text_makes_the_checkers_raise(text: str) -> None:
    check("conversation", conversation(text), text)
    check("recall", {"what": "recall_answer", "prompt": text, "response": text}, text)
