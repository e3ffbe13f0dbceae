"""Existing data sets: find their files, and read them a row at a time.

JSON Lines and JSON lists (also compressed, .gz and .zst) and Parquet. Nothing that a file holds makes `rows` raise.
"""

import glob
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import UserError
from pipeline.sources.decoding import lines, opened, whole
from pipeline.sources.files import uri_of
from pipeline.sources.formats import COMPRESSIONS
from pipeline.sources.values import FileRef, Limits, Problem, SourceError

FORMATS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".parquet": "parquet", ".pq": "parquet"}
LIMITS = Limits(line=64_000_000)
"""A row is one line; conversations are longer than the documents that seeds come from."""
LIST_BYTES = 1_000_000_000
"""Of one JSON list, which must be held whole; as JSON Lines it may have any size."""
FIRST = 32
"""Rows by which a file's layout is recognised."""
BATCH_ROWS = 256


@dataclass(frozen=True, slots=True)
class Row:
    number: int
    """The line in JSON Lines, else the place among the rows; from 1."""
    values: dict[str, Any]


def table_files(inputs: Sequence[str]) -> list[FileRef]:
    """The files that the inputs name: files, folders (all tables in and below them; of a data set of Gristmill's own
    what is in data/) and patterns such as "sets/*.jsonl". Each file once, with its URI relative to the folder that
    they all lie in.

    Raises UserError for an input that names nothing, and for a file of another kind.
    """
    found = sorted({path.resolve() for one in inputs for path in _named(one)})
    if not found:
        raise UserError("name a file or a folder to curate")
    root = Path(os.path.commonpath([path.parent for path in found]))
    return [_ref(path, root) for path in found]


def _named(one: str) -> list[Path]:
    path = Path(one).expanduser()
    if path.is_dir():
        below = path / "data" if (path / "manifest.json").exists() and (path / "data").is_dir() else path
        tables = [file for file in below.rglob("*") if file.is_file() and format_of(file) and _shown(file, below)]
        if not tables:
            raise UserError(f"{one}: found no table in this folder; tables are {', '.join(FORMATS)} (and .gz, .zst)")
        return tables
    matched = [path] if path.exists() else [Path(name) for name in glob.glob(str(path), recursive=True)]  # noqa: PTH207
    if not matched:
        raise UserError(f"{one}: no such file or folder, and no file matches it as a pattern")
    for file in matched:
        if file.is_file() and not format_of(file):
            raise UserError(f"{file}: is no table that can be read; expected {', '.join(FORMATS)} (and .gz, .zst)")
    return [inner for file in matched for inner in (_named(str(file)) if file.is_dir() else [file])]


def _shown(file: Path, below: Path) -> bool:
    return not any(part.startswith(".") for part in file.relative_to(below).parts)


def format_of(path: PurePath) -> str:
    """Which reader reads a table, by its name; "" for what is none."""
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    if suffixes and suffixes[-1] in COMPRESSIONS:
        inner = FORMATS.get(suffixes[0], "") if len(suffixes) == 2 else ""
        return "" if inner == "parquet" else inner
    return FORMATS.get(suffixes[-1], "") if suffixes else ""


def _ref(path: Path, root: Path) -> FileRef:
    compression = COMPRESSIONS.get(path.suffix.lower(), "")
    uri = uri_of(os.path.relpath(path, root))
    return FileRef(path, uri, path.stat().st_size, format_of(path), compression)


def first_rows(ref: FileRef) -> tuple[list[dict[str, Any]], list[Problem]]:
    """The rows by which a file's layout is recognised, and what could not be read before the last of them."""
    found: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for item in rows(ref):
        if isinstance(item, Problem):
            problems.append(item)
        else:
            found.append(item.values)
        if len(found) == FIRST:
            break
    return found, problems


def rows(ref: FileRef) -> Iterator[Row | Problem]:
    """The rows of a table in order, and a Problem for each part that could not be read."""
    if ref.size == 0:
        yield Problem(ref.uri, "empty", "the file has 0 bytes")
        return
    reader = {"jsonl": _json_lines, "json": _json, "parquet": _parquet}[ref.format]
    try:
        yield from reader(ref)
    except SourceError as error:
        yield Problem(ref.uri, error.reason, error.figure)
    except OSError as error:
        yield Problem(ref.uri, "unreadable", f"cannot be read: {error.strerror or error}")


def _json_lines(ref: FileRef) -> Iterator[Row | Problem]:
    with opened(ref, LIMITS) as stream:
        for line in lines(stream, ref.uri, LIMITS):
            if isinstance(line, Problem):
                yield line
            elif line.text.strip():
                try:
                    yield _row(ref, line.number, json.loads(line.text))
                except (ValueError, RecursionError) as error:
                    yield Problem(f"{ref.uri}#{line.number}", "json", f"line {line.number} is not whole JSON: {error}")


def _json(ref: FileRef) -> Iterator[Row | Problem]:
    """A list of objects; a file of this name that holds an object a line is read as what it is."""
    with opened(ref, LIMITS) as stream:
        texts = (line.text.strip() for line in lines(stream, ref.uri, LIMITS) if not isinstance(line, Problem))
        first = next((text for text in texts if text), "")
    if first.startswith("{") and _is_json(first):
        yield from _json_lines(ref)
        return
    _, text, problems = whole(ref, LIMITS, LIST_BYTES)
    yield from problems
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SourceError("json", f"is not whole JSON: {error}") from None
    if not isinstance(values, list):
        raise SourceError(
            "json", f"holds one {type(values).__name__}; expected a list of objects, or one object a line"
        )
    for number, value in enumerate(values, 1):
        yield _row(ref, number, value)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _row(ref: FileRef, number: int, value: Any) -> Row | Problem:
    if isinstance(value, dict):
        return Row(number, value)
    return Problem(f"{ref.uri}#{number}", "json", f"row {number}: expected an object, found {type(value).__name__}")


def _parquet(ref: FileRef) -> Iterator[Row | Problem]:
    number = 0
    try:
        with pq.ParquetFile(ref.path, buffer_size=1 << 16, pre_buffer=False) as table:
            for batch in table.iter_batches(BATCH_ROWS, use_threads=False):
                for values in batch.to_pylist():
                    number += 1
                    yield Row(number, values)
    except pa.ArrowException as error:
        raise SourceError("parquet", f"unreadable after row {number}: {error}") from None
