from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from tests.pipeline.procedural.contract import holds

CHARGE = {
    "kind": "charge",
    "rules": {"free": 14, "rate": "1/2", "cap": 6, "age": 18, "again": 5},
    "years": 17,
    "count": 3,
    "kept": 21,
    "repeat": 1,
}
PEOPLE = {
    "kind": "granted",
    "rules": [["age_least", 18], ["fines_most", 1]],
    "cases": [["Ada", [18, 1]], ["Ben", [17, 0]], ["Eva", [40, 2]]],
}


def test_contract() -> None:
    holds("law")


def test_a_charge_reckoned_by_hand() -> None:
    assert check("law", CHARGE, "Answer: 10.25 euros").passed
    assert check("law", CHARGE, "Answer: 15.50 euros").reason == "wrong_value"
    assert check("law", {**CHARGE, "kept": 60, "repeat": 0}, "答案：9元").passed


def test_limits_themselves_are_allowed() -> None:
    assert check("law", PEOPLE, "Answer: Ada").passed
    assert not check("law", PEOPLE, "Answer: Ada, Eva").passed
    assert check("law", {**PEOPLE, "kind": "broken"}, "Answer: none").passed


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("law", CHARGE, text).passed
