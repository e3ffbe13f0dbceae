"""HTML pages as Markdown: headings, paragraphs, lists, tables and code kept; scripts, styles and navigation dropped."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from pipeline.sources.decoding import whole
from pipeline.sources.language import language_of
from pipeline.sources.licence import spdx
from pipeline.sources.text import stem
from pipeline.sources.values import FileRef, Limits, Problem, Span

DROPPED = frozenset({"script", "style", "noscript", "template", "svg", "nav", "footer", "button", "select", "iframe"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BREAKING = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure form head header "
    "hr html legend main menu ol p section summary table tbody tfoot thead tr ul".split()
)
CELLS = frozenset({"td", "th"})
_BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")


class _Page(HTMLParser):
    """Collects a page's text as Markdown blocks in `blocks` and its title in `title`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.title = ""
        self.dropping: list[str] = []
        self._line: list[str] = []
        self._prefix = ""
        self._code = 0
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in DROPPED:
            self.dropping.append(tag)
        elif self.dropping:
            return
        elif tag == "title":
            self._in_title = True
        elif tag in HEADINGS:
            self.close_block()
            self._prefix = "#" * HEADINGS[tag] + " "
        elif tag == "li":
            self.close_block()
            self._prefix = "- "
        elif tag == "pre":
            self.close_block()
            self._code += 1
        elif tag == "br":
            self._line.append("\n")
        elif tag in CELLS and self._line:
            self._line.append(" | ")
        elif tag in BREAKING:
            self.close_block()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in DROPPED:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in DROPPED:
            if tag in self.dropping:
                while self.dropping.pop() != tag:
                    pass
        elif tag == "title":
            self._in_title = False
        elif tag == "pre" and self._code:
            self.close_block()
            self._code -= 1
        elif tag in HEADINGS or tag == "li" or tag in BREAKING:
            self.close_block()

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
        elif not self.dropping:
            self._line.append(data if self._code else _BLANKS.sub(" ", data))

    def close_block(self) -> None:
        text = "".join(self._line)
        self._line.clear()
        if self._code:
            if text.strip():
                self.blocks.append(f"```\n{text.strip(chr(10))}\n```")
            return
        shown = "\n".join(filter(None, (" ".join(line.split(" ")).strip() for line in text.split("\n"))))
        if shown:
            self.blocks.append(self._prefix + (shown.replace("\n", " ") if self._prefix.startswith("#") else shown))
            self._prefix = ""


def render(html: str) -> tuple[str, str, list[str]]:
    """A page's text as Markdown, its title, and the dropped elements that were never closed (their rest is lost)."""
    page = _Page()
    page.feed(html)
    page.close()
    page.close_block()
    text = ""
    for block in page.blocks:
        tight = block.startswith("- ") and text.rpartition("\n")[2].startswith("- ")
        text += ("\n" if tight else "\n\n" if text else "") + block
    return text, " ".join(page.title.split()), page.dropping


def read_page(ref: FileRef, limits: Limits) -> Iterator[Span | Problem]:
    _, html, problems = whole(ref, limits, limits.document)
    yield from problems
    text, title, unclosed = render(html)
    if unclosed:
        yield Problem(ref.uri, "html_unclosed", f"<{unclosed[0]}> is never closed; the page's text after it is lost")
    if text:
        title, licence = title or stem(ref.uri), spdx(html) or ref.licence
        uri = f"{ref.uri}#text"
        yield Span("document", text, title, uri, 0, len(text), language_of(text), licence, "markdown")
