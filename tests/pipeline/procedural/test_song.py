import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.words.song_lines import CHINESE_TAILS, CHINESE_THEMES, TAILS
from tests.pipeline.procedural.contract import holds

ARGS = {
    "verses": 1,
    "scheme": "aab",
    "ends": {"a": ["day", "way", "stay"], "b": ["sea"]},
    "refrain": "Come home, Ada",
    "low": 3,
    "high": 6,
    "contains": ["gulls"],
}
SONG = "Verse 1\nThe gulls cry all day,\nAnd sails go their way,\nOver the sea.\n\nCome home, Ada!"


def test_contract() -> None:
    holds("song", distinct=0.99)


@pytest.mark.parametrize(
    ("song", "reason"),
    [
        (SONG, ""),
        (SONG.replace("Come home", "Go home"), "wrong_refrain"),
        (SONG.replace("\nOver the sea.", ""), "wrong_lines"),
        (SONG.replace("their way", "their road"), "wrong_rhyme"),
        (SONG.replace("their way", "by day"), "rhyme_repeated"),
        (SONG.replace("Over the", "The"), "wrong_length"),
        (SONG.replace("gulls", "birds"), "word_missing"),
    ],
)
def test_each_demand_is_judged(song: str, reason: str) -> None:
    assert check("song", ARGS, song).reason == reason


def test_the_tables_are_whole() -> None:
    assert all(len(tails) >= 6 for tails in (*TAILS.values(), *CHINESE_TAILS.values()))
    assert all(len(tail) == 3 for tails in CHINESE_TAILS.values() for tail in tails.values())
    assert all(len(head) == 4 for heads in CHINESE_THEMES.values() for head in heads.split("|"))


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("song", ARGS, text)
    check("song", ARGS, SONG + text)
