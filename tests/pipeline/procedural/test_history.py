import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.words.events import EVENTS
from tests.pipeline.procedural.contract import holds

MOON, WALL, ARMADA = "the first landing of people on the Moon", "the fall of the Berlin Wall", "西班牙无敌舰队战败"
ARGS = {"language": "en", "setting": "", "ask": "between", "items": [MOON, WALL], "target": "", "several": False}


def test_contract() -> None:
    holds("history")


@pytest.mark.parametrize(
    ("ask", "items", "target", "answer"),
    [
        ("between", [WALL, MOON], "", "20"),
        ("century", [MOON, ARMADA], "", "20, 16"),
        ("falling", [MOON, WALL, ARMADA], "", f"{WALL}, {MOON}, {ARMADA}"),
        ("after", [MOON, ARMADA], "滑铁卢战役", MOON.removeprefix("the ")),
        ("count", [MOON, ARMADA, WALL], "滑铁卢战役", "1"),
    ],
)
def test_facts(ask: str, items: list[str], target: str, answer: str) -> None:
    args = {**ARGS, "ask": ask, "items": items, "target": target}
    assert check("history", args, f"Answer: {answer}").passed
    assert not check("history", args, f"Answer: {answer}, 1999").passed


def test_both_tables_agree_on_every_year() -> None:
    assert len({event.year for event in EVENTS}) == len(EVENTS)
    for event in EVENTS:
        for name in (event.en, event.zh):
            assert check("history", {**ARGS, "ask": "year", "items": [name]}, f"Answer: {event.year}").passed, event


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("history", ARGS, text).passed or "20" in text
