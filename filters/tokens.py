"""The tokens of a text for comparisons: words, and single characters where a script has no blanks between words.

A text is brought to NFC and case-folded; filters/characters.py says what each character is. `shingles` are runs of
tokens. The kernel of filters/minhash computes the same from UTF-8 without making strings.
"""

import re
import unicodedata
from functools import cache
from itertools import pairwise

import numpy as np

from filters.characters import ALONE, IGNORED, WORD, kinds


def normalised(text: str) -> str:
    """NFC, full case folding, without ignored characters."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return folded if folded.isascii() else _patterns()[0].sub("", folded)


def tokens(text: str) -> list[str]:
    return _patterns()[1].findall(normalised(text))


def shingles(text: str, shingle: int) -> list[bytes]:
    """The distinct shingles of a text: runs of `shingle` tokens, joined by blanks, in UTF-8.

    A text shorter than one shingle is one shingle by itself.
    """
    words = tokens(text)
    runs = (words[start : start + shingle] for start in range(max(1, len(words) - shingle + 1)))
    return list(dict.fromkeys(" ".join(run).encode("utf-8", "surrogatepass") for run in runs))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What to leave out, and a token."""
    ignored, word, alone = (_ranges(kind) for kind in (IGNORED, WORD, ALONE))
    return re.compile(f"[{ignored}]+"), re.compile(f"[{word}]+|[{alone}]")


def _ranges(kind: int) -> str:
    """The characters of a kind for a bracket expression of `re`."""
    table = kinds() == kind
    edges = np.flatnonzero(np.diff(table, prepend=False, append=False))
    return "".join(
        f"{re.escape(chr(first))}-{re.escape(chr(end - 1))}" for first, end in list(pairwise(edges.tolist()))[::2]
    )
