"""Signatures of other data sets on disk, against which new records are compared.

A folder with one sub-folder for each data set added, and `index.json`, written last. A sub-folder holds the signatures
(n, permutations), for each band the sorted keys with the record below, and the records' ids. All arrays are
memory-mapped, so an index may be larger than memory. Records with equal signatures are stored once.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from filters.buckets import Keys, band_key, band_keys
from filters.compiled import compiled, read_only
from filters.minhash import Signatures, Sketch, bands
from filters.verdict import Verdict, failed, passed


@dataclass(frozen=True, slots=True)
class Known:
    """The record of another data set that a new one is most like, and the estimated similarity."""

    data_set: str
    id: str
    similarity: float


@dataclass(frozen=True, slots=True)
class SignatureIndex:
    folder: Path
    sketch: Sketch
    threshold: float
    data_sets: tuple[str, ...] = ()

    @classmethod
    def create(cls, folder: Path, sketch: Sketch, threshold: float) -> Self:
        """An empty index. Raises FileExistsError where there is one."""
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / "index.json").exists():
            raise FileExistsError(f"{folder}: holds an index already; open it and add to it, or name another folder")
        made = cls(folder, sketch, threshold)
        made._note()
        return made

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Raises FileNotFoundError where there is none."""
        note = folder / "index.json"
        if not note.exists():
            raise FileNotFoundError(f"{note}: not found, so {folder} is no index of signatures; create it first")
        about = json.loads(note.read_text(encoding="utf-8"))
        return cls(folder, Sketch(**about["sketch"]), about["threshold"], tuple(about["data_sets"]))

    def add(self, data_set: str, ids: Sequence[str], signatures: Signatures) -> Self:
        """The index with one more data set. Raises ValueError for a name it has, or signatures of another sketch."""
        if data_set in self.data_sets:
            raise ValueError(f"{self.folder}: has a data set {data_set!r} already; choose another name")
        if signatures.shape != (len(ids), self.sketch.permutations):
            raise ValueError(
                f"{data_set}: signatures of shape {signatures.shape} for {len(ids)} ids: expected "
                f"({len(ids)}, {self.sketch.permutations})"
            )
        count, rows = bands(self.threshold, self.sketch.permutations)
        first = np.sort(np.unique(whole(read_only(np.ascontiguousarray(signatures))), return_index=True)[1])
        different = read_only(np.ascontiguousarray(signatures[first]))
        keys = np.empty((count + 1, len(different)), np.uint64)
        band_keys(different, count, rows, _bits(len(different)), 0, keys)
        place = self.folder / f"{len(self.data_sets):04d}"
        place.mkdir(exist_ok=True)
        np.save(place / "signatures.npy", different)
        np.save(place / "keys.npy", np.sort(keys[1:], axis=1))
        pq.write_table(pa.table({"id": [ids[row] for row in first.tolist()]}, schema=_IDS), place / "ids.parquet")
        grown = type(self)(self.folder, self.sketch, self.threshold, (*self.data_sets, data_set))
        grown._note()
        return grown

    def most_similar(self, signatures: Signatures) -> list[Known | None]:
        """For each record the most similar of the index (of equals the one added first), None below the threshold."""
        best: list[Known | None] = [None] * len(signatures)
        for number, data_set in enumerate(self.data_sets):
            place = self.folder / f"{number:04d}"
            known = np.load(place / "signatures.npy", mmap_mode="r")
            keys = np.load(place / "keys.npy", mmap_mode="r")
            found, alike = self._search(signatures, known, keys)
            hits = np.flatnonzero(found >= 0)
            ids = pq.read_table(place / "ids.parquet")["id"].take(found[hits]).to_pylist()
            for row, identity in zip(hits.tolist(), ids, strict=True):
                before = best[row]
                if before is None or alike[row] > before.similarity:
                    best[row] = Known(data_set, identity, float(alike[row]))
        return best

    def verdicts(self, signatures: Signatures) -> list[Verdict]:
        """Rejects as `known_elsewhere`; the figure is the similarity, the data set and the id there."""
        return [
            passed() if one is None else failed("known_elsewhere", f"{one.similarity:.3f} to {one.data_set} {one.id}")
            for one in self.most_similar(signatures)
        ]

    def _search(self, signatures: Signatures, known: Signatures, keys: Keys) -> tuple[np.ndarray, np.ndarray]:
        """(n,) the row of `known` that each signature is most like (-1 below the threshold), and how like."""
        found, alike = np.full(len(signatures), -1, np.int64), np.zeros(len(signatures))
        rows = bands(self.threshold, self.sketch.permutations)[1]
        arrays = [read_only(one) for one in (np.ascontiguousarray(signatures), known, keys)]
        search(*arrays, rows, _bits(len(known)), self.threshold, found, alike)
        return found, alike

    def _note(self) -> None:
        about = {"sketch": asdict(self.sketch), "threshold": self.threshold, "data_sets": self.data_sets}
        written = self.folder / "index.json.new"
        written.write_text(json.dumps(about, ensure_ascii=False, indent=1), encoding="utf-8")
        written.replace(self.folder / "index.json")


_IDS = pa.schema([("id", pa.string())])


def _bits(count: int) -> int:
    return max(1, (count - 1).bit_length())


@compiled
def whole(signatures):  # type: ignore[no-untyped-def]
    """(n,) a 64-bit hash of each whole signature."""
    out = np.empty(len(signatures), np.uint64)
    for row in range(len(signatures)):
        out[row] = band_key(signatures, row, 0, signatures.shape[1])
    return out


@compiled
def search(signatures, known, keys, rows, bits, threshold, found, alike):  # type: ignore[no-untyped-def]
    """Fills `found` and `alike` (n,). `keys` (bands, records of the index): each band's are sorted."""
    shift = np.uint64(bits)
    mask = (np.uint64(1) << shift) - np.uint64(1)
    seen = np.full(len(known), -1, np.int64)
    for row in range(len(signatures)):
        for band in range(len(keys)):
            wanted = band_key(signatures, row, band, rows) << shift
            place = np.searchsorted(keys[band], wanted)
            while place < keys.shape[1] and keys[band, place] >> shift == wanted >> shift:
                other = np.int64(keys[band, place] & mask)
                place += 1
                if seen[other] == row:
                    continue
                seen[other] = row
                same = 0
                for column in range(signatures.shape[1]):
                    same += signatures[row, column] == known[other, column]
                share = same / signatures.shape[1]
                if share >= threshold and (share > alike[row] or (share == alike[row] and other < found[row])):
                    found[row], alike[row] = other, share
