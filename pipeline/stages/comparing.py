"""Which of the signed records go, and for which kept one: judged all at once, or in groups that share no key.

The steps of the second way go from files to files, one for each shard, each range of keys, and each group. Both ways
give the same verdicts, since a record is compared only with those that share a key with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from filters.clusters import Near, duplicates
from filters.components import Records, band_hashes, groups, roots, shared
from filters.minhash import bands
from filters.semantic import Meaning
from filters.semantic import duplicates as alike_in_meaning
from pipeline.sections import Dedup
from pipeline.shards import write_table
from pipeline.stages.signed import Signed, load_array, save_array

KEYS = pa.schema([("key", pa.uint64()), ("record", pa.int64())])
JUDGED = pa.schema(
    [
        ("record", pa.int64()),
        ("kept", pa.int64()),  # the kept record that it is like; -1 for one that stays
        ("similarity", pa.float32()),
        ("exact", pa.bool_()),
        ("cluster", pa.int64()),  # the best record of all that hang together
    ]
)


def judge(signed: Signed, members: Records, settings: Dedup, spill: Path) -> pa.Table:
    """JUDGED for some records, given best first. What does not fit into memory lies in unnamed files in `spill`."""
    exact = signed.exact(members) if settings.exact else np.arange(len(members), dtype=np.uint64)
    near = None
    if settings.near and len(members):
        count, rows = bands(settings.threshold, settings.permutations)
        signatures, texts = signed.signatures(members, spill), signed.texts(members, spill)
        near = Near(signatures, settings.threshold, count, rows, texts, settings.sketch)
    found = duplicates(exact, near, spill)
    kept = np.where(found.kept < 0, -1, members[found.kept]) if len(members) else members
    columns = [members, kept, found.similarity, found.exact, members[found.cluster]]
    return pa.Table.from_arrays([pa.array(column) for column in columns], schema=JUDGED)


@dataclass(frozen=True, slots=True)
class Partitions:
    """The files of a comparison in `count` parts, in `folder`: what the steps hand to each other."""

    folder: Path
    count: int
    settings: Dedup

    def keys(self, signed: Signed, piece: int) -> None:
        """Step 1, for each shard: the different keys of its records by range, and the edges within the shard. So a key
        that very many records share is in each range once a shard."""
        numbers = np.arange(*signed.starts[piece : piece + 2], dtype=np.int64)
        columns = [signed.exact(numbers)[np.newaxis]] if self.settings.exact else []
        if self.settings.near:
            signatures = signed.stored(piece)
            columns.append(band_hashes(signatures, *bands(self.settings.threshold, self.settings.permutations)))
        keys = np.concatenate([np.empty((0, len(numbers)), np.uint64), *columns])
        found = shared(keys.ravel(), np.tile(numbers, len(keys)))
        for number in range(self.count):
            part = found.within(number, self.count)
            write_table(self._keys(number, piece), pa.table(list(part), schema=KEYS), compression_level=1)
        save_array(self._edges("within", piece), found.edges)

    def link(self, signed: Signed, number: int) -> None:
        """Step 2, for each range of keys: the edges between shards."""
        parts = [pq.read_table(self._keys(number, piece)) for piece in range(len(signed.paths))]
        keys, records = (np.concatenate([part[name].to_numpy() for part in parts]) for name in KEYS.names)
        save_array(self._edges("between", number), shared(keys, records).edges)

    def group(self, signed: Signed, _: int = 0) -> None:
        """Step 3, in one place: which records hang together, as groups to be judged, each best first."""
        pairs = [("within", piece) for piece in range(len(signed.paths))]
        pairs += [("between", number) for number in range(self.count)]
        of_record = roots(len(signed), (load_array(self._edges(*pair)) for pair in pairs))
        for number, members in enumerate(groups(of_record, signed.order(), self.count)):
            save_array(self._group(number), members)

    def judge(self, signed: Signed, number: int) -> None:
        """Step 4, for each group."""
        members = np.array(load_array(self._group(number)))
        write_table(self._judged(number), judge(signed, members, self.settings, self.folder), compression_level=1)

    def judged(self) -> list[pa.Table]:
        return [pq.read_table(self._judged(number)) for number in range(self.count)]

    def _keys(self, number: int, piece: int) -> Path:
        return self.folder / "keys" / f"{number:05d}-{piece:05d}.parquet"

    def _edges(self, kind: str, number: int) -> Path:
        return self.folder / "edges" / f"{kind}-{number:05d}.npy"

    def _group(self, number: int) -> Path:
        return self.folder / "groups" / f"{number:05d}.npy"

    def _judged(self, number: int) -> Path:
        return self.folder / "judged" / f"{number:05d}.parquet"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """By a record's number: what JUDGED says, and whether it goes for its meaning."""

    kept: Records
    similarity: npt.NDArray[np.float32]
    exact: npt.NDArray[np.bool_]
    cluster: Records
    semantic: npt.NDArray[np.bool_]

    @classmethod
    def of(cls, count: int, judged: Iterable[pa.Table]) -> "Verdicts":
        """Records that no table names stay, each a cluster of its own."""
        arrays: dict[str, npt.NDArray[Any]] = {
            "kept": np.full(count, -1, np.int64),
            "similarity": np.ones(count, np.float32),
            "exact": np.zeros(count, np.bool_),
            "cluster": np.arange(count, dtype=np.int64),
        }
        for part in judged:
            for name, array in arrays.items():
                array[part["record"].to_numpy()] = part[name].to_numpy()
        return cls(**arrays, semantic=np.zeros(count, np.bool_))

    def sizes(self) -> Records:
        """How many records each one that stays stands for, itself included; 0 for those that go."""
        stands_for = np.arange(len(self.kept))
        while (goes := self.kept[stands_for] >= 0).any():  # twice where the kept one went for its meaning
            stands_for[goes] = self.kept[stands_for[goes]]
        return np.bincount(stands_for, minlength=len(self.kept))

    def with_meaning(self, signed: Signed, order: Records, meaning: Meaning, spill: Path) -> "Verdicts":
        """Those that stay are compared by meaning. Their texts are in memory meanwhile."""
        staying = order[self.kept[order] < 0]
        found, cosine = alike_in_meaning(signed.texts(staying, spill).strings(), meaning)
        goes = np.flatnonzero(found >= 0)
        gone, by = staying[goes], staying[found[goes]]
        kept, similarity, semantic = self.kept.copy(), self.similarity.copy(), self.semantic.copy()
        kept[gone], similarity[gone], semantic[gone] = by, cosine[goes], True
        ranks = np.argsort(order)
        edges = np.stack((ranks[self.cluster[gone]], ranks[self.cluster[by]]), axis=1)
        best = roots(len(order), [edges])
        cluster = order[best[ranks[self.cluster]]]
        return replace(self, kept=kept, similarity=similarity, semantic=semantic, cluster=cluster)
