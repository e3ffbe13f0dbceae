import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.words.countries import CONTINENTS, COUNTRIES
from tests.pipeline.procedural.contract import holds

ARGS = {"language": "en", "setting": "", "ask": "capital", "items": ["Kenya"], "target": "", "several": False}


def test_contract() -> None:
    holds("capitals")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_both_tables_know_every_country_in_both_directions(language: str) -> None:
    for country in COUNTRIES:
        facts = {
            "capital": (country.name[language], country.capital[language]),
            "country": (country.capital[language], country.name[language]),
            "continent": (country.name[language], CONTINENTS[language][country.continent]),
        }
        for ask, (item, answer) in facts.items():
            args = {**ARGS, "language": language, "ask": ask, "items": [item]}
            assert check("capitals", args, f"Answer: {answer}").passed, (ask, item)


def test_no_name_stands_for_two_places() -> None:
    for language in CONTINENTS:
        names = [name for country in COUNTRIES for name in (country.name[language], country.capital[language])]
        assert len(set(names)) == len(names)


def test_spelling_is_free_but_order_and_number_are_not() -> None:
    args = {**ARGS, "items": ["Brazil", "Iceland"]}
    assert check("capitals", args, "Answer: Brasília, reykjavik.").passed
    assert check("capitals", args, "Answer: Reykjavik, Brasilia").reason == "wrong_order"
    assert check("capitals", args, "Answer: Brasilia").reason == "wrong_count"
    asked = {**ARGS, "ask": "country", "items": ["London"]}
    assert check("capitals", asked, "Answer: The United Kingdom").passed
    within = {**ARGS, "ask": "within", "items": ["Peru", "Cuba", "Chad"], "target": "Africa"}
    assert check("capitals", within, "Answer: Chad").reason == "unknown_place"


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("capitals", ARGS, text).passed
