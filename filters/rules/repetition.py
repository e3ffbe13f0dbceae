"""Whether a response goes round in circles.

Gopher's rules (filters/rules/gopher.py) are made for web pages. An answer is short, and tables, songs and drawings
repeat lines rightly, so these look only at longer ones, outside code, and allow more.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from filters.rules.passage import Family, Passage, prose, within, words
from filters.verdict import Verdict, passed


@dataclass(frozen=True, slots=True)
class Repetition(Family):
    """Shares of what repeats something earlier. Gopher draws the line at 0.30 of the lines and paragraphs and at 0.16
    of the characters for the commonest four words (Rae et al. 2021, arXiv 2112.11446, table A1); the wider limits here
    are the project's own."""

    max_lines: float = 0.5
    min_lines: int = 8
    """Lines from which that rule holds."""
    max_paragraphs: float = 0.5
    min_paragraphs: int = 4
    max_ngrams: float = 0.6
    """Share of the words that lie in a run of `ngram` words which occurred before. A model that has fallen into a loop
    comes near 1; of the answers in Self-Instruct, GSM8K and the demo none comes above 0.48."""
    ngram: int = 10
    """Words in such a run: Gopher's longest."""
    min_words: int = 100
    """Words from which that rule holds."""


_BLANK = re.compile(r"\n[ \t]*\n")
_TABLE = re.compile(r"^[ \t]*\|.*$", re.MULTILINE)


def lines(passage: Passage, limits: Repetition) -> Verdict:
    if passage.text.count("\n") + 1 < limits.min_lines:
        return passed()
    found = [line.strip() for line in prose(passage.text).split("\n") if line.strip()]
    if len(found) < limits.min_lines:
        return passed()
    return within("repeated_lines", "share of the lines", repeated(found), most=limits.max_lines)


def paragraphs(passage: Passage, limits: Repetition) -> Verdict:
    if passage.text.count("\n") < 2 * (limits.min_paragraphs - 1):
        return passed()
    found = [one.strip() for one in _BLANK.split(prose(passage.text)) if one.strip()]
    if len(found) < limits.min_paragraphs:
        return passed()
    return within("repeated_paragraphs", "share of the paragraphs", repeated(found), most=limits.max_paragraphs)


def ngrams(passage: Passage, limits: Repetition) -> Verdict:
    fewest = limits.min_words * (2 if passage.text.isascii() else 1)  # a word and a blank, or a Chinese word
    if len(passage.text) < fewest:
        return passed()
    found = words(_TABLE.sub("", prose(passage.text)))
    if len(found) < limits.min_words:
        return passed()
    share = sum(covered(found, limits.ngram)) / len(found)
    return within(
        "repeated_words", f"share of the words in a repeated run of {limits.ngram}", share, most=limits.max_ngrams
    )


def repeated(items: Sequence[str]) -> float:
    """The share of items that repeat an earlier one."""
    return 1 - len(set(items)) / len(items) if items else 0.0


def covered(words_: Sequence[str], size: int) -> list[bool]:
    """For each word whether it lies in a run of `size` words that occurred before."""
    marks = [False] * len(words_)
    runs = list(zip(*(words_[shift:] for shift in range(size)), strict=False))
    if len(set(runs)) == len(runs):
        return marks
    seen: set[tuple[str, ...]] = set()
    for place, run in enumerate(runs):
        if run in seen:
            marks[place : place + size] = [True] * size
        else:
            seen.add(run)
    return marks


def top_share(words_: Sequence[str], size: int) -> float:
    """The share of the characters of all words that the commonest run of `size` words makes, where it occurs twice."""
    runs = Counter(zip(*(words_[shift:] for shift in range(size)), strict=False))
    run, count = runs.most_common(1)[0] if runs else ((), 0)
    return count * sum(map(len, run)) / max(1, sum(map(len, words_))) if count > 1 else 0.0
