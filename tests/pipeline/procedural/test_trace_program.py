import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.verify import check, check_many
from pipeline.teachers.procedural.solving.tracer import MISTAKES, Tracer, Unsupported
from tests.pipeline.procedural.contract import holds

LOOP = {
    "program": "total = 1\nfor i in range(3):\n    if i > 0:\n        total += i\nprint(total, [total])\nprint('end')"
}


def test_contract() -> None:
    holds("trace_program")


def test_the_tracer_notes_each_turn() -> None:
    traced = Tracer(LOOP["program"])
    assert traced.printed == ["4 [4]", "end"]
    assert traced.steps == ["i = 0: no change", "i = 1: total = 2", "i = 2: total = 4"]


def test_the_tracer_errs_as_told() -> None:
    printed = {mistake: Tracer(LOOP["program"], mistake).printed[0] for mistake in MISTAKES}
    assert printed == {
        "turn_missed": "2 [2]",
        "branch_swapped": "4 [4]",  # adds 0 in the first turn, where it does not matter
        "operator_confused": "2 [2]",
        "update_forgotten": "3 [3]",
    }


def test_the_tracer_refuses_what_it_does_not_know() -> None:
    for program in ("import os", "x = lambda: 1", "while 1 == 1:\n    x = 2", "x = open('f')"):
        with pytest.raises(Unsupported):
            Tracer(program)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("Answer:\n4 [4]\nend", ""),
        ("so\nAnswer:\n```\n4 [4]\nend\n```", ""),
        ("Answer: 4 [4]\nend  \n", ""),
        ("Answer: 4 [4]", "wrong_output"),
        ("Answer: 4 [4] end", "wrong_output"),
        ("Answer: end\n4 [4]", "wrong_output"),
        ("Answer:", "no_answer"),
    ],
)
def test_answers(answer: str, reason: str) -> None:
    assert check("trace_program", LOOP, answer).reason == reason


def test_a_program_that_fails_passes_nothing() -> None:
    items = [({"program": program}, "Answer: 1") for program in ("print(1)\n1 / 0", "while True: pass", "print(1")]
    assert [verdict.reason for verdict in check_many("trace_program", items)] == ["program_failed"] * 3


@settings(max_examples=10)
@given(st.lists(st.text(), min_size=50, max_size=50))
def test_no_text_makes_the_checker_raise(texts: list[str]) -> None:
    assert len(check_many("trace_program", [(LOOP, text) for text in texts])) == 50
