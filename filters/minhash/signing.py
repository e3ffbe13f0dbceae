"""MinHash signatures of many texts, straight from their UTF-8.

A text is the set of its shingles: runs of tokens as filters/tokens.py cuts them. Two texts' share of equal signature
values estimates the Jaccard similarity of their sets, with a standard error of at most 0.5 / sqrt(permutations).
"""

import math
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from datasketch import MinHashLSH

from filters.characters import ALONE, SEPARATES, WORD, Folding, folding, kinds, letters
from filters.minhash.hashing import shingle_hash
from filters.minhash.sketches import SCHEMES, coefficients, sign
from filters.minhash.texts import Column, Texts

Signatures = npt.NDArray[np.uint32]
"""(n, permutations)."""

UNITS = ("words", "letters", "characters")


@dataclass(frozen=True, slots=True)
class Sketch:
    """How texts are signed. Only signatures of one sketch can be compared."""

    permutations: int = 128
    shingle: int = 5
    """Tokens in a shingle."""
    unit: str = "words"
    """`words` (with single characters in scripts without blanks; punctuation counts), `letters` (the same without
    punctuation and symbols), or `characters`: each but a blank is a token."""
    scheme: str = "affine32"
    """Of filters/minhash/sketches.py."""
    seed: int = 1
    """1 is datasketch's."""

    def __post_init__(self) -> None:
        if self.scheme not in SCHEMES:
            raise ValueError(f"the scheme of a signature is one of {', '.join(SCHEMES)}, not {self.scheme!r}")
        if self.unit not in UNITS:
            raise ValueError(f"the unit of a shingle is one of {', '.join(UNITS)}, not {self.unit!r}")
        if self.permutations < 1 or self.shingle < 1:
            raise ValueError(
                f"a signature needs at least one permutation and one token a shingle, not {self.permutations} and "
                f"{self.shingle}"
            )

    @property
    def error(self) -> float:
        """The largest standard error of an estimated similarity."""
        return 0.5 / math.sqrt(self.permutations)

    def sign(self, texts: Texts | Sequence[str] | Column, threads: int = 1) -> Signatures:
        """(n, permutations). The result does not depend on the number of threads: each row is signed by itself."""
        known = Texts.of(texts)
        out = np.empty((len(known), self.permutations), np.uint32)
        table = tables(self.unit)
        scheme = SCHEMES[self.scheme]
        drawn = coefficients(self.permutations, self.seed)
        start = np.uint64(shingle_hash(str(self.seed).encode()))

        def part(rows: slice) -> None:
            offsets = known.offsets[rows.start : rows.stop + 1]
            sign(known.data, offsets, table.entries, table.several, self.shingle, scheme, *drawn, start, out[rows])

        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(part, _even(known.offsets, threads)))
        return out


def signatures(texts: Texts | Sequence[str] | Column, permutations: int, shingle: int) -> Signatures:
    """Signatures as datasketch makes them with our hash: one row a text, one column a permutation."""
    return Sketch(permutations, shingle).sign(texts)


@cache
def bands(threshold: float, permutations: int, missed: float = 0.5) -> tuple[int, int]:
    """Number of bands and rows in a band that suit a threshold, as datasketch chooses them.

    `missed` is the weight, below 1, of pairs above the threshold that share no band, against pairs below it that do.
    datasketch weighs both alike, which finds no more than half of the pairs at the threshold itself. As candidates are
    verified, the second kind costs time only.
    """
    index = MinHashLSH(threshold=threshold, num_perm=permutations, weights=(1 - missed, missed))
    return index.b, index.r


@cache
def tables(unit: str) -> Folding:
    """The table of characters by which a kernel cuts texts into tokens of a unit."""
    known = folding()
    entries = known.entries.copy()
    if unit == "characters":
        entries[kinds() == WORD] += np.uint32(ALONE - WORD)
    if unit == "letters":
        entries[(kinds() == ALONE) & ~letters()] -= np.uint32(ALONE - SEPARATES)
    return Folding(entries, known.several)


def _even(offsets: npt.NDArray[np.int64], threads: int) -> list[slice]:
    """Rows in as many runs as there are threads, with about the same bytes in each."""
    if len(offsets) < 2:
        return []
    goals = np.linspace(offsets[0], offsets[-1], threads + 1)[1:-1]
    edges = [0, *np.searchsorted(offsets, goals).tolist(), len(offsets) - 1]
    return [slice(first, last) for first, last in pairwise(edges) if first < last]
