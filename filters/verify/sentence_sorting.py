"""Read from each sentence what it is to be sorted by, and see that the given order never steps back.

args: sentences; rule (date, clock, rank, length, mass, span, words, initial); down (the greatest first); mixed (dates
or units may be written in two ways). The answer names the sentences by letter: A is the first of the prompt.
"""

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from filters.reading.comma_list import comma_list
from filters.verdict import Verdict, failed, passed

_MONTH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DAY_FIRST = re.compile(r"(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})")
_MONTH_FIRST = re.compile(r"([A-Z][a-z]{2})[a-z]* (\d{1,2}), (\d{4})")
_CHINESE_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_CLOCK = re.compile(r"(\d\d):(\d\d)")
_RANK = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\b|第(十[一二]?|[一二三四五六七八九])"
)
_RANKS = {
    **{word: rank for rank, word in enumerate("first second third fourth fifth sixth seventh eighth ninth".split(), 1)},
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    **{word: rank for rank, word in enumerate("一二三四五六七八九十", 1)},
    "十一": 11,
    "十二": 12,
}
_AMOUNT = re.compile(r"(\d+) ?(kilometres|kilograms|metres|grams|minutes|hours|千米|千克|分钟|小时|米|克)")
_SCALE = {"kilometres": 1000, "kilograms": 1000, "千米": 1000, "千克": 1000, "hours": 60, "小时": 60}


def _date(text: str) -> int | None:
    if found := _CHINESE_DATE.search(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DAY_FIRST.search(text):
        day, month, year = int(found[1]), _MONTH.index(found[2]) + 1, int(found[3])
    elif found := _MONTH_FIRST.search(text):
        day, month, year = int(found[2]), _MONTH.index(found[1]) + 1, int(found[3])
    else:
        return None
    return (year * 12 + month) * 31 + day


def _clock(text: str) -> int | None:
    found = _CLOCK.search(text)
    return int(found[1]) * 60 + int(found[2]) if found else None


def _rank(text: str) -> int | None:
    found = _RANK.findall(text)
    return _RANKS[found[-1][0] or found[-1][1]] if len(found) == 1 else None


def _amount(text: str) -> int | None:
    found = _AMOUNT.search(text)
    return int(found[1]) * _SCALE.get(found[2], 1) if found else None


def _words(text: str) -> int:
    return text.count(" ") + 1 if text.isascii() else len(text)


_READ: dict[str, Callable[[str], int | None]] = {
    "date": _date,
    "clock": _clock,
    "rank": _rank,
    "length": _amount,
    "mass": _amount,
    "span": _amount,
    "words": _words,
    "initial": lambda text: ord(text[0].upper()),
}


def check(args: Mapping[str, Any], response: str) -> Verdict:
    sentences = args["sentences"]
    letters = [chr(ord("A") + place) for place in range(len(sentences))]
    stated = {letter: _READ[args["rule"]](text) for letter, text in zip(letters, sentences, strict=True)}
    values = [value for value in stated.values() if value is not None]
    if len(set(values)) < len(sentences):
        return failed("unclear_task", "some sentences state nothing to sort by, or the same")
    found = [item.strip("().").upper() for item in comma_list(response)]
    if sorted(found) != letters:
        return failed(
            "wrong_letters", f"expected each of {', '.join(letters)} once, found {', '.join(found)[:200] or 'none'}"
        )
    ordered = [stated[letter] or 0 for letter in found]
    if args["down"]:
        ordered.reverse()
    if any(earlier > later for earlier, later in pairwise(ordered)):
        return failed("wrong_order", f"in the order {', '.join(found)} the values are {ordered}")
    return passed(", ".join(found))
