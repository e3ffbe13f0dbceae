"""Read an answer into a value: what sort of answer it is, by its form alone.

The order of the readers is the order of precedence; what none of them takes is an expression if it looks like
mathematics, and words otherwise. The text has been through `clean`.
"""

import re
from fractions import Fraction
from functools import lru_cache

from filters.equivalence.clean import LONGEST, clean
from filters.equivalence.intervals import interval, relation, union
from filters.equivalence.numerals import CHINESE, Number, number
from filters.equivalence.units import counted, unit
from filters.equivalence.values import Expression, Infinity, Measured, Named, Sequence, Value, Words

_DEEPEST = 4
_MOST_ITEMS = 200

_FIGURES = re.compile(r"-?[0-9]{1,18}")
"""Most answers are this, and need no cleaning."""
_GREEK = "alpha|beta|gamma|delta|theta|lambda|mu|phi|omega|sigma"
NAME = rf"(?:[A-Za-z](?:_\{{?\w+\}}?)?(?:\([a-z](?:, ?[a-z])*\))?|\\(?:{_GREEK}))"
_NAMED = re.compile(rf"({NAME}) ?= ?([^=<>]+)")
_LETTER = re.compile(r"\(?([A-Za-z])\)|\[([A-Za-z])\]")
_JOINED = re.compile(r",? (?:and|or) |,? ?(?:和|或|与|以及|或者) ?|; ?|, ?(?!\d{3}(?!\d))|, ")
_MONEY = re.compile(r"([-+]?) ?(US\$|[$€¥£]) ?(.+)")
_LONGEST_MEASURED = 160
_NUMBER_ENDS = re.compile(rf"(?:[\d)}}\].{CHINESE}]|\\pi|\\infty)(?= ?[^\d\s.,)}}\]^_+*=<>-])")
_COUNTED = re.compile(rf"(.*[\d){CHINESE}])(?: |(?=[^\x00-\x7f]))([^\W\d].*)", re.DOTALL)
_RATIO = re.compile(r"(\d+(?:\.\d+)?) ?: ?(?=\d)")
_SIGN_OF_MATHEMATICS = re.compile(r"[\d^_=<>+*/|!\\-]")
_COMMAND = re.compile(
    r"\\[A-Za-z]+|(?:_|\b)(?:a?(?:sin|cos|tan|cot|sec|csc)h?|arc\w{3}|log|ln|exp|sqrt|pi|mod|gcd|lcm|max|min|det|i?inf)\b"
)
_WORD = re.compile(r"(?<![\w^*/+=({\\-])[^\W\d_]{2,}(?![\w^*/+=()}-])")
_NOTHING = {r"\emptyset", "{}", r"\{\}", "empty set", "the empty set", "空集"}
_INFINITE = {r"\infty": 1, "infinity": 1, "inf": 1, "无穷大": 1, "无穷": 1}


@lru_cache(maxsize=8192)
def read(text: str) -> Value:
    """The value of an answer as it was given. Never raises."""
    if _FIGURES.fullmatch(text):
        return Number(Fraction(text))
    if len(text) > LONGEST:
        return Words(" ".join(text.casefold().split()))
    return _read(clean(text), 0)


def _read(text: str, depth: int) -> Value:
    plain = text.strip()
    if plain.casefold() in _NOTHING:
        return Sequence("{", ())
    if letter := _LETTER.fullmatch(plain):
        return Words((letter[1] or letter[2]).casefold())
    found: Value | None = number(plain) or _infinity(plain) or _measured(plain)
    if found is None and depth < _DEEPEST:
        found = (
            _several_intervals(plain)
            or _bracketed(plain, depth)
            or _named(plain, depth)
            or _plus_minus(plain, depth)
            or _listed(plain, depth)
        )
    return found or _rest(plain)


def _infinity(text: str) -> Infinity | None:
    bare = text.lstrip("+-").strip().casefold()
    return Infinity(-1 if text.startswith("-") else 1) if bare in _INFINITE else None


