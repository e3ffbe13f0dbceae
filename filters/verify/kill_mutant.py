"""Whether assert statements hold for a function and fail for each of its mutants, all run in the sandbox.

args: name, input ("numbers": a list of integers, or "words": a list of strings that are not empty), source (one
function of one parameter), mutants (a list of [line number from 1, the line that stands there instead]), most (how many
asserts are allowed). The response holds a code block of nothing but `assert name(…) == …`, literals on both sides; an
assert that ends in an exception fails, as Python has it. Of the response only the literals reach the sandbox.
"""

import ast
import json
from collections.abc import Mapping, Sequence
from typing import Any

from filters.reading.code_block import code_blocks
from filters.sandbox.packed import run_packed
from filters.verdict import Verdict, failed, passed

_MOST_CODE = 4000
_TOGETHER = 16
_MOST_ITEMS, _LARGEST, _LONGEST_WORD = 40, 10**6, 60
_PROGRAM = """
functions = []
for source in {sources!r}:
    names = {{}}
    exec(source, names)
    functions.append(names[{name!r}])
def run_all(given):
    found = []
    for function in functions:
        try:
            found.append([function(list(given))])
        except Exception:
            found.append([])
    return found
"""
"""What each function makes of an input: a list of one value, or of none for an exception."""

Assert = tuple[list[Any], Any]
"""What a function is called with, and what should come back."""


def check(args: Mapping[str, Any], response: str) -> Verdict:
    return check_many([(args, response)])[0]


def check_many(items: Sequence[tuple[Mapping[str, Any], str]]) -> list[Verdict]:
    """Check many responses; a function and its mutants are set up once for all the responses to their task."""
    read = [_asserts(args, response) for args, response in items]
    programs = [_program(args) for args, _ in items]
    inputs: dict[str, dict[str, list[Any]]] = {}
    for program, asserts in zip(programs, read, strict=True):
        if not isinstance(asserts, Verdict):
            inputs.setdefault(program, {}).update((json.dumps(given), given) for given, _ in asserts)
    jobs = [(program, "run_all", list(given.values())) for program, given in inputs.items()]
    results: dict[str, dict[str, list[list[Any]]] | Verdict] = {}
    for (program, given), found in zip(inputs.items(), run_packed(jobs, _TOGETHER), strict=True):
        results[program] = found if isinstance(found, Verdict) else dict(zip(given, map(_values, found), strict=True))
    return [
        asserts if isinstance(asserts, Verdict) else _judge(args, asserts, results[program])
        for (args, _), program, asserts in zip(items, programs, read, strict=True)
    ]


def _values(found: str) -> list[list[Any]]:
    try:
        values: list[list[Any]] = json.loads(found)
    except ValueError:
        return []
    return values


def _program(args: Mapping[str, Any]) -> str:
    sources = [args["source"]]
    for number, line in args["mutants"]:
        lines = args["source"].splitlines()
        lines[number - 1] = line
        sources.append("\n".join(lines))
    return _PROGRAM.format(sources=sources, name=args["name"])


def _asserts(args: Mapping[str, Any], response: str) -> list[Assert] | Verdict:
    """The asserts of the response by the syntax tree of its code, or what is wrong with them."""
    code = next((block for block in code_blocks(response) if "assert" in block), None)
    if code is None:
        return failed("no_asserts", "no code block with an assert was found")
    if len(code) > _MOST_CODE:
        return failed("too_long", f"the code has {len(code)} characters, at most {_MOST_CODE} are read")
    try:
        statements = ast.parse(code).body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return failed("no_python", f"the code does not parse: {str(error)[:200]}")
    found = []
    for statement in statements:
        if not isinstance(statement, ast.Assert):
            return failed("not_an_assert", f"line {statement.lineno} of the code is no assert statement")
        one = _call_and_value(statement.test, args["name"])
        if one is None:
            return failed("wrong_form", f"line {statement.lineno} is not `assert {args['name']}(…) == …` of literals")
        if not _suits(one[0], args["input"]):
            return failed("wrong_input", f"line {statement.lineno} calls with what is no list of {args['input']}")
        found.append(one)
    if not found:
        return failed("no_asserts", "the code has no assert statement")
    if len(found) > args["most"]:
        return failed("too_many", f"{len(found)} asserts, at most {args['most']} are allowed")
    return found


def _call_and_value(test: ast.expr, name: str) -> Assert | None:
    match test:
        case (
            ast.Compare(
                left=ast.Call(func=ast.Name(id=called), args=[given], keywords=[]), ops=[ast.Eq()], comparators=[value]
            )
            | ast.Compare(
                left=value, ops=[ast.Eq()], comparators=[ast.Call(func=ast.Name(id=called), args=[given], keywords=[])]
            )
        ) if called == name:
            try:
                literals: Assert = ast.literal_eval(given), _tagged(ast.literal_eval(value))
            except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
                return None
            return literals
    return None


def _tagged(value: Any) -> Any:
    """A value as `plain` of the sandbox's calls has it, save that what can equal no JSON value stays apart."""
    if isinstance(value, dict):
        return {"dict": sorted(([_tagged(key), _tagged(one)] for key, one in value.items()), key=repr)}
    if isinstance(value, list):
        return [_tagged(one) for one in value]
    return value if isinstance(value, str | int | float | None) else {"other": repr(value)}


def _suits(given: Any, kind: str) -> bool:
    """Whether the function is made for it."""
    if not isinstance(given, list) or len(given) > _MOST_ITEMS:
        return False
    if kind == "numbers":
        return all(type(item) is int and abs(item) <= _LARGEST for item in given)
    return all(isinstance(item, str) and 0 < len(item) <= _LONGEST_WORD for item in given)


def _judge(
    args: Mapping[str, Any], asserts: Sequence[Assert], results: dict[str, list[list[Any]]] | Verdict
) -> Verdict:
    if isinstance(results, Verdict):
        return failed("unclear_task", f"the functions shown do not run: {results.detail}")
    alive = set(range(1, len(args["mutants"]) + 1))
    for given, value in asserts:
        found = results[json.dumps(given)]
        if not found or len(found) <= max(alive, default=0):
            return failed("unclear_task", "the functions shown give nothing that can be compared")
        if found[0] != [value]:
            shown = f"it is {found[0][0]!r}" if found[0] else "it raises"
            return failed("wrong_value", f"{args['name']}({given}) is not {value!r}, {shown}"[:600])
        alive = {number for number in alive if found[number] == [value]}
    if alive:
        first = min(alive)
        return failed("mutant_survives", f"every assert holds with line {args['mutants'][first - 1]!r} as well"[:600])
    return passed(f"{len(asserts)} asserts hold, and tell {len(args['mutants'])} mutants")
