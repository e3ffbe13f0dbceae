"""Units that conversions are drawn from: names in both languages, and how many of the base unit each makes."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Unit:
    """`note` defines a unit that is not one everywhere (an English and a Chinese text, or empty)."""

    symbol: str
    english: str
    chinese: str
    size: Fraction
    note: tuple[str, str] = ("", "")
    languages: tuple[str, ...] = ("en", "zh")

    def name(self, language: str) -> str:
        return self.english if language == "en" else self.chinese


def _unit(line: str) -> Unit:
    symbol, english, chinese, size, *rest = line.split("|")
    note = (rest[0], rest[1]) if rest else ("", "")
    return Unit(symbol, english, chinese, Fraction(size), note, ("en", "zh") if english else ("zh",))


def _units(table: str) -> tuple[Unit, ...]:
    return tuple(_unit(line.strip()) for line in table.strip().splitlines())


KINDS: dict[str, tuple[Unit, ...]] = {
    "length": _units("""
        mm|millimetres|毫米|0.001
        cm|centimetres|厘米|0.01
        dm|decimetres|分米|0.1
        m|metres|米|1
        km|kilometres|千米|1000
        in|inches|英寸|0.0254
        ft|feet|英尺|0.3048
        yd|yards|码|0.9144
        mi|miles|英里|1609.344
        nmi|nautical miles|海里|1852
    """),
    "mass": _units("""
        mg|milligrams|毫克|0.001
        g|grams|克|1
        kg|kilograms|千克|1000
        t|tonnes|吨|1000000
        oz|ounces|盎司|28.349523125
        lb|pounds|磅|453.59237
        jin||斤|500||1 斤 = 500 克
    """),
    "time": _units("""
        ms|milliseconds|毫秒|0.001
        s|seconds|秒|1
        min|minutes|分钟|60
        h|hours|小时|3600
        d|days|天|86400
        wk|weeks|周|604800
    """),
    "area": _units("""
        mm²|square millimetres|平方毫米|0.000001
        cm²|square centimetres|平方厘米|0.0001
        m²|square metres|平方米|1
        km²|square kilometres|平方千米|1000000
        ft²|square feet|平方英尺|0.09290304
        ha|hectares|公顷|10000
        acre|acres|英亩|4046.8564224|1 acre = 4046.8564224 m²|1 英亩 = 4046.8564224 平方米
        mu||亩|2000/3||15 亩 = 1 公顷
    """),
    "volume": _units("""
        mL|millilitres|毫升|0.001
        L|litres|升|1
        cm³|cubic centimetres|立方厘米|0.001
        m³|cubic metres|立方米|1000
        ft³|cubic feet|立方英尺|28.316846592
        gal|US gallons|美制加仑|3.785411784|1 US gallon = 3.785411784 L|1 美制加仑 = 3.785411784 升
    """),
    "speed": _units("""
        m/s|metres per second|米/秒|1
        km/h|kilometres per hour|千米/小时|5/18
        mph|miles per hour|英里/小时|0.44704
        kn|knots|节|463/900
    """),
    "pressure": _units("""
        Pa|pascals|帕|1
        hPa|hectopascals|百帕|100
        kPa|kilopascals|千帕|1000
        MPa|megapascals|兆帕|1000000
        mbar|millibars|毫巴|100
        bar|bars|巴|100000
        atm|atmospheres|标准大气压|101325
    """),
    "energy": _units("""
        J|joules|焦耳|1
        kJ|kilojoules|千焦|1000
        MJ|megajoules|兆焦|1000000
        Wh|watt-hours|瓦时|3600
        kWh|kilowatt-hours|千瓦时|3600000
        cal|calories|卡|4.184|1 cal = 4.184 J|1 卡 = 4.184 焦耳
        kcal|kilocalories|千卡|4184|1 kcal = 4184 J|1 千卡 = 4184 焦耳
    """),
    "temperature": _units("""
        °C|degrees Celsius|摄氏度|1
        °F|degrees Fahrenheit|华氏度|5/9
        K|kelvins|开尔文|1
    """),
}
"""By kind. The first unit of size 1 is the base. A unit without an English name is met in Chinese alone."""

UNIT: dict[str, Unit] = {unit.symbol: unit for units in KINDS.values() for unit in units}
KIND: dict[str, str] = {unit.symbol: kind for kind, units in KINDS.items() for unit in units}

NEXT_SMALLER: dict[str, str] = {
    larger: smaller
    for chain in (
        "km m cm mm",
        "mi yd ft in",
        "t kg g mg",
        "lb oz",
        "wk d h min s ms",
        "km² ha m² cm² mm²",
        "m³ L mL",
        "kWh Wh",
        "MJ kJ J",
        "kcal cal",
    )
    for larger, smaller in pairwise(chain.split())
}
"""The unit that people add to another one, as in "5 ft 7 in"."""

THINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "length": {"en": ("ropes", "planks", "pipes", "cables", "laps"), "zh": ("根绳子", "块木板", "根管子", "圈跑道")},
    "mass": {"en": ("sacks", "crates", "boxes", "parcels", "bars"), "zh": ("袋货物", "箱水果", "个包裹", "块金属")},
    "time": {"en": ("shifts", "lessons", "trips", "tests", "films"), "zh": ("节课", "次旅行", "场演出", "次实验")},
    "area": {"en": ("fields", "plots", "parks", "sheets", "panels"), "zh": ("块地", "张纸", "座公园", "块玻璃")},
    "volume": {"en": ("tanks", "barrels", "pools", "jugs", "vats"), "zh": ("桶水", "瓶饮料", "个水箱", "缸油")},
    "energy": {"en": ("meals", "charges", "runs", "pulses", "cycles"), "zh": ("次充电", "份食物", "次训练", "次脉冲")},
}
"""What one can have several of that each measure the same, by kind and language."""

SHIFTS: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {
    ("°C", "°F"): (("×", "9"), ("÷", "5"), ("+", "32")),
    ("°F", "°C"): (("-", "32"), ("×", "5"), ("÷", "9")),
    ("°C", "K"): (("+", "273.15"),),
    ("K", "°C"): (("-", "273.15"),),
    ("°F", "K"): (("-", "32"), ("×", "5"), ("÷", "9"), ("+", "273.15")),
    ("K", "°F"): (("-", "273.15"), ("×", "9"), ("÷", "5"), ("+", "32")),
}
"""How one temperature scale is turned into another, operation by operation."""
