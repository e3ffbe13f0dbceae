"""Try every possible number of doers: for which is each statement true? The two sets tell the relation.

args: group; size (members of the group); setting; pairs of sentences. A sentence is read by its cues: words that count,
its number, its object (which tells the deed), and whether it counts those who did not do it.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from filters.reading.answer import plain
from filters.reading.short_answers import compare
from filters.verdict import Verdict, failed

_COUNTING = (
    ("exactly", r"\bexactly\b|no more and no fewer|正好|恰好"),
    ("none", r"\bno (?!more)|\bnone\b|没有一名|没有任何"),
    ("some", r"\bat least one\b|\bone or more\b|至少有一名|一名或更多"),
    ("all", r"\ball\b|\bevery\b|所有|每一名"),
    ("least", r"\bat least\b|\d or more\b|至少|或更多"),
    ("most", r"\bat most\b|\bno more than\b|至多|不超过"),
    ("under", r"\bfewer than\b|\bless than\b|不到|少于"),
    ("over", r"\bmore than\b|\bover \d|超过|多于"),
)
"""Cues in the order in which they are tried: "no more than" is no "more than"."""
_CUES = [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _COUNTING]
_OBJECTS = re.compile(
    r"\b(?:form|song|bridge|film|plan|soup|letter|museum|map|offer|error|novel)\b|"
    "表格|这首歌|大桥|电影|计划|汤|来信|博物馆|地图|提议|错误|小说"
)
_UNDONE = re.compile("did not|没有(?!一名|任何)")
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


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[str, str, int, bool] | None:
    """Object, way of counting, number, and whether those who did not are counted; None if the cues are not there."""
    counting = next((name for name, cue in _CUES if cue.search(text)), None)
    thing, number = _OBJECTS.search(text), re.search(r"\d+", text)
    if not counting or not thing:
        return None
    return thing[0], counting, int(number[0]) if number else 0, _UNDONE.search(text) is not None


def _label(pair: list[str], size: int) -> str | None:
    worlds: list[frozenset[int]] = []
    things = set()
    for text in pair:
        claim = _read(text)
        if claim is None:
            return None
        thing, counting, k, undone = claim
        things.add(thing)
        test = _TRUE_OF[counting]
        worlds.append(frozenset(n for n in range(size + 1) if test(size - n if undone else n, size, k)))
    one, other = worlds
    if len(things) > 1:
        return "neither"
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
    labels = [_label(pair, args["size"]) for pair in args["pairs"]]
    expected = [label for label in labels if label is not None]
    if len(expected) < len(labels):
        return failed("unclear_task", "a sentence says neither how many nor what they did")
    return compare(expected, response, _folded)
