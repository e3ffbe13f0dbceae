"""Convert the stated quantity from exact definitions and compare number and unit.

args: parts ([number as text, unit symbol], …; their sum is converted), count (how many times
over; 1 if absent), to (unit symbol), places (decimal places that
the prompt asks for; null for the exact value). The unit of the answer may be spelled in any way
that filters.reading.quantity reads. Rounding is to the nearest; a tie cannot arise where the prompt asks for rounding.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from filters.reading.answer import final_answer
from filters.reading.quantity import quantity
from filters.verdict import Verdict, failed, passed

_INCH = Fraction(254, 10_000)
_POUND = Fraction(45_359_237, 100_000_000)

SI: dict[str, tuple[str, Fraction]] = {
    "mm": ("m", Fraction(1, 1000)),
    "cm": ("m", Fraction(1, 100)),
    "dm": ("m", Fraction(1, 10)),
    "m": ("m", Fraction(1)),
    "km": ("m", Fraction(1000)),
    "in": ("m", _INCH),
    "ft": ("m", 12 * _INCH),
    "yd": ("m", 36 * _INCH),
    "mi": ("m", 63_360 * _INCH),
    "nmi": ("m", Fraction(1852)),
    "mg": ("kg", Fraction(1, 1_000_000)),
    "g": ("kg", Fraction(1, 1000)),
    "kg": ("kg", Fraction(1)),
    "t": ("kg", Fraction(1000)),
    "oz": ("kg", _POUND / 16),
    "lb": ("kg", _POUND),
    "jin": ("kg", Fraction(1, 2)),
    "ms": ("s", Fraction(1, 1000)),
    "s": ("s", Fraction(1)),
    "min": ("s", Fraction(60)),
    "h": ("s", Fraction(60 * 60)),
    "d": ("s", Fraction(24 * 60 * 60)),
    "wk": ("s", Fraction(7 * 24 * 60 * 60)),
    "mm²": ("m²", Fraction(1, 1000) ** 2),
    "cm²": ("m²", Fraction(1, 100) ** 2),
    "m²": ("m²", Fraction(1)),
    "km²": ("m²", Fraction(1000) ** 2),
    "ft²": ("m²", (12 * _INCH) ** 2),
    "ha": ("m²", Fraction(100) ** 2),
    "acre": ("m²", 4840 * (36 * _INCH) ** 2),
    "mu": ("m²", Fraction(100) ** 2 / 15),
    "mL": ("m³", Fraction(1, 100) ** 3),
    "cm³": ("m³", Fraction(1, 100) ** 3),
    "L": ("m³", Fraction(1, 10) ** 3),
    "m³": ("m³", Fraction(1)),
    "ft³": ("m³", (12 * _INCH) ** 3),
    "gal": ("m³", 231 * _INCH**3),
    "m/s": ("m/s", Fraction(1)),
    "km/h": ("m/s", Fraction(1000, 3600)),
    "mph": ("m/s", 63_360 * _INCH / 3600),
    "kn": ("m/s", Fraction(1852, 3600)),
    "Pa": ("Pa", Fraction(1)),
    "hPa": ("Pa", Fraction(100)),
    "mbar": ("Pa", Fraction(100)),
    "kPa": ("Pa", Fraction(1000)),
    "bar": ("Pa", Fraction(100_000)),
    "atm": ("Pa", Fraction(101_325)),
    "MPa": ("Pa", Fraction(1_000_000)),
    "J": ("J", Fraction(1)),
    "kJ": ("J", Fraction(1000)),
    "MJ": ("J", Fraction(1_000_000)),
    "Wh": ("J", Fraction(3600)),
    "kWh": ("J", Fraction(3_600_000)),
    "cal": ("J", Fraction(4184, 1000)),
    "kcal": ("J", Fraction(4184)),
    "K": ("K", Fraction(1)),
    "°C": ("K", Fraction(1)),
    "°F": ("K", Fraction(5, 9)),
}
"""By symbol, the SI unit of its kind and how many of it one makes: definitions, exact."""

ZERO = {"°C": Fraction(27_315, 100), "°F": Fraction(45_967, 100) * Fraction(5, 9)}
"""Where a temperature scale has its zero, in kelvins."""


def convert(parts: list[list[str]], to: str) -> Fraction:
    """The sum of the parts in the unit `to`."""
    kind, size = SI[to]
    total = Fraction(0)
    for number, unit in parts:
        if SI[unit][0] != kind:
            raise ValueError(f"{unit} and {to} measure different things; the parts of a task share one kind")
        total += Fraction(number) * SI[unit][1] + ZERO.get(unit, 0)
    return (total - ZERO.get(to, 0)) / size


def check(args: Mapping[str, Any], response: str) -> Verdict:
    unit, places = args["to"], args["places"]
    exact = args.get("count", 1) * convert(args["parts"], unit)
    truth = exact if places is None else round(exact, places)
    found = quantity(final_answer(response))
    if found is None:
        return failed(
            "no_answer", f"no number with a unit stands after the answer mark; expected {float(truth)} {unit}"
        )
    if not found.unit:
        return failed("no_unit", f"the answer has no unit; expected {unit}")
    if found.unit != unit:
        return failed("wrong_unit", f"expected {unit}, found {found.unit}")
    if found.value == truth:
        return passed(f"{float(truth)} {unit}")
    if places is not None and abs(found.value - exact) <= Fraction(1, 10**places):
        return failed("wrong_rounding", f"expected {float(truth)} {unit} at {places} decimal places, found another")
    return failed("wrong_value", f"expected {float(truth)} {unit}, found {found.value} {unit}")
