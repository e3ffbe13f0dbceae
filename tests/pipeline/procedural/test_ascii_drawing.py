import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from filters.verify.ascii_drawing import expected_lines
from pipeline.teachers.procedural.families.ascii_drawing import FIGURES, WIDEST
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds, tasks

PLAIN = {"copies": 1, "gap": 0, "caption": ""}
PYRAMID = {"figure": "pyramid", "mark": "*", "height": 3, **PLAIN}
DRAWN = "Here it is:\n```\n  *\n ***\n*****\n```\nDone."


def test_contract() -> None:
    holds("ascii_drawing", distinct=0.97)


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        (DRAWN, ""),
        (DRAWN.replace("```\n  *", "```text\n\n  *   "), ""),
        (DRAWN.replace("```", ""), "no_drawing"),
        (DRAWN.replace(" ***\n", ""), "wrong_height"),
        (DRAWN.replace(" ***", "***"), "wrong_line"),
        (DRAWN.replace("*****", "****o"), "wrong_line"),
    ],
)
def test_a_drawing_is_judged_cell_by_cell(response: str, reason: str) -> None:
    assert check("ascii_drawing", PYRAMID, response).reason == reason


@pytest.mark.parametrize(
    ("args", "lines"),
    [
        ({"figure": "rectangle", "mark": "#", "other": ".", "width": 4, "height": 3}, ["####", "#..#", "####"]),
        ({"figure": "board", "mark": "#", "other": ".", "width": 3, "height": 2}, ["#.#", ".#."]),
        ({"figure": "right", "mark": "x", "height": 3}, ["  x", " xx", "xxx"]),
        ({"figure": "cross", "mark": "x", "height": 3}, ["x x", " x ", "x x"]),
        ({"figure": "diamond", "mark": "o", "height": 2}, [" o ", "ooo", " o "]),
        ({"figure": "stairs", "mark": "o", "steps": 2, "tread": 2, "up": True}, ["  oo", "oooo"]),
        ({"figure": "stairs", "mark": "o", "steps": 2, "tread": 2, "up": False}, ["oo  ", "oooo"]),
        (
            {"figure": "frame", "mark": "+", "text": ["Hi", "you"], "padding": 1},
            ["+++++++", "+ Hi  +", "+ you +", "+++++++"],
        ),
        ({"figure": "bars", "mark": "*", "labels": ["a", "bcd"], "values": [2, 1]}, ["a   | **", "bcd | * "]),
        ({"figure": "columns", "mark": "*", "letters": ["A", "B"], "values": [1, 2]}, ["  *", "* *", "A B"]),
    ],
)
def test_figures_by_hand(args: dict, lines: list[str]) -> None:
    assert expected_lines({**args, **PLAIN}) == lines
    twice = [f"{line} {line}" for line in lines]
    assert expected_lines({**args, "copies": 2, "gap": 1, "caption": "Two"}) == ["Two", *twice]


def test_all_figures_come_and_none_is_too_wide() -> None:
    drawn = [args for _, args in tasks(family("ascii_drawing"), "en", 300)]
    assert {args["figure"] for args in drawn} == set(FIGURES)
    assert max(len(line) for args in drawn for line in expected_lines(args)) <= WIDEST


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("ascii_drawing", PYRAMID, text)
    check("ascii_drawing", PYRAMID, f"```\n{text}\n```")
