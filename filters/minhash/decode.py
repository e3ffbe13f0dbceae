"""UTF-8 in compiled code: code points, and the quick check for NFC."""

import numpy as np

from filters.characters import COMPOSES
from filters.compiled import compiled

REPLACEMENT = 0xFFFD
BLOCK = 64
"""Bytes that are passed over at once where all are ASCII: a text of Latin letters with a dash here and there is mostly
such blocks."""


@compiled
def code_point(data, at, end):  # type: ignore[no-untyped-def]
    """The code point at `at` and where the next one starts. Bytes that are cut off or no start are U+FFFD each."""
    first = np.uint32(data[at])
    if first < 0x80:
        return first, at + 1
    if 0xC0 <= first < 0xE0 and at + 1 < end:
        return (first & 0x1F) << 6 | (data[at + 1] & 0x3F), at + 2
    if 0xE0 <= first < 0xF0 and at + 2 < end:
        return (first & 0x0F) << 12 | (np.uint32(data[at + 1]) & 0x3F) << 6 | (data[at + 2] & 0x3F), at + 3
    if 0xF0 <= first < 0xF5 and at + 3 < end:
        high = (first & 0x07) << 18 | (np.uint32(data[at + 1]) & 0x3F) << 12
        point = high | (np.uint32(data[at + 2]) & 0x3F) << 6 | (data[at + 3] & 0x3F)
        return (point if point < 0x110000 else np.uint32(REPLACEMENT)), at + 4
    return np.uint32(REPLACEMENT), at + 1


@compiled
def _ascii(data):  # type: ignore[no-untyped-def]
    above = 0
    for place in range(len(data)):  # a sum, and by place: this form becomes vector code
        above += data[place] >> 7
    return above == 0


@compiled
def may_not_be_composed(data, offsets, composition, suspicious):  # type: ignore[no-untyped-def]
    """(n,) False for each text that is surely in NFC: no character that composes, marks in canonical order."""
    doubtful = np.zeros(len(offsets) - 1, np.bool_)
    for row in range(len(offsets) - 1):
        at, end = offsets[row], offsets[row + 1]
        last = 0
        while at < end:
            block = min(at + BLOCK, end)
            if _ascii(data[at:block]):
                at, last = block, 0
                continue
            while at < block:
                if not suspicious[data[at]]:
                    at += 1
                    last = 0
                    continue
                point, at = code_point(data, at, end)
                rank = composition[point] & (COMPOSES - 1)
                if composition[point] & COMPOSES or (rank and rank < last):
                    doubtful[row] = True
                    at = end
                last = rank
    return doubtful
