"""Work out the time complexity of a function from its syntax tree, and compare with the class that a response names.

args: source: one function of loops over ranges and lists, of variables that are multiplied, divided or lowered in a
loop, or of calls of itself. Costs are pairs (power of n, power of log n); calls of itself go by the master theorem.
"""

import ast
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from filters.reading.answer import final_answer
from filters.verdict import Verdict, failed, passed

_LONGEST = 400
Growth = tuple[int, int]
_CONSTANT, _LOG, _LINEAR = (0, 0), (0, 1), (1, 0)
_DOUBLING = (1000, 0)
_DROPPED = str.maketrans("", "", " \t\n*·×`$\\(){}")
_OF_LISTS = {"sum": _LINEAR, "max": _LINEAR, "min": _LINEAR, "sorted": (1, 1)}


def _product(one: Growth, other: Growth) -> Growth:
    return one[0] + other[0], one[1] + other[1]


def _expressions(node: ast.AST) -> Growth:
    """The dearest operation on a whole list in an expression or a simple statement."""
    dearest = _CONSTANT
    for part in ast.walk(node):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in _OF_LISTS:
            dearest = max(dearest, _OF_LISTS[part.func.id])
        elif isinstance(part, ast.Compare) and isinstance(part.ops[0], ast.In):
            dearest = max(dearest, _LINEAR)
    return dearest


def _turns(loop: ast.For | ast.While) -> Growth:
    """How often a loop turns: over constants, over something that grows like n, or by a factor each time."""
    if isinstance(loop, ast.For):
        bounds = loop.iter.args if isinstance(loop.iter, ast.Call) else [loop.iter]
        return _CONSTANT if all(isinstance(bound, ast.Constant) for bound in bounds) else _LINEAR
    assert isinstance(loop.test, ast.Compare) and isinstance(loop.test.left, ast.Name)
    for part in loop.body:
        if (
            isinstance(part, ast.AugAssign)
            and isinstance(part.target, ast.Name)
            and part.target.id == loop.test.left.id
        ):
            return _LOG if isinstance(part.op, ast.FloorDiv | ast.Mult) else _LINEAR
    return _DOUBLING


def _growth(statements: Sequence[ast.stmt]) -> Growth:
    dearest = _CONSTANT
    for statement in statements:
        match statement:
            case ast.For() | ast.While():
                own = _product(_turns(statement), _growth(statement.body))
            case ast.If():
                own = max(_growth(statement.body), _growth(statement.orelse))
            case _:
                own = _expressions(statement)
        dearest = max(dearest, own)
    return dearest


@lru_cache(maxsize=4096)
def growth_of(source: str) -> Growth:
    """Of the last function in a source."""
    function = ast.parse(source).body[-1]
    assert isinstance(function, ast.FunctionDef)
    own = _growth(function.body)
    steps = [
        call.args[0]
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == function.name
    ]
    if not steps:
        return own
    first = steps[0]
    assert isinstance(first, ast.BinOp) and isinstance(first.right, ast.Constant)
    if isinstance(first.op, ast.Sub):
        known = any(isinstance(mark, ast.Name) and mark.id == "cache" for mark in function.decorator_list)
        return _product(own, _LINEAR) if known or len(steps) == 1 else _DOUBLING
    return _master(len(steps), int(str(first.right.value)), own)


def _master(calls: int, divisor: int, own: Growth) -> Growth:
    """T(n) = calls * T(n / divisor) + own, for the cases that occur: calls = divisor ** k."""
    power = 0
    while divisor**power < calls:
        power += 1
    if own[0] > power:
        return own
    return (power, own[1] + 1) if own[0] == power else (power, 0)


def _named(growth: Growth) -> set[str]:
    """How the class may be written, once blanks, brackets and signs of multiplication are dropped."""
    if growth == _DOUBLING:
        return {"o2^n"}
    power = {0: "", 1: "n"}.get(growth[0], f"n^{growth[0]}")
    logs = ["", "log", "log2", "log_2", "ln", "lg"] if growth[1] else [""]
    names = {f"o{power}{log}n" if growth[1] else f"o{power or '1'}" for log in logs if bool(log) == bool(growth[1])}
    return names | ({f"o{'n' * growth[0]}"} if growth[0] in (2, 3) and not growth[1] else set())


def check(args: Mapping[str, Any], response: str) -> Verdict:
    growth = growth_of(args["source"])
    answer = final_answer(response).rstrip(".。 \n")
    if not answer or len(answer) > _LONGEST:
        return failed("no_answer", "no complexity class stands after the answer mark")
    text = answer.replace("**", "^").replace("²", "^2").replace("³", "^3").replace("ⁿ", "^n")
    found = unicodedata.normalize("NFKC", text).casefold().translate(_DROPPED)
    names = _named(growth)
    if found in names:
        return passed(max(sorted(names), key=len))
    if not found.startswith("o"):
        return failed("no_class", f"a class O(…) is wanted, found {answer[:80]!r}")
    return failed("wrong_class", f"expected n^{growth[0]} (log n)^{growth[1]} (1000: 2^n), found {answer[:80]!r}")
