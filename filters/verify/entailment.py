"""Judge statements about a report: each is tried as an assertion and as its denial against what the report tells.

args: theme; facts ([subject, property, value, form]: what the report tells); claims ([kind, subject, property, value,
other]), of the kinds state, deny, more (than `other`), over (more than the value), together (with `other` the value).
What the report does not tell of is not stated: nothing else is concluded.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from filters.reading.answer import plain
from filters.reading.short_answers import compare
from filters.verdict import Verdict

_SPELLINGS = {
    "true": "true",
    "正确": "true",
    "对": "true",
    "false": "false",
    "错误": "false",
    "错": "false",
    "not stated": "not stated",
    "not given": "not stated",
    "没有提到": "not stated",
    "未提到": "not stated",
    "没提到": "not stated",
}


def _told(facts: Sequence[Sequence[Any]], subject: str, name: str) -> list[Any]:
    return [fact[2] for fact in facts if fact[0] == subject and fact[1] == name]


def _label(facts: Sequence[Sequence[Any]], claim: Sequence[Any]) -> str:
    kind, subject, name, value, other = claim
    mine, theirs = _told(facts, subject, name), _told(facts, other, name)
    if not mine or (other and not theirs):
        return "not stated"
    if kind == "more":
        fits = mine[0] - theirs[0] > 0
    elif kind == "over":
        fits = mine[0] - value > 0
    elif kind == "together":
        fits = value - mine[0] == theirs[0]
    else:
        fits = (value in mine) is (kind == "state")
    return "true" if fits else "false"


def _folded(label: str) -> str:
    short = plain(label)
    return _SPELLINGS.get(short, short)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    return compare([_label(args["facts"], claim) for claim in args["claims"]], response, _folded)
