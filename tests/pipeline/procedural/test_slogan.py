import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.keyed import generator
from pipeline.teachers.procedural.families.slogan import DEMANDS
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds, tasks

ARGS = {
    "name": "Otto",
    "thing": "a bakery",
    "word": "joy",
    "most": 6,
    "begins": "Taste",
    "avoid_word": "with",
    "avoid_letter": "k",
    "exact": 5,
}


def test_contract() -> None:
    holds("slogan", distinct=0.97)


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ("Taste joy in every bite!", ""),
        (" “TASTE JOY in every bite!”\n", ""),
        ("Taste joy\nin every bite!", "not_one_line"),
        ("Taste joy in every bite.", "no_exclamation_mark"),
        ("Taste joyful in every bite!", "word_missing"),
        ("Taste joy in every single warm bite!", "too_many_words"),
        ("Taste joy in each new bite!", "wrong_number"),
        ("Savour joy in every bite!", "wrong_beginning"),
        ("Taste joy with every bite!", "word_not_allowed"),
        ("Taste joy in every cake!", "letter_not_allowed"),
        ("Taste joy " * 50 + "!", "too_long"),
    ],
)
def test_each_demand_is_judged(response: str, reason: str) -> None:
    assert check("slogan", ARGS, response).reason == reason


def test_tasks_grow_harder_as_long_as_a_slogan_can_be_found() -> None:
    subject = family("slogan")
    most = 0
    for key, args in tasks(subject, "en", 100):
        for step in range(len(DEMANDS)):
            harder = subject.evolve(generator(key, step), args, "en")
            if harder is None:
                break
            args = harder
            assert check("slogan", args, subject.solve(args, "en").text).passed
        most = max(most, sum(demand in args for demand in DEMANDS))
    assert most == len(DEMANDS)


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("slogan", ARGS, text)
    check("slogan", ARGS, f"{text}!")
