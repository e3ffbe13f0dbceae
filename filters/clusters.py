"""Which of several equal or nearly equal texts to keep.

Records are taken in order of preference, and one is removed only for its similarity to a kept one: a chain in which
each text differs a little from the one before is not collapsed to a single record.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from filters.minhash import Signatures


@dataclass(frozen=True, slots=True)
class Removal:
    """Why one record goes: the place of the kept one it is like, and how like it is (1.0 and exact for equal texts)."""

    kept: int
    similarity: float
    exact: bool


def removals(
    exact: Sequence[str], signatures: Signatures | None, threshold: float, bands: int, rows: int
) -> dict[int, Removal]:
    """What to remove, by place. The sequences are in order of preference, best first.

    `exact` are hashes of the normalised texts. With `signatures` (n, permutations) near-duplicates go too: records that
    share all values of a band are candidates, verified by the similarity that the whole signatures estimate.
    """
    gone: dict[int, Removal] = {}
    first: dict[str, int] = {}
    buckets: list[dict[bytes, list[int]]] = [defaultdict(list) for _ in range(bands)]
    for place, key in enumerate(exact):
        if key in first:
            gone[place] = Removal(first[key], 1.0, exact=True)
            continue
        if signatures is not None:
            keys = [signatures[place, band * rows : (band + 1) * rows].tobytes() for band in range(bands)]
            near = {other for band, bucket in zip(keys, buckets, strict=True) for other in bucket.get(band, ())}
            if near and (removal := _most_similar(signatures, place, sorted(near), threshold)):
                gone[place] = removal
                continue
            for band, bucket in zip(keys, buckets, strict=True):
                bucket[band].append(place)
        first[key] = place
    return gone


def _most_similar(signatures: Signatures, place: int, near: list[int], threshold: float) -> Removal | None:
    similarities = (signatures[near] == signatures[place]).mean(axis=1)
    best = int(np.argmax(similarities))
    return Removal(near[best], float(similarities[best]), exact=False) if similarities[best] >= threshold else None


def cluster_sizes(gone: dict[int, Removal]) -> Counter[int]:
    """How many records stand behind each kept one, itself included, where that is more than one."""
    sizes = Counter(removal.kept for removal in gone.values())
    return Counter({kept: size + 1 for kept, size in sizes.items()})
