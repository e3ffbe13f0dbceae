"""Search a response for a regular expression, or for one that must not be there.

args: pattern (of Python's `re`); where ("whole": the pattern is all of the text, the default; "anywhere"); of
("answer": what `final_answer` finds, the default; "response"); ignore_case (true or false); absent (true: it must not
match).

A pattern may backtrack without end, so it runs in another process with a limit of processor time.
"""

import re
from collections.abc import Mapping
from typing import Any

from filters.bounded import LimitReached, call
from filters.reading.answer import final_answer
from filters.verdict import Verdict, failed, passed

_SECONDS = 2
"""Processor time of one search; the project's own, a million times what a pattern without backtracking takes."""
_LONGEST = 20_000


def check(args: Mapping[str, Any], response: str) -> Verdict:
    pattern, where, absent = args["pattern"], args.get("where", "whole"), bool(args.get("absent"))
    text = response.strip() if args.get("of", "answer") == "response" else final_answer(response)
    if len(text) > _LONGEST:
        return failed("too_long", f"{len(text)} characters, at most {_LONGEST} are searched")
    try:
        found = call(
            "filters.verify.pattern:matches", pattern, text, where, bool(args.get("ignore_case")), seconds=_SECONDS
        )
    except LimitReached:
        return failed("undecided", f"the pattern {pattern[:200]!r} was not done within {_SECONDS} s of processor time")
    if found is None:
        return failed("unclear_task", f"the pattern {pattern[:200]!r} is no regular expression of Python's")
    shown = f"the pattern {pattern[:200]!r} {'matches' if found else 'does not match'} {text[:100]!r}"
    return passed(shown) if found is not absent else failed("match" if absent else "no_match", shown)


def matches(pattern: str, text: str, where: str, ignore_case: bool) -> bool | None:
    """Whether a pattern matches; None if it is none. For a bounded process."""
    try:
        compiled = re.compile(pattern, re.IGNORECASE if ignore_case else 0)
    except (re.error, OverflowError, RecursionError):
        return None
    return bool(compiled.search(text) if where == "anywhere" else compiled.fullmatch(text))
