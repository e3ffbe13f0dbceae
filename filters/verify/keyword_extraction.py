"""Find every candidate in the text again, with its places, and apply the stated rule.

args: language; setting; text; candidates (lower case; English ones are whole words); rule (present, absent, appearance,
earliest, latest, repeated, frequent); n (how many, for earliest and latest).
"""

import re
from collections.abc import Mapping
from typing import Any

from filters.reading.comma_list import comma_list, first_difference
from filters.verdict import Verdict, failed, passed


def _places(args: Mapping[str, Any]) -> dict[str, list[int]]:
    """By candidate, where it stands in the text."""
    border = "" if args["language"] == "zh" else r"\b"
    return {
        word: [
            match.start() for match in re.finditer(f"{border}{re.escape(word)}{border}", args["text"], re.IGNORECASE)
        ]
        for word in args["candidates"]
    }


def _expected(args: Mapping[str, Any]) -> list[str]:
    places, rule = _places(args), args["rule"]
    if rule == "frequent":
        ranked = sorted(places, key=lambda word: len(places[word]))
        return ranked[-1:] if len(places[ranked[-1]]) > len(places[ranked[-2]]) else []
    if rule in ("appearance", "earliest", "latest"):
        starts = sorted((found[0], word) for word, found in places.items() if found)
        words = [word for _, word in starts]
        if rule == "earliest":
            return words[: args["n"]]
        return words[len(words) - args["n"] :] if rule == "latest" else words
    least, most = {"present": (1, len(args["text"])), "absent": (0, 0), "repeated": (2, len(args["text"]))}[rule]
    return [word for word, found in places.items() if least <= len(found) <= most]


def check(args: Mapping[str, Any], response: str) -> Verdict:
    expected = _expected(args)
    if not expected:
        return failed("unclear_task", f"the rule {args['rule']} leaves no candidate")
    found = [word.casefold() for word in comma_list(response)]
    if not found:
        return failed("no_answer", "no keywords stand after the answer mark")
    reason, detail = first_difference(expected, found)
    return failed(reason, detail) if reason else passed(", ".join(expected))
