"""Units: read "km/h", "kg*m/s^{2}", "square metres", "元" into a factor and dimensions, exactly.

The spellings are those of `filters.reading.quantity`; here are their sizes, SI prefixes and products. Sizes are exact
by definition: the international yard and pound (1959), SI (9th brochure), the US gallon, the thermochemical calorie.
A word that is no unit is a counted noun and stands for itself.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from filters.reading.quantity import symbol

Dimensions = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """One of it is `factor` of the base units `dimensions` (sorted, with their powers), `offset` beyond their zero."""

    factor: Fraction
    dimensions: Dimensions
    offset: Fraction = Fraction(0)

    def __str__(self) -> str:
        return "*".join(name if power == 1 else f"{name}^{power}" for name, power in self.dimensions)


_PREFIXES = {"n": -9, "μ": -6, "µ": -6, "u": -6, "m": -3, "c": -2, "d": -1, "h": 2, "k": 3, "M": 6, "G": 9, "T": 12}
_PREFIXED = frozenset(["m", "g", "s", "A", "mol", "N", "Pa", "J", "W", "V", "Ω", "Hz", "L", "Wh", "cal", "bar"])
_DEFINED = {
    "m": "1 m",
    "in": "0.0254 m",
    "ft": "0.3048 m",
    "yd": "0.9144 m",
    "mi": "1609.344 m",
    "nmi": "1852 m",
    "g": "1/1000 kg",
    "t": "1000 kg",
    "oz": "0.028349523125 kg",
    "lb": "0.45359237 kg",
    "jin": "0.5 kg",
    "s": "1 s",
    "min": "60 s",
    "h": "3600 s",
    "d": "86400 s",
    "wk": "604800 s",
    "year": "1 year",
    "A": "1 A",
    "K": "1 K",
    "°C": "1 K",
    "°F": "5/9 K",
    "mol": "1 mol",
    "ha": "10000 m^2",
    "acre": "4046.8564224 m^2",
    "mu": "2000/3 m^2",
    "ft²": "0.09290304 m^2",
    "L": "0.001 m^3",
    "gal": "0.003785411784 m^3",
    "ft³": "0.028316846592 m^3",
    "mph": "0.44704 m s^-1",
    "kn": "1852/3600 m s^-1",
    "Hz": "1 s^-1",
    "N": "1 kg m s^-2",
    "Pa": "1 kg m^-1 s^-2",
    "mbar": "100 kg m^-1 s^-2",
    "bar": "100000 kg m^-1 s^-2",
    "atm": "101325 kg m^-1 s^-2",
    "J": "1 kg m^2 s^-2",
    "Wh": "3600 kg m^2 s^-2",
    "cal": "4.184 kg m^2 s^-2",
    "W": "1 kg m^2 s^-3",
    "V": "1 kg m^2 s^-3 A^-1",
    "Ω": "1 kg m^2 s^-3 A^-2",
    "%": "1/100",
    "‰": "1/1000",
    "°": "1 °",
    "dollar": "1 dollar",
    "cent": "1/100 dollar",
    "euro": "1 euro",
    "yuan": "1 yuan",
    "£": "1 £",
}
_OFFSETS = {"°C": Fraction("273.15"), "°F": Fraction("459.67") * 5 / 9}
_SPELLED = {
    "l": "L",
    "ℓ": "L",
    "ohm": "Ω",
    "ohms": "Ω",
    "watt": "W",
    "watts": "W",
    "newton": "N",
    "newtons": "N",
    "volt": "V",
    "volts": "V",
    "hertz": "Hz",
    "牛": "N",
    "牛顿": "N",
    "瓦": "W",
    "伏": "V",
    "cents": "cent",
    "¢": "cent",
    "degree": "°",
    "degrees": "°",
    "deg": "°",
    "度": "°",
    "美元": "dollar",
    "美分": "cent",
    "欧元": "euro",
    "人民币": "yuan",
    "块": "yuan",
    "块钱": "yuan",
    "英镑": "£",
    "mins": "min",
    "day": "d",
}
"""Spellings beside those of `filters.reading.quantity`; its 度 is a kilowatt-hour, which no answer here means."""

_TOKEN = re.compile(r"([^\s*/^{}()\d]+)(?:\^?\{?(-?\d)\}?)?")
_NOUN = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+){0,3}")
_MEASURE = re.compile("[个只本条张件辆名位颗棵支枝块间台份人]")
_LONGEST = 60


def _size(definition: str) -> Unit:
    factor, *dimensions = definition.split()
    powers = [one.partition("^") for one in dimensions]
    return Unit(Fraction(factor), tuple(sorted((name, int(power or 1)) for name, _, power in powers)))


def _one(name: str) -> Unit | None:
    """A single unit by its symbol, with or without an SI prefix, or by its name."""
    if name in _DEFINED:
        unit = _size(_DEFINED[name])
        return Unit(unit.factor, unit.dimensions, _OFFSETS.get(name, Fraction(0)))
    if name[:1] in _PREFIXES and name[1:] in _PREFIXED:
        unit = _size(_DEFINED[name[1:]])
        return Unit(unit.factor * Fraction(10) ** _PREFIXES[name[0]], unit.dimensions)
    spelled = _SPELLED.get(name) or _SPELLED.get(name.casefold())
    if spelled is None and (len(name) > 1 or not name.isascii() or not name.isalpha()):
        spelled = symbol(name)  # which folds case: a single letter must be exact
    return _one(spelled) if spelled and spelled != name and len(spelled) <= _LONGEST else None


def _product(text: str) -> Unit | None:
    factor, powers, sign, place = Fraction(1), dict[str, int](), 1, 0
    for found in _TOKEN.finditer(text):
        between = text[place : found.start()].strip()
        if between not in ("", "*", "/") or (between == "/" and place == 0):
            return None
        sign, place = (-1 if between == "/" else 1), found.end()
        unit = _one(found[1])
        if unit is None or unit.offset:
            return None
        power = sign * int(found[2] or 1)
        factor *= unit.factor**power
        for name, own in unit.dimensions:
            powers[name] = powers.get(name, 0) + own * power
    if place == 0 or text[place:].strip():
        return None
    return Unit(factor, tuple(sorted((name, power) for name, power in powers.items() if power)))


@lru_cache(maxsize=4096)
def unit(text: str) -> Unit | None:
    """The unit that a text names, or None. Powers are written m^2 or m^{2}, products with * or a blank."""
    text = text.strip().rstrip(".").strip()
    if not text or len(text) > _LONGEST:
        return None
    text = re.sub(r"每|\bper\b", "/", text).replace("/ ", "/").replace(" /", "/")
    return _one(text) or _product(text) or _spelled_out(text)


def _spelled_out(text: str) -> Unit | None:
    """By the table of spellings, whose symbols such as "cm²" and "km/h" are products here."""
    if len(text) < 2:
        return None
    spelled = (symbol(text.replace("/", " per ")), symbol(text))
    return next(filter(None, (_product(one.replace("²", "^2").replace("³", "^3")) for one in spelled)), None)


@lru_cache(maxsize=4096)
def counted(text: str) -> Unit | None:
    """What is counted, such as "red apples" or "个苹果": a unit of its own, without a plural's s or a measure word."""
    text = text.strip().rstrip(".").strip().casefold()
    if len(text) < 2 and text.isascii():
        return None
    if len(text) > _LONGEST or not _NOUN.fullmatch(text):
        return None
    if not text.isascii():
        text = _MEASURE.sub("", text, count=1) or text
    elif len(text) > 3:
        text = text.removesuffix("s")
    return Unit(Fraction(1), ((f"#{text}", 1),))
