"""What the readers take and give: a file, a span of its text, and what is wrong with a part of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["document", "code"]
Form = Literal["plain", "markdown", "rst", "python"]


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file to be read: small, and safe to send to another process."""

    path: Path
    uri: str
    """Relative to the root that was listed, with "/" between its parts."""
    size: int
    """Bytes on disk."""
    format: str
    """Which reader reads it (formats.py)."""
    compression: str = ""
    licence: str = ""
    """What the nearest licence file says; a line in the file itself overrules it."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text from one part of one file.

    `uri` names the part: without a fragment the decoded file (UTF-8, a byte order mark and bad bytes left out, line
    ends as they are), with "#12" the text of record 12 (counted from 1), with "#L12" the docstring or comment that
    begins on line 12, cleaned of its indentation, with "#text" the text of an HTML page. `start` and `end` count
    characters in that part. A document's text is exactly part[start:end]; a function's is file[start:end] dedented.
    """

    kind: Kind
    text: str
    title: str
    """Heading path ("Guide > Install"), or module:qualified.name."""
    uri: str
    start: int
    end: int
    language: str
    licence: str
    form: Form = "plain"
    """Which marks of structure the text may bear: what the chunker goes by."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A part of a source that could not be read, and why."""

    uri: str
    reason: str
    """A machine-readable word: "bad_bytes", "long_line", "syntax", "link_outside", …"""
    figure: str
    """A sentence for people: where, how much, and what was expected."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The files under a root in the order of their URIs, what could not be listed, and what was passed over by rule."""

    files: tuple[FileRef, ...]
    problems: tuple[Problem, ...]
    skipped: Mapping[str, int]
    """How many entries each rule passed over: "hidden", "cache", "excluded", "pattern", "binary", "data", "licence"."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that keep memory and time in hand, and the name of the column that holds the text."""

    line: int = 1_000_000
    """Bytes of one line (of one record in JSON Lines). A longer one is passed over without being held."""
    document: int = 8_000_000
    """Bytes of an HTML page, characters of one record: these are held whole."""
    source: int = 2_000_000
    """Bytes of a source file: its syntax tree takes about a hundred times that."""
    function: int = 6_000
    """Characters of one function. A longer one is reported and its inner functions are read on their own."""
    block: int = 1_000_000
    """Characters of a text that are held at a time; a longer text comes as several spans, cut between paragraphs."""
    expansion: float = 200.0
    """Bytes that one compressed byte may become, once `expansion_floor` bytes have come out."""
    expansion_floor: int = 64_000_000
    bad_ranges: int = 100
    """How many ranges of undecodable bytes are reported one by one in a file; the rest are summed up."""
    text_column: str = ""
    """Column of JSONL, CSV and Parquet that holds the text; "" looks for the usual names."""

    def __post_init__(self) -> None:
        for name in ("line", "document", "source", "function", "block", "expansion", "bad_ranges"):
            if getattr(self, name) <= 0:
                raise ValueError(f"limit {name!r} must be above 0, not {getattr(self, name)}")


DEFAULT_LIMITS = Limits()


class SourceError(Exception):
    """Reading this file cannot go on. `read` turns it into a Problem; it never reaches a caller."""

    def __init__(self, reason: str, figure: str) -> None:
        super().__init__(reason, figure)
        self.reason = reason
        self.figure = figure
