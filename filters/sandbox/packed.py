"""Call functions of programs that may share a process: several of them in one start of the sandbox.

For programs in which a response is data (a query, the arguments of a call) and no code: a program that ran a response's
code could change what its neighbours find. Each has names of its own; where a group ends badly, each of it runs alone.
"""

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
