"""Put the repaired lines into a faulty function, and run it in the sandbox on the calls that the prompt states.

args: module (its names are what the function sees), name, faulty (the source shown), calls (a list of [arguments,
result], both as Python writes them), lines (how many lines are wrong). The response holds a code block: the repaired
lines, each with a comment "# line N" at its end, or the whole function. No more lines may change than are wrong.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from filters.reading.code_block import code_blocks
from filters.sandbox.calls import LIMITS
from filters.sandbox.run import Result, run_programs
from filters.verdict import Verdict, failed, passed

_REPAIRED = re.compile(r"[ \t]*(?P<code>\S.*?)[ \t]*#[ \t]*line[ \t]+(?P<number>\d{1,4})[ \t]*", re.IGNORECASE)
_HARNESS = """
import ast, importlib, json
name, module, source, calls = json.loads({data!r})
names = dict(vars(importlib.import_module(module)))
exec(source, names)

def result(call):
    try:
        value = names[name](*ast.literal_eval(call))
        return repr(list(value) if hasattr(value, "__next__") else value)
    except Exception as error:
        return "it raises " + type(error).__name__

print(json.dumps([result(call) for call in calls]))
"""


def check(args: Mapping[str, Any], response: str) -> Verdict:
    return check_many([(args, response)])[0]


def check_many(items: Sequence[tuple[Mapping[str, Any], str]]) -> list[Verdict]:
    """Check many repairs in one batch of the sandbox."""
    repairs = [_repaired(args, response) for args, response in items]
    programs = [
        _program(args, source) for (args, _), source in zip(items, repairs, strict=True) if isinstance(source, str)
    ]
    results = iter(run_programs(programs, LIMITS))
    return [
        source if isinstance(source, Verdict) else _compare(args, next(results))
        for (args, _), source in zip(items, repairs, strict=True)
    ]


def _program(args: Mapping[str, Any], source: str) -> str:
    calls = [call for call, _ in args["calls"]]
    return _HARNESS.format(data=json.dumps([args["name"], args["module"], source, calls]))


def _repaired(args: Mapping[str, Any], response: str) -> str | Verdict:
    """The function as the response repairs it, or why there is none."""
    blocks = code_blocks(response)
    if not blocks:
        return failed("no_code", "no code block was found")
    before = args["faulty"].splitlines()
    block = blocks[-1].rstrip().splitlines()
    if any(line.lstrip().startswith(f"def {args['name']}(") for line in block) and len(block) > 1:
        after = block
    else:
        after = list(before)
        for line in block:
            found = _REPAIRED.fullmatch(line)
            if not found:
                return failed("no_number", f"a line of the block does not end in '# line N': {line[:80]!r}")
            place = int(found["number"]) - 1
            if not 0 <= place < len(before):
                return failed("no_number", f"the function has lines 1 to {len(before)}, none of number {place + 1}")
            indent = before[place][: len(before[place]) - len(before[place].lstrip())]
            after[place] = indent + found["code"]
    if len(after) != len(before):
        return failed("too_many_changes", f"the function has {len(before)} lines, the repaired one {len(after)}")
    changed = sum(one.strip() != other.strip() for one, other in zip(before, after, strict=True))
    if not 1 <= changed <= args["lines"]:
        return failed(
            "too_many_changes" if changed else "unchanged", f"{changed} lines differ, {args['lines']} are wrong"
        )
    return "\n".join(after)


def _compare(args: Mapping[str, Any], result: Result) -> Verdict:
    if result.status != "ok":
        return failed(
            f"program_{result.status}", f"the function ended with {result.status}: {result.stderr[-200:].strip()}"
        )
    try:
        found = json.loads(result.stdout)
    except (ValueError, RecursionError):
        found = []
    if not isinstance(found, list) or len(found) != len(args["calls"]):
        return failed("no_result", "the function left before the calls were over, or wrote to the output")
    for (call, right), got in zip(args["calls"], found, strict=True):
        if got != right:
            return failed("wrong_result", f"{args['name']}{call} should be {right}, it is {got}"[:600])
    return passed(f"{len(found)} calls give the right results")
