"""From the hashes of a text's shingles to its signature, in two schemes.

affine32    h -> a h + b mod 2^32 for each permutation, the least value stays: bit for bit that of datasketch 2.0 for
            the same seed and for `shingle_hash32` as its hash function. Cost: shingles x permutations.
fss         Fast Similarity Sketching (Dahlgaard, Knudsen and Thorup 2017, arXiv 1704.04370, algorithm 1): each shingle
            falls into one place a round, with rounds until no place is empty. Cost: about shingles + permutations x
            ln(permutations), which may win from about 1,000 shingles on. Each place agrees with a chance equal to the
            Jaccard similarity, as with affine32, and the estimate's variance is at most about that of affine32.

Signatures of different schemes, seeds or lengths cannot be compared.
"""

import numpy as np
import numpy.typing as npt

from filters.compiled import compiled
from filters.minhash.hashing import STEP, mixed, text_hashes

AFFINE32, FSS = 0, 1
SCHEMES = {"affine32": AFFINE32, "fss": FSS}
LARGEST = np.uint32(0xFFFFFFFF)
TOGETHER = 8
"""Hashes that are permuted at a time."""
_LOW = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)
_NONE = np.uint64(0xFFFFFFFFFFFFFFFF)


def coefficients(permutations: int, seed: int) -> npt.NDArray[np.uint32]:
    """(2, permutations): odd factors and summands, drawn as datasketch 2.0 draws those of its scheme "affine32"."""
    drawn = np.random.RandomState(seed)
    factors = drawn.randint(0, 1 << 31, permutations, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return np.array([factors, drawn.randint(0, 1 << 32, permutations, dtype=np.uint32)])


@compiled
def affine32(hashes, count, factors, summands, short, out):  # type: ignore[no-untyped-def]
    """`out` (permutations,); `short` is room for the 32-bit hashes and `TOGETHER` more.

    The inner loop runs over the permutations: each is an element of a vector, so that no vector is reduced to its least
    element, and there is no remainder where the permutations are a multiple of 16. The hashes go by eights, so that
    factors, summands and least values are fetched once for eight of them; the last one fills up the last eight.
    """
    for place in range(count):  # MurmurHash3's finaliser, as datasketch mixes before it permutes
        value = np.uint32(hashes[place] >> _HALF)
        value = np.uint32((value ^ value >> 16) * np.uint32(0x85EBCA6B))
        value = np.uint32((value ^ value >> 13) * np.uint32(0xC2B2AE35))
        short[place] = value ^ value >> 16
    short[count : count + TOGETHER] = short[count - 1]
    out[:] = LARGEST
    for first in range(0, count, TOGETHER):
        h0, h1, h2, h3 = short[first], short[first + 1], short[first + 2], short[first + 3]
        h4, h5, h6, h7 = short[first + 4], short[first + 5], short[first + 6], short[first + 7]
        for permutation in range(len(out)):
            factor, summand = factors[permutation], summands[permutation]
            one = min(np.uint32(h0 * factor + summand), np.uint32(h1 * factor + summand))
            two = min(np.uint32(h2 * factor + summand), np.uint32(h3 * factor + summand))
            three = min(np.uint32(h4 * factor + summand), np.uint32(h5 * factor + summand))
            four = min(np.uint32(h6 * factor + summand), np.uint32(h7 * factor + summand))
            out[permutation] = min(out[permutation], min(min(one, two), min(three, four)))


@compiled
def fss(hashes, count, start, least, out):  # type: ignore[no-untyped-def]
    """`start` is the seed's own 64 bits, `least` room for one value a place: the round above 32 bits of hash."""
    places = np.uint64(len(out))
    least[:] = _NONE
    empty = len(out)
    for number in range(2 * len(out)):
        salt = start + np.uint64(number) * STEP
        for place in range(count):
            value = mixed(hashes[place] ^ salt)
            column = value >> _HALF
            column = column * places >> _HALF if number < len(out) else np.uint64(number - len(out))
            if least[column] == _NONE:
                empty -= 1
            least[column] = min(least[column], np.uint64(number) << _HALF | value & _LOW)
        if not empty:
            break
    for place in range(len(out)):
        out[place] = np.uint32(mixed(least[place]) >> _HALF)


@compiled
def sign(data, offsets, entries, several, shingle, scheme, factors, summands, start, out):  # type: ignore[no-untyped-def]
    """Signs the texts between `offsets` into `out` (n, permutations). Room for the longest text is taken once."""
    longest = 0
    for row in range(len(offsets) - 1):
        longest = max(longest, offsets[row + 1] - offsets[row])
    tokens = np.empty(longest + 2, np.uint64)
    hashes = np.empty(longest + 2, np.uint64)
    short = np.empty(longest + 2 + TOGETHER, np.uint32)
    least = np.empty(out.shape[1], np.uint64)
    for row in range(len(offsets) - 1):
        count = text_hashes(data, offsets[row], offsets[row + 1], entries, several, shingle, tokens, hashes)
        if scheme == AFFINE32:
            affine32(hashes, count, factors, summands, short, out[row])
        else:
            fss(hashes, count, start, least, out[row])
