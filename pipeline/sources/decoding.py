"""Bytes to text, a line at a time: bad bytes cut out and reported, long lines passed over, expansion bounded."""

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

import pyarrow as pa

from pipeline.sources.values import FileRef, Limits, Problem, SourceError

SNIFF = 8192
STEP = 65536
_ESCAPED = re.compile("[\udc80-\udcff]+")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    """With its end of line."""
    number: int
    """From 1."""
    start: int
    """Characters before it in the decoded file."""


class _Expanding(io.RawIOBase):
    """A decompressed stream that ends early, with the reason in `broken`, when it is damaged or grows too much.

    Arrow's decompressor is used because it tells a truncated stream from a whole one, for zstd as for gzip.
    """

    def __init__(self, ref: FileRef, limits: Limits) -> None:
        self._inner = pa.CompressedInputStream(str(ref.path), ref.compression)
        self._allowed = max(limits.expansion_floor, int(limits.expansion * ref.size))
        self._out = 0
        self.broken: SourceError | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self.broken:
            return 0
        try:
            data = self._inner.read(min(len(buffer), STEP))
        except OSError as error:
            self.broken = SourceError("compression", f"broken after {self._out:,} bytes of text: {error}")
            return 0
        self._out += len(data)
        if self._out > self._allowed:
            self.broken = SourceError(
                "expansion", f"expands beyond {self._allowed:,} bytes; raise the limit `expansion`"
            )
            return 0
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._inner.close()
        super().close()


@contextmanager
def opened(ref: FileRef, limits: Limits) -> Iterator[BinaryIO]:
    """The file's bytes, decompressed. Raises SourceError for a binary file, and at the end for a damaged stream."""
    expanding = _Expanding(ref, limits) if ref.compression else None
    with io.BufferedReader(expanding, STEP) if expanding else ref.path.open("rb") as stream:
        head = stream.peek(SNIFF)[:SNIFF]
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise SourceError("encoding", "begins with the mark of UTF-16; expected UTF-8: convert it")
        if b"\0" in head:
            raise SourceError("binary", f"byte {head.index(0)} is a NUL: this is no text")
        yield stream
        if expanding and expanding.broken:
            raise expanding.broken


class _BadBytes:
    """Cuts undecodable bytes out of a file's text, and reports each range with its offset, up to a number of them."""

    def __init__(self, uri: str, most: int) -> None:
        self._uri = uri
        self._most = most
        self._ranges = 0
        self._bytes = 0

    def cut(self, raw: bytes, offset: int) -> tuple[str, list[Problem]]:
        escaped = raw.decode("utf-8", "surrogateescape")  # no valid UTF-8 holds these surrogates
        problems = []
        seen = 0
        for found in _ESCAPED.finditer(escaped):
            offset += len(escaped[seen : found.start()].encode("utf-8", "surrogateescape"))
            seen = found.end()
            bad = found.group().encode("utf-8", "surrogateescape")
            self._ranges += 1
            if self._ranges <= self._most:
                shown = bad[:8].hex(" ") + (" …" if len(bad) > 8 else "")
                where = f"byte {offset}" if len(bad) == 1 else f"bytes {offset} to {offset + len(bad) - 1}"
                problems.append(Problem(self._uri, "bad_bytes", f"not UTF-8, cut out: {where} ({shown})"))
            else:
                self._bytes += len(bad)
            offset += len(bad)
        return _ESCAPED.sub("", escaped), problems

    def rest(self) -> Iterator[Problem]:
        if self._ranges > self._most:
            more = self._ranges - self._most
            yield Problem(self._uri, "bad_bytes", f"not UTF-8, cut out: {more:,} more ranges, {self._bytes:,} bytes")


def lines(stream: BinaryIO, uri: str, limits: Limits) -> Iterator[Line | Problem]:
    """The lines of a UTF-8 stream. A line over the limit is read past in small steps and reported."""
    bad = _BadBytes(uri, limits.bad_ranges)
    number = offset = characters = 0
    while raw := stream.readline(limits.line + 1):
        number += 1
        if len(raw) > limits.line and not raw.endswith(b"\n"):
            size, length = _read_past(stream, raw)
            figure = f"line {number} at byte {offset} has {size:,} bytes; the limit is {limits.line:,}"
            yield Problem(uri, "long_line", figure)
            offset += size
            characters += length - (number == 1 and raw.startswith(codecs.BOM_UTF8))
            continue
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            text, problems = bad.cut(raw, offset)
            yield from problems
        offset += len(raw)
        if number == 1:
            text = text.removeprefix(_BOM)
        yield Line(text, number, characters)
        characters += len(text)
    yield from bad.rest()


def _read_past(stream: BinaryIO, raw: bytes) -> tuple[int, int]:
    """Read to the end of the line that `raw` begins: its size in bytes and its length in characters."""
    decoder = codecs.getincrementaldecoder("utf-8")("ignore")
    size, length = len(raw), len(decoder.decode(raw))
    while not raw.endswith(b"\n") and (raw := stream.readline(STEP)):
        size += len(raw)
        length += len(decoder.decode(raw))
    return size, length + len(decoder.decode(b"", True))


def whole(ref: FileRef, limits: Limits, most: int) -> tuple[bytes, str, list[Problem]]:
    """A file that must be held whole: its bytes, its text and its bad bytes. Raises SourceError above `most` bytes."""
    with opened(ref, limits) as stream:
        raw = stream.read(most + 1)
        if len(raw) > most:
            raise SourceError("too_large", f"more than {most:,} bytes, and this format must be held whole to be read")
    bad = _BadBytes(ref.uri, limits.bad_ranges)
    text, problems = bad.cut(raw, 0)
    return raw, text.removeprefix(_BOM), [*problems, *bad.rest()]
