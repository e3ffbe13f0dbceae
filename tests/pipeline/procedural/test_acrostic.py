import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.keyed import generator
from pipeline.teachers.procedural.families.acrostic import SPELLED
from pipeline.teachers.procedural.family import SeedText
from pipeline.teachers.procedural.registry import family
from pipeline.teachers.procedural.words.verses import ADJECTIVES, ADVERBS, THEMES
from tests.pipeline.procedural.contract import holds, tasks

SUN = {
    "word": "sun",
    "theme": "the sea",
    "low": 2,
    "high": 4,
    "contains": ["sea"],
    "avoid_words": ["the"],
    "avoid_letter": "x",
}
POEM = "Soft gulls call,\nUnder a grey sea,\nNow sails return."


def test_contract() -> None:
    holds("acrostic", distinct=0.98)


@pytest.mark.parametrize(
    ("poem", "reason"),
    [
        (POEM, ""),
        (POEM.lower().replace("\n", "\n\n  "), ""),
        (POEM.replace("sea", "sky"), "word_missing"),
        (POEM.replace("a grey", "the grey"), "word_forbidden"),
        (POEM.replace("grey", "complex"), "letter_forbidden"),
        (POEM.replace("Under", "Over"), "wrong_initial"),
        (POEM.replace("Now", "- Then"), "wrong_initial"),
        (POEM.replace("Now", "- Now"), ""),
        (POEM.replace("call", "call and call again"), "wrong_length"),
        (POEM.replace("Soft gulls call", "Soft"), "wrong_length"),
        (POEM + "\nSo.", "wrong_lines"),
        (POEM.split("\n")[0], "wrong_lines"),
    ],
)
def test_each_constraint_is_judged(poem: str, reason: str) -> None:
    assert check("acrostic", SUN, poem).reason == reason


def test_a_line_may_not_occur_twice() -> None:
    args = {"word": "oo", "low": 1, "high": 3, "contains": [], "avoid_words": []}
    assert check("acrostic", args, "Over hills\nOver, hills").reason == "repeated"


def test_the_tables_are_whole() -> None:
    assert set(ADJECTIVES) == set(string.ascii_lowercase)
    for table in (ADJECTIVES, ADVERBS):
        assert all(word[0] == letter for letter, words in table.items() for word in words)
    for theme in THEMES.values():
        assert sum(theme.word in tail.split() for tail in theme.tails) >= 2 or theme.word in theme.nouns
    assert all(word.isalpha() and word.isascii() and len(set(word)) > 1 for word in SPELLED)


def test_poems_differ() -> None:
    subject = family("acrostic")
    poems = {subject.solve(args, "en").text for _, args in tasks(subject, "en", 300)}
    assert len(poems) > 295


def test_constraints_can_be_piled_up() -> None:
    subject = family("acrostic")
    for attempt in range(40):
        rng = generator("piled", attempt)
        args = subject.propose(rng, SeedText(), "en")
        for _ in range(4):
            if args is not None:
                assert check("acrostic", args, subject.solve(args, "en").text).passed
                args = subject.evolve(rng, args, "en")


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("acrostic", SUN, text)
    check("acrostic", SUN, f"{POEM}{text}")
