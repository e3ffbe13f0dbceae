import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.keyed import generator
from pipeline.teachers.procedural.families.title import LEAST, SHORTEST_LIMIT, TITLES, within
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds, tasks

ARGS = {
    "sentence": "The parser reads the table of names and writes a report for each of them.",
    "word": "parser",
    "also": "",
    "least": 2,
    "most": 5,
    "avoid": "",
}


def test_contract() -> None:
    holds("title")


def test_forms_are_many_capitalised_and_short_enough() -> None:
    assert len(set(TITLES)) == len(TITLES) >= 40
    assert all(word[0].isupper() for title in TITLES for word in title.replace("{topic}", "X").split())
    assert len(within(LEAST, SHORTEST_LIMIT, "")) >= 10


@pytest.mark.parametrize(
    ("change", "response", "reason"),
    [
        ({}, "Notes On The Parser", ""),
        ({}, '"Notes On The Parser"', ""),
        ({}, "Notes on The Parser", "small_letter"),
        ({}, "Notes On The Parser.", "full_stop"),
        ({}, "Notes On The Parsers", "word_missing"),
        ({}, "Parser", "wrong_length"),
        ({}, "The Parser\nNotes", "not_one_title"),
        ({"least": 5}, "Notes On The Parser", "wrong_length"),
        ({"also": "report"}, "Notes On The Parser", "word_missing"),
        ({"avoid": "notes"}, "Notes On The Parser", "word_not_avoided"),
    ],
)
def test_each_demand_is_checked(change: dict[str, object], response: str, reason: str) -> None:
    assert check("title", {**ARGS, **change}, response).reason == reason


def test_evolution_goes_on_for_three_rounds() -> None:
    subject = family("title")
    for key, args in tasks(subject, "en", 100):
        rounds = 0
        while (harder := subject.evolve(generator(key, rounds), args, "en")) is not None:
            args, rounds = harder, rounds + 1
            assert check("title", args, subject.solve(args, "en").text).passed
        assert 1 <= rounds <= 3


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ("《图书馆的故事》", ""),
        ("图书馆的故事。", "punctuation"),
        ("书店的故事", "word_missing"),
        ("图书馆", "wrong_length"),
        ("走近图书馆", ""),
    ],
)
def test_chinese_titles_are_counted_in_characters(response: str, reason: str) -> None:
    args = {**ARGS, "sentence": "图书馆每天早上八点开门。", "word": "图书馆", "least": 4, "most": 8}
    assert check("title", args, response).reason == reason


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("title", ARGS, text).passed
