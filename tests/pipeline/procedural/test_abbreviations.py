import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.words.abbreviations import ABBREVIATIONS, FIELDS
from tests.pipeline.procedural.contract import holds

ARGS = {"language": "en", "setting": "", "ask": "expand", "items": ["WHO", "NGO"], "target": "", "several": True}


def test_contract() -> None:
    holds("abbreviations")


@pytest.mark.parametrize(
    ("ask", "items", "target", "answer"),
    [
        ("expand", ["WHO", "NGO"], "", "the World Health Organisation, non-governmental organization"),
        ("shorten", ["local area network"], "", "LAN"),
        ("acronym", ["Royal Society for Bread and Kite Makers"], "", "RSBKM"),
        ("sense", ["the GP wrote Uma a prescription"], "Grand Prix / general practitioner", "general practitioner"),
        ("odd", ["LED", "GDP", "DNA"], "biology and medicine", "DNA"),
    ],
)
def test_facts(ask: str, items: list[str], target: str, answer: str) -> None:
    args = {**ARGS, "ask": ask, "items": items, "target": target}
    assert check("abbreviations", args, f"Answer: {answer}").passed
    assert not check("abbreviations", args, f"Answer: {answer}, LAN").passed


def test_both_tables_agree_on_every_abbreviation() -> None:
    for one in ABBREVIATIONS:
        for language, full in (("en", one.en), ("zh", one.zh)):
            if full:
                args = {**ARGS, "items": [one.short], "language": language}
                assert check("abbreviations", args, f"Answer: {full}").passed, one
                field = {**args, "ask": "odd", "target": FIELDS[one.field][language]}
                assert check("abbreviations", field, f"Answer: {one.short}").passed, one


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("abbreviations", ARGS, text).passed
