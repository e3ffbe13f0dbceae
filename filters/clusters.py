"""Which of several equal or nearly equal texts to keep.

Records are taken in order of preference, and one is removed only for its similarity to a kept one: a chain in which
each text differs a little from the one before is not collapsed to a single record. Records that share a bucket
(filters/buckets.py) are candidates; a candidate is judged by the similarity that the signatures estimate, and where
that lies within `border` standard errors of the threshold and the texts are at hand, by the true Jaccard similarity.

The time grows with the candidates that are kept: a hundred thousand equal records are each compared with one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from filters.buckets import buckets
from filters.compiled import compiled, read_only
from filters.minhash import Signatures, Sketch, Texts
from filters.minhash.jaccard import similarity
from filters.minhash.signing import tables

BORDER = 3.0
"""Standard errors; the project's own: an estimate is further off in one pair of 370 (normal law)."""

DEFAULT = Sketch()


@dataclass(frozen=True, slots=True)
class Near:
    """How near-duplicates are found. `signatures` (n, permutations) may be a memory-mapped file.

    Without `texts` the estimate alone judges. With them, a pair is removed below the threshold only where the estimate
    is more than `border` standard errors too high, and infinity judges every candidate by its true similarity.
    """

    signatures: Signatures
    threshold: float
    bands: int
    rows: int
    texts: Texts | None = None
    sketch: Sketch = DEFAULT
    border: float = BORDER


@dataclass(frozen=True, slots=True)
class Duplicates:
    """One entry a record, in order of preference. `kept` is the place of the kept record that it is like, -1 for those
    that stay; `similarity` to it (1 for those that stay); `exact` where the whole texts are equal; `cluster` the place
    of the best record of all that hang together by the similarity of a record to a kept one (its own place if alone).
    `measured` counts the pairs whose true similarity was computed."""

    kept: npt.NDArray[np.int32]
    similarity: npt.NDArray[np.float32]
    exact: npt.NDArray[np.bool_]
    cluster: npt.NDArray[np.int32]
    measured: int

    @property
    def stays(self) -> npt.NDArray[np.bool_]:
        return self.kept < 0


def duplicates(
    exact: Sequence[str] | npt.NDArray[np.integer], near: Near | None, spill: Path | None = None
) -> Duplicates:
    """What to remove, and why. `exact` are hashes of the normalised texts; all is in order of preference, best first.

    With `spill`, a folder, the keys of the bands lie in a file there instead of in memory.
    """
    codes = pa.array(exact).dictionary_encode().indices.to_numpy() if len(exact) else np.empty(0, np.int32)
    signatures = near.signatures if near else None
    found = buckets(codes, signatures, near.bands if near else 0, near.rows if near else 0, spill)
    texts = near.texts if near else None
    sketch = near.sketch if near else DEFAULT
    known = tables(sketch.unit)
    count = len(codes)
    kept, cluster = np.full(count, -1, np.int32), np.arange(count, dtype=np.int32)
    similarities, equal = np.ones(count, np.float32), np.zeros(count, np.bool_)
    measured = take(
        (found.starts, found.of_record, found.rooms, found.equal),
        read_only(np.empty((0, 1), np.uint32) if signatures is None else signatures),
        near.threshold if near else 1.0,
        near.border * sketch.error if near and texts else -1.0,
        (texts or Texts.of([])).data,
        (texts or Texts.of([])).offsets,
        (known.entries, known.several, sketch.shingle),
        (kept, similarities, equal, cluster),
    )
    return Duplicates(kept, similarities, equal, cluster, measured)


@compiled
def take(found, signatures, threshold, margin, data, offsets, cutting, out):  # type: ignore[no-untyped-def]
    """Takes the records in order; fills `out`; returns how many pairs were measured. `margin` below 0: none is."""
    starts, of_record, rooms, equal = found
    entries, several, shingle = cutting
    kept, similarities, exact, cluster = out
    inside = np.zeros(len(rooms) - 1, np.int32)  # kept records in each bucket
    members = np.empty(len(of_record), np.int32)
    seen = np.full(len(kept), -1, np.int32)
    measured = 0
    for record in range(len(kept)):
        best, most = -1, -1.0
        for place in range(starts[record], starts[record + 1]):
            bucket = of_record[place]
            for member in range(rooms[bucket], rooms[bucket] + inside[bucket]):
                other = members[member]
                if seen[other] == record:
                    continue
                seen[other] = record
                if bucket < equal:
                    alike = 2.0  # above any similarity
                else:
                    same = 0
                    for column in range(signatures.shape[1]):
                        same += signatures[record, column] == signatures[other, column]
                    alike = same / signatures.shape[1]
                    if abs(alike - threshold) <= margin:
                        alike = similarity(data, offsets, record, other, entries, several, shingle)
                        measured += 1
                if alike >= threshold:
                    join(cluster, record, other)
                    if alike > most or (alike == most and other < best):
                        best, most = other, alike
            if most > 1.0:
                break
        if best >= 0:
            kept[record], exact[record], similarities[record] = best, most > 1.0, min(most, 1.0)
            continue
        for place in range(starts[record], starts[record + 1]):
            bucket = of_record[place]
            members[rooms[bucket] + inside[bucket]] = record
            inside[bucket] += 1
    for record in range(len(kept)):
        cluster[record] = root(cluster, record)
    return measured


@compiled
def root(parents, record):  # type: ignore[no-untyped-def]
    """Union-find with path halving: the parent of a root is itself."""
    while parents[record] != record:
        parents[record] = parents[parents[record]]
        record = parents[record]
    return record


@compiled
def join(parents, one, other):  # type: ignore[no-untyped-def]
    """The better of two roots (the lower place) stays root."""
    one, other = root(parents, one), root(parents, other)
    parents[max(one, other)] = min(one, other)
