"""Read any source file: `list_files` finds them, `read` gives the spans of one, or what is wrong with it.

A file is read as it streams in, in bounded memory. Nothing that a file holds makes `read` raise.
"""

from collections.abc import Callable, Iterator

from pipeline.sources.comments import read_comments
from pipeline.sources.files import list_files
from pipeline.sources.page import read_page
from pipeline.sources.python import read_python
from pipeline.sources.records import read_csv, read_jsonl, read_parquet
from pipeline.sources.text import read_text
from pipeline.sources.values import DEFAULT_LIMITS, FileRef, Limits, Problem, SourceError, Span

__all__ = ["list_files", "read"]

READERS: dict[str, Callable[[FileRef, Limits], Iterator[Span | Problem]]] = {
    "text": read_text,
    "markdown": read_text,
    "rst": read_text,
    "html": read_page,
    "jsonl": read_jsonl,
    "csv": read_csv,
    "parquet": read_parquet,
    "python": read_python,
    "comments_c": read_comments,
    "comments_hash": read_comments,
}


def read(ref: FileRef, limits: Limits = DEFAULT_LIMITS) -> Iterator[Span | Problem]:
    """The spans of a file in order, and a Problem for each part that could not be read; at least one of either."""
    if ref.size == 0:
        yield Problem(ref.uri, "empty", "the file has 0 bytes")
        return
    nothing = True
    try:
        for found in READERS[ref.format](ref, limits):
            nothing = False
            yield found
    except SourceError as error:
        yield Problem(ref.uri, error.reason, error.figure)
    except OSError as error:
        yield Problem(ref.uri, "unreadable", f"cannot be read: {error.strerror or error}")
    else:
        if nothing:
            yield Problem(
                ref.uri, "no_text", f"{ref.size:,} bytes, and no text in them that a {ref.format} reader takes"
            )
