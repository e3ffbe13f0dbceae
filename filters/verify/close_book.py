"""Mark the answers of a quiz again: each claim is put to the checker of its subject.

args: ask ("each", "count", "right", "wrong"); quiz, a list of subject (a checker's id), question (its args) and
claim.
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.answer import plain
from filters.reading.short_answers import compare
from filters.verdict import Verdict
from filters.verify import check as check_with

_WORDS = {"right": "true", "wrong": "false", "对": "true", "错": "false", "正确": "true", "错误": "false", "无": "none"}


def _folded(text: str) -> str:
    folded = plain(text)
    return _WORDS.get(folded, folded)


def _holds(quiz: Mapping[str, Any]) -> bool:
    return check_with(quiz["subject"], quiz["question"], f"Answer: {quiz['claim']}").passed


def check(args: Mapping[str, Any], response: str) -> Verdict:
    ask, marked = args["ask"], [_holds(quiz) for quiz in args["quiz"]]
    if ask == "each":
        expected = ["true" if good else "false" for good in marked]
    elif ask == "count":
        expected = [str(marked.count(True))]
    else:
        expected = [str(place + 1) for place, good in enumerate(marked) if good == (ask == "right")] or ["none"]
    return compare(expected, response, _folded)
