"""Call functions of untrusted programs in the sandbox and report what they return: many programs in one batch."""

import json
from collections.abc import Sequence
from typing import Any

from filters.sandbox.run import Limits, Result, run_programs
from filters.verdict import Verdict, failed

LIMITS = Limits(cpu_seconds=2, output_bytes=1 << 16)
"""Of a batch of calls; those who run programs of that kind within the same limits share its helpers."""
_MARK = "results of the calls: "
_HARNESS = """

import json
def run_calls(function, inputs):
    results = []
    for given in inputs:
        try:
            results.append(json.dumps(plain(function(given))))
        except Exception as error:
            results.append("it raises " + type(error).__name__)
    print()
    print({mark!r} + json.dumps(results))
def plain(value):
    if isinstance(value, (set, frozenset)):
        return {{"set": sorted(map(plain, value), key=repr)}}
    if isinstance(value, dict):
        return {{"dict": sorted(([plain(key), plain(one)] for key, one in value.items()), key=repr)}}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value if isinstance(value, (str, int, float, bool, type(None))) else repr(value)
run_calls({name}, json.loads({inputs!r}))
"""

Job = tuple[str, str, Sequence[Any]]
"""A program, the name of a function in it, and the arguments (JSON values) to call it with, one at a time."""


def plain(value: Any) -> Any:
    """A value as the sandbox reports it: sets and dictionaries sorted and tagged, tuples as lists."""
    if isinstance(value, set | frozenset):
        return {"set": sorted(map(plain, value), key=repr)}
    if isinstance(value, dict):
        return {"dict": sorted(([plain(key), plain(one)] for key, one in value.items()), key=repr)}
    return [plain(one) for one in value] if isinstance(value, list | tuple) else value


def run_calls(jobs: Sequence[Job]) -> list[list[str] | Verdict]:
    """For each job the results as JSON texts (see `plain`), or why there are none."""
    programs = [code + _HARNESS.format(mark=_MARK, name=name, inputs=json.dumps(inputs)) for code, name, inputs in jobs]
    results = run_programs(programs, LIMITS)
    return [_reported(result, len(inputs)) for result, (_, _, inputs) in zip(results, jobs, strict=True)]


def _reported(result: Result, count: int) -> list[str] | Verdict:
    """The results in the last line of the output; anything else there means that the program left early."""
    if result.status != "ok":
        return failed(
            f"program_{result.status}", f"the calls ended with {result.status}: {result.stderr[-200:].strip()}"
        )
    last = result.stdout.rstrip("\n").rpartition("\n")[2]
    try:
        found = json.loads(last.removeprefix(_MARK)) if last.startswith(_MARK) else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list) or len(found) != count or not all(isinstance(one, str) for one in found):
        return failed("no_result", "the program left before the calls were over")
    return found
