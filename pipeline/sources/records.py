"""Tables of texts or conversations: JSON Lines, CSV and Parquet, a record at a time."""

import csv
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.sources.decoding import lines, opened
from pipeline.sources.language import language_of
from pipeline.sources.text import stem
from pipeline.sources.values import FileRef, Limits, Problem, SourceError, Span

TEXTS = ("text", "content", "body", "document", "markdown")
CONVERSATIONS = ("messages", "conversations", "conversation")
TURNS: tuple[tuple[str, ...], ...] = (
    ("instruction", "input", "output"),
    *(("instruction", "output"), ("instruction", "response")),
    *(("question", "answer"), ("prompt", "response"), ("prompt", "completion")),
)
"""What a user says in all columns but the last, and an assistant in the last."""
TITLES = ("title",)
LICENCES = ("licence", "license")
BATCH_ROWS = 64
ROLES = {"human": "user", "gpt": "assistant", "bot": "assistant"}


class NoText(ValueError):
    """A table or record has no column that holds a text or a conversation."""


def text_columns(names: Collection[str], limits: Limits) -> tuple[str, ...]:
    """The column with the text or the conversation, or the columns that make one up. Raises NoText if there is none."""
    if limits.text_column:
        wanted: tuple[tuple[str, ...], ...] = ((limits.text_column,),)
    else:
        wanted = (*((name,) for name in (*TEXTS, *CONVERSATIONS)), *TURNS)
    for columns in wanted:
        if all(column in names for column in columns):
            return columns
    looked_for = repr(limits.text_column) if limits.text_column else "of text or messages"
    shown = ", ".join(list(names)[:20]) or "none"
    raise NoText(f"no column {looked_for}; it has: {shown}; name the one to read as `text_column`")


def text_of(row: Mapping[str, Any], columns: Sequence[str]) -> str:
    """The text of a record, or its conversation as text. Raises ValueError if it has neither."""
    values = [row[column] for column in columns]
    if len(columns) == 1:
        return values[0] if isinstance(values[0], str) else conversation(values[0])
    if not all(isinstance(value, str) for value in values):
        raise ValueError("expected texts")
    said = "\n\n".join(value for value in values[:-1] if value.strip())
    return conversation([{"role": "user", "content": said}, {"role": "assistant", "content": values[-1]}])


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


def record(
    row: Mapping[str, Any], ordinal: int, columns: Sequence[str], ref: FileRef, limits: Limits
) -> Iterator[Span | Problem]:
    """The span of one record, or what is wrong with it."""
    uri = f"{ref.uri}#{ordinal}"
    column = ", ".join(columns)
    try:
        text = text_of(row, columns)
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
    """A record a line; those without a text are reported together."""
    without: list[str] = []
    with opened(ref, limits) as stream:
        for line in lines(stream, ref.uri, limits):
            if isinstance(line, Problem):
                yield line
            elif line.text.strip():
                try:
                    row = json.loads(line.text)
                    if not isinstance(row, dict):
                        raise ValueError(f"expected an object, found {type(row).__name__}")
                    columns = text_columns(row, limits)
                except NoText as error:
                    without.append("" if without else f"line {line.number}: {error}")
                except (ValueError, RecursionError) as error:
                    yield Problem(f"{ref.uri}#{line.number}", "json", f"line {line.number}: {error}")
                else:
                    yield from record(row, line.number, columns, ref, limits)
    if without:
        yield Problem(ref.uri, "columns", f"{len(without):,} records without a text, the first at {without[0]}")


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
        columns: tuple[str, ...] = ()
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
                    columns = text_columns(header, limits)
                except NoText as error:
                    raise SourceError("columns", str(error)) from None
            elif row:
                ordinal += 1
                if len(row) != len(header):
                    figure = f"{len(row)} fields at line {rows.line_num}; the header has {len(header)}"
                    yield Problem(f"{ref.uri}#{ordinal}", "record", figure)
                else:
                    yield from record(dict(zip(header, row, strict=True)), ordinal, columns, ref, limits)


def read_parquet(ref: FileRef, limits: Limits) -> Iterator[Span | Problem]:
    """A few rows at a time, only the columns needed. Raises SourceError for a damaged file or one without a text."""
    ordinal = 0
    try:
        with pq.ParquetFile(ref.path, buffer_size=1 << 16, pre_buffer=False) as table:
            names = table.schema_arrow.names
            columns = text_columns(names, limits)
            needed = [*columns, *(name for name in (*TITLES, *LICENCES) if name in names and name not in columns)]
            for batch in table.iter_batches(BATCH_ROWS, columns=needed, use_threads=False):
                for row in batch.to_pylist():
                    ordinal += 1
                    yield from record(row, ordinal, columns, ref, limits)
    except pa.ArrowException as error:
        raise SourceError("parquet", f"unreadable after record {ordinal}: {error}") from None
    except NoText as error:
        raise SourceError("columns", str(error)) from None
