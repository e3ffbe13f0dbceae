"""The checkers `string` and `pattern`."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.verify import check

CITY = {"answer": ["Paris", "City of Light"]}


@pytest.mark.parametrize(
    "response", ["Paris", "**Paris**.", 'Answer: "paris"', "city of  light", "Ｐａｒｉｓ", "\\boxed{Paris}"]
)
def test_an_accepted_text_passes_whatever_its_dress(response: str) -> None:
    assert check("string", CITY, response).passed


def test_another_text_does_not() -> None:
    assert check("string", CITY, "London").reason == "wrong_answer"
    assert check("string", CITY, "").reason == "no_answer"
    assert check("string", {"answer": []}, "Paris").reason == "unclear_task"


def test_exact_means_sign_for_sign() -> None:
    exact = {"answer": "Paris", "exact": True}
    assert check("string", exact, " Paris\n").passed
    assert check("string", exact, "paris").reason == "wrong_answer"


@pytest.mark.parametrize(
    ("args", "response", "reason"),
    [
        ({"pattern": "[0-9]{3}"}, "Answer: 123", ""),
        ({"pattern": "[0-9]{3}"}, "1234", "no_match"),
        ({"pattern": "[0-9]{3}", "where": "anywhere"}, "x1234", ""),
        ({"pattern": "abc", "ignore_case": True}, "ABC", ""),
        ({"pattern": "^Answer", "where": "anywhere", "of": "response"}, "Answer: 1", ""),
        ({"pattern": "a", "where": "anywhere", "absent": True}, "bab", "match"),
        ({"pattern": "a", "where": "anywhere", "absent": True}, "bob", ""),
        ({"pattern": "(a"}, "a", "unclear_task"),
        ({"pattern": "(a+)+$"}, "a" * 40 + "!", "undecided"),
        ({"pattern": "a*"}, "a" * 30_000, "too_long"),
    ],
)
def test_patterns(args: dict[str, object], response: str, reason: str) -> None:
    verdict = check("pattern", args, response)
    assert (verdict.passed, verdict.reason) == (not reason, reason)


@given(st.text())
@settings(deadline=None)
def test_no_text_makes_them_raise(text: str) -> None:
    check("string", CITY, text)
    check("pattern", {"pattern": "a+b"}, text)
    check("pattern", {"pattern": text}, "a")
