"""Reckon a mark again by the prompt's rubric, in whole numbers of hundredths.

args: points and weights (in per cent) of the criteria in order; per_day and late (marks taken off a day, days); bonus
and needed (marks added if every criterion has so many points; 0 if there is none).
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.answer import final_answer
from filters.reading.quantity import quantity
from filters.verdict import Verdict, failed, passed

_UNITS = ("", "marks", "mark", "points", "point", "分", "/100", "%")


def check(args: Mapping[str, Any], response: str) -> Verdict:
    points = args["points"]
    hundredths = sum(10 * weight * point for weight, point in zip(args["weights"], points, strict=True))
    hundredths -= 100 * args["per_day"] * args["late"]
    if args["bonus"] and all(point >= args["needed"] for point in points):
        hundredths += 100 * args["bonus"]
    expected = sorted((0, hundredths, 10_000))[1]
    answer = final_answer(response)
    found = quantity(answer.removesuffix("/100").strip())
    shown = f"expected {expected / 100:g}; found {answer[:100] or 'no answer'}"
    if found is None:
        return failed("no_answer", shown)
    if found.value * 100 != expected:
        return failed("wrong_value", shown)
    return passed(shown) if found.unit in _UNITS else failed("wrong_unit", shown)
