"""Check answers about dates with a day count of the checker's own.

args: kind; today ([year, month, day]); and what the question states (days, weeks, ago, target, holidays, born, from,
to, span, zones, time, travel). The answer is a number, a date, a weekday, or a weekday and a time.
"""

from collections.abc import Callable, Mapping
from typing import Any

from filters.reading.answer import final_answer
from filters.reading.calendar_words import calendar_date, weekday, weekday_and_time
from filters.reading.plain_number import plain_number
from filters.reading.steps import broken_step
from filters.verdict import Verdict, failed, passed

Task = Mapping[str, Any]
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def _leaps_before(year: int) -> int:
    """Leap years from year 1 to the one before."""
    last = year - 1
    return last // 4 - last // 100 + last // 400


def _is_leap(year: int) -> bool:
    return _leaps_before(year + 1) > _leaps_before(year)


def day_number(parts: Any) -> int:
    """Days since 1 January of year 1, a Monday. Raises ValueError for a date that does not exist."""
    year, month, day = parts
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        raise ValueError(f"no such month: {parts}")
    lengths = [*_LENGTHS]
    lengths[1] += _is_leap(year)
    if not 1 <= day <= lengths[month - 1]:
        raise ValueError(f"no such day: {parts}")
    return 365 * (year - 1) + _leaps_before(year) + sum(lengths[: month - 1]) + day - 1


def _working(number: int) -> bool:
    return number % 7 < 5


def _after(task: Task) -> int:
    days = 7 * task["weeks"] + task["days"]
    return day_number(task["today"]) + (-days if task["ago"] else days)


def _until(task: Task) -> int:
    today, target = day_number(task["today"]), day_number(task["target"])
    return sum(map(_working, range(today + 1, target))) if task["working"] else target - today


def _deadline(task: Task) -> int:
    free = {day_number(day) for day in task["holidays"]}
    number, counted = day_number(task["today"]), 0
    while counted < task["days"]:
        number += 1
        counted += number % 7 not in (5, 6) and number not in free
    return number


def _age(task: Task) -> int:
    (year, month, day), born = task["today"], task["born"]
    birthday = day_number([year, *born[1:]])
    today = day_number([year, month, day])
    if task["want"] == "age":
        return int(year - born[0] - (birthday > today))
    return (birthday if birthday >= today else day_number([year + 1, *born[1:]])) - today


def _leap_years(task: Task) -> int:
    start, end = task["from"], task["to"]
    if end:
        return _leaps_before(end + 1) - _leaps_before(start + 1)
    year = start + 1
    while not _is_leap(year):
        year += 1
    return int(year)


def _left(task: Task) -> int:
    year, month, day = task["today"]
    today = day_number(task["today"])
    match task["span"]:
        case "month":
            return int(_LENGTHS[month - 1] + (month == 2 and _is_leap(year)) - day)
        case "year":
            return day_number([year + 1, 1, 1]) - 1 - today
    return today - day_number([year, 1, 1]) + 1


def _clock(task: Task) -> tuple[int, int]:
    minutes = 1440 * day_number(task["today"]) + 60 * task["time"][0] + task["time"][1]
    minutes += 60 * (task["zones"][1] - task["zones"][0]) + 60 * task["travel"][0] + task["travel"][1]
    return minutes // 1440 % 7, minutes % 1440


NUMBERS: dict[str, Callable[[Task], int]] = {
    "until": _until,
    "age": _age,
    "leap_years": _leap_years,
    "left": _left,
}


def _judged(wanted: object, found: object, form: str) -> Verdict:
    if found is None:
        return failed("no_answer", f"expected {wanted}, found no {form} after the answer mark")
    return passed(str(wanted)) if found == wanted else failed("wrong_value", f"expected {wanted}, found {found}")


def _date(truth: int, answer: str) -> Verdict:
    found = calendar_date(answer)
    if found is None:
        return failed("no_answer", "found no date (day, month and year) after the answer mark")
    try:
        number = day_number(found)
    except ValueError:
        return failed("wrong_value", f"there is no such date as {found}")
    if number != truth:
        return failed("wrong_value", f"{found} is off by {number - truth} days")
    return passed(str(found))


def check(args: Mapping[str, Any], response: str) -> Verdict:
    kind, answer = args["kind"], final_answer(response)
    if kind in NUMBERS:
        verdict = _judged(NUMBERS[kind](args), plain_number(answer), "number")
    elif kind == "clock":
        verdict = _judged(_clock(args), weekday_and_time(answer), "weekday with a time")
    elif kind == "after" and args["want"] == "weekday":
        found = weekday(answer)
        verdict = _judged(_DAYS[_after(args) % 7], None if found is None else _DAYS[found], "weekday")
    else:
        verdict = _date(_after(args) if kind == "after" else _deadline(args), answer)
    if verdict.passed and (broken := broken_step(response)):
        return failed("wrong_step", f"the step {broken} does not hold")
    return verdict
