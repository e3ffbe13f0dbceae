"""The blocks of a text: headings, code fences and paragraphs, each an exact span of it."""

import re
from dataclasses import dataclass, field
from typing import Literal

from pipeline.sources.values import Form

_ATX = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*?)[ \t]*#*[ \t\r]*")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})[^`]*")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_SETEXT = {"=": 1, "-": 2}
_ADORNMENT = re.compile(r"([=\-~^\"'`#*+:._])\1{2,}")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"[*`]+|\B_+|_+\B")


@dataclass(frozen=True, slots=True)
class Block:
    """text[start:end], without the line ends around it."""

    kind: Literal["heading", "fence", "paragraph"]
    start: int
    end: int
    level: int = 0
    """Of a heading: 1 is the highest."""
    title: str = ""


def blocks(text: str, form: Form) -> list[Block]:
    """The blocks of a text in order; between them is nothing but white space.

    "plain" and "python" texts have paragraphs only; "markdown" has headings (# and underlined), fences and front
    matter; "rst" has underlined headings, whose levels follow the order in which their underlines first appear.
    """
    scan = _Scan(form)
    position = 0
    if form == "markdown" and (front := _FRONT_MATTER.match(text)):
        scan.found.append(Block("paragraph", 0, len(text[: front.end()].rstrip())))
        position = front.end()
    for line in text[position:].split("\n"):
        scan.line(line, position)
        position += len(line) + 1
    scan.finish()
    return scan.found


@dataclass(slots=True)
class _Scan:
    """The state between lines: an open fence, or the lines of an open paragraph."""

    form: Form
    found: list[Block] = field(default_factory=list)
    fence: str = ""
    start: int = 0
    end: int = 0
    paragraph: list[str] = field(default_factory=list)
    adornments: list[tuple[str, bool]] = field(default_factory=list)

    def line(self, line: str, position: int) -> None:
        stripped = line.strip()
        end = position + len(line.rstrip())
        if self.fence:
            self.end = max(self.end, end) if stripped else self.end
            if stripped.startswith(self.fence) and not stripped.strip(self.fence[0]):
                self.found.append(Block("fence", self.start, self.end))
                self.fence = ""
            return
        if not stripped:
            self.close()
            return
        if self.form == "markdown":
            if fence := _FENCE.fullmatch(line):
                self.close()
                self.fence, self.start, self.end = fence.group(1), position, end
                return
            if heading := _ATX.fullmatch(line):
                self.close()
                self.found.append(Block("heading", position, end, len(heading.group(1)), clean(heading.group(2))))
                return
        if not self.paragraph:
            self.start = position
        self.end = end
        self.paragraph.append(stripped)
        if level := self.underlined():
            self.found.append(Block("heading", self.start, end, level, clean(self.paragraph[-2])))
            self.paragraph.clear()

    def underlined(self) -> int:
        """The level of the heading that the open paragraph's last line underlines; 0 if it underlines none."""
        last = self.paragraph[-1]
        if self.form == "markdown" and len(self.paragraph) == 2 and len(last) > 1 and last == last[0] * len(last):
            return _SETEXT.get(last[0], 0)
        if self.form != "rst" or not _ADORNMENT.fullmatch(last):
            return 0
        over = len(self.paragraph) == 3 and self.paragraph[0] == last
        if not (over or len(self.paragraph) == 2) or len(last) < len(self.paragraph[-2]):
            return 0
        style = (last[0], over)
        if style not in self.adornments:
            self.adornments.append(style)
        return self.adornments.index(style) + 1

    def close(self) -> None:
        if self.paragraph:
            self.found.append(Block("paragraph", self.start, self.end))
            self.paragraph.clear()

    def finish(self) -> None:
        self.close()
        if self.fence:
            self.found.append(Block("fence", self.start, self.end))


def clean(title: str) -> str:
    """A heading's words without the marks of links and emphasis."""
    return " ".join(_EMPHASIS.sub("", _LINK.sub(r"\1", title)).split())
