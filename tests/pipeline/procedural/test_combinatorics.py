import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from tests.pipeline.procedural.contract import holds

COMMITTEE = {"kind": "committee", "n": 6, "k": 3, "rule": "apart"}
URN = {"kind": "urn", "counts": [3, 2], "draws": 2, "event": "mixed"}


def test_contract() -> None:
    holds("combinatorics", distinct=0.99)


@pytest.mark.parametrize(
    ("args", "response", "reason"),
    [
        (COMMITTEE, "C(6, 3) = 20\n20 - 4 = 16\nAnswer: 16", ""),
        (COMMITTEE, "答案：16。", ""),
        (COMMITTEE, "20 - 4 = 15\nAnswer: 16", "wrong_step"),
        (COMMITTEE, "Answer: 20", "wrong_value"),
        (COMMITTEE, "Answer: sixteen", "no_answer"),
        (URN, "Answer: 3/5", ""),
        (URN, "Answer: 6/10", ""),
        (URN, "Answer: 0.6", ""),
        (URN, "Answer: 3/0", "no_answer"),
    ],
)
def test_the_count_is_judged(args: dict[str, object], response: str, reason: str) -> None:
    assert check("combinatorics", args, response).reason == reason


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("combinatorics", URN, text)
    check("combinatorics", URN, f"{text}\nAnswer: 3/5")
