"""Reckon sums about money again in whole numbers, and compare amount and currency.

args: kind ("simple", "compound", "discount", …); figures (a, b, c and perhaps e, decimal numbers as text, whose part in
the story depends on the kind); unit (the currency of the answer). Amounts are exact to the cent, halves up.
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.answer import final_answer
from filters.reading.quantity import quantity, symbol
from filters.verdict import Verdict, failed, passed

_SCALE = 100
"""Figures have at most two decimals."""


def _hundredths(text: str) -> int:
    whole, _, decimals = text.partition(".")
    return int(whole) * _SCALE + int((decimals + "00")[:2])


def _ratio(kind: str, a: int, b: int, c: int, e: int | None) -> tuple[int, int]:
    """The answer as a fraction of whole numbers; all figures are in hundredths."""
    hundred = 100 * _SCALE
    extra = e or 0
    if kind == "simple":
        return a * b * c * (hundred - extra), hundred * hundred * _SCALE * _SCALE
    if kind == "compound":
        years = c // _SCALE
        return (a - extra) * (hundred + b) ** years, _SCALE * hundred**years
    if kind == "discount":
        return a * c * (hundred - b) * (hundred - extra), _SCALE * _SCALE * hundred * hundred
    if kind == "vat":
        return a * c * (hundred + b) * (hundred - extra), _SCALE * _SCALE * hundred * hundred
    if kind == "tax_within":
        return (a * c + extra * _SCALE) * b, _SCALE * _SCALE * (hundred + b)
    if kind == "exchange":
        return a * b * (hundred - c) - extra * _SCALE * hundred, _SCALE * _SCALE * hundred
    if kind == "instalments":
        return b * c + (extra - a) * _SCALE, _SCALE * _SCALE
    if kind == "flat_loan":
        owed = a * hundred * _SCALE + a * b * c + extra * hundred * _SCALE
        return owed, hundred * _SCALE * 12 * c
    if kind == "profit":
        return (b - a) * c - extra * _SCALE, _SCALE * _SCALE
    raise KeyError(kind)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    figures = args["figures"]
    a, b, c = (_hundredths(figures[name]) for name in "abc")
    try:
        above, below = _ratio(args["kind"], a, b, c, _hundredths(figures["e"]) if "e" in figures else None)
    except KeyError:
        return failed("unknown_kind", f"no formula for {args['kind']!r}")
    expected = (200 * above + below) // (2 * below)
    answer = final_answer(response)
    found = quantity(answer)
    shown = f"expected {expected // 100}.{expected % 100:02} {args['unit']}; found {answer[:100] or 'no answer'}"
    if found is None:
        return failed("no_answer", shown)
    if found.value * 100 != expected:
        return failed("wrong_value", shown)
    if found.unit != symbol(args["unit"]):
        return failed("wrong_unit", shown)
    return passed(shown)
