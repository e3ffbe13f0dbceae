"""Solve a word problem in closed form from its quantities and compare the final answer, number and unit.

args: story (which formula), unit (that the prompt asks for) and the story's quantities: whole numbers, or decimals as
text. Steps written as "a × b = c" on lines of their own must hold too.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import prod
from typing import Any

from filters.reading.answer import final_answer
from filters.reading.quantity import quantity, symbol
from filters.reading.steps import broken_step
from filters.verdict import Verdict, failed, passed

_MOST_TEXT = 20_000

Quantities = Mapping[str, Any]


def _age(q: Quantities) -> Fraction:
    age = Fraction(q["age"])
    for _, relation, k in q["relations"]:
        age = {"times": age * k, "older": age + k, "younger": age - k}[relation]
    return age + q["years"]


def _shopping(q: Quantities) -> Fraction:
    bill = sum((n * Fraction(price) for n, _, price in q["items"]), Fraction(0))
    return q["paid"] - bill if "paid" in q else bill


def _weighted_mean(parts: list[list[int]]) -> Fraction:
    return Fraction(sum(weight * value for weight, value in parts), sum(weight for weight, _ in parts))


ANSWERS: dict[str, Callable[[Quantities], Fraction]] = {
    "shopping": _shopping,
    "discount": lambda q: (
        q["price"] * prod((1 - Fraction(percent, 100) for percent in q["percents"]), start=Fraction(1))
    ),
    "saving": lambda q: Fraction(q["price"] - q["has"], q["saves"] - q.get("spends", 0)),
    "journey": lambda q: sum((v * Fraction(hours) for v, hours in q["legs"]), Fraction(0)),
    "meeting": lambda q: Fraction(q["distance"] - q["v"] * q.get("lead", 0), q["v"] + q["w"]),
    "work_together": lambda q: 1 / sum((Fraction(1, hours) for _, hours in q["workers"]), Fraction(0)),
    "tank": lambda q: Fraction(q["volume"] - q.get("start", 0), q["inflow"] - q["outflow"]),
    "sharing": lambda q: Fraction(q["boxes"] * q["each"] - sum(q["given"]), q["friends"]),
    "ages": _age,
    "production": lambda q: Fraction(q["machines"] * q["rate"] * q["hours"] - q["faulty"], q.get("box", 1)),
    "average": lambda q: Fraction(sum(q["scores"]), len(q["scores"])),
    "recipe": lambda q: Fraction(q["grams"] * q["many"], q["few"]) - q.get("has", 0),
    "mixture": lambda q: _weighted_mean(q["parts"]),
    "fence": lambda q: Fraction((2 * (q["length"] + q["width"]) - q["gate"]) * q.get("price", 1)),
    "tiles": lambda q: Fraction(q["length"] * q["width"], q["side"] ** 2) + q.get("spares", 0),
}
"""The answer of each story from its quantities."""


def same_unit(asked: str, found: str) -> bool:
    """Spellings of one unit; of a counted thing, the singular as well."""
    asked, found = symbol(asked), symbol(found)
    return found in (asked, asked.removesuffix("s"), asked.removesuffix("es"))


def check(args: Mapping[str, Any], response: str) -> Verdict:
    truth, unit = ANSWERS[args["story"]](args), args["unit"]
    if len(response) > _MOST_TEXT:
        return failed("too_long", f"the answer has {len(response)} characters; at most {_MOST_TEXT} are read")
    found = quantity(final_answer(response))
    if found is None:
        return failed("no_answer", f"no number with a unit stands after the answer mark; expected {truth} {unit}")
    if found.value != truth:
        return failed("wrong_value", f"expected {truth} {unit}, found {found.value}")
    if not found.unit:
        return failed("no_unit", f"the number is right but has no unit; expected {unit}")
    if not same_unit(unit, found.unit):
        return failed("wrong_unit", f"expected {unit}, found {found.unit}")
    if step := broken_step(response):
        return failed("wrong_step", f"the step {step} does not hold")
    return passed(f"{truth} {unit}")
