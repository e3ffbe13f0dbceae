"""Seeds of code, read by their syntax tree: what the families over real functions share."""

import ast
import re
from collections.abc import Sequence

from pipeline.teachers.procedural.family import SeedText

Def = ast.FunctionDef | ast.AsyncFunctionDef
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)

_UNQUOTABLE = re.compile(r"```|[^\S\n ]|[\x00-\x09\x0b-\x1f\x7f]")
"""What would end the quotation's fence, or is counted as a line's end by some readers and not by others."""


def function_of(seed: SeedText, longest: int) -> Def | None:
    """The one function that the seed is; None if it is none, does not compile alone, or is longer than that."""
    if len(seed.text) > longest or _UNQUOTABLE.search(seed.text):
        return None
    try:
        compile(seed.text, "<seed>", "exec")
        return parse_function(seed.text)
    except (SyntaxError, ValueError):
        return None


def parse_function(source: str) -> Def | None:
    """The one function that the source is. Raises SyntaxError or ValueError if it does not parse."""
    body = ast.parse(source).body
    return body[0] if len(body) == 1 and isinstance(body[0], Def) else None


def in_order(nodes: Sequence[ast.stmt], *kinds: type[ast.AST]) -> list[ast.AST]:
    """Nodes of these kinds below the given ones, in the order of the text."""
    found = [part for node in nodes for part in ast.walk(node) if isinstance(part, kinds)]
    return sorted(found, key=lambda part: (part.lineno, part.col_offset))  # type: ignore[attr-defined]


def parameters_of(function: Def) -> list[tuple[ast.arg, str, ast.expr | None]]:
    """Each parameter in order, with its kind and its default."""
    arguments = function.args
    plain = [*arguments.posonlyargs, *arguments.args]
    missing = len(plain) - len(arguments.defaults)
    defaults = [None] * missing + arguments.defaults
    first = len(arguments.posonlyargs)
    found: list[tuple[ast.arg, str, ast.expr | None]] = [
        (argument, "positional-only" if number < first else "positional", default)
        for number, (argument, default) in enumerate(zip(plain, defaults, strict=True))
    ]
    if arguments.vararg:
        found.append((arguments.vararg, "var-positional", None))
    only = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    found += [(argument, "keyword-only", default) for argument, default in only]
    if arguments.kwarg:
        found.append((arguments.kwarg, "var-keyword", None))
    return found
