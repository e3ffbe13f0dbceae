"""Plain text, Markdown and reStructuredText: read in blocks of bounded size, cut where the text itself pauses."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from pipeline.sources.decoding import lines, opened
from pipeline.sources.language import language_of
from pipeline.sources.licence import spdx
from pipeline.sources.markup import blocks
from pipeline.sources.values import FileRef, Form, Limits, Problem, Span

FORMS: dict[str, Form] = {"text": "plain", "markdown": "markdown", "rst": "rst"}


def stem(uri: str) -> str:
    """The name of a file without folders and extensions: the title of a text that has none of its own."""
    return PurePosixPath(uri).name.split(".", 1)[0]


def read_text(ref: FileRef, limits: Limits) -> Iterator[Span | Problem]:
    """One span for a text of ordinary size; several, cut between blocks, for one above `limits.block` characters.

    A line that was passed over also ends a span, so that every span is one stretch of the file.
    """
    form = FORMS[ref.format]
    held: list[str] = []
    start = size = 0
    licence = ref.licence

    def flush() -> Iterator[Span]:
        nonlocal licence
        text = "".join(held)
        if start == 0:
            licence = spdx(text) or licence
        if text.strip():
            title = stem(ref.uri)
            yield Span("document", text, title, ref.uri, start, start + size, language_of(text), licence, form)

    with opened(ref, limits) as stream:
        for line in lines(stream, ref.uri, limits):
            if isinstance(line, Problem):
                yield line
                continue
            if line.start != start + size:
                yield from flush()
                held, start, size = [], line.start, 0
            held.append(line.text)
            size += len(line.text)
            if size >= limits.block:
                text = "".join(held)
                cut = _pause(text, form)
                held, size = [text[:cut]], cut
                yield from flush()
                held, start, size = [text[cut:]], start + cut, len(text) - cut
        yield from flush()


def _pause(text: str, form: Form) -> int:
    """Where to cut a text whose end is not known yet: before the last of its highest headings, else before its last
    block, else at its end; always in the second half, so that spans are not small."""
    later = [block for block in blocks(text, form)[1:] if block.start >= len(text) // 2]
    headings = [block for block in later if block.kind == "heading"]
    if headings:
        top = min(block.level for block in headings)
        return max(block.start for block in headings if block.level == top)
    return later[-1].start if later else len(text)
