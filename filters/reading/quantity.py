"""Read a number with its unit: "3.5 km", "1,200 m²", "-40 °C", "¥12", "3 小时".

`UNITS` gives each unit's spellings in English and Chinese. A spelling that is not in it stands for itself, so that
counted things ("12 apples", "5 个") are read as well.
"""

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

LONGEST = 120
"""Characters of the longest text that is read at all."""

UNITS: dict[str, str] = {
    "mm": "millimetre|millimetres|millimeter|millimeters|毫米",
    "cm": "centimetre|centimetres|centimeter|centimeters|厘米",
    "dm": "decimetre|decimetres|decimeter|decimeters|分米",
    "m": "metre|metres|meter|meters|米",
    "km": "kilometre|kilometres|kilometer|kilometers|千米|公里",
    "in": "inch|inches|英寸",
    "ft": "foot|feet|英尺",
    "yd": "yard|yards|码",
    "mi": "mile|miles|英里",
    "nmi": "nautical mile|nautical miles|海里",
    "mg": "milligram|milligrams|毫克",
    "g": "gram|grams|克",
    "kg": "kilogram|kilograms|千克|公斤",
    "t": "tonne|tonnes|metric ton|metric tons|吨",
    "oz": "ounce|ounces|盎司",
    "lb": "lbs|pound|pounds|磅",
    "jin": "斤",
    "ms": "millisecond|milliseconds|毫秒",
    "s": "sec|second|seconds|秒",
    "min": "minute|minutes|分钟",
    "h": "hr|hrs|hour|hours|小时",
    "d": "day|days|天|日",
    "wk": "week|weeks|周|星期",
    "year": "years|years old|岁",
    "°C": "degree celsius|degrees celsius|摄氏度|c",
    "°F": "degree fahrenheit|degrees fahrenheit|华氏度|f",
    "K": "kelvin|kelvins|开尔文|开",
    "mm²": "square millimetre|square millimetres|square millimeters|平方毫米",
    "cm²": "square centimetre|square centimetres|square centimeters|平方厘米",
    "m²": "square metre|square metres|square meters|平方米",
    "km²": "square kilometre|square kilometres|square kilometers|平方千米|平方公里",
    "ft²": "square foot|square feet|sq ft|平方英尺",
    "ha": "hectare|hectares|公顷",
    "acre": "acres|英亩",
    "mu": "亩",
    "mL": "millilitre|millilitres|milliliter|milliliters|毫升",
    "L": "litre|litres|liter|liters|升",
    "cm³": "cubic centimetre|cubic centimetres|cubic centimeters|立方厘米",
    "m³": "cubic metre|cubic metres|cubic meters|立方米",
    "ft³": "cubic foot|cubic feet|立方英尺",
    "gal": "gallon|gallons|us gallon|us gallons|加仑|美制加仑",
    "m/s": "metre per second|metres per second|meters per second|米/秒|米每秒",
    "km/h": "kph|kilometre per hour|kilometres per hour|kilometers per hour|千米/小时|公里/小时|千米/时|"
    "千米每小时|公里每小时",
    "mph": "mile per hour|miles per hour|mi/h|英里/小时|英里每小时",
    "kn": "knot|knots|节",
    "Pa": "pascal|pascals|帕|帕斯卡",
    "hPa": "hectopascal|hectopascals|百帕",
    "kPa": "kilopascal|kilopascals|千帕",
    "MPa": "megapascal|megapascals|兆帕",
    "mbar": "millibar|millibars|毫巴",
    "bar": "bars|巴",
    "atm": "atmosphere|atmospheres|标准大气压",
    "J": "joule|joules|焦|焦耳",
    "kJ": "kilojoule|kilojoules|千焦",
    "MJ": "megajoule|megajoules|兆焦",
    "Wh": "watt-hour|watt-hours|watt hours|瓦时",
    "kWh": "kilowatt-hour|kilowatt-hours|kilowatt hours|千瓦时|度",
    "cal": "calorie|calories|卡|卡路里",
    "kcal": "kilocalorie|kilocalories|千卡|大卡",
    "%": "percent|per cent",
    "dollar": "dollars|usd|$",
    "euro": "euros|eur|€",
    "yuan": "元|rmb|cny|¥",
}
"""Spellings by symbol. Case never tells two of these apart. "Pounds" are a mass or money, as the task has it."""


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("^", "").split())


_SYMBOLS = {
    _folded(spelling): symbol for symbol, spellings in UNITS.items() for spelling in (symbol, *spellings.split("|"))
}
_QUANTITY = re.compile(
    r"""(?P<money>[$€¥])?[ ]?
    (?P<sign>[-+−])?[ ]?
    (?P<number>\d{1,3}(?:,\d{3}){1,8}(?:\.\d{1,40})?|\d{1,40}(?:\.\d{1,40})?)
    (?:[ ]?/[ ]?(?P<divisor>\d{1,40})|[ ]?(?:e|[×x*][ ]?10[ ]?\^?[ ]?)\(?(?P<power>[-+−]?\d{1,2})\)?)?
    [ ]?(?P<unit>[^\d\s.,;:()=+<>](?:[^\n;:()=+<>]{0,60}?)?)?[ ]?[.。]?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """`unit` is a symbol of `UNITS`, another word as it stands (folded), or "" if there is none."""

    value: Fraction
    unit: str


def symbol(unit: str) -> str:
    """The symbol that a unit's spelling stands for; the folded spelling itself if it is none of the known ones."""
    folded = _folded(unit).rstrip(".。").strip()
    return _SYMBOLS.get(folded, folded)


def quantity(text: str) -> Quantity | None:
    """The number and unit that a text consists of, or None if it is anything else. Never raises."""
    if len(text) > LONGEST:
        return None
    found = _QUANTITY.fullmatch(unicodedata.normalize("NFKC", text.strip()).casefold().replace("−", "-"))
    if found is None:
        return None
    divisor = int(found["divisor"] or 1)
    if divisor == 0:
        return None
    value = Fraction(found["number"].replace(",", "")) / divisor * Fraction(10) ** int(found["power"] or 0)
    unit = found["unit"] or ""
    if found["money"] and unit:
        return None
    return Quantity(-value if found["sign"] == "-" else value, symbol(found["money"] or unit))
