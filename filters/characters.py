"""What each character is to a comparison of texts, as tables over all code points.

Four kinds: a character separates tokens, belongs to a word, is a token alone, or is as if it were not there. Alone
stand punctuation and symbols, and the letters of scripts that put no blanks between words (Han, kana, Bopomofo, Yi,
Thai, Lao, Khmer, Myanmar). Marks belong to the word they stand in. Ignored are format characters and variation
selectors: a soft hyphen or a choice of glyph does not change a text. Categories are those of this Python's
`unicodedata`.

The compiled kernels read the same tables as the Python code, so that both cut one text in one way.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

SEPARATES, WORD, ALONE, IGNORED = 0b00, 0b01, 0b10, 0b11

CODE_POINTS = 0x110000
KIND = 0b011
EXPANDS = 0b100
"""Set in an entry whose character folds to several; what stands above is then its row in `Folding.several`."""
VALUE_SHIFT = 3

COMPOSES = 0x80
"""Set for a character that NFC never leaves as it is, or that it may join to the one before."""

WITHOUT_BLANKS = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # radicals
    (0x3005, 0x312F),  # iteration mark, Hangzhou numerals, kana, Bopomofo
    (0x31A0, 0x31BF),  # Bopomofo extended
    (0x31F0, 0x31FF),  # Katakana phonetic extensions
    (0x3400, 0x4DBF),  # Han, extension A
    (0x4E00, 0xA4CF),  # Han, Yi
    (0xA9E0, 0xA9FF),  # Myanmar extended B
    (0xAA60, 0xAA7F),  # Myanmar extended A
    (0xF900, 0xFAFF),  # Han compatibility
    (0xFF66, 0xFF9F),  # halfwidth Katakana
    (0x1AFF0, 0x1B16F),  # kana extended
    (0x20000, 0x3FFFF),  # Han, extensions B and later
)
_SELECTORS = ((0x034F, 0x034F), (0x180B, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
_ZERO_WIDTH_SPACE = 0x200B
_LAST_NAMED = 0x33480
"""Beyond it Unicode has assigned tags, variation selectors and private use only."""


@dataclass(frozen=True, slots=True)
class Folding:
    """`entries` (CODE_POINTS,) uint32: in the lowest bits the kind, above it the code point (or the row of `several`)
    to which full case folding takes a character. `several` (rows, 3) uint32: foldings to two or three code points,
    ended by 0."""

    entries: npt.NDArray[np.uint32]
    several: npt.NDArray[np.uint32]


@cache
def kinds() -> npt.NDArray[np.uint8]:
    """(CODE_POINTS,) the kind of each character."""
    table = np.full(CODE_POINTS, ALONE, np.uint8)
    by_category = {"Z": SEPARATES, "L": WORD, "N": WORD, "M": WORD}
    for point in range(_LAST_NAMED):
        category = unicodedata.category(chr(point))
        if category == "Cc":
            table[point] = SEPARATES
        elif category == "Cf":
            table[point] = IGNORED
        else:
            table[point] = by_category.get(category[0], ALONE)
    for first, last in WITHOUT_BLANKS:
        part = table[first : last + 1]
        part[part == WORD] = ALONE
    for first, last in _SELECTORS:
        table[first : last + 1] = IGNORED
    table[0xE0000:0xE0080] = IGNORED  # tags
    table[_ZERO_WIDTH_SPACE] = SEPARATES
    table.flags.writeable = False
    return table


@cache
def letters() -> npt.NDArray[np.bool_]:
    """(CODE_POINTS,) which characters are letters, digits or marks: in words, or alone for want of blanks."""
    table = kinds() == WORD
    for point in (point for first, last in WITHOUT_BLANKS for point in range(first, last + 1)):
        table[point] |= kinds()[point] == ALONE and unicodedata.category(chr(point))[0] in "LNM"
    table.flags.writeable = False
    return table


@cache
def folding() -> Folding:
    """Kinds and full case folding (Unicode 3.13, toCasefold) in one table."""
    values = np.arange(CODE_POINTS, dtype=np.uint32) << np.uint32(VALUE_SHIFT)
    several: list[list[int]] = []
    for point in range(_LAST_NAMED):
        folded = chr(point).casefold()
        if len(folded) > 1:
            values[point] = EXPANDS | len(several) << VALUE_SHIFT
            several.append([*map(ord, folded), 0][:3])
        elif ord(folded) != point:
            values[point] = ord(folded) << VALUE_SHIFT
    return Folding(kinds() | values, np.array(several, np.uint32))


@cache
def composition() -> npt.NDArray[np.uint8]:
    """(CODE_POINTS,) what the quick check for NFC needs (Unicode annex 15, section 9): COMPOSES, and below it the rank
    of the canonical combining class, 0 for a starter."""
    table = np.zeros(CODE_POINTS, np.uint8)
    classes = sorted({unicodedata.combining(chr(point)) for point in range(_LAST_NAMED)})
    rank = {combining: place for place, combining in enumerate(classes)}
    for point in range(_LAST_NAMED):
        character = chr(point)
        if combining := unicodedata.combining(character):
            table[point] |= rank[combining]
        parts = unicodedata.decomposition(character)
        if parts and not parts.startswith("<"):
            if unicodedata.normalize("NFC", character) != character:
                table[point] |= COMPOSES
            elif len(points := parts.split()) == 2:
                table[int(points[1], 16)] |= COMPOSES
    table[0x1161:0x1176] |= COMPOSES  # Hangul vowels and final consonants join the syllable before them
    table[0x11A8:0x11C3] |= COMPOSES
    table.flags.writeable = False
    return table


@cache
def suspicious_bytes() -> npt.NDArray[np.uint8]:
    """(256,) 1 for each byte that may start the UTF-8 of a character for which `composition` is not 0: the quick check
    passes over all others."""
    table = np.zeros(256, np.uint8)
    for point in np.flatnonzero(composition()):
        table[chr(point).encode("utf-8")[0]] = 1
    table.flags.writeable = False
    return table
