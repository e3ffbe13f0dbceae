"""What every kind of constraint has: a test, and a way to take its dress off."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from filters.verdict import Verdict, failed, passed

Parameters = Mapping[str, Any]

NOTES = ("note:", "note：", "注：", "注:")
"""How a paragraph begins that stands at the end for a constraint's sake (the keywords asked for, more sentences)."""


def as_it_is(parameters: Parameters, response: str) -> str:
    return response


def without_notes(parameters: Parameters, response: str) -> str:
    """Without the notes at the end: the last paragraphs that begin with "Note:" ("注："), in whatever case."""
    paragraphs = response.rstrip().split("\n\n")
    kept = len(paragraphs)
    while kept > 1 and (not (last := paragraphs[kept - 1].lstrip().lower()) or last.startswith(NOTES)):
        kept -= 1
    bare = "\n\n".join(paragraphs[:kept]).rstrip()
    return bare if bare and kept < len(paragraphs) else response


@dataclass(frozen=True, slots=True)
class Rule:
    """`holds` gets a response that is not blank; neither function raises on any string."""

    holds: Callable[[Parameters, str], Verdict]
    undress: Callable[[Parameters, str], str] = as_it_is


def related(relation: str, limit: int, found: int, what: str) -> Verdict:
    """Compare a count as IFEval's relations do: "at least" or "less than"."""
    shown = f"expected {relation} {limit} {what}, found {found}"
    if relation == "less than":
        return passed(shown) if found < limit else failed("too_many", shown)
    return passed(shown) if found >= limit else failed("too_few", shown)


def exactly(limit: int, found: int, what: str) -> Verdict:
    shown = f"expected exactly {limit} {what}, found {found}"
    if found == limit:
        return passed(shown)
    return failed("too_few" if found < limit else "too_many", shown)
