"""Try every order against the clues; the answer must be the only one that fits.

args: names (all that are to be ordered), clues ([relation, name] or [relation, name, name]). The answer lists every
name once, in order, separated by commas (or by ">", "→", ";", new lines).
"""

import re
from collections.abc import Mapping
from itertools import permutations
from typing import Any

from filters.reading.answer import final_answer, plain
from filters.verdict import Verdict, failed, passed

_SEPARATOR = re.compile(r"[,;>→，、\n]")
_MARKS = re.compile(r"^(?:\d+[.)] *|and +|then +|the +|最后是?|然后是?)+")
_LONGEST = 400


def fits(relation: str, places: list[int], last: int) -> bool:
    """Does a clue hold when its names stand at these places (from 0 to `last`)?"""
    if relation == "first":
        return places[0] == 0
    if relation == "last":
        return places[0] == last
    if relation.startswith("not_"):
        return not fits(relation.removeprefix("not_"), places, last)
    distance = places[1] - places[0]
    return {
        "before": distance > 0,
        "after": distance < 0,
        "right_before": distance == 1,
        "next_to": distance in (-1, 1),
    }[relation]


def orders(args: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """All orders in which every clue holds."""
    names = args["names"]
    clues = [(relation, who) for relation, *who in args["clues"]]
    found = []
    for order in permutations(names):
        place = {name: number for number, name in enumerate(order)}
        if all(fits(relation, [place[name] for name in who], len(names) - 1) for relation, who in clues):
            found.append(order)
    return found


def check(args: Mapping[str, Any], response: str) -> Verdict:
    possible = orders(args)
    if len(possible) != 1:
        return failed("not_unique", f"the clues leave {len(possible)} orders, not one")
    truth = possible[0]
    answer = final_answer(response)
    if len(answer) > _LONGEST:
        return failed("no_answer", f"the answer has {len(answer)} characters; an order has at most {_LONGEST}")
    found = [_MARKS.sub("", plain(part)) for part in _SEPARATOR.split(answer)]
    wanted = [plain(name) for name in truth]
    if found == wanted:
        return passed(", ".join(truth))
    if sorted(found) != sorted(wanted):
        return failed("wrong_names", f"expected each of {', '.join(args['names'])} once, found {', '.join(found)}")
    return failed("wrong_order", f"expected {', '.join(truth)}, found {', '.join(found)}")
