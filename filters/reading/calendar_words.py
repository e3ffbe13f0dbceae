"""Read dates, weekdays and clock times from short answers, in English and Chinese."""

import re
import unicodedata

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = {
    **{name: number for number, name in enumerate("mon tue wed thu fri sat sun".split())},
    **{name: number for number, name in enumerate("一二三四五六日")},
    "天": 6,
}
_ISO = re.compile(r"(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})[日号]?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\.?,? (\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_ENGLISH_DAY = re.compile(r"(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?")
_CHINESE_DAY = re.compile(r"(?:星期|周|礼拜)([一二三四五六日天])")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_LONGEST = 60


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text[: _LONGEST + 1]).casefold()
    return " ".join(folded.split()).strip("* ").rstrip(".。").strip()


def weekday(text: str) -> int | None:
    """From 0 for Monday; None if the text is anything but a weekday."""
    folded = _folded(text)
    if found := _ENGLISH_DAY.fullmatch(folded):
        return _WEEKDAYS[found[1][:3]]
    chinese = _CHINESE_DAY.fullmatch(folded)
    return _WEEKDAYS[chinese[1]] if chinese else None


def calendar_date(text: str) -> tuple[int, int, int] | None:
    """(year, month, day), not necessarily one that exists. A weekday in front or behind is dropped."""
    folded = _folded(text)
    parts = folded.split(", ", 1)
    if len(parts) == 2 and weekday(parts[0]) is not None:
        folded = parts[1]
    if found := _ISO.fullmatch(folded):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DAY_FIRST.fullmatch(folded):
        day, month, year = found.groups()
    elif found := _MONTH_FIRST.fullmatch(folded):
        month, day, year = found.groups()
    else:
        return None
    return (int(year), _MONTHS.index(month[:3]) + 1, int(day)) if month[:3] in _MONTHS else None


def weekday_and_time(text: str) -> tuple[int, int] | None:
    """(weekday, minutes since midnight)."""
    found = re.split(r"[ ,]+", _folded(text))
    if len(found) == 1:
        found = [found[0][:-5], found[0][-5:]]
    if len(found) != 2:
        return None
    day, clock = weekday(found[0]), _CLOCK.fullmatch(found[1])
    return (day, 60 * int(clock[1]) + int(clock[2])) if day is not None and clock else None
