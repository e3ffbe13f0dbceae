"""Try every possible number of doers: for which is each statement true? The two sets tell the relation.

args: group; size (members of the group); setting; pairs of statements, each with quantifier, k, wording, deed and shape
(the shape "undone" counts those who did not do it; the others say the same of those who did).
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.answer import plain
from filters.reading.short_answers import compare
from filters.verdict import Verdict

_TRUE_OF = {
    "all": lambda count, size, k: count == size,
    "none": lambda count, size, k: count == 0,
    "some": lambda count, size, k: count > 0,
    "exactly": lambda count, size, k: count == k,
    "least": lambda count, size, k: count >= k,
    "most": lambda count, size, k: count <= k,
    "over": lambda count, size, k: count > k,
    "under": lambda count, size, k: count < k,
}
_CHINESE = {
    "意思相同": "same meaning",
    "前句蕴含后句": "first implies second",
    "后句蕴含前句": "second implies first",
    "互相矛盾": "contradiction",
    "没有必然关系": "neither",
}


def _worlds(claim: Mapping[str, Any], size: int) -> frozenset[int]:
    """The numbers of doers, from 0 to all, that make a statement true."""
    test, k = _TRUE_OF[claim["quantifier"]], claim["k"]
    undone = claim["shape"] == "undone"
    return frozenset(doers for doers in range(size + 1) if test(size - doers if undone else doers, size, k))


def _label(first: Mapping[str, Any], second: Mapping[str, Any], size: int) -> str:
    if first["deed"] != second["deed"]:
        return "neither"
    one, other = _worlds(first, size), _worlds(second, size)
    if one == other:
        return "same meaning"
    if one.isdisjoint(other):
        return "contradiction"
    if one < other:
        return "first implies second"
    return "second implies first" if other < one else "neither"


def _folded(label: str) -> str:
    short = plain(label)
    return _CHINESE.get(short, short)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    return compare([_label(one, other, args["size"]) for one, other in args["pairs"]], response, _folded)
