"""Gopher's rules for documents (Rae et al. 2021, arXiv 2112.11446, appendix A1.1 and table A1).

Of duplicates the repeats count, not the first occurrence. A run of words counts as duplicate by the words it covers, so
that a longer run covers no more than a shorter one, and most texts are done after the runs of five.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from filters.rules.passage import CJK_PATTERN, Family, Passage, within
from filters.rules.repetition import covered, top_share
from filters.verdict import Verdict, passed


@dataclass(frozen=True, slots=True)
class Gopher(Family):
    max_lines: float = 0.30
    """Share of lines that repeat an earlier one."""
    max_line_characters: float = 0.20
    max_paragraphs: float = 0.30
    max_paragraph_characters: float = 0.20
    max_top_ngram: tuple[float, ...] = (0.20, 0.18, 0.16)
    """Share of characters in the commonest run of 2, 3 and 4 words."""
    max_ngrams: tuple[float, ...] = (0.15, 0.14, 0.13, 0.12, 0.11, 0.10)
    """Share of characters in runs of 5 to 10 words that occurred before."""
    min_words: int = 50
    max_words: int = 100_000
    min_word_length: int = 3
    max_word_length: int = 10
    """Mean characters of a word, in texts with blanks between words."""
    max_symbols: float = 0.1
    """Hash signs, and ellipses, a word."""
    max_bullets: float = 0.9
    """Share of lines that begin with a bullet."""
    max_ellipses: float = 0.3
    """Share of lines that end in an ellipsis."""
    min_alphabetic: float = 0.8
    """Share of words with a letter."""
    min_stop_words: int = 2
    """How many of the, be, to, of, and, that, have, with an English text holds."""


STOP_WORDS = frozenset("the be to of and that have with".split())
FIRST_TOP, FIRST_NGRAM = 2, 5
_PARAGRAPH = re.compile(r"\n{2,}")
_STRIP = ".,;:!?\"'()[]{}«»“”‘’—–-*_`"


def repetition(passage: Passage, limits: Gopher) -> Verdict:
    text = passage.text
    size = max(1, len(text))
    for name, pieces, shares in (
        ("paragraphs", _PARAGRAPH.split(text.strip()), (limits.max_paragraphs, limits.max_paragraph_characters)),
        ("lines", text.split("\n"), (limits.max_lines, limits.max_line_characters)),
    ):
        found = [piece for piece in pieces if piece.strip()]
        if len(found) == len(set(found)):
            continue
        repeats = _repeats(found)
        for what, value, most in zip(
            (name, f"characters in {name}"),
            (len(repeats) / len(found), sum(map(len, repeats)) / size),
            shares,
            strict=True,
        ):
            verdict = within(f"gopher_repeated_{name}", f"share of {what}", value, most=most)
            if not verdict.passed:
                return verdict
    return _ngrams(tokens(text), limits)


def _ngrams(found: Sequence[str], limits: Gopher) -> Verdict:
    for length, most in enumerate(limits.max_top_ngram, FIRST_TOP):
        share = top_share(found, length)
        verdict = within("gopher_top_ngram", f"share of characters in the commonest {length} words", share, most=most)
        if not verdict.passed:
            return verdict
    sizes = [len(word) for word in found]
    total = max(1, sum(sizes))
    for length, most in enumerate(limits.max_ngrams, FIRST_NGRAM):
        marks = covered(found, length)
        share = sum(size for size, mark in zip(sizes, marks, strict=True) if mark) / total
        verdict = within("gopher_repeated_ngrams", f"share of characters in repeated {length} words", share, most=most)
        if not verdict.passed or share <= min(limits.max_ngrams, default=1.0):
            return verdict
    return passed()


def _repeats(pieces: Sequence[str]) -> list[str]:
    seen: set[str] = set()
    repeats = []
    for piece in pieces:
        if piece in seen:
            repeats.append(piece)
        else:
            seen.add(piece)
    return repeats


def tokens(text: str) -> list[str]:
    """Words between blanks, without the punctuation around them; a Chinese, Japanese or Korean character is a word."""
    spaced = text if text.isascii() else CJK_PATTERN.sub(r" \g<0> ", text)
    return [word for word in (piece.strip(_STRIP) for piece in spaced.lower().split()) if word]


def quality(passage: Passage, limits: Gopher) -> Verdict:
    text = passage.text
    found = tokens(text)
    chinese = not text.isascii() and 10 * len(CJK_PATTERN.findall(text)) > len(text)
    count = max(1, len(found))
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    figures: list[tuple[str, str, float, float, float | None]] = [
        ("gopher_words", "words", len(found), limits.min_words, limits.max_words),
        ("gopher_symbols", "hash signs a word", text.count("#") / count, 0, limits.max_symbols),
        ("gopher_symbols", "ellipses a word", (text.count("...") + text.count("…")) / count, 0, limits.max_symbols),
        ("gopher_bullets", "share of lines", _share(lines, ("-", "•", "*", "●", "・")), 0, limits.max_bullets),
        ("gopher_ellipses", "share of lines", _share_ending(lines, ("...", "…")), 0, limits.max_ellipses),
        ("gopher_alphabetic", "share of words", sum(map(_lettered, found)) / count, limits.min_alphabetic, None),
    ]
    if not chinese:
        mean = sum(map(len, found)) / count
        figures.append(("gopher_word_length", "mean", mean, limits.min_word_length, limits.max_word_length))
        if passage.language in ("", "en"):
            different = len(STOP_WORDS.intersection(found))
            figures.append(("gopher_stop_words", "different ones", different, limits.min_stop_words, None))
    verdicts = (within(reason, what, value, least=least, most=most) for reason, what, value, least, most in figures)
    return next((verdict for verdict in verdicts if not verdict.passed), passed())


def _share(lines: Sequence[str], beginnings: tuple[str, ...]) -> float:
    return sum(line.startswith(beginnings) for line in lines) / max(1, len(lines))


def _share_ending(lines: Sequence[str], endings: tuple[str, ...]) -> float:
    return sum(line.endswith(endings) for line in lines) / max(1, len(lines))


def _lettered(word: str) -> bool:
    return word.isalpha() or any(map(str.isalpha, word))
