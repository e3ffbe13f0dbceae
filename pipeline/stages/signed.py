"""The signed records of shards, in files: what is compared with what, without a text in a shuffle.

A signed shard is a table (SIGNED), written last, and beside it the MinHash signatures (n, permutations) and the texts
that count for likeness, as UTF-8 with offsets. Both are memory-mapped, and brought into an order by unnamed files, so
memory holds some dozens of bytes a record.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from filters.compiled import read_only
from filters.components import Records
from filters.minhash import Signatures, Sketch, Texts
from filters.minhash.gathering import copy
from pipeline.shards import whole_or_nothing, write_table

SIGNED = pa.schema(
    [
        ("id", pa.string()),
        ("family", pa.string()),
        ("category", pa.string()),
        ("rank", pa.uint64()),  # lower is better; of equal ranks the lower id
        ("exact", pa.uint64()),  # hash of the whole text's tokens
    ]
)
CHUNK = 1 << 16
"""Records whose signatures are copied at a time."""


def write_signed(path: Path, columns: dict[str, Any], texts: Texts | None, sketch: Sketch | None) -> None:
    """One shard: `texts` where they are asked for again, signatures where there is a sketch, the table last."""
    if texts is not None:
        with whole_or_nothing(path.with_suffix(".text")) as temporary:
            texts.data[texts.offsets[0] : texts.offsets[-1]].tofile(temporary)
        save_array(path.with_suffix(".offsets.npy"), texts.offsets - texts.offsets[0])
    if texts is not None and sketch is not None:
        save_array(path.with_suffix(".signatures.npy"), sketch.sign(texts))
    write_table(path, pa.table(columns, schema=SIGNED), compression_level=1)


@dataclass(frozen=True, slots=True)
class Signed:
    """Signed shards. Their records are numbered through: those of shard i are starts[i] to starts[i + 1]."""

    paths: tuple[Path, ...]
    starts: Records

    @classmethod
    def of(cls, paths: Sequence[Path]) -> Self:
        counts = [pq.read_metadata(path).num_rows for path in paths]
        return cls(tuple(paths), np.cumsum([0, *counts], dtype=np.int64))

    def __len__(self) -> int:
        return int(self.starts[-1])

    def column(self, name: str) -> pa.ChunkedArray:
        parts = [pq.read_table(path, columns=[name])[name] for path in self.paths]
        return pa.chunked_array([chunk for part in parts for chunk in part.chunks], SIGNED.field(name).type)

    def order(self) -> Records:
        """The records' numbers, best first."""
        by_rank = pa.table({"rank": self.column("rank"), "id": self.column("id")})
        keys = [("rank", "ascending"), ("id", "ascending")]
        return pc.sort_indices(by_rank, keys).to_numpy().astype(np.int64)

    def exact(self, members: Records) -> npt.NDArray[np.uint64]:
        return self.column("exact").to_numpy()[members]

    def stored(self, piece: int) -> Signatures:
        """All of one shard, in its own order."""
        return load_array(self.paths[piece].with_suffix(".signatures.npy"))

    def signatures(self, members: Records, spill: Path) -> Signatures:
        """(m, permutations), those of some records in the order given, in an unnamed file in `spill`."""
        parts = [self.stored(piece) for piece in range(len(self.paths))]
        out = unnamed(spill, np.uint32, (len(members), parts[0].shape[1]))
        for piece, places, rows in self._pieces(members):
            for first in range(0, len(places), CHUNK):
                out[places[first : first + CHUNK]] = parts[piece][rows[first : first + CHUNK]]
        return out

    def texts(self, members: Records, spill: Path) -> Texts:
        """Those of some records in the order given, in an unnamed file in `spill`."""
        edges = [load_array(path.with_suffix(".offsets.npy")) for path in self.paths]
        offsets = np.zeros(len(members) + 1, np.int64)
        for piece, places, rows in self._pieces(members):
            offsets[places + 1] = edges[piece][rows + 1] - edges[piece][rows]
        np.cumsum(offsets, out=offsets)
        out = unnamed(spill, np.uint8, (int(offsets[-1]),))
        for piece, places, rows in self._pieces(members):
            data = read_only(_bytes(self.paths[piece].with_suffix(".text")))
            copy(data, edges[piece][rows], edges[piece][rows + 1], out, offsets[places])
        return Texts(out, offsets)

    def _pieces(self, members: Records) -> Iterator[tuple[int, Records, Records]]:
        """By shard: its number, the places of its records among the members, and their rows in the shard."""
        places = np.argsort(members, kind="stable")
        edges = np.searchsorted(members[places], self.starts)
        for piece, start in enumerate(self.starts[:-1].tolist()):
            mine = places[edges[piece] : edges[piece + 1]]
            if len(mine):
                yield piece, mine, members[mine] - start


def unnamed(folder: Path, kind: type, shape: tuple[int, ...]) -> npt.NDArray[Any]:
    """An array in a file without a name, which goes with the process or before."""
    if not all(shape):
        return np.empty(shape, kind)
    with tempfile.TemporaryFile(dir=folder) as file:
        return np.asarray(np.memmap(file, kind, "w+", shape=shape))


def save_array(path: Path, array: npt.NDArray[Any]) -> None:
    with whole_or_nothing(path) as temporary, temporary.open("wb") as file:
        np.save(file, array)


def load_array(path: Path) -> npt.NDArray[Any]:
    """Memory-mapped."""
    return np.asarray(np.load(path, mmap_mode="r"))


def _bytes(path: Path) -> npt.NDArray[np.uint8]:
    return np.asarray(np.memmap(path, np.uint8, "r")) if path.stat().st_size else np.empty(0, np.uint8)
