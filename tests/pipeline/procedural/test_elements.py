import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.words.elements import ELEMENTS, METAL, NOBLE
from tests.pipeline.procedural.contract import holds

ARGS = {"language": "en", "setting": "A quiz.", "ask": "symbol", "items": ["sodium"], "target": "", "several": False}


def test_contract() -> None:
    holds("elements")


@pytest.mark.parametrize(
    ("ask", "items", "answer"),
    [
        ("symbol", ["sodium", "Iron"], "Na, Fe"),
        ("name", ["K", "Al"], "potassium, Aluminum"),
        ("number", ["uranium"], "92"),
        ("element", ["36", "79"], "krypton, gold"),
        ("metal", ["neon", "tin", "carbon", "lead"], "tin, lead"),
        ("noble", ["neon", "tin", "radon"], "neon, radon"),
        ("highest", ["iron", "lead", "zinc"], "Lead."),
        ("falling", ["iron", "lead", "zinc"], "lead, zinc, iron"),
    ],
)
def test_facts(ask: str, items: list[str], answer: str) -> None:
    args = {**ARGS, "ask": ask, "items": items}
    assert check("elements", args, f"Answer: {answer}").passed
    assert not check("elements", args, f"Answer: {answer}, argon").passed


def test_symbols_keep_their_capitals_and_lists_their_order() -> None:
    assert check("elements", ARGS, "Answer: NA").reason == "wrong_answer"
    args = {**ARGS, "ask": "rising", "items": ["iron", "neon"]}
    assert check("elements", args, "Answer: iron, neon").reason == "wrong_order"


def test_both_tables_agree_on_what_is_a_metal_or_a_noble_gas() -> None:
    for element in ELEMENTS:
        for ask, family in (("metal", METAL), ("noble", NOBLE)):
            args = {**ARGS, "ask": ask, "items": [element.en]}
            assert check("elements", args, f"Answer: {element.en}").passed == (element.family == family), element


def test_metals_but_two_are_written_with_the_metal_radical() -> None:
    """Chinese names say it: a fact that neither table was made from."""
    metals = {element.zh for element in ELEMENTS if element.family == METAL}
    assert all("\u9486" <= zh <= "\u9576" for zh in metals - {"金", "汞"})


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("elements", ARGS, text).passed or "Na" in text
