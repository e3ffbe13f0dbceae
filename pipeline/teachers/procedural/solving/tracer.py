"""Interpret small Python programs from their syntax tree, writing down what a person would on paper.

Covers what the program families generate: assignments, loops, conditions, plain functions, lists, strings and
dictionaries. A *mistake* makes the tracer err as people do, so that a wrong answer comes with a plausible trace.
"""

import ast
import operator
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

MISTAKES = ("turn_missed", "branch_swapped", "operator_confused", "update_forgotten")
"""The last turn of a loop left out; the first condition read the wrong way round; the first sum in an update taken for
a difference (a difference for a sum, a product for a sum); the last update left out."""

_BINARY: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda left, right: left in right,
    ast.NotIn: lambda left, right: left not in right,
}
_CONFUSED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add}
_FUNCTIONS: dict[str, Callable[..., Any]] = {
    f.__name__: f for f in (len, sum, max, min, sorted, range, str, int, abs, list, enumerate, reversed, zip)
}
_METHODS = frozenset("append pop upper lower split join get items keys values replace count index strip".split())
_MOST_TURNS = 200


class Unsupported(ValueError):
    """The program uses something that the tracer does not know, or loops too long."""


class _Return(Exception):
    def __init__(self, value: Any) -> None:
        self.value = value


class _Break(Exception):
    pass


