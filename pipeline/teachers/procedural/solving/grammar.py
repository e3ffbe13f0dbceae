"""Small text grammars: a template with [one|another] choices and {slots}, expanded by a keyed generator.

Choices nest and may be empty. A slot takes a fact's value; written with a capital ({Place}), it starts a sentence.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Slot:
    name: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Choice:
    ways: "tuple[Parts, ...]"


Parts = tuple[str | Slot | Choice, ...]


@cache
def parse(template: str) -> Parts:
    """Raises ValueError if a bracket is not closed."""
    parts, end = _sequence(template, 0)
    if end != len(template):
        raise ValueError(f"a bracket closes that was never opened, at {end}: {template[:80]!r}")
    return parts


def _sequence(template: str, at: int) -> tuple[Parts, int]:
    parts: list[str | Slot | Choice] = []
    start = at
    while at < len(template) and template[at] not in "|]":
        if template[at] not in "[{":
            at += 1
            continue
        if start < at:
            parts.append(template[start:at])
        if template[at] == "{":
            end = template.index("}", at)
            name = template[at + 1 : end]
            parts.append(Slot(name[:1].lower() + name[1:], name[:1].isupper()))
            at = start = end + 1
            continue
        ways = []
        while True:
            way, at = _sequence(template, at + 1)
            ways.append(way)
            if at == len(template):
                raise ValueError(f"a bracket is not closed: {template[:80]!r}")
            if template[at] == "]":
                break
        parts.append(Choice(tuple(ways)))
        at = start = at + 1
    if start < at:
        parts.append(template[start:at])
    return tuple(parts), at


def expand(rng: random.Random, template: str, facts: Mapping[str, str]) -> str:
    """One text of the grammar. Raises KeyError for a slot without a fact."""
    found: list[str] = []
    _expand(rng, parse(template), facts, found)
    return "".join(found)


def _expand(rng: random.Random, parts: Parts, facts: Mapping[str, str], found: list[str]) -> None:
    for part in parts:
        if isinstance(part, str):
            found.append(part)
        elif isinstance(part, Slot):
            value = facts[part.name]
            found.append(value[:1].upper() + value[1:] if part.capital else value)
        else:
            _expand(rng, part.ways[int(rng.random() * len(part.ways))], facts, found)
