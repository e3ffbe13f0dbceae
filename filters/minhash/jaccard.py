"""The true Jaccard similarity of two texts: that of the sets of their shingles' 64-bit hashes.

Two different shingles share a hash with a chance of 2^-64, so the figure is exact for all purposes.
"""

import numpy as np
import numpy.typing as npt

from filters.compiled import compiled
from filters.minhash.hashing import text_hashes
from filters.minhash.signing import Sketch, tables
from filters.minhash.texts import Texts

_FREE, _LEFT, _BOTH, _RIGHT = np.uint8(0), np.uint8(1), np.uint8(2), np.uint8(3)


def jaccard(texts: Texts, left: int, right: int, sketch: Sketch) -> float:
    """Of the texts at two places, with the shingles of a sketch."""
    known = tables(sketch.unit)
    return float(similarity(texts.data, texts.offsets, left, right, known.entries, known.several, sketch.shingle))


def hashes(texts: Texts, place: int, shingle: int, unit: str = "words") -> npt.NDArray[np.uint64]:
    """Those of one text's shingles, in order, repeated ones too; of a shorter text the one of all its tokens."""
    known = tables(unit)
    start, end = texts.offsets[place], texts.offsets[place + 1]
    tokens, out = np.empty(end - start + 2, np.uint64), np.empty(end - start + 2, np.uint64)
    return out[: text_hashes(texts.data, start, end, known.entries, known.several, shingle, tokens, out)]


@compiled
def similarity(data, offsets, left, right, entries, several, shingle):  # type: ignore[no-untyped-def]
    """In time linear in the two texts: an open table of hashes, with whose they are."""
    longest = max(offsets[left + 1] - offsets[left], offsets[right + 1] - offsets[right])
    tokens = np.empty(longest + 2, np.uint64)
    mine, other = np.empty(longest + 2, np.uint64), np.empty(longest + 2, np.uint64)
    count = text_hashes(data, offsets[left], offsets[left + 1], entries, several, shingle, tokens, mine)
    others = text_hashes(data, offsets[right], offsets[right + 1], entries, several, shingle, tokens, other)
    size = 1
    while size < 2 * (count + others):
        size *= 2
    keys, states = np.empty(size, np.uint64), np.zeros(size, np.uint8)
    union = shared = 0
    for place in range(count):
        slot = _slot(keys, states, mine[place])
        union += states[slot] == _FREE
        keys[slot], states[slot] = mine[place], _LEFT
    for place in range(others):
        slot = _slot(keys, states, other[place])
        if states[slot] == _FREE:
            union += 1
            keys[slot], states[slot] = other[place], _RIGHT
        elif states[slot] == _LEFT:
            shared += 1
            states[slot] = _BOTH
    return shared / union


@compiled
def _slot(keys, states, key):  # type: ignore[no-untyped-def]
    slot = key & np.uint64(len(keys) - 1)
    while states[slot] != _FREE and keys[slot] != key:
        slot = (slot + np.uint64(1)) & np.uint64(len(keys) - 1)
    return slot
