"""Compare two values, one case a pair of kinds. What only algebra can decide goes to the `Algebra` given."""

import re
from collections.abc import Callable, Iterable
from fractions import Fraction

from filters.equivalence.intervals import as_intervals
from filters.equivalence.numerals import Number
from filters.equivalence.strictness import Strictness
from filters.equivalence.units import Unit
from filters.equivalence.values import (
    Expression,
    Intervals,
    Measured,
    Named,
    Piece,
    Sequence,
    Value,
    Words,
    key,
)

Algebra = Callable[[str, str], bool]
"""Whether two expressions, expected and found, are equal for all values of their unknowns."""


_IN_EQUATIONS = (Number, Expression, Words)
_NUMBERS = (Number, Number)


class Undecided(Exception):
    """Only algebra can decide, and it may not or cannot."""


def same(expected: Value, found: Value, strictness: Strictness, algebra: Algebra) -> bool:
    """Whether two values are one answer. Passes on what `algebra` raises."""

    def again(one: Value, other: Value) -> bool:
        return same(one, other, strictness, algebra)

    if expected == found:
        return True
    match expected, found:
        case Expression(), Expression() if key(expected) == key(found):
            return True
        case Number(), Number():
            return _same_number(expected, found, strictness.decimals)
        case (Named(), _) | (_, Named()):
            return _same_named(expected, found, again, algebra)
        case (Intervals(), _) | (_, Intervals()):
            ours, theirs = as_intervals(expected), as_intervals(found)
            return ours is not None and theirs is not None and _same_intervals(ours, theirs, again)
        case Sequence(), Sequence():
            return _same_sequence(expected, found, strictness.ordered, again)
        case (Sequence(), _) | (_, Sequence()):
            return False
        case (Measured(), Expression()) | (Expression(), Measured()) if _times_a_letter(expected, found):
            return algebra(_text(expected), _text(found))
        case (Measured(), _) | (_, Measured()) if not isinstance(expected, Words) and not isinstance(found, Words):
            return _same_measured(expected, found, strictness, again)
        case (Expression() | Number(), Expression() | Number()):
            return algebra(_text(expected), _text(found))
        case (Words(text=letter), Expression()) | (Expression(), Words(text=letter)) if len(letter) == 1:
            return algebra(_text(expected), _text(found))
    return False


def _times_a_letter(*values: Value) -> bool:
    """Whether a quantity among them may be a product with an unknown: "5m"."""
    return any(isinstance(one, Measured) and re.fullmatch(r"[\d.]+[A-Za-z]", one.text) for one in values)


def _text(value: Value) -> str:
    """What algebra is given for a value."""
    match value:
        case Expression(text=text) | Measured(text=text) | Words(text=text):
            return text
        case Number(places=int() as places) if places:
            return f"{float(value.value):.{min(places, 15)}f}"
        case Number():
            return str(value.value)
    raise Undecided


def _same_number(expected: Number, found: Number, decimals: int | None, scale: Fraction = Fraction(1)) -> bool:
    """Equal, or one a decimal long enough to stand for what rounds to it. `scale` multiplies the found one."""
    difference = abs(expected.value - found.value * scale)
    if not difference or decimals is None:
        return not difference
    for one, size in ((expected, Fraction(1)), (found, abs(scale))):
        long_enough = one.places is not None and min(one.places, one.significant) >= decimals
        if long_enough and difference <= size / 2 / 10 ** (one.places or 0):
            return True
    return False


def _same_named(expected: Value, found: Value, again: Callable[[Value, Value], bool], algebra: Algebra) -> bool:
    """x = 5 answers 5; but x = 5 and y = 5 differ, and y = x is x = y."""
    if not isinstance(expected, Named):
        return again(expected, found.value) if isinstance(found, Named) else False
    if not isinstance(found, Named):
        return again(expected.value, found)
    if expected.name == found.name:
        return again(expected.value, found.value)
    ours, theirs = expected.value, found.value
    if isinstance(ours, _IN_EQUATIONS) and isinstance(theirs, _IN_EQUATIONS) and (type(ours), type(theirs)) != _NUMBERS:
        return algebra(f"{expected.name}={_text(ours)}", f"{found.name}={_text(theirs)}")
    return False


