import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.keyed import generator
from pipeline.teachers.procedural.family import SeedText
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds

RULES = {
    "length": 10,
    "digits": 2,
    "upper": 1,
    "lower": 2,
    "symbols": 1,
    "allowed": "!?",
    "begins": "K",
    "ends": "7",
    "contains": "fox",
    "forbidden": "0Oq",
    "no_repeat": True,
    "no_twice": True,
}


def test_contract() -> None:
    holds("password", distinct=0.99)


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("K!3foxabc7", ""),
        ("K!3foxab7", "wrong_length"),
        ("K#3foxabc7", "not_allowed"),
        ("Ké3foxabc7", "not_allowed"),
        ("K!dfoxabc7", "too_few_digits"),
        ("Kz3foxabc7", "too_few_symbols"),
        ("k!3foxabC7", "wrong_beginning"),
        ("K!37foxabc", "wrong_end"),
        ("K!3fxoabc7", "part_missing"),
        ("K!3foxabq7", "forbidden"),
        ("K!3foxabb7", "repeated"),
        ("K!3foxbab7", "repeated"),
        ("K!3 foxab7", "no_answer"),
    ],
)
def test_each_constraint_is_judged(password: str, reason: str) -> None:
    assert check("password", RULES, f"Answer: {password}").reason == reason


def test_many_constraints_at_once_are_still_met() -> None:
    subject = family("password", {"most_options": 6})
    for attempt in range(100):
        rng = generator("many", attempt)
        args = subject.propose(rng, SeedText(), "en")
        while args is not None:
            assert check("password", args, subject.solve(args, "en").text).passed
            args = subject.evolve(rng, args, "en")


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("password", RULES, text)
    check("password", RULES, f"Answer: {text}")
