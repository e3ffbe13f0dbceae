"""Benchmarks as they are published, read for filters/decontaminate.py: .jsonl, .json, .csv and .txt, also gzipped."""

import csv
import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from filters.decontaminate import Item


def read_items(benchmark: str, path: Path, fields: Sequence[str] = ()) -> Iterator[Item]:
    """One item a line (.txt), row (.csv) or record (.jsonl, .json: a list, or an object that holds one), with its place
    in the file as its id. The text is that of the fields, joined; in a .txt the line.

    Raises ValueError that names the file and the record for a format that is not known, text that is not JSON, and a
    field that a record lacks.
    """
    kind = (path.with_suffix("") if path.suffix == ".gz" else path).suffix
    if kind not in _READERS:
        raise ValueError(f"{path}: benchmarks are read from {', '.join(_READERS)} (or these with .gz), not {kind!r}")
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
        for place, record in enumerate(_READERS[kind](file, path), start=1):
            yield Item(benchmark, str(place), _text(record, fields, f"{path}, record {place}"))


def _text(record: Any, fields: Sequence[str], where: str) -> str:
    if isinstance(record, str):
        return record
    known = list(record) if isinstance(record, dict) else []
    if not fields or (missing := [field for field in fields if field not in known]):
        named = f"no field {', '.join(missing)}" if fields else "the fields that hold the item's text must be named"
        raise ValueError(f"{where}: {named}; it has {', '.join(known) or 'no fields'}")
    return "\n".join(_strings(record[field]) for field in fields)


def _strings(value: Any) -> str:
    """All strings inside a value, in order: a list of choices or of turns is part of the item."""
    if isinstance(value, dict | list):
        return "\n".join(_strings(part) for part in (value.values() if isinstance(value, dict) else value))
    return value if isinstance(value, str) else str(value)


def _lines(file: Any, path: Path) -> Iterator[str]:
    return (line.strip() for line in file if line.strip())


def _json_lines(file: Any, path: Path) -> Iterator[Any]:
    for number, line in enumerate(file, start=1):
        if line.strip():
            yield _parsed(line, f"{path}, line {number}")


def _json(file: Any, path: Path) -> Iterator[Any]:
    whole = _parsed(file.read(), str(path))
    parts = whole.values() if isinstance(whole, dict) else [whole]
    lists = [part for part in parts if isinstance(part, list)]
    if len(lists) != 1:
        raise ValueError(f"{path}: expected a list of records, or an object with one list, found {len(lists)} lists")
    yield from lists[0]


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"{where}: is not JSON ({error.msg} at character {error.pos})") from error


def _rows(file: Any, path: Path) -> Iterator[dict[str, str]]:
    return csv.DictReader(file)


_READERS = {".jsonl": _json_lines, ".json": _json, ".csv": _rows, ".txt": _lines}
