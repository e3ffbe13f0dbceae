"""Work through the operations of a list puzzle again, and compare the final list.

args: kind ("numbers" or "words"), items, operations (a list of [name, value]), form (how the steps are numbered). The
final answer is the items in order, parted by commas; quotes and square brackets around them are immaterial.
"""

from collections.abc import Callable, Mapping
from typing import Any

from filters.reading.comma_list import comma_list, first_difference
from filters.verdict import Verdict, failed, passed

Values = list[Any]


def _rotate(values: Values, k: int) -> Values:
    turned = list(values)
    for _ in range(k):
        turned.append(turned.pop(0))
    return turned


def _swap(values: Values, k: list[int]) -> Values:
    order = list(range(1, len(values) + 1))
    order[k[0] - 1], order[k[1] - 1] = k[1], k[0]
    return [values[number - 1] for number in order]


def _insert(values: Values, k: list[Any]) -> Values:
    grown = list(values)
    grown.insert(k[0] - 1, k[1])
    return grown


def _unique(values: Values) -> Values:
    kept: Values = []
    for value in values:
        if value not in kept:
            kept.append(value)
    return kept


MEANING: dict[str, Callable[[Values, Any], Values]] = {
    "reverse": lambda values, _: list(reversed(values)),
    "rotate_left": _rotate,
    "swap": _swap,
    "remove": lambda values, k: [value for number, value in enumerate(values, 1) if number != k],
    "sort": lambda values, _: sorted(values),
    "sort_down": lambda values, _: sorted(values)[::-1],
    "every_second": lambda values, _: [value for number, value in enumerate(values, 1) if number & 1],
    "copy_first": lambda values, _: values + values[:1],
    "unique": lambda values, _: _unique(values),
    "add": lambda values, k: list(map(k.__add__, values)),
    "double": lambda values, _: [value + value for value in values],
    "from": lambda values, k: list(map(k.__sub__, values)),
    "evens": lambda values, _: [value for value in values if not value & 1],
    "odds": lambda values, _: [value for value in values if value & 1],
    "above": lambda values, k: [value for value in values if not value <= k],
    "insert": _insert,
    "differences": lambda values, _: [values[n] - values[n - 1] for n in range(1, len(values))],
    "mirror": lambda values, _: ["".join(reversed(value)) for value in values],
    "capitals": lambda values, _: [value[:1].upper() + value[1:].lower() for value in values],
    "last_off": lambda values, _: [value[: len(value) - 1] for value in values],
    "longer": lambda values, k: [value for value in values if not len(value) <= k],
    "replace": lambda values, k: ["".join(k[1] if c == k[0] else c for c in value) for value in values],
}


def check(args: Mapping[str, Any], response: str) -> Verdict:
    values = list(args["items"])
    for name, k in args["operations"]:
        values = MEANING[name](values, k)
    expected = [str(value) for value in values]
    found = [item.replace("−", "-") for item in comma_list(response)]
    if not found:
        return failed("no_answer", f"expected {', '.join(expected)}; found no list")
    if sorted(found) != sorted(expected) and len(found) != len(expected):
        return failed("wrong_length", f"expected {len(expected)} items ({', '.join(expected)}), found {len(found)}")
    reason, detail = first_difference(expected, found) if len(set(expected)) == len(expected) else ("wrong_list", "")
    if found == expected:
        return passed(", ".join(expected))
    return failed(reason, detail or f"expected {', '.join(expected)}; found {', '.join(found)[:400]}")
