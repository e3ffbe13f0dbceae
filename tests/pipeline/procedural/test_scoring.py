from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from tests.pipeline.procedural.contract import holds

ARGS = {"points": [8, 5, 9], "weights": [50, 30, 20], "per_day": 3, "late": 2, "bonus": 0, "needed": 0}


def test_contract() -> None:
    holds("scoring")


def test_a_mark_reckoned_by_hand() -> None:
    assert check("scoring", ARGS, "4 + 1.5 + 1.8 = 7.3\nAnswer: 67").passed
    assert check("scoring", ARGS, "Answer: 67/100").passed
    assert check("scoring", ARGS, "Answer: 73").reason == "wrong_value"
    assert check("scoring", {**ARGS, "bonus": 4, "needed": 5}, "答案：71分").passed
    assert check("scoring", {**ARGS, "late": 60}, "Answer: 0").passed


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("scoring", ARGS, text).passed
