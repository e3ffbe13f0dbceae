from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from tests.pipeline.procedural.contract import holds

ISLAND = {
    "kind": "island",
    "names": ["Ada", "Ben", "Zoe"],
    "statements": [[0, "liar", 1], [1, "same", 2], [2, "liar", 0]],
}
BOXES = {
    "kind": "hidden",
    "names": ["红", "蓝", "绿"],
    "statements": [[0, "is", 0], [1, "not", 1], [2, "not", 0]],
    "right": 1,
}
SWITCHES = {"kind": "switches", "count": 6, "rounds": [["Ada", 2, 6, 2], ["Ben", 1, 2, 1]]}
COIN = {"kind": "coin", "coins": "ABC", "weight": "unknown", "weighings": [["A", "B", "equal"], ["A", "C", "right"]]}


def test_contract() -> None:
    holds("knights", distinct=0.99)


@pytest.mark.parametrize(
    ("args", "response", "reason"),
    [
        (ISLAND, "Answer: Ben, Zoe", ""),
        (ISLAND, "Answer: zoe and ben.", "wrong_answer"),
        (ISLAND, "Answer: zoe, ben.", ""),
        (ISLAND, "Answer: Ada", "wrong_answer"),
        (ISLAND, "Answer: none", "wrong_answer"),
        (ISLAND, "Answer:", "no_answer"),
        (BOXES, "答案：蓝", ""),
        (BOXES, "答案：蓝色盒子", ""),
        (BOXES, "答案：红", "wrong_answer"),
        (SWITCHES, "Answer: 1, 4, 6", ""),
        (SWITCHES, "Answer: 1, 2, 4, 6", "wrong_answer"),
        (COIN, "Answer: C, heavier", ""),
        (COIN, "答案：C，重", ""),
        (COIN, "Answer: C, lighter", "wrong_answer"),
        (COIN, "Answer: C", "wrong_answer"),
    ],
)
def test_the_single_solution_is_wanted(args: dict[str, Any], response: str, reason: str) -> None:
    assert check("knights", args, response).reason == reason


def test_a_riddle_with_several_solutions_is_refused() -> None:
    loose = {**ISLAND, "statements": [[0, "liar", 1]]}
    assert check("knights", loose, "Answer: Ada").reason == "not_unique"


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    for args in (ISLAND, BOXES, SWITCHES, COIN):
        check("knights", args, text)
        check("knights", args, f"Answer: {text}")
