"""Look elements up in a periodic table of the checker's own: symbols in order, names in the same order.

args: ask; items (names, symbols or numbers, as the prompt has them); language; the rest does not matter here.
Symbols must have their capitals right; names may have any case, and both English spellings of a name will do.
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.answer import plain
from filters.reading.short_answers import compare
from filters.verdict import Verdict, failed

_SYMBOLS = (
    "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb "
    "Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au "
    "Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U"
).split()
_CHINESE = (
    "氢氦锂铍硼碳氮氧氟氖钠镁铝硅磷硫氯氩钾钙钪钛钒铬锰铁钴镍铜锌镓锗砷硒溴氪铷锶钇锆铌钼锝钌铑钯银镉铟锡锑碲碘氙铯钡镧铈镨钕"
    "钷钐铕钆铽镝钬铒铥镱镥铪钽钨铼锇铱铂金汞铊铅铋钋砹氡钫镭锕钍镤铀"
)
_ENGLISH = (
    "Hydrogen Helium Lithium Beryllium Boron Carbon Nitrogen Oxygen Fluorine Neon Sodium Magnesium Aluminium Silicon "
    "Phosphorus Sulfur Chlorine Argon Potassium Calcium Scandium Titanium Vanadium Chromium Manganese Iron Cobalt "
    "Nickel Copper Zinc Gallium Germanium Arsenic Selenium Bromine Krypton"
).split()
_HEAVY = {
    "Ag": "Silver",
    "Sn": "Tin",
    "I": "Iodine",
    "Xe": "Xenon",
    "Ba": "Barium",
    "W": "Tungsten",
    "Pt": "Platinum",
    "Au": "Gold",
    "Hg": "Mercury",
    "Pb": "Lead",
    "Rn": "Radon",
    "Ra": "Radium",
    "U": "Uranium",
}
_NOBLE = frozenset((2, 10, 18, 36, 54, 86))
_NOT_METAL = frozenset(
    _SYMBOLS.index(symbol) + 1 for symbol in "H B C N O F Si P S Cl Ge As Se Br Sb Te I Po At".split()
)
_SPELLINGS = {"aluminum": "aluminium", "sulphur": "sulfur", "wolfram": "tungsten", "水银": "汞", "黄金": "金"}

_NUMBER = {symbol: number for number, symbol in enumerate(_SYMBOLS, 1)}
_NAMES = dict(zip(_SYMBOLS, _ENGLISH, strict=False)) | _HEAVY
_BY_NAME = {name.casefold(): _NUMBER[symbol] for symbol, name in _NAMES.items()} | {
    name: number for number, name in enumerate(_CHINESE, 1)
}


def _name(number: int, chinese: bool) -> str:
    return _CHINESE[number - 1] if chinese else _NAMES[_SYMBOLS[number - 1]].lower()


def _folded_name(text: str) -> str:
    folded = plain(text)
    return _SPELLINGS.get(folded, folded)


def _expected(ask: str, items: list[str], chinese: bool) -> list[str]:
    """The right answers. Raises KeyError if an item is no element of the table."""
    if ask == "name":
        return [_name(_NUMBER[item], chinese) for item in items]
    if ask == "element":
        return [_name(int(item), chinese) for item in items]
    numbers = [_BY_NAME[item.casefold()] for item in items]
    if ask == "symbol":
        return [_SYMBOLS[number - 1] for number in numbers]
    if ask == "number":
        return [str(number) for number in numbers]
    if ask == "metal":
        kept = [number for number in numbers if number not in _NOBLE | _NOT_METAL]
    elif ask == "noble":
        kept = [number for number in numbers if number in _NOBLE]
    elif ask in ("highest", "lowest"):
        kept = [max(numbers) if ask == "highest" else min(numbers)]
    else:
        kept = sorted(numbers) if ask == "rising" else sorted(numbers)[::-1]
    return [_name(number, chinese) for number in kept]


def check(args: Mapping[str, Any], response: str) -> Verdict:
    ask = args["ask"]
    try:
        expected = _expected(ask, args["items"], args["language"] == "zh")
    except KeyError as unknown:
        return failed("unknown_element", f"{unknown} is no element that the table names")
    return compare(expected, response, str.strip if ask in ("symbol", "number") else _folded_name)
