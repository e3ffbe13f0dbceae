"""Recompute an arithmetic expression and compare the final answer.

args: expression (integers, + - * / and brackets). The last line's value must equal the expression's exactly, and every
step written as "a = b" must hold: a right answer after a wrong step is not a right solution.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from filters.reading.answer import final_answer
from filters.reading.expression import Malformed, evaluate
from filters.verdict import Verdict, failed, passed

_STEP = re.compile(r"^[ \t]*([-+*/() \d.]+)=[ \t]*(-?\d{1,80}(?:\.\d{1,80})?(?:/\d{1,80})?)[ \t]*$", re.MULTILINE)
_NUMBER = re.compile(r"-?\d{1,80}(?:\.\d{1,80})?(?:/\d{1,80})?")


def check(args: Mapping[str, Any], response: str) -> Verdict:
    truth = evaluate(args["expression"])
    found = _NUMBER.fullmatch(final_answer(response).replace(",", "").replace("−", "-").rstrip(".。"))
    if not found:
        return failed("no_answer", f"no number stands after the answer mark; expected {truth}")
    try:
        value = Fraction(found.group())
    except ZeroDivisionError:
        return failed("no_answer", "the answer divides by zero")
    if value != truth:
        return failed("wrong_value", f"expected {truth}, found {value}")
    for left, right in _STEP.findall(response):
        try:
            holds = evaluate(left) == Fraction(right)
        except (Malformed, ZeroDivisionError):
            continue
        if not holds:
            return failed("wrong_step", f"the step {left.strip()} = {right} does not hold")
    return passed(str(truth))
