"""Read the cost of a drawn function off its lines, as one does by hand: how often each loop turns, and what multiplies.

A cost is (power of n, power of log n); the power EXPONENTIAL stands for 2^n.
"""

import re
from dataclasses import dataclass

Cost = tuple[int, int]
EXPONENTIAL = 99
CLASSES: dict[Cost, str] = {
    (0, 0): "O(1)",
    (0, 1): "O(log n)",
    (1, 0): "O(n)",
    (1, 1): "O(n log n)",
    (2, 0): "O(n^2)",
    (2, 1): "O(n^2 log n)",
    (3, 0): "O(n^3)",
    (3, 1): "O(n^3 log n)",
    (EXPONENTIAL, 0): "O(2^n)",
}

_FOR = re.compile(r"for \w+ in (?:range\((.*)\)|(\w+)):")
_WHILE = re.compile(r"while (\w+) [<>] \w+:")
_OVER = re.compile(r"(sorted|sum|max)\((\w+)\)|\d+ in (\w+)")


@dataclass(frozen=True, slots=True)
class Note:
    """What a line costs by itself or, a loop, how often it turns; `text` is its code."""

    number: int
    kind: str
    text: str
    cost: Cost


def times(one: Cost, other: Cost) -> Cost:
    return one[0] + other[0], one[1] + other[1]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _loop(lines: list[str], place: int) -> tuple[str, Cost] | None:
    """How a loop turns; None if the line heads none."""
    line = lines[place].strip()
    if found := _FOR.fullmatch(line):
        return ("fixed", (0, 0)) if found[1] and found[1].isdigit() else ("linear", (1, 0))
    found = _WHILE.fullmatch(line)
    if not found:
        return None
    inside = _indent(lines[place]) + 4
    step = next(
        one.split()[1]
        for one in lines[place + 1 :]
        if _indent(one) == inside and re.match(rf"{found[1]} (//|\*|-)= ", one.strip())
    )
    return {"//=": ("shrinks", (0, 1)), "*=": ("grows", (0, 1)), "-=": ("falls", (1, 0))}[step]


def read(source: str) -> tuple[list[Note], Cost, Cost]:
    """Notes on the lines that matter, the cost of the dearest one with the loops around it, and that of the function
    with its calls of itself."""
    lines = source.splitlines()
    name = next(found[1] for line in lines if (found := re.match(r"def (\w+)\(", line)))
    notes: list[Note] = []
    around: list[tuple[int, Cost]] = []
    dearest: Cost = (0, 0)
    for place, line in enumerate(lines):
        while around and _indent(line) <= around[-1][0]:
            around.pop()
        cost: Cost = (0, 0)
        if loop := _loop(lines, place):
            notes.append(Note(place + 1, loop[0], line.strip(), loop[1]))
            around.append((_indent(line), loop[1]))
        elif over := _OVER.search(line):
            kind = "sorts" if over[1] == "sorted" else "passes"
            cost = (1, 1) if over[1] == "sorted" else (1, 0)
            notes.append(Note(place + 1, kind, line.strip(), cost))
        for _, turns in around:
            cost = times(cost, turns)
        dearest = max(dearest, cost)
    last = lines[-1]
    calls = re.findall(rf"\b{name}\(n (-|//) \d+\)", last)
    if not calls:
        return notes, dearest, dearest
    cached = "@cache" in lines
    kind, whole = _recursion(calls[0], len(calls), cached, dearest)
    return [*notes, Note(len(lines), kind, last.strip(), whole)], dearest, whole


def _recursion(step: str, calls: int, cached: bool, own: Cost) -> tuple[str, Cost]:
    """How the calls unfold, and the cost in all."""
    if step == "-":
        if cached or calls == 1:
            return ("remembered" if cached else "chain"), times(own, (1, 0))
        return "tree", (EXPONENTIAL, 0)
    if calls == 1:
        return ("halving", (0, 1)) if own == (0, 0) else ("halving_work", own)
    return ("halves", (1, 0)) if own == (0, 0) else ("halves_work", (1, 1))
