r"""Whether two answers are one: `equivalent("\\frac{1}{2}", "0.5")`.

    clean -> read (numerals, units, intervals) -> a value -> compare -> algebra, for what is left

Nearly all answers are decided on the way, exactly and without a library, by what sort of answer they are: a number, a
quantity, words, a named value, a tuple, list or set, intervals or inequalities. The bracket decides between the last
few: round and square brackets keep their order, braces have none, a list without brackets takes either; [0, 1) is an
interval, and (0, 1) one where it is compared with an interval or an inequality. Expressions go to math-verify in a
process of its own, with a limit of time; what it cannot decide counts as different.

Where users differ is in `Strictness`. Decided otherwise than math-verify does: 50% is 1/2 and not 50, 10 cm is 0.1 m
and not 10, 3:4 is not 3/4 (it may be a time), x = 5 is 5 and not y = 5.
"""

from filters.equivalence import values
from filters.equivalence.algebra import decide
from filters.equivalence.compare import Undecided, same
from filters.equivalence.read import read
from filters.equivalence.strictness import Strictness

__all__ = ["STRICT", "Strictness", "cheaply_equivalent", "equivalent", "key"]

STRICT = Strictness()
_MOST_ALGEBRA = 64
"""Expressions of one pair of answers that go to the library, so that long lists cannot keep it busy."""


def equivalent(expected: str, found: str, strictness: Strictness = STRICT) -> bool:
    """Whether `found` answers what `expected` does. Never raises on any string; bounded in time."""
    if expected == found:
        return True
    left = _MOST_ALGEBRA

    def algebra(one: str, other: str) -> bool:
        nonlocal left
        left -= 1
        equal = decide(one, other, strictness.seconds) if left >= 0 else None
        if equal is None:
            raise Undecided
        return equal

    try:
        return same(read(expected), read(found), strictness, algebra)
    except Undecided:
        return False


def cheaply_equivalent(expected: str, found: str, strictness: Strictness = STRICT) -> bool | None:
    """What `equivalent` says where no algebra is needed for it; None where it is. Microseconds, in this process."""
    if expected == found:
        return True

    def algebra(one: str, other: str) -> bool:
        raise Undecided

    try:
        return same(read(expected), read(found), strictness, algebra)
    except Undecided:
        return None


def key(answer: str) -> str:
    """A canonical form of an answer: equal keys mean equivalent answers, so that thousands can be grouped in a
    dictionary first. Different keys say nothing: 1/3 and 0.333333, or x = 5 and 5, are for `equivalent` to join."""
    return values.key(read(answer))
