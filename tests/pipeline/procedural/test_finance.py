import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from tests.pipeline.procedural.contract import holds

ARGS = {"kind": "compound", "figures": {"a": "1000", "b": "5", "c": "2"}, "unit": "euros"}


def test_contract() -> None:
    holds("finance")


@pytest.mark.parametrize(
    ("kind", "figures", "right", "wrong"),
    [
        ("simple", "1000 4.5 2", "90 euros", "92.03 euros"),
        ("simple", "1000 4.5 2 20", "€72", "90 euros"),
        ("compound", "1000 5 2", "1,102.50 euros", "1100 euros"),
        ("discount", "80 25 3", "180.00 euros", "60 euros"),
        ("vat", "50 19 2 10", "107.10 euros", "119 euros"),
        ("tax_within", "119 19 1", "19 euros", "22.61 euros"),
        ("exchange", "200 7.85 2 1.5", "1537.10 euros", "1538.60 euros"),
        ("instalments", "500 45 12 20", "60 euros", "40 euros"),
        ("flat_loan", "1000 6 2", "46.67 euros", "46.66 euros"),
        ("profit", "4 9 20 30", "70 euros", "70 dollars"),
    ],
)
def test_sums_reckoned_by_hand(kind: str, figures: str, right: str, wrong: str) -> None:
    args = {**ARGS, "kind": kind, "figures": dict(zip("abce", figures.split(), strict=False))}
    assert check("finance", args, f"So it is.\nAnswer: {right}").passed
    assert not check("finance", args, f"Answer: {wrong}").passed


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("finance", ARGS, text).passed
