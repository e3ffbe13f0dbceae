"""Where training text comes from: files of records, local or on any store that fsspec knows, read a piece at a time.

A file is Parquet (read by row groups) or JSONL (also .gz, .zst, .bz2, .xz), with a column `messages` (conversations) or
`text` (documents). What the pipeline wrote may be picked by how far it was verified.
"""

import glob
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Literal

import fsspec
import pyarrow.parquet as pq

from trainer.errors import BadInput

Row = dict[str, Any]
BATCH = 1024
"""Rows that are in memory at a time, where a row group holds more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Some records, and how much of them a mixture takes."""

    path: str
    """A file, a pattern with *, or a folder of files; a local path or a URL such as s3://bucket/data/*.parquet."""
    reads: Literal["messages", "text"]
    learn: Literal["assistant", "all"] = "assistant"
    """Which tokens of a conversation are to be predicted. Of a document all are."""
    split: str = "train"
    """Which records are read, where they say to which split they belong."""
    levels: tuple[str, ...] = ()
    """Only records verified at one of these levels; all if empty."""
    min_tier: int = 0
    """Only records whose critique gave at least this tier, or that need none because they were computed or ran."""
    min_tokens: int = 0
    """Only documents of at least so many tokens: the long ones, where context is stretched."""
    epochs: float = 1.0
    """How often each document comes in one pass over a mixture; at most, where there are weights."""
    weight: float | None = None
    """Share of the tokens beside the other sources' weights; all sources of a mixture have one, or none has."""


@dataclass(frozen=True, slots=True, order=True)
class File:
    url: str
    sha256: str
    """Of the content."""


def files(source: Source) -> list[File]:
    """The files of a source with their hashes, by name. Raises BadInput if there are none."""
    found = [File(url, sha256(url)) for url in urls(source.path)]
    if not found:
        raise BadInput(f"{source.path}: there are no such files")
    return found


def urls(path: str) -> list[str]:
    if "://" not in path:
        place = Path(path)
        if place.is_dir():
            return sorted(str(one) for one in place.rglob("*") if one.name.split(".", 1)[-1].split(".")[0] in KINDS)
        return sorted(glob.glob(path))  # noqa: PTH207  (a pattern may be absolute)
    system, root = fsspec.core.url_to_fs(path)
    names = system.glob(root) if "*" in root else (system.find(root) if system.isdir(root) else [root])
    return sorted(system.unstrip_protocol(name) for name in names if system.exists(name))


KINDS = ("parquet", "jsonl")


def rows(url: str, columns: Sequence[str], optional: Sequence[str] = ()) -> Iterator[list[Row]]:
    """Pieces of a file, with these columns. Raises BadInput, naming file and line, for what cannot be read."""
    if ".parquet" in url:
        with fsspec.open(url, "rb") as file:
            yield from _parquet(url, file, columns, optional)
    else:
        with fsspec.open(url, "rb", compression="infer") as file:
            yield from _jsonl(url, file, columns)


def picked(row: Row, source: Source) -> bool:
    """Whether a record is verified and judged as the source asks, and belongs to its split."""
    level = (row.get("verification") or {}).get("level") or ""
    if row.get("split", source.split) != source.split or row.get("kind") == "none":
        return False
    if source.levels and level not in source.levels:
        return False
    return not source.min_tier or level in ("proved", "executed") or (row.get("tier") or 0) >= source.min_tier


PICKED_BY = ("split", "kind", "verification", "tier")


def _parquet(url: str, file: BinaryIO, columns: Sequence[str], optional: Sequence[str]) -> Iterator[list[Row]]:
    try:
        table = pq.ParquetFile(file)
    except Exception as error:
        raise BadInput(f"{url}: not a Parquet file: {error}") from None
    names = table.schema_arrow.names
    if missing := [name for name in columns if name not in names]:
        raise BadInput(f"{url} lacks the columns {', '.join(missing)}")
    wanted = [*columns, *(name for name in optional if name in names)]
    for batch in table.iter_batches(BATCH, columns=wanted):
        yield batch.to_pylist()


def _jsonl(url: str, file: BinaryIO, columns: Sequence[str]) -> Iterator[list[Row]]:
    lines = ((number, line) for number, line in enumerate(file, 1) if line.strip())
    while piece := [_line(url, number, line, columns) for number, line in islice(lines, BATCH)]:
        yield piece


def _line(url: str, number: int, line: bytes, columns: Sequence[str]) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise BadInput(f"{url}, line {number}: not JSON: {error}") from None
    if not isinstance(row, dict) or any(name not in row for name in columns):
        raise BadInput(f"{url}, line {number}: expected an object with {', '.join(columns)}")
    return row


def sha256(url: str) -> str:
    """Of a file's content."""
    digest = hashlib.sha256()
    with fsspec.open(url, "rb") as file:
        while piece := file.read(1 << 22):
            digest.update(piece)
    return digest.hexdigest()
