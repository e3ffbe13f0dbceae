"""Which records share a key: the buckets of locality-sensitive hashing, by sorting.

Each column of keys (the hashes of the whole texts, or one band of the signatures) is sorted by itself as one array of
64-bit numbers with the key above and the record below. The keys lie in memory, or in a file where `spill` names a
folder: eight bytes for each record and band, which the next steps overwrite.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from filters.compiled import compiled, read_only
from filters.minhash.hashing import STEP, mixed

CHUNK = 1 << 18
"""Rows of signatures read at a time."""
LARGEST = 1 << 31
"""Records: places are 32-bit numbers."""

Keys = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Buckets:
    """The buckets with two records or more. Record i is in `of_record[starts[i] : starts[i + 1]]`, by column. Bucket k
    has room for its members at `rooms[k]`; `total` is that of all. The first `equal` buckets are of equal whole texts,
    the others of equal bands."""

    starts: npt.NDArray[np.int64]
    of_record: npt.NDArray[np.int32]
    rooms: npt.NDArray[np.int64]
    equal: int

    @property
    def total(self) -> int:
        return len(self.of_record)


def buckets(
    codes: npt.NDArray[np.integer], signatures: npt.NDArray[np.uint32] | None, bands: int, rows: int, spill: Path | None
) -> Buckets:
    """`codes` (n,) are numbers below n, the same for equal texts; `signatures` (n, permutations) may lie in a file.

    The key of a band keeps 64 - log2(n) bits, so a few records of different bands may share a bucket: whoever uses it
    compares them anyway. Raises ValueError where there are too many records, or bands that the signatures do not have.
    """
    count = len(codes)
    if count >= LARGEST:
        raise ValueError(f"{count} records are to be compared at once: at most {LARGEST - 1} can be; split them")
    if signatures is not None and (len(signatures) != count or signatures.shape[1] < bands * rows):
        raise ValueError(
            f"signatures of shape {signatures.shape} for {count} records and {bands} bands of {rows} rows: expected "
            f"one row a record and at least {bands * rows} columns"
        )
    bits = max(1, (count - 1).bit_length())
    with _keys(1 + (bands if signatures is not None else 0), count, spill) as keys:
        keys[0] = codes.astype(np.uint64) << np.uint64(bits) | np.arange(count, dtype=np.uint64)
        for first in range(0, count if signatures is not None else 0, CHUNK):
            assert signatures is not None
            part = read_only(np.ascontiguousarray(signatures[first : first + CHUNK]))
            band_keys(part, bands, rows, bits, first, keys)
        return _gathered(keys, bits)


@contextmanager
def _keys(columns: int, count: int, spill: Path | None) -> Iterator[Keys]:
    if spill is None or not count:
        yield np.empty((columns, count), np.uint64)
        return
    with tempfile.NamedTemporaryFile(dir=spill, prefix="band_keys.") as file:
        yield np.memmap(file, np.uint64, "w+", shape=(columns, count)).view(np.ndarray)


def _gathered(keys: Keys, bits: int) -> Buckets:
    sizes, members = [], []
    counts = np.zeros(keys.shape[1] + 1, np.int64)
    found = 0
    for column in keys:
        column.sort()
        sizes.append(np.empty(len(column) // 2, np.int32))
        made, size = pack(column, bits, found, counts, sizes[-1])
        sizes[-1] = sizes[-1][:made].copy()
        members.append(size)
        found += made
    starts = np.cumsum(counts)
    of_record = np.empty(int(starts[-1]), np.int32)
    filled = starts[:-1].copy()
    for column, size in zip(keys, members, strict=True):
        spread(column[:size], filled, of_record)
    rooms = np.concatenate(([0], np.cumsum(np.concatenate(sizes), dtype=np.int64)))
    return Buckets(starts, of_record, rooms, len(sizes[0]))


@compiled
def band_key(signatures, row, band, rows):  # type: ignore[no-untyped-def]
    value = np.uint64(band)
    for column in range(band * rows, (band + 1) * rows):
        value = (value ^ np.uint64(signatures[row, column])) * STEP
        value ^= value >> np.uint64(32)
    return mixed(value)


@compiled
def band_keys(signatures, bands, rows, bits, first, keys):  # type: ignore[no-untyped-def]
    """The keys of some records' bands, into columns 1 and on."""
    for row in range(len(signatures)):
        for band in range(bands):
            key = band_key(signatures, row, band, rows)
            keys[band + 1, first + row] = key << np.uint64(bits) | np.uint64(first + row)


@compiled
def pack(column, bits, found, counts, sizes):  # type: ignore[no-untyped-def]
    """Overwrites a sorted column with (bucket, record) for the records that share a key; counts the buckets of each
    record, and the records of each bucket. Returns how many buckets and memberships there are."""
    made = written = start = 0
    mask = np.uint64((1 << bits) - 1)
    shift = np.uint64(bits)
    while start < len(column):
        end = start + 1
        while end < len(column) and column[end] >> shift == column[start] >> shift:
            end += 1
        if end - start > 1:
            for place in range(start, end):
                record = column[place] & mask
                column[written] = np.uint64(found + made) << np.uint64(32) | record
                counts[record + np.uint64(1)] += 1
                written += 1
            sizes[made] = end - start
            made += 1
        start = end
    return made, written


@compiled
def spread(packed, filled, of_record):  # type: ignore[no-untyped-def]
    """Sorts memberships by record."""
    for place in range(len(packed)):
        record = packed[place] & np.uint64(0xFFFFFFFF)
        of_record[filled[record]] = np.int32(packed[place] >> np.uint64(32))
        filled[record] += 1
