"""What an answer can be, and the key of each: equal keys mean equivalent answers."""

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

from filters.equivalence.numerals import Number
from filters.equivalence.units import Unit

_BLANK = re.compile(r"(?<!\w) | (?!\w)")
"""A blank of no meaning in mathematics."""


@dataclass(frozen=True, slots=True)
class Infinity:
    sign: int


@dataclass(frozen=True, slots=True)
class Words:
    """Text that is no mathematics, case folded: a name, an option's letter, "no solution"."""

    text: str


@dataclass(frozen=True, slots=True)
class Expression:
    """Mathematics that only algebra can compare."""

    text: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A number or an expression, with a unit. `text` is how it was written: "5m" may be five times m."""

    size: "Number | Expression"
    unit: Unit
    text: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Named:
    """A name and what it equals: x = 5."""

    name: str
    value: "Value"


@dataclass(frozen=True, slots=True)
class Sequence:
    """Several answers. `bracket` is "(" or "[" (in order), "{" (a set), or "" (listed without brackets)."""

    bracket: str
    items: "tuple[Value, ...]"


@dataclass(frozen=True, slots=True)
class Piece:
    """An interval from `low` to `high`; an end that is open does not belong to it."""

    low: "End"
    high: "End"
    low_open: bool
    high_open: bool


@dataclass(frozen=True, slots=True)
class Intervals:
    """A union of intervals; `name` is the unknown of the inequality that it was written as, "" for none."""

    name: str
    pieces: tuple[Piece, ...]


End: TypeAlias = Number | Infinity | Expression
Value: TypeAlias = Number | Infinity | Words | Expression | Measured | Named | Sequence | Intervals


def key(value: Value) -> str:
    """A text that is equal for two values only if they are equivalent whatever the strictness about units."""
    match value:
        case Number():
            return f"n {value.value}"
        case Infinity():
            return f"n {'-' if value.sign < 0 else ''}inf"
        case Words():
            return f"w {value.text}"
        case Expression():
            return f"e {_BLANK.sub('', value.text)}"
        case Measured(size=Number() as size, unit=unit):
            return f"n {size.value * unit.factor + unit.offset} {unit}".rstrip()
        case Measured():
            return f"m {key(value.size)} {value.unit.factor} {value.unit}"
        case Named():
            return f"= {value.name} {key(value.value)}"
        case Sequence():
            keys = [key(item) for item in value.items]
            if value.bracket in ("", "{"):
                keys = sorted(set(keys) if value.bracket else keys)
            return f"{value.bracket or 'l'} [{'; '.join(keys)}]"
        case Intervals():
            return f"i {value.name} {' '.join(map(_piece_key, value.pieces))}"


def _piece_key(piece: Piece) -> str:
    left, right = "(" if piece.low_open else "[", ")" if piece.high_open else "]"
    return f"{left}{key(piece.low)}, {key(piece.high)}{right}"


def order(piece: Piece) -> Fraction | None:
    """Where a piece starts, if that is known without algebra."""
    match piece.low:
        case Number(value=value):
            return value
        case Infinity(sign=-1):
            return Fraction(-(10**500))
    return None
