"""Check a plan by days against every stated condition; whether it is a pleasant or wise plan is not judged.

args: items (name, hours, cost each), days, hours (at most, a day), least (how many items at the least), must (names
that have to be in it), before (pairs: the first earlier than the second, if both are in it), fixed and closed (name and
day), budget (0: none), total ("cost" or "hours": what the last line adds up).

The plan has one line for each day, "Day 1: name (2 h), name (3 h)" or "第1天：…", and then the total.
"""

import re
from collections.abc import Mapping
from typing import Any

from filters.verdict import Verdict, failed, passed

_LONGEST = 6_000
_DAY = re.compile(r"(?:Day ?(\d{1,2})|第 ?(\d{1,2}) ?天) ?[:：]")
_ITEM = re.compile(r"([^()（）]*)[(（] ?(\d{1,3}) ?(?:h|hours?|小时)[)）]")
_NUMBER = re.compile(r"\d+")
_AROUND = " \t*_-.。"


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if len(response) > _LONGEST:
        return failed("too_long", f"expected a plan of at most {_LONGEST} characters")
    lines = [bare for line in response.splitlines() if (bare := line.strip(_AROUND))]
    planned: list[list[str]] = []
    known = {name: (hours, cost) for name, hours, cost in args["items"]}
    folded = {name.casefold(): name for name in known}
    for line in lines:
        mark = _DAY.match(line)
        if mark is None:
            continue
        if int(mark[1] or mark[2]) != len(planned) + 1:
            return failed("wrong_days", f"expected day {len(planned) + 1}, found {line[:40]!r}")
        today = []
        for part in re.split(r"[,;、，；]", line[mark.end() :]):
            item = _ITEM.fullmatch(part.strip(_AROUND))
            name = folded.get(item[1].strip(_AROUND).casefold()) if item else None
            if item is None or name is None:
                return failed("unknown_item", f"{part[:60]!r} is not an item of the list with its hours in brackets")
            if int(item[2]) != known[name][0]:
                return failed("wrong_hours", f"{name} takes {known[name][0]} hours, not {item[2]}")
            today.append(name)
        planned.append(today)
    if len(planned) != args["days"]:
        return failed("wrong_days", f"expected {args['days']} lines for days, found {len(planned)}")
    return _conditions(args, planned, known) or _total(args, planned, known, lines[-1]) or passed("all conditions hold")


def _conditions(
    args: Mapping[str, Any], planned: list[list[str]], known: Mapping[str, tuple[int, int]]
) -> Verdict | None:
    places = {name: (day, at) for day, names in enumerate(planned, 1) for at, name in enumerate(names)}
    count = sum(map(len, planned))
    if len(places) != count:
        return failed("item_twice", "an item occurs more than once")
    if count < args["least"]:
        return failed("too_few", f"expected at least {args['least']} items, found {count}")
    for day, names in enumerate(planned, 1):
        spent = sum(known[name][0] for name in names)
        if spent > args["hours"]:
            return failed("day_too_long", f"day {day} has {spent} hours, at most {args['hours']}")
    for name in args["must"]:
        if name not in places:
            return failed("item_missing", f"{name} is missing")
    for first, second in args["before"]:
        if first in places and second in places and places[first] >= places[second]:
            return failed("wrong_order", f"{first} must come before {second}")
    for name, wanted in args["fixed"]:
        if name not in places or places[name][0] != wanted:
            return failed("wrong_day", f"{name} must be on day {wanted}")
    for name, barred in args["closed"]:
        if name in places and places[name][0] == barred:
            return failed("wrong_day", f"{name} cannot be on day {barred}")
    spent = sum(known[name][1] for name in places)
    if args["budget"] and spent > args["budget"]:
        return failed("too_dear", f"the items cost {spent}, at most {args['budget']}")
    return None


def _total(
    args: Mapping[str, Any], planned: list[list[str]], known: Mapping[str, tuple[int, int]], last: str
) -> Verdict | None:
    figure = 1 if args["total"] == "cost" else 0
    expected = sum(known[name][figure] for names in planned for name in names)
    numbers = _NUMBER.findall(last)
    if not numbers or not last.casefold().startswith(("total", "合计")) or int(numbers[-1][:9]) != expected:
        return failed("wrong_total", f"expected a last line with the total {expected}, found {last[:60]!r}")
    return None
