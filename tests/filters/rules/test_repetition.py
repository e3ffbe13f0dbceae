import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.rules.repetition import covered, repeated, top_share
from tests.filters.rules.cases import reason

SENTENCE = "The wheel turns and the stones grind the corn of the whole valley into flour."
CHINESE = "水车转动，石磨把整个山谷的谷物磨成面粉。"


def numbered(count: int) -> list[str]:
    return [f"Line {number} tells of mill {number * 7} and of river {number * 13}." for number in range(count)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n".join([SENTENCE] * 8), "repeated_lines"),
        ("\n".join([CHINESE] * 8), "repeated_lines"),
        ("\n\n".join(["The wheel turns."] * 4), "repeated_paragraphs"),
        (" ".join([SENTENCE] * 12), "repeated_words"),
        (CHINESE * 8, "repeated_words"),
        ("\n".join([SENTENCE] * 6), ""),
        ("\n".join(numbered(20)), ""),
        ("```\n" + "\n".join(["x = 1"] * 30) + "\n```", ""),
        ("La la la\n" * 3 + "\n".join(numbered(5)), ""),
        ("| a | b |\n| --- | --- |\n" + "\n".join(f"| yes | {number} |" for number in range(30)), ""),
        ("yes", ""),
        ("", ""),
    ],
)
def test_a_response_that_goes_round_in_circles_is_rejected(text: str, expected: str) -> None:
    assert reason("repetition", text) == expected


WORDS = st.lists(st.sampled_from("abcd"), max_size=60)


@given(WORDS, st.integers(1, 6))
def test_a_longer_run_covers_no_more_than_a_shorter_one(words: list[str], size: int) -> None:
    shorter, longer = covered(words, size), covered(words, size + 1)
    assert len(shorter) == len(words)
    assert all(short or not long for short, long in zip(shorter, longer, strict=True))


@given(WORDS, st.integers(1, 6))
def test_only_what_occurs_twice_is_covered(words: list[str], size: int) -> None:
    runs = [tuple(words[place : place + size]) for place in range(len(words) - size + 1)]
    assert any(covered(words, size)) == (len(set(runs)) < len(runs))


@given(WORDS)
def test_shares_lie_between_nothing_and_all(words: list[str]) -> None:
    assert 0 <= repeated(words) < 1
    assert top_share(words, 2) >= 0