def _measured(text: str) -> Measured | None:
    if money := _MONEY.fullmatch(text):
        size, of = number(money[1] + money[3]), unit(money[2][-1])
        return Measured(size, of, text) if size and of else None
    if text.startswith("百分之"):
        percent, of = number(text.removeprefix("百分之")), unit("%")
        return Measured(percent, of, text) if percent and of else None
    if len(text) > _LONGEST_MEASURED:
        return None
    for found in _NUMBER_ENDS.finditer(text):
        size_text, name = text[: found.end()].strip(), text[found.end() :].strip()
        if of := unit(name):
            if size := number(size_text):
                return Measured(size, of, text)
            return Measured(Expression(size_text), of, text) if _constant(size_text) else None
    return _counted(text)


def _counted(text: str) -> Measured | None:
    found = _COUNTED.fullmatch(text)
    if found is None or _COMMAND.match(found[2]):
        return None
    size, of = number(found[1]), counted(found[2])
    return Measured(size, of, text) if size and of else None


def _constant(text: str) -> bool:
    """Whether an expression has brackets that match, and no unknown in it."""
    bare = _COMMAND.sub("", text)
    return not re.search("[^\\W\\d_]|[=<>,;&]", bare) and all(
        text.count(a) == text.count(b) for a, b in ("()", "[]", "{}")
    )


def _end(text: str) -> Number | Infinity | Expression:
    return number(text) or _infinity(text) or Expression(text)


def _several_intervals(text: str) -> Value | None:
    return union(text, _end) or relation(text, NAME, _end)


def _matching(text: str) -> bool:
    """Whether the bracket that opens a text is closed at its end and not before."""
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign in "([{") - (sign in ")]}")
        if depth == 0:
            return place == len(text) - 1
    return False


def split(text: str) -> list[str]:
    """Cut a list where it is joined, outside brackets. A comma before exactly three digits is one of thousands."""
    parts, depth, start, place = [], 0, 0, 0
    while place < len(text):
        depth += (text[place] in "([{") - (text[place] in ")]}")
        joint = _JOINED.match(text, place) if depth == 0 else None
        if joint and joint.end() > place:
            parts.append(text[start:place])
            start = place = joint.end()
        else:
            place += 1
    return [*parts, text[start:]]


def _bracketed(text: str, depth: int) -> Value | None:
    """A tuple, a list, a set, or an interval with one open end; a lone thing in round ones or braces is itself."""
    if len(text) < 2 or text[0] not in "([{":
        return None
    if half_open := interval(text, _end):
        return half_open
    if not _matching(text) or text[0] + text[-1] not in ("()", "[]", "{}"):
        return None
    items = split(text[1:-1])
    if len(items) == 1 and "," in items[0]:
        items = items[0].split(",")  # (1,234) is a pair
    if len(items) == 1 and text[0] != "[":
        return _read(items[0], depth + 1)
    return _sequence(text[0], items, depth)


def _sequence(bracket: str, items: list[str], depth: int) -> Sequence | None:
    if len(items) > _MOST_ITEMS or not all(item.strip() for item in items):
        return None
    return Sequence(bracket, tuple(_read(item, depth + 1) for item in items))


def _named(text: str, depth: int) -> Value | None:
    found = _NAMED.fullmatch(text)
    if found is None:
        return None
    value = _read(found[2], depth + 1)
    if isinstance(value, Sequence) and not value.bracket:  # "x = 1, y = 2" is no such list, "x = 1, 2" is
        return Sequence("", tuple(one if isinstance(one, Named) else Named(found[1], one) for one in value.items))
    return Named(found[1], value)


def _plus_minus(text: str, depth: int) -> Value | None:
    """One ± is two answers."""
    if text.count(r"\pm") != 1 or "," in text:
        return None
    before, _, after = text.partition(r"\pm")
    both = (f"{before}{'+' if before.strip() else ''}{after.strip()}", f"{before}-{after.strip()}")
    return Sequence("", tuple(_read(one, depth + 1) for one in both))


def _listed(text: str, depth: int) -> Value | None:
    items = split(text)
    return _sequence("", items, depth) if len(items) > 1 else None


def _rest(text: str) -> Value:
    if _RATIO.search(text):
        return Words(_RATIO.sub(r"\1:", text.casefold()))
    bare = _COMMAND.sub(" ", text)
    mathematical = _SIGN_OF_MATHEMATICS.search(text) or (bare != text) or (len(text) == 1 and text.isalpha())
    if not mathematical or _WORD.search(bare) or len(text) == 1:
        return Words(text.casefold().strip("\"'!?.,;: "))
    return Expression(text)
