"""Find and repair the fault planted in a function of the standard library, going by calls with their right results."""

import ast
import random
from dataclasses import dataclass
from functools import cache

from filters.verdict import Level
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.exercises import Exercise, Planted, exercises
from pipeline.teachers.procedural.solving.faults import Fault, replaced

Lines = dict[int, str]
"""By number, from 1: the lines that a response gives."""


@cache
def exercise_of(module: str, name: str) -> Exercise:
    """Raises KeyError if this interpreter's library does not have the function."""
    known = {(exercise.module, exercise.name): exercise for exercise in exercises()}
    if (module, name) not in known:
        raise KeyError(f"{module}.{name}: this version of the standard library has no such exercise")
    return known[module, name]


class TaskFamily(Family):
    id = "repair_fault"
    category = "Code/Code2Code/Code bug detection-fixing"
    level = Level.EXECUTED
    checker = "repair_fault"
    wordings = {
        "en": (
            "This version of {name} (from Python's {module}) has {fault}.\n```python\n{source}\n```\nIt should give\n"
            "{calls}\nGive {repair} in a ```python block, with the comment {comment} at the end.",
            "```python\n{source}\n```\n{module}.{name}, as it stands above, has {fault}. Right would be:\n"
            "{calls}\nAnswer with {repair} in a ```python block; end it with {comment}.",
            "Find the bug ({fault}) in this function.\n```python\n{source}\n```\nExpected:\n{calls}\n"
            "Reply with a ```python block that holds {repair}, marked at the end with {comment}.",
            "My copy of {module}.{name} gives wrong results because of {fault}. Could you repair it?\n"
            "```python\n{source}\n```\nWhat it ought to give:\n{calls}\nPlease send just {repair} "
            "in a ```python block, ending in {comment}.",
            "Debug: {fault}.\n```python\n{source}\n```\nMust hold:\n{calls}\nOutput: {repair} in a ```python block, "
            "{comment} at the end.",
        ),
    }
    slip_kinds = ("unrepaired", "other_fault", "fault_added", "wrong_line", "syntax_broken")

    @dataclass(frozen=True, slots=True)
    class Config:
        calls: int = 3
        """How many calls the prompt states."""

        def __post_init__(self) -> None:
            if not 2 <= self.calls <= 6:
                raise ValueError("repair_fault: need 2 <= calls <= 6")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        exercise = rng.choice(exercises())
        planted = rng.choice(exercise.planted)
        shown = rng.choice(exercise.wrong(planted.outcomes))
        return self._args(rng, exercise, [planted.fault], [shown])

    def _args(self, rng: random.Random, exercise: Exercise, planted: list[Fault], shown: list[int]) -> Args:
        """The task, with calls that show the faults and others, in the order in which they were drawn."""
        source = exercise.source
        for fault in planted:
            source = replaced(source, fault.number, fault.line)
        others = [place for place in range(len(exercise.calls)) if place not in shown]
        more = rng.sample(others, min(len(others), self.config.calls - len(shown)))
        return {
            "module": exercise.module,
            "name": exercise.name,
            "faulty": source,
            "calls": [[exercise.calls[place], exercise.results[place]] for place in sorted([*shown, *more])],
            "lines": len(planted),
        }

    def slots(self, args: Args, language: str) -> dict[str, str]:
        calls = [f"{args['name']}{_arguments(call)} -> {result}" for call, result in args["calls"]]
        one = args["lines"] == 1
        return {
            "module": args["module"],
            "name": args["name"],
            "source": args["faulty"],
            "calls": "\n".join(calls),
            "fault": "one wrong line" if one else "two wrong lines",
            "repair": "the repaired line" if one else "the two repaired lines",
            "comment": '"# line N" (its number, from 1)' if one else '"# line N" (its number, from 1) on each',
        }

    def solve(self, args: Args, language: str) -> Solution:
        right = exercise_of(args["module"], args["name"]).source.splitlines()
        return Solution(_response(args, {number: right[number - 1] for number in _wrong_lines(args)}))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """A second fault, in another line; the stated calls show each of them."""
        exercise = exercise_of(args["module"], args["name"])
        planted = _planted(exercise, args)
        if planted is None or planted.partner is None:
            return None
        partner = exercise.planted[planted.partner]
        shown = {
            rng.choice(exercise.wrong(planted.outcomes)),
            rng.choice(exercise.wrong(partner.outcomes)),
        }
        if not set(exercise.wrong(planted.together)) & shown:
            return None
        return self._args(rng, exercise, [planted.fault, partner.fault], sorted(shown))

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        exercise = exercise_of(args["module"], args["name"])
        for kind in rng.sample(self.slip_kinds, len(self.slip_kinds)):
            lines = mistaken(rng, exercise, args, kind)
            if lines:
                return Slip(kind, _response(args, lines))
        return None


