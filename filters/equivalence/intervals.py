r"""Read intervals and inequalities into one form.

"[0, 1)", "(-\infty, 2) \cup (3, \infty)", "0 <= x < 1", "x < 2 or x > 3", "x \in \mathbb{R}".

A pair in round or in square brackets alone may be a tuple or a list as well; `read` leaves it one, and `as_intervals`
takes it for an interval where it is compared with one.
"""

import re
from collections.abc import Callable
from fractions import Fraction

from filters.equivalence.numerals import Number
from filters.equivalence.values import End, Expression, Infinity, Intervals, Piece, Sequence, order

EndReader = Callable[[str], End]

_MOST_PIECES = 20
_OR = re.compile(r" or | ?或者? ?| ?\\(?:cup|lor|vee) ?")
_AND = re.compile(r" and | ?且 ?| ?\\(?:land|wedge) ?")
_REAL = re.compile(r"\\mathbb ?\{?R\}?|\\R|(?:all )?real numbers|全体实数|实数集")
_BUILDER = re.compile(r"\{ ?(?:[^|:{}<>=]+?) ?[|:] ?(.*)\}")


def union(text: str, end: EndReader) -> Intervals | None:
    r"""Intervals joined by \cup, the real numbers, or either after "x \in"."""
    member = re.match(r"([A-Za-z]) ?\\in ?", text)
    name, body = (member[1], text[member.end() :]) if member else ("", text)
    if _REAL.fullmatch(body.strip()):
        return Intervals(name, (Piece(Infinity(-1), Infinity(1), True, True),))
    parts = re.split(r" ?\\cup ?", body)
    if len(parts) > _MOST_PIECES or (len(parts) == 1 and not member):
        return None
    pieces = [_piece(part.strip(), end) for part in parts]
    return intervals(name, [one for one in pieces if one]) if all(pieces) else None


def interval(text: str, end: EndReader) -> Intervals | None:
    """An interval with exactly one open end, which can be nothing else."""
    if (text[0], text[-1]) not in (("[", ")"), ("(", "]")):
        return None
    piece = _piece(text, end)
    return intervals("", [piece]) if piece else None


def _piece(text: str, end: EndReader) -> Piece | None:
    if len(text) < 5 or text[0] not in "([" or text[-1] not in ")]":
        return None
    depth, commas = 0, []
    for place, sign in enumerate(text):
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and depth == 1:
            commas.append(place)
    if len(commas) != 1 or depth:
        return None
    low, high = text[1 : commas[0]].strip(), text[commas[0] + 1 : -1].strip()
    return Piece(end(low), end(high), text[0] == "(", text[-1] == ")") if low and high else None


def relation(text: str, names: str, end: EndReader) -> Intervals | None:
    """Inequalities in one unknown, joined by "or" or by "and"; != leaves out a point."""
    if not re.search("[<>]|!=", text):
        return None
    if builder := _BUILDER.fullmatch(text):
        text = builder[1].strip()
    found: set[str] = set()
    pieces: list[Piece] = []
    for alternative in _OR.split(text):
        parts = [_simple(part.strip(), names, end) for part in _AND.split(alternative)]
        if not all(parts):
            return None
        found |= {part[0] for part in parts if part}
        own = [part[1] for part in parts if part]
        met = own[0] if len(own) == 1 else _met([one for each in own for one in each], len(own))
        if met is None:
            return None
        pieces += met
    return intervals(found.pop(), pieces) if len(found) == 1 and 0 < len(pieces) <= _MOST_PIECES else None


def _simple(text: str, names: str, end: EndReader) -> tuple[str, list[Piece]] | None:
    """One inequality, "a < x <= b" or "x >= a" or "a < x" or "x != a", as the name and its pieces."""
    parts = re.split(r" ?(<=|>=|!=|<|>) ?", text)
    if len(parts) == 5 and parts[1][0] == parts[3][0] != "!":
        low, first, name, second, high = parts
        if first[0] == ">":
            low, first, second, high = high, second, first, low
        piece = Piece(end(low), end(high), "=" not in first, "=" not in second)
        return (name, [piece]) if re.fullmatch(names, name) and low and high else None
    if len(parts) != 3:
        return None
    name, sign, bound = parts
    if not re.fullmatch(names, name):
        name, bound = bound, name
        sign = sign.translate(str.maketrans("<>", "><"))
    if not re.fullmatch(names, name) or not bound:
        return None
    value, is_open = end(bound), "=" not in sign
    if sign == "!=":
        return name, [Piece(Infinity(-1), value, True, True), Piece(value, Infinity(1), True, True)]
    if sign[0] == "<":
        return name, [Piece(Infinity(-1), value, True, is_open)]
    return name, [Piece(value, Infinity(1), is_open, True)]


def _size(end: End) -> Fraction | None:
    match end:
        case Number(value=value):
            return value
        case Infinity(sign=sign):
            return Fraction(sign * 10**500)
    return None


def _met(pieces: list[Piece], count: int) -> list[Piece] | None:
    """What inequalities of one piece each have in common, if their ends are numbers."""
    if len(pieces) != count:
        return None
    sized = [(_size(piece.low), _size(piece.high)) for piece in pieces]
    if any(low is None or high is None for low, high in sized):
        return None
    low = max(pieces, key=lambda piece: (_size(piece.low) or 0, piece.low_open))
    high = min(pieces, key=lambda piece: (_size(piece.high) or 0, not piece.high_open))
    return [Piece(low.low, high.high, low.low_open, high.high_open)]


def intervals(name: str, pieces: list[Piece]) -> Intervals:
    """In order from left to right where all starts are numbers; as they stand otherwise."""
    starts = [order(piece) for piece in pieces]
    if None not in starts:
        pieces = [piece for _, piece in sorted(zip(starts, pieces, strict=True), key=lambda pair: pair[0] or 0)]
    return Intervals(name, tuple(pieces))


def as_intervals(value: object) -> Intervals | None:
    """An interval as it stands, or the pair in brackets that may be one."""
    match value:
        case Intervals():
            return value
        case Sequence(bracket="(" | "[" as bracket, items=(Number() | Infinity() | Expression() as low, high)) if (
            isinstance(high, Number | Infinity | Expression)
        ):
            return Intervals("", (Piece(low, high, bracket == "(", bracket == "("),))
    return None
