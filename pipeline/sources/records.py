"""Tables of texts or conversations: JSON Lines, CSV and Parquet, a record at a time."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.sources.decoding import lines, opened
from pipeline.sources.language import language_of
from pipeline.sources.text import stem
from pipeline.sources.values import FileRef, Limits, Problem, SourceError, Span

TEXT_COLUMNS = ("text", "content", "body", "document", "markdown")
CONVERSATIONS = ("messages", "conversations", "conversation")
TITLES = ("title",)
LICENCES = ("licence", "license")
BATCH_ROWS = 64
ROLES = {"human": "user", "gpt": "assistant", "bot": "assistant"}


def text_column(names: Sequence[str], limits: Limits) -> str:
    """Which column holds the text or the conversation. Raises ValueError, as a sentence, if none does."""
    wanted = (limits.text_column,) if limits.text_column else (*TEXT_COLUMNS, *CONVERSATIONS)
    for name in wanted:
        if name in names:
            return name
    shown = ", ".join(names[:20]) or "none"
    raise ValueError(f"no column {' or '.join(map(repr, wanted))}; it has: {shown}; name the one to read `text_column`")


def conversation(messages: Any) -> str:
    """A conversation as text: "User: …", a blank line, "Assistant: …". Raises ValueError if it is none."""
    if not isinstance(messages, list):
        raise ValueError(f"expected a text or a list of messages, found {type(messages).__name__}")
    turns = []
    for message in messages:
        role = message.get("role", message.get("from")) if isinstance(message, Mapping) else None
        content = message.get("content", message.get("value")) if isinstance(message, Mapping) else None
        if not isinstance(role, str) or not isinstance(content, str):
            raise ValueError("a message must have a role and a text (role and content, or from and value)")
        turns.append(f"{ROLES.get(role, role).capitalize()}: {content}")
    return "\n\n".join(turns)


def record(row: Mapping[str, Any], ordinal: int, column: str, ref: FileRef, limits: Limits) -> Iterator[Span | Problem]:
    """The span of one record, or what is wrong with it."""
    uri = f"{ref.uri}#{ordinal}"
    value = row[column]
    try:
        text = value if isinstance(value, str) else conversation(value)
    except ValueError as error:
        yield Problem(uri, "record", f"column {column!r}: {error}")
        return
    if not text.strip():
        yield Problem(uri, "empty", f"column {column!r} is empty")
        return
    if len(text) > limits.document:
        yield Problem(uri, "too_large", f"{len(text):,} characters; the limit is {limits.document:,}")
        return
    whole = text.encode("utf-8", "ignore").decode()  # JSON can spell half a surrogate pair, which no file can hold
    if len(whole) < len(text):
        yield Problem(uri, "bad_characters", f"{len(text) - len(whole)} lone surrogates were cut out")
    title = _first(row, TITLES) or stem(ref.uri)
    licence = _first(row, LICENCES) or ref.licence
    yield Span("document", whole, title, uri, 0, len(whole), language_of(whole), licence, "markdown")


def _first(row: Mapping[str, Any], names: Sequence[str]) -> str:
    return next((row[name] for name in names if isinstance(row.get(name), str)), "")


def read_jsonl(ref: FileRef, limits: Limits) -> Iterator[Span | Problem]:
    with opened(ref, limits) as stream:
        for line in lines(stream, ref.uri, limits):
            if isinstance(line, Problem):
                yield line
            elif line.text.strip():
                uri = f"{ref.uri}#{line.number}"
                try:
                    row = json.loads(line.text)
                    if not isinstance(row, dict):
                        raise ValueError(f"expected an object, found {type(row).__name__}")
                    column = text_column(list(row), limits)
                except (ValueError, RecursionError) as error:
                    yield Problem(uri, "json", f"line {line.number}: {error}")
                else:
                    yield from record(row, line.number, column, ref, limits)


class _Rows:
    """The lines of a CSV file for csv.reader, which takes an exception as the end of a record and goes on after it."""

    def __init__(self, stream: BinaryIO, uri: str, limits: Limits) -> None:
        self._lines = lines(stream, uri, limits)
        self.problems: list[Problem] = []

    def __iter__(self) -> "_Rows":
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        if isinstance(line, Problem):
            self.problems.append(line)
            if line.reason == "long_line":
                raise SourceError(line.reason, line.figure)
            return next(self)
        return line.text


def read_csv(ref: FileRef, limits: Limits) -> Iterator[Span | Problem]:
    """Raises SourceError if the header names no column of text. Sets the csv module's field limit to a line's."""
    csv.field_size_limit(limits.line)
    with opened(ref, limits) as stream:
        source = _Rows(stream, ref.uri, limits)
        rows = csv.reader(source, delimiter="\t" if ".tsv" in ref.uri.lower() else ",")
        header: list[str] = []
        column = ""
        ordinal = 0
        while True:
            try:
                row = next(rows, None)
            except (SourceError, csv.Error) as error:
                ordinal += 1
                yield from source.problems
                source.problems.clear()
                yield Problem(f"{ref.uri}#{ordinal}", "record", f"the record before line {rows.line_num + 1}: {error}")
                continue
            yield from source.problems
            source.problems.clear()
            if row is None:
                return
            if not header:
                header = row
                try:
                    column = text_column(header, limits)
                except ValueError as error:
                    raise SourceError("columns", str(error)) from None
            elif row:
                ordinal += 1
                if len(row) != len(header):
                    figure = f"{len(row)} fields at line {rows.line_num}; the header has {len(header)}"
                    yield Problem(f"{ref.uri}#{ordinal}", "record", figure)
                else:
                    yield from record(dict(zip(header, row, strict=True)), ordinal, column, ref, limits)


def read_parquet(ref: FileRef, limits: Limits) -> Iterator[Span | Problem]:
    """A few rows at a time, only the columns needed. Raises SourceError for a damaged file or one without a text."""
    ordinal = 0
    try:
        with pq.ParquetFile(ref.path, buffer_size=1 << 16, pre_buffer=False) as table:
            names = table.schema_arrow.names
            column = text_column(names, limits)
            columns = [column, *(name for name in (*TITLES, *LICENCES) if name in names and name != column)]
            for batch in table.iter_batches(BATCH_ROWS, columns=columns, use_threads=False):
                for row in batch.to_pylist():
                    ordinal += 1
                    yield from record(row, ordinal, column, ref, limits)
    except pa.ArrowException as error:
        raise SourceError("parquet", f"unreadable after record {ordinal}: {error}") from None
    except ValueError as error:
        raise SourceError("columns", str(error)) from None
