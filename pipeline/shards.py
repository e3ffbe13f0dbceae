"""Shard files: zstd Parquet, written whole or not at all, the same bytes for the same rows."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.schema import Row

ROW_GROUP_ROWS = 1024
"""Rows in a row group: small enough to read a shard in pieces, and what training frameworks use."""

WORK = pa.schema([("id", pa.string()), ("row", pa.string())])
"""Rows between stages: the whole row as JSON, since they grow from stage to stage."""

_encode = msgspec.json.Encoder(order="sorted").encode
_decode = msgspec.json.Decoder().decode


@contextmanager
def whole_or_nothing(path: Path) -> Iterator[Path]:
    """A temporary path beside `path`, moved onto it when the block ends well and removed when it does not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        yield temporary
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    with whole_or_nothing(path) as temporary:
        temporary.write_text(text, encoding="utf-8")


def write_table(path: Path, table: pa.Table, compression_level: int = 3, searchable: bool = True) -> None:
    """One shard. Statistics and page index on, as the Hub's tools expect of Parquet; off where a file has few rows and
    is read whole: with them and dictionaries it would be twice as large."""
    with whole_or_nothing(path) as temporary:
        pq.write_table(
            table,
            temporary,
            row_group_size=ROW_GROUP_ROWS,
            compression="zstd",
            compression_level=compression_level,
            write_page_index=searchable,
            write_statistics=searchable,
            use_dictionary=searchable,
        )


def write_rows(path: Path, rows: Iterable[Row], schema: pa.Schema, compression_level: int = 3) -> int:
    """Rows as a shard, ordered by id. Returns how many."""
    ordered = sorted(rows, key=lambda row: row["id"])
    write_table(path, pa.Table.from_pylist(ordered, schema=schema), compression_level)
    return len(ordered)


def write_merged(path: Path, parts: Sequence[Path], schema: pa.Schema, compression_level: int = 3) -> None:
    """The rows of several shards as one, ordered by id; equal ids in the order of the parts."""
    tables = [schema.empty_table(), *(pq.read_table(part).cast(schema) for part in parts)]
    write_table(path, pa.concat_tables(tables).sort_by("id").combine_chunks(), compression_level)


def read_rows(path: Path, columns: list[str] | None = None) -> list[Row]:
    rows: list[Row] = pq.read_table(path, columns=columns).to_pylist()
    return rows


def write_work(path: Path, rows: Iterable[Row]) -> None:
    """Rows between two stages, in the order given."""
    pairs = [(row["id"], as_json(row)) for row in rows]
    columns = [pa.array([pair[i] for pair in pairs], pa.string()) for i in (0, 1)]
    write_table(path, pa.Table.from_arrays(columns, schema=WORK), compression_level=1)


def read_work(path: Path) -> list[Row]:
    return [_decode(row) for row in pq.read_table(path, columns=["row"])["row"].to_pylist()]


def work_size(path: Path) -> int:
    """Characters of the rows between two stages, as JSON."""
    return pc.sum(pc.utf8_length(pq.read_table(path, columns=["row"])["row"])).as_py() or 0


def as_json(row: Row) -> str:
    """A whole row as JSON with sorted keys, at a fifth of `keyed.canonical`'s cost: keys are texts, numbers finite.

    Numbers may be written in another form (1e16 for 1e+16), so keys of generators and hashes are not made of this.
    """
    return _encode(row).decode()


def plain(value: object) -> Any:
    """A value as it comes back from a file of work: what a row holds, for rows go on both in files and in memory."""
    return _decode(_encode(value))
