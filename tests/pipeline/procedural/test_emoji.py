import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.reading.emoji import emoji_of
from filters.verify import check
from pipeline.keyed import generator
from pipeline.teachers.procedural.families.emoji import TABLES
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds, tasks

ARGS = {"message": "my dog plays football", "count": 3, "begins": "⚽", "contains": "🐶", "no_twice": True}


def test_contract() -> None:
    holds("emoji", distinct=0.97)


def test_each_emoji_of_the_tables_counts_as_one() -> None:
    for table in TABLES.values():
        for idea in table:
            for emoji in idea.emoji:
                assert emoji_of(emoji) == [emoji.replace("\ufe0f", "")], emoji


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("👩‍🚒", 1),
        ("👍🏽👍", 2),
        ("🇯🇵🇧🇷", 2),
        ("1️⃣2️⃣", 2),
        ("❤️❤", 2),
        ("👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2),
        ("🏴‍☠️⛈️⚡", 3),
        ("🕵🏻‍♀️", 1),
    ],
)
def test_sequences_count_as_readers_see_them(text: str, count: int) -> None:
    found = emoji_of(text)
    assert found is not None
    assert len(found) == count


@pytest.mark.parametrize("text", ["🐶!", "dog", "🐶狗", "🇯", "1", "→", "✓", "①", "\u200d", "🐶\u200d", "\ufe0f"])
def test_what_is_no_emoji_is_told(text: str) -> None:
    assert emoji_of(text) is None


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ("⚽🐶🥅", ""),
        (" ⚽ 🐶 🥅\n", ""),
        ("⚽🐶", "wrong_count"),
        ("🐶⚽🥅", "wrong_beginning"),
        ("⚽🐕🥅", "emoji_missing"),
        ("⚽🐶⚽", "repeated"),
        ("⚽🐶🥅 goal", "not_emoji"),
        ("🐶" * 300, "wrong_count"),
        ("🐶" * 500, "too_long"),
    ],
)
def test_each_demand_is_judged(response: str, reason: str) -> None:
    assert check("emoji", ARGS, response).reason == reason


def test_all_demands_together_are_met() -> None:
    subject = family("emoji")
    for key, args in tasks(subject, "en", 100):
        harder: dict[str, object] | None = args
        for step in range(4):
            last, harder = harder, subject.evolve(generator(key, step), harder, "en") if harder else None
            if harder is None and last is not None:
                assert {"begins", "contains", "no_twice"} <= set(last)
            if harder is not None:
                assert check("emoji", harder, subject.solve(harder, "en").text).passed


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("emoji", ARGS, text)
