from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from tests.pipeline.procedural.contract import holds

ARGS = {"count": 2, "first": "B", "least": 5, "most": 7, "part": "an", "last": ""}


def test_contract() -> None:
    holds("naming")


def test_each_constraint_counts() -> None:
    assert check("naming", ARGS, "Answer: Banoka, Brianol").passed
    for names, reason in (
        ("Banoka", "wrong_count"),
        ("Banoka, banoka", "repeated"),
        ("Banoka, Ban 10", "not_letters"),
        ("Banoka, Bano", "wrong_length"),
        ("Banoka, Danoka", "wrong_first"),
        ("Banoka, Bobbin", "part_missing"),
    ):
        assert check("naming", ARGS, f"Answer: {names}").reason == reason
    assert check("naming", {**ARGS, "last": "a"}, "Answer: Banoka, Brianol").reason == "wrong_last"


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("naming", ARGS, text)
