r"""Read a number exactly, in the ways people and models write one.

"-1,234.5", "1.5e3", "1.5*10^{3}", "3/4", "\frac{3}{4}", "1 3/4", "0.\overline{3}", "(2 + 3)*4", "一百二十", "三分之二",
"1.5亿".
The text has been through `clean`.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

import cn2an

from filters.reading.expression import Malformed, evaluate

_LONGEST = 300
_GREATEST_POWER = 400
_INTEGER = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)"
_DECIMAL = rf"(?:{_INTEGER}(?:\.\d*)?|\.\d+)"
_SCALED = re.compile(
    rf"(?P<size>{_DECIMAL})?(?:(?:(?<=[\d.])[eE]|(?:(?<=[\d.]) ?[*x] ?|^)10 ?\^ ?)\{{?(?P<power>[-+]?\d{{1,5}})\}}?)?"
)
_FRACTION = re.compile(
    rf"(?:(?P<whole>\d+)(?: ?(?=\\)| ))?"
    rf"(?:\\frac\{{(?P<over>-?{_DECIMAL})\}}\{{(?P<under>{_DECIMAL})\}}|(?P<a>{_DECIMAL}) ?/ ?(?P<b>{_DECIMAL}))"
)
_REPEATING = re.compile(r"(?P<whole>\d*)\.(?P<start>\d*)\\(?:overline|bar|dot) ?\{(?P<again>\d+)\}")
_ARITHMETIC = re.compile(r"[-+*/()\d. ]+")
_MANY_SIGNS = re.compile(r"(?<![\d.])0\d|/[^()]*/")
"""Dates and the like, which are no arithmetic: a leading zero, two strokes."""

CHINESE = "零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億廿"
_CHINESE_DIGITS = {
    sign: value for value, signs in enumerate("零〇 一 二两 三 四 五 六 七 八 九".split()) for sign in signs
}
_CHINESE_INTEGER = re.compile(f"[{CHINESE}]{{1,40}}")
_CHINESE_SCALE = {"百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "万亿": 10**12}


@dataclass(frozen=True, slots=True)
class Number:
    """A rational number. `places` and `significant` count the digits of one written as a decimal; None, 0 otherwise."""

    value: Fraction
    places: int | None = None
    significant: int = 0


def number(text: str) -> Number | None:
    """The number that a text consists of; None if it is anything else. Never raises."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    sign, bare = _signed(text)
    if bare.startswith("(") and bare.endswith(")") and "," not in bare:
        inner_sign, inside = _signed(bare[1:-1].strip())
        sign, bare = (sign * inner_sign, inside) if not set("()") & set(inside) else (sign, bare)
    found = _scaled(bare) or _fraction(bare) or _repeating(bare) or _chinese(bare)
    if found is None:
        return _arithmetic(text)
    return Number(sign * found.value, found.places, found.significant)


def _signed(text: str) -> tuple[int, str]:
    for mark, sign in (("-", -1), ("+", 1), ("负", -1), ("minus ", -1), ("negative ", -1)):
        if text.casefold().startswith(mark):
            return sign, text[len(mark) :].strip()
    return 1, text


def _digits(text: str) -> str:
    return text.replace(",", "").replace(" ", "")


def _scaled(text: str) -> Number | None:
    """A whole number or decimal, perhaps times a power of ten (written with an e, or as 10^n)."""
    found = _SCALED.fullmatch(text)
    if found is None:
        return None
    size, power = _digits(found["size"] or "1"), int(found["power"] or 0)
    if abs(power) > _GREATEST_POWER:
        return None
    value = Fraction(size) * Fraction(10) ** power if power else Fraction(size)
    _, point, decimals = size.partition(".")
    if not point or not decimals:
        return Number(value)
    return Number(value, max(0, len(decimals) - power), len(size.replace(".", "").lstrip("0")))


def _fraction(text: str) -> Number | None:
    found = _FRACTION.fullmatch(text)
    if found is None:
        return None
    over, under = _digits(found["over"] or found["a"]), _digits(found["under"] or found["b"])
    if not Fraction(under):
        return None
    whole = Fraction(found["whole"] or 0)
    if found["whole"] and (over.startswith("-") or "." in over + under):
        return None
    return Number(whole + Fraction(over) / Fraction(under))


def _repeating(text: str) -> Number | None:
    found = _REPEATING.fullmatch(text)
    if found is None:
        return None
    start, again = found["start"], found["again"]
    once = Fraction(int(again), (10 ** len(again) - 1) * 10 ** len(start))
    return Number(Fraction(f"{found['whole'] or 0}.{start or 0}") + once)


def _chinese(text: str) -> Number | None:
    """一百二十, 三点五, 三分之二, 1.5亿. What cn2an does not take as one well-formed number is none."""
    under, between, over = text.partition("分之")
    if between and under != "百":
        parts = [number(over), number(under)]
        if parts[0] is None or parts[1] is None or not parts[1].value:
            return None
        return Number(parts[0].value / parts[1].value)
    if text[:1].isdigit():
        size = text.rstrip("".join(_CHINESE_SCALE))
        scale, scaled = _CHINESE_SCALE.get(text[len(size) :]), _scaled(size)
        return Number(scaled.value * scale) if scale and scaled else None
    whole, point, decimals = text.partition("点")
    integer = _chinese_integer(whole)
    if integer is None:
        return None
    if not point:
        return Number(Fraction(integer))
    figures = [_CHINESE_DIGITS.get(sign) for sign in decimals]
    if not figures or None in figures:
        return None
    return Number(
        Fraction(f"{integer}.{''.join(map(str, figures))}"), len(figures), len(f"{integer}{decimals}".lstrip("0"))
    )


def _chinese_integer(text: str) -> int | None:
    if not _CHINESE_INTEGER.fullmatch(text):
        return None
    try:
        value = cn2an.cn2an(text, "normal")
    except (ValueError, KeyError, IndexError):
        return None
    return value if isinstance(value, int) else None


def _arithmetic(text: str) -> Number | None:
    text = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1)/(\2))", text)
    if not _ARITHMETIC.fullmatch(text) or _MANY_SIGNS.search(text):
        return None
    try:
        return Number(evaluate(text))
    except (Malformed, ZeroDivisionError, RecursionError, ValueError):
        return None
