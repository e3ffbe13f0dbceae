"""The tokens of a text for comparisons: words, and single characters where a script has no blanks between words.

A text is brought to NFC and case-folded; filters/characters.py says what each character is. `shingles` are runs of
tokens. The kernel of filters/minhash computes the same from UTF-8 without making strings.
"""

import re
import sys
import unicodedata
from functools import cache
from itertools import pairwise

import numpy as np

from filters.characters import ALONE, IGNORED, WORD, kinds

ASCII, PLANE, ALL = 0x80, 0x10000, sys.maxunicode + 1
"""Where the characters end that a text is made of. A pattern for fewer is 7 to 12 times as fast: `re` looks up those of
the first plane in a table and goes through a list of ranges for the rest."""
_BEYOND = re.compile("[\U00010000-\U0010ffff]")


def normalised(text: str) -> str:
    """NFC, full case folding, without ignored characters."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return folded if folded.isascii() else _ignored().sub("", folded)


def tokens(text: str) -> list[str]:
    folded = normalised(text)
    end = ASCII if folded.isascii() else ALL if _BEYOND.search(folded) else PLANE
    return _token(end).findall(folded)


def shingles(text: str, shingle: int) -> list[bytes]:
    """The distinct shingles of a text: runs of `shingle` tokens, joined by blanks, in UTF-8.

    A text shorter than one shingle is one shingle by itself.
    """
    words = tokens(text)
    runs = (words[start : start + shingle] for start in range(max(1, len(words) - shingle + 1)))
    return list(dict.fromkeys(" ".join(run).encode("utf-8", "surrogatepass") for run in runs))


@cache
def _ignored() -> re.Pattern[str]:
    return re.compile(f"[{_ranges(IGNORED, ALL)}]+")


@cache
def _token(end: int) -> re.Pattern[str]:
    """A token of a text whose characters are all below `end`."""
    return re.compile(f"[{_ranges(WORD, end)}]+|[{_ranges(ALONE, end)}]")


def _ranges(kind: int, end: int) -> str:
    """The characters of a kind, up to `end`, for a bracket expression of `re`."""
    table = kinds()[:end] == kind
    edges = np.flatnonzero(np.diff(table, prepend=False, append=False))
    return "".join(
        f"{re.escape(chr(first))}-{re.escape(chr(end - 1))}" for first, end in list(pairwise(edges.tolist()))[::2]
    )
