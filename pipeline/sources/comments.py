"""Source files in other languages than Python: their comments, as documents.

A function in C or Rust is no seed for code tasks: nothing here could run or check what is made of it. What the authors
wrote about it in prose is a document like a docstring. The code between the comments is not read.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from pipeline.sources.decoding import whole
from pipeline.sources.language import language_of
from pipeline.sources.licence import spdx
from pipeline.sources.text import stem
from pipeline.sources.values import FileRef, Limits, Problem, Span

_STRING = r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
_SYNTAX = {
    "comments_c": re.compile(
        _STRING + r"|(?P<comment>//[^\n]*(?:\n[ \t]*//[^\n]*)*|/\*(?:.*?\*/|.*\Z))", re.DOTALL
    ),  # an unclosed comment runs to the end, so that the search stays linear
    "comments_hash": re.compile(
        _STRING + r"|(?P<comment>(?:^|(?<=\s))#[^\n]*(?:\n[ \t]*#[^\n]*)*)", re.DOTALL | re.MULTILINE
    ),
}
_GUTTER = {
    "comments_c": re.compile(
        r"^[ \t]*(?://[/!]*|/\*+!?|\*+/|\*+(?!/))?[ \t]?|[ \t]*\*+/[ \t\r]*$|[ \t\r]+$", re.MULTILINE
    ),
    "comments_hash": re.compile(r"^[ \t]*#+!?[ \t]?|[ \t\r]+$", re.MULTILINE),
}


def read_comments(ref: FileRef, limits: Limits) -> Iterator[Span | Problem]:
    _, text, problems = whole(ref, limits, limits.source)
    yield from problems
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    licence = spdx(text) or ref.licence
    for found in _SYNTAX[ref.format].finditer(text):
        if found["comment"]:
            comment = _GUTTER[ref.format].sub("", found["comment"]).strip("\n")
            if any(map(str.isalpha, comment)):
                uri = f"{ref.uri}#L{bisect_right(starts, found.start())}"
                yield Span("document", comment, stem(ref.uri), uri, 0, len(comment), language_of(comment), licence)
