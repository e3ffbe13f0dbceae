"""Count by enumeration or by a recurrence what the answer found by a formula, and compare.

args: kind and the quantities of its story (n, k, rule, …). The final answer is a whole number or a fraction; steps that
stand as "a × b = c" on lines of their own must hold too.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from itertools import combinations, permutations, product
from typing import Any

from filters.reading.answer import final_answer
from filters.reading.plain_number import plain_number
from filters.reading.steps import broken_step
from filters.verdict import Verdict, failed, passed

Quantities = Mapping[str, Any]


@lru_cache(maxsize=1024)
def _committee(n: int, k: int, rule: str) -> int:
    """Person 0 and person 1 are the named ones."""
    found = 0
    for chosen in combinations(range(n), k):
        if rule == "with":
            found += chosen[0] == 0
        elif rule == "apart":
            found += chosen[:2] != (0, 1)
        else:
            found += k if rule == "leader" else 1
    return found


@cache
def _row(n: int, rule: str) -> int:
    tests: dict[str, Callable[[int, int], bool]] = {
        "none": lambda a, b: True,
        "together": lambda a, b: abs(a - b) == 1,
        "apart": lambda a, b: abs(a - b) > 1,
        "ends": lambda a, b: abs(a - b) == n - 1,
        "before": lambda a, b: a < b,
        "not_first": lambda a, b: a > 0,
    }
    return sum(tests[rule](order[0], order[1]) for order in permutations(range(n)))


@cache
def _tiles(counts: tuple[int, ...]) -> int:
    """The last tile is of one of the colours that are left."""
    if sum(counts) == 0:
        return 1
    return sum(
        _tiles(tuple(sorted((*counts[:place], count - 1, *counts[place + 1 :]))))
        for place, count in enumerate(counts)
        if count
    )


def _routes(width: int, height: int, closed: tuple[int, int] | None) -> int:
    """Ways to each crossing, row by row."""
    row = [0] * (width + 1)
    row[0] = 1
    for y in range(height + 1):
        for x in range(width + 1):
            if (x, y) == closed:
                row[x] = 0
            elif x:
                row[x] += row[x - 1]
    return row[width]


def _grid(q: Quantities) -> int:
    point = (q["point"][0], q["point"][1])
    whole, around = _routes(q["width"], q["height"], None), _routes(q["width"], q["height"], point)
    return {"none": whole, "avoid": around, "via": whole - around}[q["rule"]]


@cache
def _shares(things: int, people: int, least: int) -> int:
    """What the first person gets, and then the others."""
    if people == 1:
        return int(things >= least)
    return sum(_shares(things - got, people - 1, least) for got in range(least, things + 1))


@lru_cache(maxsize=2048)
def _codes(size: int, length: int, repeats: bool, rule: str) -> int:
    """The special digit is number 0."""
    codes = product(range(size), repeat=length) if repeats else permutations(range(size), length)
    if rule == "last":
        return sum(code[-1] == 0 for code in codes)
    return sum(code[0] != 0 for code in codes) if rule == "not_first" else sum(1 for _ in codes)


@cache
def _tables(n: int, rule: str) -> int:
    """Person 0 stays on one seat; the others' orders, clockwise, are the seatings."""
    return sum(rule == "none" or 1 in (order[0], order[-1]) for order in permutations(range(1, n)))


@lru_cache(maxsize=2048)
def _dice(one: int, other: int, total: int, event: str) -> Fraction:
    sums = [a + b for a in range(1, one + 1) for b in range(1, other + 1)]
    good = sum(number == total or (event == "least" and number > total) for number in sums)
    return Fraction(good, len(sums))


@cache
def _drawn(first: int, second: int, draws: int, had: frozenset[int], event: str) -> Fraction:
    """One ball after another: the chance of the event, with the colours drawn so far."""
    if draws == 0:
        return Fraction({"all": had == {1}, "some": 1 in had, "mixed": len(had) == 2}[event])
    chance = Fraction(0)
    if first:
        chance += Fraction(first, first + second) * _drawn(first - 1, second, draws - 1, had | {1}, event)
    if second:
        chance += Fraction(second, first + second) * _drawn(first, second - 1, draws - 1, had | {2}, event)
    return chance


def _games(q: Quantities) -> int:
    games = sum(q["rounds"] for one in range(q["n"]) for _ in range(one))
    return games - q["rounds"] if q["rule"] == "rivals" else games


COUNTS: dict[str, Callable[[Quantities], Fraction | int]] = {
    "committee": lambda q: _committee(q["n"], q["k"], q["rule"]),
    "row": lambda q: _row(len(q["names"]), q["rule"]),
    "tiles": lambda q: _tiles(tuple(sorted(count for _, count in q["colours"]))),
    "grid": _grid,
    "sharing": lambda q: _shares(q["n"], len(q["names"]), q["least"]),
    "code": lambda q: _codes(len(q["digits"]), q["length"], q["repeats"], q["rule"]),
    "tournament": _games,
    "round_table": lambda q: _tables(len(q["names"]), q["rule"]),
    "dice": lambda q: _dice(*q["dice"], q["total"], q["event"]),
    "urn": lambda q: _drawn(*q["counts"], q["draws"], frozenset(), q["event"]),
}


def check(args: Mapping[str, Any], response: str) -> Verdict:
    truth = COUNTS[args["kind"]](args)
    found = plain_number(final_answer(response))
    if found is None:
        return failed("no_answer", f"expected {truth}, found no number after the answer mark")
    if found != truth:
        return failed("wrong_value", f"expected {truth}, found {found}")
    if broken := broken_step(response):
        return failed("wrong_step", f"the step {broken} does not hold")
    return passed(str(truth))
