"""How long a record and its parts may be."""

from dataclasses import dataclass

from filters.rules.passage import CJK_PATTERN, Family, Passage, within
from filters.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Length(Family):
    """Bounds in characters and in words, a Chinese character being a word; `None` is no bound."""

    max_characters: int = 32_768
    """All turns together: about 8,000 tokens, the context that the shipped recipes ask of a model; the
    project's own."""
    min_prompt_characters: int = 1
    min_response_characters: int = 1
    """An answer may be one letter or one digit; nothing at all is none."""
    min_prompt_words: int = 0
    max_prompt_words: int | None = None
    """Self-Instruct (Wang et al. 2022, arXiv 2212.10560, released code) keeps instructions of 4 to 150 words; records
    that quote what they ask about are longer, so neither is set."""
    min_response_words: int = 0
    max_response_words: int | None = None


def whole(passage: Passage, limits: Length) -> Verdict:
    return within("too_long", "characters", len(passage.text), most=limits.max_characters)


def prompt(passage: Passage, limits: Length) -> Verdict:
    return _bounds(
        passage.text, "prompt", limits.min_prompt_characters, limits.min_prompt_words, limits.max_prompt_words
    )


def response(passage: Passage, limits: Length) -> Verdict:
    return _bounds(
        passage.text, "response", limits.min_response_characters, limits.min_response_words, limits.max_response_words
    )


def _bounds(text: str, what: str, characters: int, least: int, most: int | None) -> Verdict:
    verdict = within(f"{what}_too_short", "characters", len(text.strip()), least=characters)
    if not verdict.passed or (not least and most is None):
        return verdict
    count = count_words(text)
    verdict = within(f"{what}_too_short", "words", count, least=least)
    if not verdict.passed or most is None:
        return verdict
    return within(f"{what}_too_long", "words", count, most=most)


def count_words(text: str) -> int:
    """Words between blanks, each Chinese character counting by itself."""
    if text.isascii():
        return len(text.split())
    spaced, characters = CJK_PATTERN.subn(" ", text)
    return characters + sum(any(map(str.isalnum, word)) for word in spaced.split())
