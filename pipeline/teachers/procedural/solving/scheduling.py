"""Find a plan by days: choose the parts, then place them one by one, going back where a day does not work out."""

import random
from collections.abc import Mapping, Sequence
from typing import Any

MOST_STEPS = 1500
"""Placements tried before a task counts as too hard."""


def chosen(rng: random.Random, args: Mapping[str, Any]) -> list[int]:
    """Numbers of the items to plan: those demanded, and as many others as are needed, the cheapest first."""
    needed = {*args["must"], *(name for name, _ in args["fixed"])}
    inside = [n for n, (name, _, _) in enumerate(args["items"]) if name in needed]
    others = [n for n in range(len(args["items"])) if n not in inside]
    if args["budget"]:
        others.sort(key=lambda n: (args["items"][n][2], n))
    else:
        rng.shuffle(others)
    return sorted(inside + others[: max(0, args["least"] - len(inside))])


def in_order(rng: random.Random, items: Sequence[int], pairs: Sequence[tuple[int, int]]) -> list[int]:
    """The items shuffled, each after those that precede it; fewer than all if the pairs go round in a circle."""
    left, ordered = list(items), []
    rng.shuffle(left)
    while left:
        ready = next((n for n in left if not any(b == n and a in left for a, b in pairs)), None)
        if ready is None:
            break
        left.remove(ready)
        ordered.append(ready)
    return ordered


def schedule(rng: random.Random, args: Mapping[str, Any]) -> list[list[int]] | None:
    """Item numbers for every day; None if none is found. Work is done in the order in which it is listed."""
    items, days = args["items"], args["days"]
    number = {name: n for n, (name, _, _) in enumerate(items)}
    picked = chosen(rng, args)
    if args["budget"] and sum(items[n][2] for n in picked) > args["budget"]:
        return None
    pairs = [(number[a], number[b]) for a, b in args["before"] if number[a] in picked and number[b] in picked]
    natural = args["total"] == "hours"
    ordered = picked if natural else in_order(rng, picked, pairs)
    if len(ordered) < len(picked):
        return None
    fixed = {number[name]: day - 1 for name, day in args["fixed"]}
    barred = {(number[name], day - 1) for name, day in args["closed"]}
    share = sum(items[n][1] for n in picked) / days * rng.uniform(0.85, 1.15)
    load, where = [0] * days, dict[int, int]()
    steps = 0

    def place(at: int) -> bool:
        nonlocal steps
        if at == len(ordered):
            return all(load)
        item = ordered[at]
        earliest = max((where[a] for a, b in pairs if b == item), default=0)
        if natural and at:
            earliest = max(earliest, where[ordered[at - 1]])
        if item in fixed:
            options = [fixed[item]]
        elif natural:
            full = load[earliest] + items[item][1] / 2 > share
            options = [*range(earliest + full, days), earliest] if full else [*range(earliest, days)]
        else:
            options = sorted(range(earliest, days), key=lambda day: (load[day], day))
        for day in options:
            steps += 1
            if steps > MOST_STEPS:
                return False
            if day < earliest or (item, day) in barred or load[day] + items[item][1] > args["hours"]:
                continue
            load[day] += items[item][1]
            where[item] = day
            if place(at + 1):
                return True
            load[day] -= items[item][1]
            del where[item]
        return False

    if not place(0):
        return None
    return [[item for item in ordered if where[item] == day] for day in range(days)]
