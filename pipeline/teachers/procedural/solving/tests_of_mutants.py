"""Inputs on which a function and its mutants differ, and the fewest asserts that tell all of them."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pipeline.keyed import canonical, generator
from pipeline.teachers.procedural.solving.faults import replaced

_CANDIDATES = 24
_NUMBER = re.compile(r"\d+")
_WORDS = (
    "ox elm river maple basket lantern mountain ink pear stone harvest saddle elephant owl nest candle silver wren "
    "journey pepper ant creek button pillow triangle egg rye otter falcon violin sandwich sea moss hammer barn "
    "umbrella fox corn oyster rabbit cottage orchard ice tin harbour planet anchor"
).split()

Mutant = list[Any]
"""[line number from 1, the line that stands there instead]"""
Outcome = tuple[Any, ...]
"""A result, alone in a tuple; empty for an exception."""


@dataclass(frozen=True, slots=True)
class Case:
    """An input, what the function makes of it, and what each mutant makes of it."""

    given: list[Any]
    right: Any
    mutants: tuple[Outcome, ...]

    @property
    def kills(self) -> frozenset[int]:
        """The places of the mutants that an assert on this input tells."""
        return frozenset(place for place, outcome in enumerate(self.mutants) if outcome != (self.right,))


@lru_cache(maxsize=4096)
def _function(source: str, name: str) -> Callable[[list[Any]], Any]:
    names: dict[str, Any] = {}
    exec(source, names)
    found: Callable[[list[Any]], Any] = names[name]
    return found


def _outcome(function: Callable[[list[Any]], Any], given: list[Any]) -> Outcome:
    try:
        return (function(list(given)),)
    except Exception:
        return ()


def _inputs(rng: random.Random, source: str, kind: str) -> list[list[Any]]:
    """Short lists before long ones, with the numbers on which the source turns among them."""
    pool: list[Any] = list(_WORDS)
    if kind == "numbers":
        near = [int(digits) + d for digits in _NUMBER.findall(source) for d in (-1, 0, 1)]
        pool = [*range(-6, 26), *near, *near]
    return [[], *(rng.choices(pool, k=1 + place // 4) for place in range(_CANDIDATES))]


def cases(name: str, kind: str, source: str, mutants: Sequence[Mutant]) -> list[Case]:
    """Inputs drawn for this source, with all results; only those that the function itself bears."""
    rng = generator("kill_mutant", source)
    function = _function(source, name)
    broken = [_function(replaced(source, number, line), name) for number, line in mutants]
    return [
        Case(given, right[0], tuple(_outcome(mutant, given) for mutant in broken))
        for given in _inputs(rng, source, kind)
        if (right := _outcome(function, given))
    ]


def cover(found: Sequence[Case], count: int) -> list[Case] | None:
    """Few cases that tell all the mutants between them, the greediest choice first and the shortest input in a tie;
    None if some mutant is told by none."""
    left, chosen = frozenset(range(count)), []
    while left:
        best = max(found, key=lambda case: len(case.kills & left))
        if not best.kills & left:
            return None
        chosen.append(best)
        left -= best.kills
    return chosen


def distinct(found: Sequence[Case]) -> list[Case]:
    """The cases with different inputs."""
    return list({canonical(case.given): case for case in found}.values())
