"""Call functions of programs that may share a process: several of them in one start of the sandbox.

A program that runs a response's code could change what its neighbours find, so only two sorts share: those in which a
response is data (a query, the arguments of a call), for the caller to say, and code that `harmless` finds to touch
nothing but names of its own. Each has a namespace of its own; where a group ends badly, each of it runs alone.
"""

import ast
import builtins
from collections.abc import Sequence
from typing import Any

from filters.sandbox.calls import Job, run_calls
from filters.verdict import Verdict

_PROGRAM = """
functions = []
for code, name in {parts!r}:
    names = {{"__name__": "part"}}
    exec(code, names)
    functions.append(names[name])
def run_part(given):
    return functions[given[0]](given[1])
"""
_NODES = (
    *(ast.Module, ast.FunctionDef, ast.arguments, ast.arg, ast.Return, ast.Assign, ast.AugAssign, ast.For, ast.If),
    *(ast.Expr, ast.Pass, ast.Break, ast.Continue, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
    *(ast.comprehension, ast.Call, ast.keyword, ast.Name, ast.Attribute, ast.Subscript, ast.Slice, ast.Constant),
    *(ast.List, ast.Tuple, ast.Set, ast.Dict, ast.Starred, ast.JoinedStr, ast.FormattedValue, ast.Lambda, ast.IfExp),
    *(ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.operator, ast.unaryop, ast.boolop, ast.cmpop),
    *(ast.expr_context,),
)
_NOT_PYTHON = ast.parse("class NotPython: pass")
_BUILTINS = frozenset(
    "abs all any bool dict divmod enumerate filter float frozenset hasattr int isinstance len list map max min pow "
    "range reversed round set sorted str sum tuple zip".split()
)
_METHODS = frozenset(
    "add append copy count discard endswith extend find fromkeys get index insert isalpha isdigit islower isupper "
    "items join keys lower lstrip pop remove replace reverse rstrip setdefault sort split startswith strip title union "
    "update upper values".split()
)


def harmless(code: str) -> bool:
    """Whether code is nothing but functions that use a few builtins and methods, and so leaves no trace anywhere else:
    no import, no other attribute, no loop but `for`. Code that does not parse is not."""
    tree = _parsed(code)
    return all(isinstance(node, ast.FunctionDef) for node in tree.body) and all(map(_harmless, ast.walk(tree)))


def harmless_script(code: str) -> bool:
    """Whether code would be harmless if it stood in functions, save that it prints and loops with `while`."""
    return all(_prints(node) or _harmless(node) for node in ast.walk(_parsed(code)))


def _parsed(code: str) -> ast.Module:
    """The syntax tree; that of a `pass` in a class, which nothing lets through, for code that has none."""
    try:
        return ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return _NOT_PYTHON


def _prints(node: ast.AST) -> bool:
    match node:
        case ast.Name(id="print", ctx=ast.Load()) | ast.While():
            return True
    return False


def _harmless(node: ast.AST) -> bool:
    match node:
        case ast.FunctionDef(decorator_list=[_, *_]):
            return False
        case ast.Name(id=name) | ast.FunctionDef(name=name) | ast.arg(arg=name):
            return not name.startswith("__") and (name in _BUILTINS or not hasattr(builtins, name))
        case ast.Attribute(attr=name, ctx=context):
            return name in _METHODS and isinstance(context, ast.Load)
    return isinstance(node, _NODES)


def run_sparingly(jobs: Sequence[Job], size: int, judged: Sequence[str] = ()) -> list[list[str] | Verdict]:
    """What `run_calls` gives for these jobs; of those with harmless code, `size` share a process.

    `judged` is the part of each job's code that is looked at, where the rest is the caller's own.
    """
    together = [place for place, code in enumerate(judged or [code for code, _, _ in jobs]) if harmless(code)]
    shared = set(together)
    apart = [place for place in range(len(jobs)) if place not in shared]
    found: dict[int, list[str] | Verdict] = {}
    found.update(zip(together, run_packed([jobs[place] for place in together], size), strict=True))
    found.update(zip(apart, run_calls([jobs[place] for place in apart]), strict=True))
    return [found[place] for place in range(len(jobs))]


def run_packed(jobs: Sequence[Job], size: int) -> list[list[str] | Verdict]:
    """What `run_calls` gives for these jobs, of which `size` share a process."""
    groups = [jobs[start : start + size] for start in range(0, len(jobs), size)]
    found: list[list[str] | Verdict] = []
    alone: list[int] = []
    for group, results in zip(groups, run_calls([_packed(group) for group in groups]), strict=True):
        start = 0
        for _, _, inputs in group:
            if isinstance(results, Verdict) and len(group) > 1:
                alone.append(len(found))
            found.append(results if isinstance(results, Verdict) else results[start : start + len(inputs)])
            start += len(inputs)
    for place, own in zip(alone, run_calls([_packed([jobs[place]]) for place in alone]), strict=True):
        found[place] = own
    return found


def _packed(group: Sequence[Job]) -> Job:
    inputs: list[Any] = [[place, given] for place, (_, _, own) in enumerate(group) for given in own]
    return _PROGRAM.format(parts=[(code, name) for code, name, _ in group]), "run_part", inputs
