"""Plant one fault in the source of a function: a changed line, found through the syntax tree.

Only the few characters of the operator, number or name are replaced, so that the rest of the text stays as written.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

_COMPARISONS = {
    "<": ("<=", ">"),
    "<=": ("<", ">="),
    ">": (">=", "<"),
    ">=": (">", "<="),
    "==": ("!=",),
    "!=": ("==",),
    "in": ("not in",),
    "not in": ("in",),
    "is": ("is not",),
    "is not": ("is",),
}
_OPERATORS = {
    "+": ("-",),
    "-": ("+",),
    "*": ("+", "//"),
    "/": ("*", "//"),
    "//": ("*", "%"),
    "%": ("//",),
    "**": ("*",),
    "<<": (">>",),
    ">>": ("<<",),
    "&": ("|",),
    "|": ("&",),
}
_METHODS = (
    ("startswith", "endswith"),
    ("lower", "upper"),
    ("lstrip", "rstrip"),
    ("find", "rfind"),
    ("partition", "rpartition"),
    ("split", "rsplit"),
    ("append", "extend"),
    ("min", "max"),
    ("any", "all"),
)
_CONFUSED = dict([*_METHODS, *((other, one) for one, other in _METHODS)])


@dataclass(frozen=True, slots=True)
class Fault:
    """A line to put in the place of line `number` (from 1), and what is wrong with it."""

    number: int
    line: str
    what: str


@dataclass(frozen=True, slots=True)
class _Change:
    """Characters `start` to `end` of one line, and what to put there."""

    number: int
    start: int
    end: int
    text: str
    what: str


def replaced(source: str, number: int, line: str) -> str:
    """The source with another line in that place."""
    lines = source.splitlines()
    lines[number - 1] = line
    return "\n".join(lines)


def faults(source: str) -> list[Fault]:
    """Every fault that can be planted in the one function of an ASCII source; each compiles, and changes one line."""
    lines = source.splitlines()
    found = {}
    function = ast.parse(source).body[0]
    assert isinstance(function, ast.FunctionDef)
    names = [argument.arg for argument in function.args.args]
    for statement in function.body:
        for node in ast.walk(statement):
            for change in (*_changes(node, lines), *_mistaken_names(node, names)):
                line = lines[change.number - 1]
                broken = f"{line[: change.start]}{change.text}{line[change.end :]}"
                if broken != line and _compiles(replaced(source, change.number, broken)):
                    found[change.number, broken] = Fault(change.number, broken, change.what)
    return sorted(found.values(), key=lambda fault: (fault.number, fault.line))


def _compiles(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


def _changes(node: ast.AST, lines: list[str]) -> Iterator[_Change]:
    match node:
        case ast.Compare(left=left, ops=[_], comparators=[right]):
            yield from _between(left, right, lines, _COMPARISONS, "comparison")
        case ast.BinOp(left=left, right=right):
            yield from _between(left, right, lines, _OPERATORS, "operator")
        case ast.AugAssign(target=target, value=value):
            yield from _between(target, value, lines, {"+=": ("-=",), "-=": ("+=",), "*=": ("+=",)}, "update")
        case ast.BoolOp(values=[first, second]):
            yield from _between(first, second, lines, {"and": ("or",), "or": ("and",)}, "connective")
            if first.lineno == second.end_lineno:
                yield from (_over(first, _text(kept, lines), "condition", second) for kept in (first, second))
        case ast.Constant(value=bool(truth)):
            yield _over(node, str(not truth), "truth value")
        case ast.Break() | ast.Continue():
            other = "continue" if isinstance(node, ast.Break) else "break"
            yield _Change(node.lineno, node.col_offset, node.end_col_offset or 0, other, "jump")
        case ast.Constant(value=int(number)):
            yield from (_over(node, str(wrong), "number") for wrong in (number + 1, number - 1) if wrong >= 0)
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test) if test.lineno == test.end_lineno:
            yield _negated(test, lines)
        case ast.Call(args=[first, second]) if first.lineno == second.end_lineno:
            middle = lines[first.lineno - 1][first.end_col_offset : second.col_offset]
            yield _over(first, f"{_text(second, lines)}{middle}{_text(first, lines)}", "order of the arguments", second)
        case ast.Slice(lower=None, upper=ast.expr() as end, step=None) if end.lineno == node.end_lineno:
            yield _over(node, f"{_text(end, lines)}:", "slice")
        case ast.Slice(lower=ast.expr() as start, upper=None, step=None) if start.lineno == node.end_lineno:
            yield _over(node, f":{_text(start, lines)}", "slice")
        case ast.Attribute(attr=name) if name in _CONFUSED and node.end_col_offset is not None:
            last = node.end_col_offset
            yield _Change(node.end_lineno or node.lineno, last - len(name), last, _CONFUSED[name], "method")
        case ast.Name(id=name) if name in _CONFUSED:
            yield _over(node, _CONFUSED[name], "function called")


def _mistaken_names(node: ast.AST, names: list[str]) -> Iterator[_Change]:
    """Another parameter in the place of one: the next in the signature."""
    match node:
        case ast.Name(id=name, ctx=ast.Load()) if name in names and len(names) > 1:
            yield _over(node, names[(names.index(name) + 1) % len(names)], "variable")


def _between(
    left: ast.expr, right: ast.expr, lines: list[str], table: dict[str, tuple[str, ...]], what: str
) -> Iterator[_Change]:
    """Exchange the symbol that stands between two expressions on one line."""
    if left.end_lineno != right.lineno or left.end_col_offset is None:
        return
    start, end = left.end_col_offset, right.col_offset
    gap = lines[right.lineno - 1][start:end]
    symbol = gap.strip(" ()")
    for wrong in table.get(symbol, ()):
        yield _Change(right.lineno, start, end, gap.replace(symbol, wrong), what)


def _over(node: ast.expr | ast.Slice, text: str, what: str, last: ast.expr | None = None) -> _Change:
    """Write over a node, or over all from it to the `last` one."""
    end = (last or node).end_col_offset
    assert end is not None
    return _Change(node.lineno, node.col_offset, end, text, what)


def _text(node: ast.expr, lines: list[str]) -> str:
    return lines[node.lineno - 1][node.col_offset : node.end_col_offset]


def _negated(test: ast.expr, lines: list[str]) -> _Change:
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return _over(test, _text(test.operand, lines), "condition")
    simple = isinstance(test, ast.Name | ast.Call | ast.Attribute | ast.Subscript)
    return _over(test, f"not {_text(test, lines)}" if simple else f"not ({_text(test, lines)})", "condition")
