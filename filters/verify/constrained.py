"""Check a response to a task with added constraints: each must hold, and the task's own checker must pass.

args: task (checker, args), constraints (each kind and parameters, see filters/constraints, in the order in which they
were put on) and prompt (the text to repeat where a constraint demands that; may be ""). The task's checker sees the
response with the constraints' dress taken off, the last first.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from filters import verify
from filters.constraints import complete, holds, undress
from filters.verdict import Verdict, failed, passed

_Item = tuple[Mapping[str, Any], str]


def check(args: Mapping[str, Any], response: str) -> Verdict:
    return check_many([(args, response)])[0]


def check_many(items: Sequence[_Item]) -> list[Verdict]:
    """The inner checkers get what is left to check in bulk, one call a checker."""
    verdicts = [_constraints(args, response) for args, response in items]
    inner: dict[str, list[int]] = {}
    for number, (args, _) in enumerate(items):
        if verdicts[number].passed:
            inner.setdefault(args["task"]["checker"], []).append(number)
    for checker, numbers in inner.items():
        bare = [(items[number][0]["task"]["args"], _undressed(*items[number])) for number in numbers]
        for number, verdict in zip(numbers, verify.check_many(checker, bare), strict=True):
            verdicts[number] = verdict
    return verdicts


def _constraints(args: Mapping[str, Any], response: str) -> Verdict:
    """The first constraint that is broken, if any."""
    for constraint in args["constraints"]:
        kind = constraint["kind"]
        verdict = holds(kind, constraint["parameters"], response, args.get("prompt", ""))
        if not verdict.passed:
            return failed("constraint_broken", f"{kind}: {verdict.detail}")
    return passed(f"{len(args['constraints'])} constraints hold")


def _undressed(args: Mapping[str, Any], response: str) -> str:
    for constraint in reversed(args["constraints"]):
        kind = constraint["kind"]
        response = undress(kind, complete(kind, constraint["parameters"], args.get("prompt", "")), response)
    return response
