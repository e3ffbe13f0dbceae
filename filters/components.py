"""Which records hang together by shared keys, found piece by piece: how an input is compared that one process cannot.

Records of different components share no bucket, so each component can be judged by itself (filters/clusters.py), and
the result is that of all at once. `shared` goes over each piece of the records, then over each range of the keys; a key
that very many records share is one entry a piece by then. `roots` joins the edges, `groups` shares the components out.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from filters.buckets import Keys, band_key
from filters.clusters import join, root
from filters.compiled import compiled, read_only
from filters.minhash import Signatures

Records = npt.NDArray[np.int64]
Edges = npt.NDArray[np.int64]
"""(e, 2) records that share a key."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The different keys, sorted, with the first record of each, and edges from it to all others."""

    keys: Keys
    records: Records
    edges: Edges

    def within(self, number: int, count: int) -> tuple[Keys, Records]:
        """The keys that fall into one of `count` equal ranges of all 64-bit numbers, and their records."""
        edges = [place * (1 << 64) // count for place in (number, number + 1)]
        first = np.searchsorted(self.keys, np.uint64(edges[0]))
        end = np.searchsorted(self.keys, np.uint64(edges[1])) if edges[1] < 1 << 64 else len(self.keys)
        return self.keys[first:end], self.records[first:end]


def band_hashes(signatures: Signatures, bands: int, rows: int) -> Keys:
    """(bands, n): the key of each band of each signature."""
    keys = np.empty((bands, len(signatures)), np.uint64)
    _fill(read_only(np.ascontiguousarray(signatures)), rows, keys)
    return keys


def shared(keys: Keys, records: Records) -> Shared:
    """Of keys (m,), each of the record beside it."""
    order = np.argsort(keys, kind="stable")
    keys, records = keys[order], records[order]
    different = np.ones(len(keys), np.bool_)
    different[1:] = keys[1:] != keys[:-1]
    starts = np.flatnonzero(different)
    owners = np.repeat(records[starts], np.diff(np.append(starts, len(keys))))
    edges = np.stack((owners[~different], records[~different]), axis=1)
    return Shared(keys[starts], records[starts], edges)


def roots(count: int, edges: Iterable[Edges]) -> Records:
    """(count,): the lowest record of each one's component. Needs eight bytes a record beside the edges given."""
    parents = np.arange(count, dtype=np.int64)
    for part in edges:
        _unite(parents, read_only(part))
    _flatten(parents)
    return parents


def groups(of_record: Records, order: Records, number: int) -> list[Records]:
    """The records that are not alone in their component, as `number` groups of about the same size, in the order given;
    a component lies in one group."""
    sizes = np.bincount(of_record, minlength=len(of_record))
    sizes[sizes == 1] = 0
    before = np.cumsum(sizes) - sizes
    group = before * number // max(1, int(sizes.sum()))
    members = order[sizes[of_record[order]] > 0]
    of_member = group[of_record[members]]
    arranged = members[np.argsort(of_member, kind="stable")]
    return np.split(arranged, np.searchsorted(np.sort(of_member), np.arange(1, number)))


@compiled
def _fill(signatures, rows, keys):  # type: ignore[no-untyped-def]
    for row in range(len(signatures)):
        for band in range(len(keys)):
            keys[band, row] = band_key(signatures, row, band, rows)


@compiled
def _unite(parents, edges):  # type: ignore[no-untyped-def]
    for place in range(len(edges)):
        join(parents, edges[place, 0], edges[place, 1])


@compiled
def _flatten(parents):  # type: ignore[no-untyped-def]
    for record in range(len(parents)):
        parents[record] = root(parents, record)
