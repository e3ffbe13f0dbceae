"""Checks with arguments that nobody vouches for: those of a file, which may lack what the checker needs."""

from collections.abc import Mapping, Sequence
from typing import Any

from filters.sandbox.run import SandboxUnavailable
from filters.verdict import Verdict
from filters.verify import check, check_many, checkers


def attempt_many(checker: str, items: Sequence[tuple[Mapping[str, Any], str]]) -> list[Verdict | str]:
    """A verdict for each pair of arguments and answer, in bulk; a sentence where the checker could not work.

    Raises SandboxUnavailable where answers must be run and nothing can be run safely here.
    """
    if checker not in checkers():
        return [f"no checker {checker!r} is installed here"] * len(items)
    try:
        return list(check_many(checker, items))
    except SandboxUnavailable:
        raise
    except Exception:  # a checker may raise anything on arguments that are not its own; which one did shows below
        return [_attempt(checker, args, response) for args, response in items]


def _attempt(checker: str, args: Mapping[str, Any], response: str) -> Verdict | str:
    try:
        return check(checker, args, response)
    except SandboxUnavailable:
        raise
    except Exception as error:  # as above
        return f"{checker} cannot use these arguments: {type(error).__name__}: {error}"
