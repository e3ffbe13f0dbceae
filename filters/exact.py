"""Equal texts: those with the same tokens in the same order, so that case, blanks and Unicode forms do not count."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from filters.clusters import duplicates
from filters.compiled import compiled
from filters.minhash.hashing import SEED, mixed, token_hashes
from filters.minhash.signing import tables
from filters.minhash.texts import Column, Texts
from filters.verdict import Verdict, failed, passed

Keys = npt.NDArray[np.uint64]


def keys(texts: Texts | Sequence[str] | Column) -> Keys:
    """(n,) a 64-bit hash of each text's tokens: of 10 million different texts two share one with a chance of 3e-6."""
    known = Texts.of(texts)
    table = tables("words")
    out = np.empty(len(known), np.uint64)
    _keys(known.data, known.offsets, table.entries, table.several, out)
    return out


def verdicts(texts: Texts | Sequence[str] | Column) -> list[Verdict]:
    """In order of preference: the first of several equal texts passes, the others fail as `exact_duplicate`, with the
    place of the first as the figure."""
    found = duplicates(keys(texts), None)
    return [
        passed() if kept < 0 else failed("exact_duplicate", f"equal to record {kept}") for kept in found.kept.tolist()
    ]


@compiled
def _keys(data, offsets, entries, several, out):  # type: ignore[no-untyped-def]
    longest = 0
    for row in range(len(out)):
        longest = max(longest, offsets[row + 1] - offsets[row])
    tokens = np.empty(longest + 2, np.uint64)
    for row in range(len(out)):
        value = SEED
        for place in range(token_hashes(data, offsets[row], offsets[row + 1], entries, several, tokens)):
            value = mixed(value ^ mixed(tokens[place])) + SEED
        out[row] = value
