"""Search all cases of a riddle; the answer must be the single one that fits.

args: kind; names and statements ([speaker, form, *whom or how many], by number); right (how many statements are true);
count and rounds ([who, first, last, step]); coins, weight and weighings ([left, right, outcome]). The answer is a list
in any order (numbers, names, or a coin and perhaps its kind), or "none".
"""

from collections.abc import Callable, Mapping
from typing import Any

from filters.reading.answer import plain
from filters.reading.comma_list import comma_list
from filters.verdict import Verdict, failed, passed

Task = Mapping[str, Any]
_NONE = {"none", "nobody", "no one", "没有", "无", "没有人"}
_WEIGHTS = {
    "heavier": "heavier",
    "lighter": "lighter",
    "重": "heavier",
    "轻": "lighter",
    "偏重": "heavier",
    "偏轻": "lighter",
}


def _says_true(statement: list[Any], honest: int) -> bool:
    """`honest` has a bit for each person who tells the truth."""
    speaker, form, *about = statement
    if form == "count":
        return honest.bit_count() == about[0]
    first = honest >> about[0] & 1
    if form in ("liar", "honest"):
        return first == (form == "honest")
    if form in ("same", "differ"):
        return (first == honest >> speaker & 1) == (form == "same")
    all_honest = bool(first & honest >> about[1])
    return all_honest if form == "both" else not all_honest


def _island(task: Task) -> list[set[str]]:
    names = task["names"]
    return [
        {name for number, name in enumerate(names) if honest >> number & 1}
        for honest in range(1 << len(names))
        if all(_says_true(said, honest) == bool(honest >> said[0] & 1) for said in task["statements"])
    ]


def _hidden(task: Task) -> list[set[str]]:
    found = []
    for place, name in enumerate(task["names"]):
        true = 0
        for _, form, *about in task["statements"]:
            true += (place in about) != (form == "not")
        if true == task["right"]:
            found.append({name})
    return found


def _switches(task: Task) -> list[set[str]]:
    """How often each one is touched."""
    on = set()
    for number in range(1, task["count"] + 1):
        touched = [first <= number <= last and (number - first) % step == 0 for _, first, last, step in task["rounds"]]
        if sum(touched) % 2:
            on.add(str(number))
    return [on]


def _coin(task: Task) -> list[set[str]]:
    """Each coin in turn is given another weight, and every weighing is carried out."""
    unknown = task["weight"] == "unknown"
    found = []
    for name, weight in (("heavier", 11), ("lighter", 9)):
        for coin in task["coins"] if unknown or name == task["weight"] else "":
            fits = True
            for left, right, outcome in task["weighings"]:
                tilt = sum(weight if c == coin else 10 for c in left) - sum(weight if c == coin else 10 for c in right)
                fits &= outcome == ("left" if tilt > 0 else "right" if tilt < 0 else "equal")
            if fits:
                found.append({coin, name} if unknown else {coin})
    return found


SEARCHES: dict[str, Callable[[Task], list[set[str]]]] = {
    "island": _island,
    "hidden": _hidden,
    "switches": _switches,
    "coin": _coin,
}


def _bare(item: str, kind: str) -> str:
    folded = plain(item).removeprefix("and ").removeprefix("the ").strip()
    if kind == "hidden":
        return folded.removesuffix(" box").removesuffix("盒子").removesuffix("色")
    return _WEIGHTS.get(folded, folded)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    solutions = SEARCHES[args["kind"]](args)
    if len(solutions) != 1:
        return failed("not_unique", f"the riddle has {len(solutions)} solutions, not one")
    wanted = {_bare(item, args["kind"]) for item in solutions[0]}
    shown = f"expected {', '.join(sorted(wanted)) or 'none'}"
    items = [_bare(item, args["kind"]) for item in comma_list(response)]
    if not items or len(items) > 100:
        return failed("no_answer", f"{shown}, found no short list after the answer mark")
    found = set() if len(items) == 1 and items[0] in _NONE else set(items)
    if found == wanted and len(items) == max(1, len(wanted)):
        return passed(shown)
    return failed("wrong_answer", f"{shown}, found {', '.join(items)[:200]}")
