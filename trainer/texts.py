"""Text of any kind of file, as a tokenizer is to see it: a stream of strings.

Records (Parquet, JSONL) are read as training reads them; a .json file gives the strings in it; every other file is
UTF-8 text, read in pieces of whole lines. A folder is a dataset of the pipeline, a folder of records, or a folder of
text and code.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import fsspec

from trainer.errors import BadInput
from trainer.sources import KINDS, PICKED_BY, Source, picked, rows, urls

T = TypeVar("T")
PIECE = 1 << 16
"""Characters of plain text that are read at a time; a piece ends with a line."""
BATCH = 1 << 20
"""Characters that are tokenised at a time."""
CODE = frozenset(
    ".py .pyi .c .h .cc .cpp .hpp .cs .go .java .js .jsx .ts .tsx .rs .rb .php .sh .sql .kt .swift".split()
)
PROSE = frozenset(".txt .md .rst .json".split())


def sources_of(path: str) -> list[Source]:
    """What a path on the command line means. Raises BadInput if there is nothing to read."""
    place = Path(path)
    if "://" not in path and any(place.glob("data/train-*.parquet")):
        seeds = [Source(path=f"{path}/seeds/*.parquet", reads="text")] if any(place.glob("seeds/*.parquet")) else []
        return [Source(path=f"{path}/data/train-*.parquet", reads="messages"), *seeds]
    source = Source(path=path, reads="text")
    first = text_urls(source)[0]
    return [replace(source, reads="messages")] if _is_records(first) and _has_messages(first) else [source]


def text_urls(source: Source) -> list[str]:
    """The files of a source; those of a folder that has no records are its text and code."""
    found = urls(source.path)
    place = Path(source.path)
    if not found and place.is_dir():
        found = sorted(str(one) for one in place.rglob("*") if one.is_file() and one.suffix in CODE | PROSE)
    if not found:
        what = "holds neither records (.parquet, .jsonl) nor text" if place.is_dir() else "there is no such file"
        raise BadInput(f"{source.path}: {what}")
    return found


def texts(source: Source) -> Iterator[str]:
    """Every text of a source, in order, without empty ones. Raises BadInput that names a file that cannot be read."""
    for url in text_urls(source):
        yield from (text for text in texts_of(url, source) if text)


def texts_of(url: str, source: Source) -> Iterator[str]:
    """The texts of one file."""
    if _is_records(url):
        for row in (row for piece in rows(url, [source.reads], PICKED_BY) for row in piece if picked(row, source)):
            yield from (turn["content"] for turn in row["messages"]) if source.reads == "messages" else (row["text"],)
        return
    try:
        with fsspec.open(url, "rt", encoding="utf-8-sig", newline="", compression="infer") as file:
            if ".json" in Path(url).suffixes:
                yield from _strings(json.load(file))
            else:
                while lines := file.readlines(PIECE):
                    yield "".join(lines)
    except UnicodeDecodeError as error:
        raise BadInput(f"{url}: not UTF-8 text: {error.reason} at byte {error.start}") from None
    except ValueError as error:
        raise BadInput(f"{url}: not JSON: {error}") from None


def batches(texts: Iterable[T], size: Callable[[T], int]) -> Iterator[list[T]]:
    """Texts to tokenise together, by their sizes in characters: tokenising takes a hundred times their memory."""
    batch: list[T] = []
    room = BATCH
    for text in texts:
        batch.append(text)
        room -= size(text)
        if room <= 0:
            yield batch
            batch, room = [], BATCH
    if batch:
        yield batch


def _is_records(url: str) -> bool:
    return any(f".{kind}" in Path(url).name for kind in KINDS)


def _has_messages(url: str) -> bool:
    try:
        next(rows(url, ["messages"]), None)
    except BadInput:
        return False
    return True


def _strings(value: Any) -> Iterator[str]:
    """The strings in a JSON value, without the keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)
