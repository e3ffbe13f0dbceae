"""Compare a few short answers with those expected, place by place."""

from collections.abc import Callable

from filters.reading.comma_list import comma_list
from filters.verdict import Verdict, failed, passed


def compare(expected: list[str], response: str, fold: Callable[[str], str]) -> Verdict:
    """Whether a response lists the expected answers in order; `fold` brings both sides into one spelling."""
    found = comma_list(response)
    shown = f"expected {', '.join(expected)}; found {', '.join(found)[:200] or 'no answer'}"
    if not found:
        return failed("no_answer", shown)
    if len(found) != len(expected):
        return failed("wrong_count", shown)
    given, wanted = [fold(item) for item in found], [fold(item) for item in expected]
    if given != wanted:
        return failed("wrong_order" if sorted(given) == sorted(wanted) else "wrong_answer", shown)
    return passed(shown)
