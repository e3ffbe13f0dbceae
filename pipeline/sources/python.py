"""Python source: every function as code, every docstring as a document."""

import ast
import inspect
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.sources.decoding import whole
from pipeline.sources.language import language_of
from pipeline.sources.licence import spdx
from pipeline.sources.values import FileRef, Limits, Problem, SourceError, Span

Function = ast.FunctionDef | ast.AsyncFunctionDef
Definition = Function | ast.ClassDef

_FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
_DEFINITION = (*_FUNCTION, ast.ClassDef)
_COMPOUND = (
    *(ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.TryStar, ast.Match),
    *(ast.ExceptHandler, ast.match_case),
)
_LINE_END = re.compile(r"\r\n|\r|\n")  # where Python ends a line; str.splitlines knows others
_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")  # PEP 263
_UTF8 = frozenset({"utf-8", "utf8", "utf-8-sig", "utf_8", "ascii", "us-ascii"})


def read_python(ref: FileRef, limits: Limits) -> Iterator[Span | Problem]:
    """Functions and docstrings in the order of the file. A function inside another belongs to the outer one's text,
    unless that is too long to be read."""
    raw, text, problems = whole(ref, limits, limits.source)
    encoding = declared_encoding(raw)
    if encoding in _UTF8:
        yield from problems
    else:
        try:
            text = raw.decode(encoding)
        except (LookupError, UnicodeDecodeError) as error:
            raise SourceError("encoding", f"declares {encoding!r}: {error}") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a warning about someone else's code is not for our user
            tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None)
        where = f"line {line}: " if line else ""
        raise SourceError("syntax", f"{where}{getattr(error, 'msg', None) or error or type(error).__name__}") from None
    module = module_name(ref.path, ref.uri)
    yield from _Reader(text, module, ref, spdx(text) or ref.licence, limits).read(tree)


def declared_encoding(raw: bytes) -> str:
    """The encoding that a comment in the first two lines declares (PEP 263); "utf-8" if none does."""
    found = filter(None, map(_COOKIE.match, raw[:1000].split(b"\n", 2)[:2]))
    return next((match.group(1).decode("ascii", "replace").lower() for match in found), "utf-8")


def module_name(path: Path, uri: str) -> str:
    """The dotted name under which a file is imported: from the topmost folder above it that is a package."""
    parts = [] if path.stem == "__init__" else [uri.rpartition("/")[2].partition(".")[0]]
    folder = path.parent
    while (folder / "__init__.py").is_file():
        parts.insert(0, folder.name)
        folder = folder.parent
    return ".".join(parts) or path.stem


def docstring_node(node: ast.Module | Definition) -> ast.Constant | None:
    first = node.body[0] if node.body else None
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        return first.value
    return None


@dataclass(slots=True)
class _Reader:
    text: str
    module: str
    ref: FileRef
    licence: str
    limits: Limits
    starts: list[int] | None = None
    """Where each line starts, and the end of the text."""

    def read(self, tree: ast.Module) -> Iterator[Span | Problem]:
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(self.text)), len(self.text)]
        yield from self.docstring(tree, self.module)
        yield from self.definitions(tree, "", inside=False)

    def definitions(self, parent: ast.AST, prefix: str, inside: bool) -> Iterator[Span | Problem]:
        """What the definitions below `parent` hold; `inside` is whether a function that was read holds them."""
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, _DEFINITION):
                name = prefix + node.name
                yield from self.docstring(node, f"{self.module}:{name}")
                read = inside
                if isinstance(node, _FUNCTION) and not inside:
                    span = self.function(node, f"{self.module}:{name}")
                    yield span
                    read = isinstance(span, Span)
                yield from self.definitions(node, name + (".<locals>." if isinstance(node, _FUNCTION) else "."), read)
            elif isinstance(node, _COMPOUND):
                yield from self.definitions(node, prefix, inside)

    def docstring(self, node: ast.Module | Definition, title: str) -> Iterator[Span | Problem]:
        found = docstring_node(node)
        if found is None:
            return
        uri = f"{self.ref.uri}#L{found.lineno}"
        text = inspect.cleandoc(str(found.value)).strip()
        if not text.isascii():
            text, raw = text.encode("utf-8", "ignore").decode(), text
            if len(text) < len(raw):
                yield Problem(uri, "bad_characters", f"{len(raw) - len(text)} lone surrogates were cut out")
        if text:
            yield Span("document", text, title, uri, 0, len(text), language_of(text), self.licence)

    def function(self, node: Function, title: str) -> Span | Problem:
        assert self.starts is not None and node.end_lineno is not None
        first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
        start, end = self.starts[first - 1], self.starts[node.end_lineno]
        source = self.text[start:end].rstrip()
        if len(source) > self.limits.function:
            figure = f"{title} has {len(source):,} characters; the limit is {self.limits.function:,}"
            return Problem(f"{self.ref.uri}#L{first}", "long_function", figure)
        text = dedent(source, node, first)
        language = language_of(text)
        return Span("code", text, title, self.ref.uri, start, start + len(source), language, self.licence, "python")


def dedent(source: str, node: Function, first: int) -> str:
    """A function's lines without its indentation, and with "\\n" as line ends.

    Lines inside a string other than a docstring keep their blanks, which belong to its value; textwrap.dedent would
    change them, or leave the whole function indented when one of them starts at the margin.
    """
    lines = _LINE_END.split(source)
    indent = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
    if not indent:
        return "\n".join(lines)
    kept = _string_lines(lines, node, first) if _has_long_strings(source, node) else frozenset[int]()
    return "\n".join(line if row in kept else line.removeprefix(indent) for row, line in enumerate(lines))


def _has_long_strings(source: str, node: Function) -> bool:
    """Whether a string other than the docstring may run over several lines."""
    quotes = source.count('"""') + source.count("'''")
    return quotes > (2 if docstring_node(node) else 0) or "\\\n" in source or "\\\r" in source


def _string_lines(lines: list[str], node: Function, first: int) -> frozenset[int]:
    """The rows of `lines` that begin inside a string which is no docstring."""
    docstrings = {id(docstring_node(inner)) for inner in ast.walk(node) if isinstance(inner, _DEFINITION)}
    kept: set[int] = set()
    for inner in ast.walk(node):
        long = isinstance(inner, ast.JoinedStr) or (
            isinstance(inner, ast.Constant) and isinstance(inner.value, str | bytes)
        )
        if not long or id(inner) in docstrings:
            continue
        assert isinstance(inner, ast.expr) and inner.end_lineno is not None
        rows = range(inner.lineno - first, inner.end_lineno - first + 1)
        if len(rows) > 1 and any(
            '"""' in lines[row] or "'''" in lines[row] or lines[row].endswith("\\") for row in rows
        ):
            kept.update(rows[1:])
    return frozenset(kept)
