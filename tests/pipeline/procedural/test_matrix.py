from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from tests.pipeline.procedural.contract import holds

PRODUCT = {"kind": "product", "matrices": [[[1, 2], [3, 4]], [[0, 1], [1, 0]]], "k": 0}
INVERSE = {"kind": "inverse", "matrices": [[[2, 1], [1, 1]]], "k": 0}
DETERMINANT = {"kind": "determinant", "matrices": [[[2, 0, 1], [1, 3, 2], [1, 1, 1]]], "k": 0}
ALL = (PRODUCT, INVERSE, DETERMINANT, {"kind": "power", "matrices": [[[1, 1], [0, 1]]], "k": 3})


def test_contract() -> None:
    holds("matrix", distinct=0.99)


@pytest.mark.parametrize(
    ("args", "response", "reason"),
    [
        (PRODUCT, "Answer: [[2, 1], [4, 3]]", ""),
        (PRODUCT, "答案：AB=[[2,1],[4,3]]。", ""),
        (PRODUCT, "(1, 1): 1 × 0 + 2 × 1 = 3\nAnswer: [[2, 1], [4, 3]]", "wrong_step"),
        (PRODUCT, "Answer: [[3, 4], [1, 2]]", "wrong_value"),
        (PRODUCT, "Answer: [[2, 1], [4]]", "no_answer"),
        (INVERSE, "Answer: [[1, -1], [-1, 2]]", ""),
        (INVERSE, "Answer: [[1, -1], [-1, 2/1]]", ""),
        (INVERSE, "Answer: [[1, 1], [1, 2]]", "wrong_value"),
        (DETERMINANT, "Answer: 0", ""),
        (DETERMINANT, "Answer: 2", "wrong_value"),
        (ALL[3], "Answer: [[1, 3], [0, 1]]", ""),
    ],
)
def test_the_matrix_is_judged(args: dict[str, Any], response: str, reason: str) -> None:
    assert check("matrix", args, response).reason == reason


@given(st.text() | st.text("[],1 -/", max_size=30))
def test_no_text_makes_the_checker_raise(text: str) -> None:
    for args in ALL:
        check("matrix", args, text)
        check("matrix", args, f"Answer: [[{text}]]")