class Tracer:
    """One run of a program: `printed` lines and the `steps` taken. Raises Unsupported, or what the program raises."""

    def __init__(self, program: str, mistake: str = "") -> None:
        self.printed: list[str] = []
        self.steps: list[str] = []
        self._mistake = mistake
        self._functions: dict[str, ast.FunctionDef] = {}
        self._depth = 0
        self._turns = 0
        self._block(ast.parse(program).body, {})

    def _errs(self, mistake: str) -> bool:
        """Whether to make this mistake now; each is made once."""
        if self._mistake != mistake:
            return False
        self._mistake = ""
        return True

    # --- statements ---

    def _block(self, body: list[ast.stmt], names: dict[str, Any]) -> None:
        for statement in body:
            self._statement(statement, names)

    def _statement(self, node: ast.stmt, names: dict[str, Any]) -> None:
        match node:
            case ast.Assign(targets=[target], value=value):
                self._bind(target, self._value(value, names), names)
                if self._depth == 0 and isinstance(target, ast.Name) and not isinstance(value, ast.Constant | ast.List):
                    self.steps.append(f"{target.id} = {names[target.id]!r}")
            case ast.AugAssign(target=target, op=op, value=value):
                self._update(target, op, value, names)
            case ast.Expr(value=value):
                self._value(value, names)
            case ast.If(test=test, body=body, orelse=orelse):
                holds = bool(self._value(test, names)) != self._errs("branch_swapped")
                self._block(body if holds else orelse, names)
            case ast.For(target=target, iter=iterable, body=body):
                turns = list(self._value(iterable, names))
                if len(turns) > 1 and self._errs("turn_missed"):
                    turns.pop()
                self._loop(node, body, names, (partial(self._bind, target, value, names) for value in turns))
            case ast.While(test=test, body=body):
                self._loop(node, body, names, self._while(test, names))
            case ast.FunctionDef(name=name):
                self._functions[name] = node
            case ast.Return(value=value):
                raise _Return(self._value(value, names) if value else None)
            case ast.Break():
                raise _Break
            case _:
                raise Unsupported(type(node).__name__)

    def _update(self, target: ast.expr, op: ast.operator, value: ast.expr, names: dict[str, Any]) -> None:
        kind = type(op)
        if kind in _CONFUSED and self._errs("operator_confused"):
            kind = _CONFUSED[kind]
        if self._turns > 1 and self._errs("update_forgotten"):
            return
        self._bind(target, _BINARY[kind](self._value(target, names), self._value(value, names)), names)

    def _while(self, test: ast.expr, names: dict[str, Any]) -> Iterator[Callable[[], None]]:
        while self._value(test, names):
            yield lambda: None

    def _loop(
        self,
        node: ast.For | ast.While,
        body: list[ast.stmt],
        names: dict[str, Any],
        turns: Iterator[Callable[[], None]],
    ) -> None:
        """Take the turns; after each, note what the loop variable is and what changed."""
        inner = any(isinstance(part, ast.For | ast.While) for part in body)
        self._depth += 1
        try:
            for start in turns:
                self._turns += 1
                if self._turns > _MOST_TURNS:
                    raise Unsupported("too many turns")
                before = {name: repr(value) for name, value in names.items()}
                start()
                loop = _names(node.target) if isinstance(node, ast.For) else []
                head = ", ".join(f"{name} = {names[name]!r}" for name in loop if name != "_")
                try:
                    self._block(body, names)
                finally:
                    if not inner:
                        self._note(head, before, names, loop)
        except _Break:
            pass
        finally:
            self._depth -= 1

    def _note(self, head: str, before: dict[str, str], names: dict[str, Any], loop: list[str]) -> None:
        changed = [
            f"{name} = {value!r}"
            for name, value in names.items()
            if name not in loop and before.get(name) != repr(value)
        ]
        self.steps.append(": ".join(part for part in (head, ", ".join(changed) or "no change") if part))

    def _bind(self, target: ast.expr, value: Any, names: dict[str, Any]) -> None:
        match target:
            case ast.Name(id=name):
                names[name] = value
            case ast.Tuple(elts=parts):
                for part, item in zip(parts, value, strict=True):
                    self._bind(part, item, names)
            case ast.Subscript(value=holder, slice=key):
                self._value(holder, names)[self._value(key, names)] = value
            case _:
                raise Unsupported(type(target).__name__)

    # --- expressions ---

    def _value(self, node: ast.expr, names: dict[str, Any]) -> Any:
        match node:
            case ast.Constant(value=value):
                return value
            case ast.Name(id=name):
                return names[name]
            case ast.List(elts=parts):
                return [self._value(part, names) for part in parts]
            case ast.Tuple(elts=parts):
                return tuple(self._value(part, names) for part in parts)
            case ast.Dict(keys=keys, values=values):
                pairs = zip(keys, values, strict=True)
                return {self._value(key, names): self._value(value, names) for key, value in pairs if key}
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -self._value(operand, names)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return not self._value(operand, names)
            case ast.BinOp(left=left, op=op, right=right):
                return _BINARY[type(op)](self._value(left, names), self._value(right, names))
            case ast.BoolOp(op=op, values=[first, second]):
                left = self._value(first, names)
                return self._value(second, names) if bool(left) == isinstance(op, ast.And) else left
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                return _COMPARE[type(op)](self._value(left, names), self._value(right, names))
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return self._value(body if self._value(test, names) else orelse, names)
            case ast.Subscript(value=holder, slice=ast.Slice(lower=low, upper=high, step=step)):
                ends = [self._value(end, names) if end else None for end in (low, high, step)]
                return self._value(holder, names)[slice(*ends)]
            case ast.Subscript(value=holder, slice=key):
                return self._value(holder, names)[self._value(key, names)]
            case ast.ListComp(elt=element, generators=[turn]):
                return self._comprehension(element, turn, names)
            case ast.Call(func=function, args=arguments, keywords=keywords):
                options = {word.arg: self._value(word.value, names) for word in keywords if word.arg}
                return self._call(function, [self._value(a, names) for a in arguments], options, names)
            case _:
                raise Unsupported(type(node).__name__)

    def _comprehension(self, element: ast.expr, turn: ast.comprehension, names: dict[str, Any]) -> list[Any]:
        found = []
        for item in self._value(turn.iter, names):
            inner = dict(names)
            self._bind(turn.target, item, inner)
            if all(self._value(test, inner) for test in turn.ifs):
                found.append(self._value(element, inner))
        return found

    def _call(self, function: ast.expr, given: list[Any], options: dict[str, Any], names: dict[str, Any]) -> Any:
        match function:
            case ast.Name(id="print"):
                self.printed.append(" ".join(map(str, given)))
                return None
            case ast.Name(id=name) if name in self._functions:
                return self._own(self._functions[name], given, options)
            case ast.Name(id=name) if name in _FUNCTIONS:
                return _FUNCTIONS[name](*given, **options)
            case ast.Attribute(value=holder, attr=attr) if attr in _METHODS:
                return getattr(self._value(holder, names), attr)(*given, **options)
            case _:
                raise Unsupported(ast.unparse(function))

    def _own(self, function: ast.FunctionDef, given: list[Any], options: dict[str, Any]) -> Any:
        """Call a function of the program; only its outermost call is noted, with what it returned."""
        parameters = [parameter.arg for parameter in function.args.args]
        defaults = [self._value(default, {}) for default in function.args.defaults]
        inner = dict(zip(reversed(parameters), reversed(defaults), strict=False))
        inner |= dict(zip(parameters, given, strict=False)) | options
        shown = ", ".join(repr(inner[name]) for name in parameters)
        self._depth += 1
        value = None
        try:
            self._block(function.body, inner)
        except _Return as back:
            value = back.value
        finally:
            self._depth -= 1
        self.steps.append(f"{function.name}({shown}) returns {value!r}")
        return value


def _names(target: ast.expr) -> list[str]:
    return [node.id for node in ast.walk(target) if isinstance(node, ast.Name)]
