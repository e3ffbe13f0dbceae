"""Compare the order in which a response lists the stated items.

args: items (in the right order). The items may be parted by lines, numbers, commas, semicolons, arrows, "<" or "then",
with the numbers and bullets of a list before them. The figure is the number of pairs that stand the wrong way round
(Kendall's distance), of all pairs.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from filters.reading.answer import final_answer, plain
from filters.verdict import Verdict, failed, passed

_SEPARATORS = (
    r"\n+",
    r"\s*(?:->|=>|→|⇒|➔|⟶|>)\s*",
    r"\s*<\s*",
    r"\s*[;；]\s*",
    r"\s*(?:[,，、]\s*(?:and\s+|then\s+|和)?)\s*",
    r"\s*(?:,?\s*(?:and\s+)?then|然后|再到)\s*",
    r"\s+",
)
_BEFORE_ITEM = re.compile(r"^\s*(?:[-*•+]\s+|\(?\d{1,3}[.):、]\s*|第[一二三四五六七八九十]+[.:：、,，]?\s*)?")
_DRESS = "*_`\"'“”‘’[]() "
_LONGEST = 20_000
_MOST_ITEMS = 500


def check(args: Mapping[str, Any], response: str) -> Verdict:
    wanted = [_folded(str(item)) for item in args["items"]]
    if not 1 < len(wanted) <= _MOST_ITEMS or len(set(wanted)) < len(wanted):
        return failed("unclear_task", f"2 to {_MOST_ITEMS} different items are needed")
    answer = final_answer(response[-_LONGEST:])
    if not answer:
        return failed("no_answer", f"expected {len(wanted)} items, found nothing")
    found = _listed(answer, wanted)
    if wrong := _wrong_items(wanted, found):
        return wrong
    place = {item: number for number, item in enumerate(wanted)}
    turned = sum(place[one] > place[other] for one, other in combinations(found, 2))
    shown = f"{turned} of {len(wanted) * (len(wanted) - 1) // 2} pairs are out of order: {', '.join(found)}"[:400]
    return failed("wrong_order", shown) if turned else passed(shown)


def _folded(text: str) -> str:
    return plain(text.strip(_DRESS)).strip(_DRESS)


def _listed(answer: str, wanted: Sequence[str]) -> list[str]:
    """The items by the separator that brings out most of those wanted."""
    best: list[str] = []
    for separator in _SEPARATORS:
        parts = [_folded(_BEFORE_ITEM.sub("", part)) for part in re.split(separator, answer.strip())]
        parts = [part for part in parts if part]
        if _hits(parts, wanted) > _hits(best, wanted) or not best:
            best = parts
    return best


def _hits(parts: Sequence[str], wanted: Sequence[str]) -> tuple[int, int]:
    """How many of the wanted items there are, and, the fewer the better, how many others."""
    known = (Counter(parts) & Counter(wanted)).total()
    return known, known - len(parts)


def _wrong_items(wanted: Sequence[str], found: Sequence[str]) -> Verdict | None:
    if missing := [item for item in wanted if item not in found]:
        return failed("item_missing", f"{len(missing)} of {len(wanted)} items are missing, the first is {missing[0]!r}")
    if extra := [item for item in found if item not in wanted]:
        return failed("item_extra", f"{len(extra)} items do not belong, the first is {extra[0][:80]!r}")
    if len(found) > len(wanted):
        twice = next(item for item, count in Counter(found).items() if count > 1)
        return failed("item_repeated", f"{twice!r} is given twice")
    return None