def mistaken(rng: random.Random, exercise: Exercise, args: Args, kind: str) -> Lines | None:
    """Lines with which the function fails for certain: it does not compile, changes too much, or its results are known
    to be wrong in a stated call. None if there are none of that kind."""
    right, faulty = exercise.source.splitlines(), args["faulty"].splitlines()
    wrong = _wrong_lines(args)
    repaired = {number: right[number - 1] for number in wrong}
    stated = [exercise.calls.index(call) for call, _ in args["calls"]]
    failing = [p.fault for p in exercise.planted if set(exercise.wrong(p.outcomes)) & set(stated)]
    match kind:
        case "unrepaired":
            return {number: faulty[number - 1] for number in wrong}
        case "other_fault":
            others = [f for f in failing if f.number in wrong and f.line != faulty[f.number - 1]]
            return repaired | _line(rng.choice(others)) if others else None
        case "fault_added":
            others = [f for f in failing if f.number not in wrong]
            return repaired | _line(rng.choice(others)) if others else None
        case "wrong_line":
            number = rng.choice(wrong)
            elsewhere = [
                n for n in range(1, len(right) + 1) if n not in wrong and not _compiles(args, n, repaired[number])
            ]
            kept = {n: line for n, line in repaired.items() if n != number}
            return kept | {rng.choice(elsewhere): repaired[number]} if elsewhere else None
        case _:
            number = rng.choice(wrong)
            line = repaired[number]
            places = [place for place, sign in enumerate(line) if sign in "()[]:"]
            broken = [f"{line[:place]}{line[place + 1 :]}" for place in places]
            broken = [text for text in broken if not _compiles(args, number, text)]
            return repaired | {number: rng.choice(broken)} if broken else None


def _line(fault: Fault) -> Lines:
    return {fault.number: fault.line}


def _compiles(args: Args, number: int, line: str) -> bool:
    """Whether the function compiles with this line, indented like the one it replaces."""
    old = args["faulty"].splitlines()[number - 1]
    indent = old[: len(old) - len(old.lstrip())]
    try:
        body = ast.parse(replaced(args["faulty"], number, indent + line.strip())).body
    except SyntaxError:
        return False
    return any(isinstance(node, ast.FunctionDef) and node.name == args["name"] for node in body)


def _wrong_lines(args: Args) -> list[int]:
    right = exercise_of(args["module"], args["name"]).source.splitlines()
    pairs = zip(right, args["faulty"].splitlines(), strict=True)
    return [number for number, (one, other) in enumerate(pairs, 1) if one != other]


def _planted(exercise: Exercise, args: Args) -> Planted | None:
    """The fault of a task that has one."""
    sources = {replaced(exercise.source, p.fault.number, p.fault.line): p for p in exercise.planted}
    return sources.get(args["faulty"])


def _response(args: Args, lines: Lines) -> str:
    planted = exercise_of(args["module"], args["name"]).planted
    what = {(known.fault.number, known.fault.line): known.fault.what for known in planted}
    faulty = args["faulty"].splitlines()
    notes = [
        f"The {what.get((number, faulty[number - 1]), 'code')} in line {number} is wrong: {faulty[number - 1].strip()}"
        for number in sorted(lines)
    ]
    code = [f"{line}  # line {number}" for number, line in sorted(lines.items())]
    return "\n".join([*notes, "```python", *code, "```"])


def _arguments(call: str) -> str:
    """A tuple of arguments as they stand in a call: without the comma after a single one."""
    return f"{call[:-2]})" if call.endswith(",)") else call
