"""Cut documents into passages: by headings, then paragraphs, then sentences; each an exact span of the text.

Passages are in order, do not overlap, and together hold every character of the text that is not white space.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.sources.language import language_of
from pipeline.sources.markup import Block, blocks
from pipeline.sources.values import Form, Span

TITLE_SEPARATOR = " > "

_BLANK_LINE = re.compile(r"\n(?:[ \t\r]*\n)+")
_ITEM = re.compile(r"\n(?=[ \t]*(?:[-*+•|]|\d{1,3}[.)])[ \t])")
_SENTENCE = re.compile(
    r"(?<=[.!?])\s+(?=[^\sa-z])|(?<=[.!?][\"')\]”’])\s+(?=[^\sa-z])|(?<=[。！？；])(?![”’』」）。！？；])\s*|(?<=[。！？][”’』」）])\s*"
)
_LINE = re.compile(r"\n")
_WORD = re.compile(r"\s+")
PROSE = (_BLANK_LINE, _ITEM, _SENTENCE, _LINE, _WORD)
CODE = (_BLANK_LINE, _LINE, _WORD)

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ChunkRules:
    """How long a passage is, in the units of `length`: characters, or whatever a tokenizer counts.

    `length` must not shrink when text is added. A passage is never above `most`; one under `least` is joined to a
    neighbour where the two fit.
    """

    least: int = 200
    most: int = 1500
    length: Callable[[str], int] = len

    def __post_init__(self) -> None:
        if not 0 <= self.least <= self.most or self.most < 1:
            raise ValueError(f"chunk rules need 0 <= least <= most and most >= 1, not {self.least} and {self.most}")


DEFAULT_RULES = ChunkRules()


@dataclass(frozen=True, slots=True)
class Passage:
    """text[start:end], under a path of headings."""

    start: int
    end: int
    path: tuple[str, ...] = ()


def chunk(span: Span, rules: ChunkRules = DEFAULT_RULES) -> Iterator[Span]:
    """The passages of a document as spans of the same part; code comes whole."""
    if span.kind == "code":
        yield span
        return
    for passage in passages(span.text, span.form, rules):
        text = span.text[passage.start : passage.end]
        yield replace(
            span,
            text=text,
            title=TITLE_SEPARATOR.join(passage.path) or span.title,
            start=span.start + passage.start,
            end=span.start + passage.end,
            language=language_of(text),
        )


def passages(text: str, form: Form = "plain", rules: ChunkRules = DEFAULT_RULES) -> list[Passage]:
    """The passages of a text, in order."""
    found = []
    for path, section in sections(blocks(text, form)):
        pieces = [piece for block in glued(section, text, rules) for piece in split(text, block, rules)]
        found += [Passage(start, end, path) for start, end in pack(text, pieces, rules)]
    return join_small(text, found, rules)


def sections(found: Sequence[Block]) -> Iterator[tuple[tuple[str, ...], list[Block]]]:
    """Headings with what stands under them. Headings that follow each other directly begin one section, which has the
    last one's path."""
    stack: list[Block] = []
    section: list[Block] = []
    for block in found:
        if block.kind == "heading":
            if section and section[-1].kind != "heading":
                yield tuple(heading.title for heading in stack), section
                section = []
            stack = [*(heading for heading in stack if heading.level < block.level), block]
        section.append(block)
    if section:
        yield tuple(heading.title for heading in stack), section


def glued(section: Sequence[Block], text: str, rules: ChunkRules) -> list[Block]:
    """The section with its headings made part of the first paragraph under them, so that they never stand alone.

    A code fence is left by itself if the headings would make it too long to stay whole.
    """
    first = next((row for row, block in enumerate(section) if block.kind != "heading"), len(section) - 1)
    head, body = section[0], section[first]
    if body.kind == "fence" and rules.length(text[head.start : body.end]) > rules.most:
        return list(section)
    return [replace(body, start=head.start), *section[first + 1 :]]


def split(text: str, block: Block, rules: ChunkRules) -> list[Range]:
    """A block in pieces that each fit: whole if it does, else cut at the coarsest boundaries that serve."""
    boundaries = CODE if block.kind == "fence" else PROSE
    return _split(text, block.start, block.end, boundaries, rules)


def _split(text: str, start: int, end: int, boundaries: Sequence[re.Pattern[str]], rules: ChunkRules) -> list[Range]:
    if rules.length(text[start:end]) <= rules.most:
        return [(start, end)]
    if not boundaries:
        return _cut(text, start, end, rules)
    pieces = []
    left = start
    for gap in boundaries[0].finditer(text, start, end):
        if gap.start() > left:
            pieces += _split(text, left, gap.start(), boundaries[1:], rules)
        left = gap.end()
    if left < end:
        pieces += _split(text, left, end, boundaries[1:], rules)
    return pieces


def _cut(text: str, start: int, end: int, rules: ChunkRules) -> list[Range]:
    """A text without any boundary in pieces as long as may be (at least one character each)."""
    pieces = []
    while start < end:
        fits, over = 1, 2
        while start + over <= end and rules.length(text[start : start + over]) <= rules.most:
            fits, over = over, 2 * over
        over = min(over, end - start + 1)
        while over - fits > 1:
            middle = (fits + over) // 2
            if rules.length(text[start : start + middle]) <= rules.most:
                fits = middle
            else:
                over = middle
        pieces.append((start, start + fits))
        start += fits
    return pieces


def pack(text: str, pieces: Sequence[Range], rules: ChunkRules) -> list[Range]:
    """Neighbouring pieces joined into as few passages as fit, of about even length."""
    if not pieces:
        return []
    total = rules.length(text[pieces[0][0] : pieces[-1][1]])
    target = total / math.ceil(total / rules.most) if total else 0
    packed = []
    start, end = pieces[0]
    for next_start, next_end in pieces[1:]:
        if rules.length(text[start:end]) >= target or rules.length(text[start:next_end]) > rules.most:
            packed.append((start, end))
            start = next_start
        end = next_end
    return [*packed, (start, end)]


def join_small(text: str, found: Sequence[Passage], rules: ChunkRules) -> list[Passage]:
    """Passages under the least length joined to the next one, or else to the one before, where the two fit."""

    def small(passage: Passage) -> bool:
        return rules.length(text[passage.start : passage.end]) < rules.least

    def fit(first: Passage, second: Passage) -> bool:
        return rules.length(text[first.start : second.end]) <= rules.most

    forward: list[Passage] = []
    for passage in reversed(found):
        if forward and small(passage) and fit(passage, forward[-1]):
            passage = _joined(passage, forward.pop())
        forward.append(passage)
    done: list[Passage] = []
    for passage in reversed(forward):
        if done and small(passage) and fit(done[-1], passage):
            passage = _joined(done.pop(), passage)
        done.append(passage)
    return done


def _joined(first: Passage, second: Passage) -> Passage:
    """Both passages, under the headings that they share."""
    shared = 0
    for one, other in zip(first.path, second.path, strict=False):
        if one != other:
            break
        shared += 1
    return Passage(first.start, second.end, first.path[:shared])
