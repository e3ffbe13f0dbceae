"""Exercises in repairing: functions of the standard library, calls, and faults that show in the calls.

Everything is executed in the sandbox, in one batch, once in a process.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from filters.sandbox.run import Limits, run_programs
from pipeline.teachers.procedural.solving.faults import Fault, faults, replaced
from pipeline.teachers.procedural.solving.library import KINDS, listed, source_of

_CALLS, _LONGEST_CALL = 36, 70
_MOST_FAULTS = 28
_MOST_LINES = 20_000
"""Lines that all calls of one function may run together: endless loops end here, at the same line on any machine."""

_PROGRAM = """
import ast, importlib, json, sys

class Slow(BaseException): pass

left = 0

def count(frame, event, value):
    global left
    left -= 1
    if left < 0:
        raise Slow
    return count

module, drafts = json.loads({data!r})
module = importlib.import_module(module)

def outcome(function, call):
    try:
        value = function(*ast.literal_eval(call))
        return repr(list(value) if hasattr(value, "__next__") else value)
    except Exception:
        return "error"

def outcomes(function, calls):
    global left
    left = {most_lines}
    sys.settrace(count)
    try:
        return [outcome(function, call) for call in calls]
    except Slow:
        return None
    finally:
        sys.settrace(None)

def run(name, source, calls):
    names = dict(vars(module))
    exec(source, names)
    return outcomes(names[name], calls)

print(json.dumps([
    [outcomes(getattr(module, name, None), calls), *(run(name, source, calls) for source in sources)]
    for name, sources, calls in drafts
]))
"""


Outcomes = tuple[str, ...]
"""The representations of results, one for each call; "error" for an exception."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault, what it makes of the exercise's calls, and what it makes of them together with a second fault in another
    line (`partner`, its place among the exercise's faults; None if there is none that can be told)."""

    fault: Fault
    outcomes: Outcomes
    partner: int | None = None
    together: Outcomes = ()


@dataclass(frozen=True, slots=True)
class Exercise:
    """A function, calls of it, their right results, and the faults that show in some of them."""

    module: str
    name: str
    source: str
    calls: tuple[str, ...]
    results: Outcomes
    planted: tuple[Planted, ...]

    def wrong(self, outcomes: Outcomes) -> list[int]:
        """The places of the calls whose results are wrong in these outcomes."""
        return [place for place, (one, right) in enumerate(zip(outcomes, self.results, strict=True)) if one != right]


@dataclass(frozen=True, slots=True)
class _Draft:
    """An exercise before it was run: what is to be called, with every fault alone and with its partner."""

    module: str
    name: str
    source: str
    calls: tuple[str, ...]
    faults: tuple[Fault, ...]

    def partner(self, place: int) -> int | None:
        """The next fault, in a circle, that stands in another line."""
        count = len(self.faults)
        following = [(place + step) % count for step in range(1, count)]
        return next((other for other in following if self.faults[other].number != self.faults[place].number), None)

    def sources(self) -> list[str]:
        alone = [replaced(self.source, fault.number, fault.line) for fault in self.faults]
        together = []
        for place in range(len(self.faults)):
            other = self.partner(place)
            fault = self.faults[place if other is None else other]
            together.append(replaced(alone[place], fault.number, fault.line))
        return [self.source, *alone, *together]


@cache
def exercises() -> tuple[Exercise, ...]:
    """All exercises of this interpreter's library. Raises SandboxUnavailable; RuntimeError if it has no sources."""
    drafts = [draft for module, functions in listed().items() for draft in _drafts(module, functions)]
    modules = list(dict.fromkeys(draft.module for draft in drafts))
    grouped = [[draft for draft in drafts if draft.module == module] for module in modules]
    programs = [
        _PROGRAM.format(
            most_lines=_MOST_LINES, data=json.dumps([group[0].module, [[d.name, d.sources(), d.calls] for d in group]])
        )
        for group in grouped
    ]
    results = run_programs(programs, Limits(cpu_seconds=20, wall_seconds=120, output_bytes=1 << 22))
    found = []
    for group, result in zip(grouped, results, strict=True):
        if result.status == "ok":  # otherwise this version of the module does not bear what the drafts do with it
            found += [_exercise(draft, runs) for draft, runs in zip(group, json.loads(result.stdout), strict=True)]
    found = [exercise for exercise in found if exercise.planted and len(exercise.calls) > 2]
    if not found:
        raise RuntimeError("repair_fault takes its functions from the standard library, whose .py files were not found")
    return tuple(found)


def _drafts(module: str, functions: dict[str, list[str]]) -> Iterator[_Draft]:
    for name, kinds in functions.items():
        source = source_of(module, name)
        if source is None:
            continue
        rng = random.Random(f"{module}:{name}")
        calls = dict.fromkeys(repr(tuple(KINDS[kind](rng) for kind in kinds)) for _ in range(_CALLS))
        possible = faults(source)
        chosen = sorted(rng.sample(possible, min(len(possible), _MOST_FAULTS)), key=lambda fault: fault.number)
        yield _Draft(module, name, source, tuple(c for c in calls if len(c) <= _LONGEST_CALL), tuple(chosen))


def _exercise(draft: _Draft, runs: list[list[str] | None]) -> Exercise:
    """Keep the calls on which the library and the source agree, and the faults that some of them show."""
    library, own, *broken = runs
    kept = [
        place
        for place, (one, other) in enumerate(zip(library or (), own or (), strict=False))
        if one == other and one != "error" and len(one) <= _LONGEST_CALL and " at 0x" not in one
    ]

    def pick(outcomes: Sequence[str] | None) -> Outcomes:
        return tuple(outcomes[place] for place in kept) if outcomes else ()

    results, count = pick(own), len(draft.faults)
    alone, together = [pick(run) for run in broken[:count]], [pick(run) for run in broken[count:]]
    shown = [place for place, outcomes in enumerate(alone) if outcomes and outcomes != results]
    planted = []
    for place in shown:
        other = draft.partner(place)
        sound = other in shown and bool(together[place])
        partner = shown.index(other) if sound and other is not None else None
        planted.append(Planted(draft.faults[place], alone[place], partner, together[place] if sound else ()))
    return Exercise(draft.module, draft.name, draft.source, pick(draft.calls), results, tuple(planted))
