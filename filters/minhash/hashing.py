"""From the bytes of a text to the 64-bit hashes of its shingles, in one pass.

The hash of a token is FNV-1a's recurrence over code points with a 64-bit multiplier, then mixed; the hash of a shingle
is the polynomial of its tokens' hashes, which can roll along the text, mixed again. `shingle_hash` computes it from a
shingle's bytes, so that other programs (datasketch's `hashfunc`) can use the same. Constants: odd 64-bit numbers of the
golden ratio and of MurmurHash3's and SplitMix64's finalisers. Not for use against an adversary.
"""

import numpy as np

from filters.characters import ALONE, EXPANDS, IGNORED, KIND, VALUE_SHIFT, WORD
from filters.compiled import compiled
from filters.minhash.decode import code_point

SEED = np.uint64(0xCBF29CE484222325)
STEP = np.uint64(0x9E3779B97F4A7C15)
BASE = np.uint64(0xD6E8FEB86659FD93)
MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
MIX_2 = np.uint64(0x94D049BB133111EB)
_ASCII = np.uint8(0x80)
_ONE = np.uint64(1)


@compiled
def mixed(value):  # type: ignore[no-untyped-def]
    """SplitMix64's finaliser (Steele, Lea and Flood 2014): a bijection of 64 bits."""
    value = (value ^ value >> np.uint64(30)) * MIX_1
    value = (value ^ value >> np.uint64(27)) * MIX_2
    return value ^ value >> np.uint64(31)


@compiled
def token_hashes(data, start, end, entries, several, out):  # type: ignore[no-untyped-def]
    """Writes the unmixed hash of each token to `out` (one place a byte and one more suffices), and says how many."""
    count = np.uint64(0)  # unsigned, as all that indexes here: a signed index is first looked at for being below 0
    current = SEED
    in_word = np.uint64(0)
    at = np.uint64(start)
    while at < np.uint64(end):
        byte = data[at]
        if byte < _ASCII:  # without branches: where a word ends cannot be predicted
            entry = entries[byte]  # never IGNORED, so that one bit says WORD and the next ALONE
            value = np.uint64(entry >> VALUE_SHIFT)
            word = np.uint64(entry & WORD)
            out[count] = current
            count += in_word & (word ^ _ONE)
            out[count] = (SEED ^ value) * STEP
            count += np.uint64(entry & ALONE) >> _ONE
            stepped = (current ^ value) * STEP
            current = stepped if word else SEED
            in_word = word
            at += _ONE
            continue
        point, after = code_point(data, np.int64(at), end)
        at = np.uint64(after)
        entry = entries[point]
        kind = entry & KIND
        if kind == WORD:
            current, in_word = _fold_into(current, entry, several), _ONE
        elif kind != IGNORED:
            out[count] = current
            count += in_word
            current, in_word = SEED, np.uint64(0)
            if kind == ALONE:
                out[count] = _fold_into(SEED, entry, several)
                count += _ONE
    out[count] = current
    return np.int64(count + in_word)


@compiled
def _fold_into(current, entry, several):  # type: ignore[no-untyped-def]
    if not entry & EXPANDS:
        return (current ^ np.uint64(entry >> VALUE_SHIFT)) * STEP
    row = entry >> VALUE_SHIFT
    for place in range(several.shape[1]):
        if several[row, place]:
            current = (current ^ np.uint64(several[row, place])) * STEP
    return current


@compiled
def roll(hashes, count, shingle, out):  # type: ignore[no-untyped-def]
    """From `count` unmixed hashes of tokens (mixed in place) to those of the shingles, and how many. One for a text of
    fewer tokens than a shingle has."""
    for place in range(count):
        hashes[place] = mixed(hashes[place])
    length = min(count, shingle)
    top = np.uint64(1)
    value = np.uint64(0)
    for place in range(length):
        value = value * BASE + hashes[place]
        top *= BASE
    out[0] = value
    for place in range(length, count):
        value = value * BASE + hashes[place] - top * hashes[place - length]
        out[place - length + 1] = value
    made = count - length + 1
    for place in range(made):
        out[place] = mixed(out[place])
    return made


@compiled
def text_hashes(data, start, end, entries, several, shingle, tokens, out):  # type: ignore[no-untyped-def]
    """The hashes of all shingles of one text, in order, repeated ones too."""
    return roll(tokens, token_hashes(data, start, end, entries, several, tokens), shingle, out)


_BITS = (1 << 64) - 1


def shingle_hash(shingle: bytes) -> int:
    """The 64-bit hash of one shingle: tokens joined by blanks, in UTF-8. The kernel's result, by Python's integers."""
    value = 0
    for token in shingle.decode("utf-8", "surrogatepass").split(" ") if shingle else ():
        current = int(SEED)
        for character in token:
            current = (current ^ ord(character)) * int(STEP) & _BITS
        value = (value * int(BASE) + _mixed(current)) & _BITS
    return _mixed(value)


def shingle_hash32(shingle: bytes) -> int:
    """The upper half of `shingle_hash`: the `hashfunc` with which datasketch's MinHash gives our signatures."""
    return shingle_hash(shingle) >> 32


def _mixed(value: int) -> int:
    value = (value ^ value >> 30) * int(MIX_1) & _BITS
    value = (value ^ value >> 27) * int(MIX_2) & _BITS
    return value ^ value >> 31
