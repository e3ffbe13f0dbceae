"""Apply a prompt's rules to its case again.

args: kind. For "charge": rules (free, rate, cap and perhaps age and again), years, count, kept, repeat. For "granted"
and "broken": rules (pairs of a condition and its limit) and cases (pairs of a name and the facts, rule by rule).
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from filters.reading.answer import final_answer, plain
from filters.reading.quantity import quantity
from filters.reading.short_answers import compare
from filters.verdict import Verdict, failed, passed

_NOBODY = ("none", "无", "nobody", "no one", "没有")
_UNITS = ("", "euro", "yuan")


def _charge(args: Mapping[str, Any]) -> Fraction:
    rules = args["rules"]
    late = args["kept"] - rules["free"]
    per_thing = min(late * Fraction(rules["rate"]), Fraction(rules["cap"])) if late > 0 else Fraction(0)
    share = Fraction(1, 2) if args["years"] < rules.get("age", 0) else 1
    return per_thing * args["count"] * share + (rules.get("again", 0) if args["repeat"] else 0)


def _met(rule: tuple[str, int], fact: int) -> bool:
    condition, limit = rule
    return limit <= fact if condition.endswith("_least") else fact <= limit


def _named(args: Mapping[str, Any]) -> list[str]:
    if args["kind"] == "granted":
        return [
            name
            for name, facts in args["cases"]
            if all(_met(rule, fact) for rule, fact in zip(args["rules"], facts, strict=True))
        ]
    facts = args["cases"][0][1]
    return [str(place + 1) for place, rule in enumerate(args["rules"]) if not _met(rule, facts[place])]


def _folded(text: str) -> str:
    folded = plain(text)
    return "none" if folded in _NOBODY else folded


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if args["kind"] != "charge":
        return compare(_named(args) or ["none"], response, _folded)
    expected, answer = _charge(args), final_answer(response)
    found = quantity(answer)
    shown = f"expected {float(expected):g}; found {answer[:100] or 'no answer'}"
    if found is None:
        return failed("no_answer", shown)
    if found.value != expected:
        return failed("wrong_value", shown)
    return passed(shown) if found.unit in _UNITS else failed("wrong_unit", shown)