def _same_intervals(expected: Intervals, found: Intervals, again: Callable[[Value, Value], bool]) -> bool:
    if expected.name and found.name and expected.name != found.name:
        return False
    if len(expected.pieces) != len(found.pieces):
        return False
    pairs: list[tuple[Piece, Piece]] = list(zip(expected.pieces, found.pieces, strict=True))
    if any((one.low_open, one.high_open) != (other.low_open, other.high_open) for one, other in pairs):
        return False
    return _all([end for one, other in pairs for end in ((one.low, other.low), (one.high, other.high))], again)


def _same_sequence(expected: Sequence, found: Sequence, ordered: bool, again: Callable[[Value, Value], bool]) -> bool:
    """By the brackets: braces against round or square ones are another answer; a list without brackets follows the
    other's."""
    brackets = {expected.bracket, found.bracket}
    if len(brackets - {""}) > 1:
        return False
    ours, theirs = list(expected.items), list(found.items)
    if "{" in brackets:
        ours, theirs = _each_once(ours), _each_once(theirs)
    if len(ours) != len(theirs):
        return False
    if brackets & {"(", "["} or (ordered and brackets == {""}):
        return _all(list(zip(ours, theirs, strict=True)), again)
    return _same_in_any_order(ours, theirs, again)


def _decided(one: Value, other: Value, again: Callable[[Value, Value], bool]) -> bool | None:
    try:
        return again(one, other)
    except Undecided:
        return None


def _all(pairs: list[tuple[Value, Value]], again: Callable[[Value, Value], bool]) -> bool:
    """Whether all pairs are the same. One that differs decides, before or after one that is undecided."""
    decided = [_decided(one, other, again) for one, other in pairs]
    if False in decided:
        return False
    if None in decided:
        raise Undecided
    return True


def _same_in_any_order(ours: list[Value], theirs: list[Value], again: Callable[[Value, Value], bool]) -> bool:
    """Whether each item has its own partner. Sameness is taken for transitive, so the first partner will do."""
    for one in list(ours):
        if one in theirs:
            ours.remove(one)
            theirs.remove(one)
    decided = [[_decided(one, other, again) for other in theirs] for one in ours]
    if not all(map(_any_possible, decided)) or not all(map(_any_possible, zip(*decided, strict=True))):
        return False
    free = set(range(len(theirs)))
    for row in decided:
        partner = next((place for place in free if row[place]), None)
        if partner is None:
            if any(None in each for each in decided):
                raise Undecided
            return False
        free.remove(partner)
    return True


def _any_possible(row: Iterable[bool | None]) -> bool:
    """Whether some cell of a row or column is not known to differ."""
    return any(cell is not False for cell in row)


def _each_once(items: list[Value]) -> list[Value]:
    return list({key(item): item for item in items}.values())


_BARE = Unit(Fraction(1), ())


def _same_measured(
    expected: Value, found: Value, strictness: Strictness, again: Callable[[Value, Value], bool]
) -> bool:
    """Sizes in one unit; where one side has none, as `Strictness.units` says."""
    ours = expected if isinstance(expected, Measured) else _without_unit(expected)
    theirs = found if isinstance(found, Measured) else _without_unit(found)
    if ours is None or theirs is None:
        return False
    if ours.unit.dimensions == theirs.unit.dimensions and _same_size(ours, theirs, strictness, again):
        return True
    forgiven = {"required": (), "as_expected": (expected,), "optional": (expected, found)}[strictness.units]
    if any(not isinstance(one, Measured) for one in forgiven):
        return again(ours.size, theirs.size)
    return False


def _without_unit(value: Value) -> Measured | None:
    return Measured(value, _BARE) if isinstance(value, Number | Expression) else None


def _same_size(
    expected: Measured, found: Measured, strictness: Strictness, again: Callable[[Value, Value], bool]
) -> bool:
    ours, theirs = expected.unit, found.unit
    if (ours.factor, ours.offset) == (theirs.factor, theirs.offset):
        return again(expected.size, found.size)
    if isinstance(expected.size, Number) and isinstance(found.size, Number):
        shift = (theirs.offset - ours.offset) / ours.factor
        moved = Number(expected.size.value - shift, expected.size.places, expected.size.significant)
        return _same_number(moved, found.size, strictness.decimals, theirs.factor / ours.factor)
    if ours.offset or theirs.offset:
        raise Undecided
    return again(_scaled(expected), _scaled(found))


def _scaled(measured: Measured) -> Expression:
    return Expression(f"({_text(measured.size)})*({measured.unit.factor})")
