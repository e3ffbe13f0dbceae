"""Steps of a worked answer: lines "a = b" of plain numbers that must hold."""

import re
from fractions import Fraction

from filters.reading.expression import Malformed, evaluate

_STEP = re.compile(
    r"^(?:[^:：=\n]{0,80}[:：])?[ \t]*([-+*/×÷() \d.]{3,200})=[ \t]*(-?\d{1,40}(?:\.\d{1,40})?(?:/\d{1,40})?)[ \t]*$",
    re.MULTILINE,
)
_MOST_TEXT = 20_000


def broken_step(response: str) -> str:
    """The first step that does not hold, as "a = b"; "" if all do. Lines that are no such steps are passed over."""
    for left, right in _STEP.findall(response[:_MOST_TEXT].replace("−", "-")):
        try:
            holds = evaluate(left.replace("×", "*").replace("÷", "/")) == Fraction(right)
        except (Malformed, ZeroDivisionError, RecursionError):
            continue
        if not holds:
            return f"{left.strip()} = {right}"
    return ""
