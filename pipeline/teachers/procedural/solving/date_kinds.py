"""Kinds of questions that depend on today's date: dates and weekdays to come or gone, days until then, deadlines."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.kinds import Kind, Worked, count_of, pick
from pipeline.teachers.procedural.words.diaries import EVENTS, said, weekday_of
from pipeline.teachers.procedural.words.names import NAMES

FIRST_YEAR, LAST_YEAR = 1996, 2043
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday as an answer, from 0 for Monday."""

    number: int


def day_of(parts: list[int]) -> date:
    return date(*parts)


def parts_of(day: date) -> list[int]:
    return [day.year, day.month, day.day]


def date_mistakes(rng: random.Random, right: date, today: date) -> dict[str, Any]:
    return {
        "off_by_one": right + rng.choice((-1, 1)) * DAY,
        "week_off": right + rng.choice((-7, 7)) * DAY,
        "month_off": right + rng.choice((-31, 31)) * DAY,
        "year_off": right + rng.choice((-365, 365)) * DAY,
        "wrong_direction": today - (right - today),
    }


def number_mistakes(rng: random.Random, right: int) -> dict[str, Any]:
    return {
        "off_by_one": right + rng.choice((-1, 1)),
        "week_off": right + 7,
        "month_off": right + rng.choice((30, 31)),
        "year_off": right + rng.choice((365, 366)),
        "wrong_direction": -right,
    }


class DateKind(Kind):
    """`today` is [year, month, day]; the family states it with its weekday."""

    def draw(self, rng: random.Random, language: str) -> Args:
        today = date(rng.randint(FIRST_YEAR, LAST_YEAR), 1, 1) + rng.randint(0, 364) * DAY
        return {"today": parts_of(today), "event": rng.choice(EVENTS[language]), **self.more(rng, today, language)}

    def more(self, rng: random.Random, today: date, language: str) -> Args:
        """What the question states besides."""
        return {}


class After(DateKind):
    """The date, or the weekday alone, so many weeks and days from today, or ago."""

    weight = 3

    def more(self, rng: random.Random, today: date, language: str) -> Args:
        return {
            "weeks": 0,
            "days": rng.randint(3, 120),
            "ago": rng.random() < 0.3,
            "want": rng.choice(("date", "weekday")),
        }

    def tell(self, args: Args, language: str) -> str:
        weeks, days, ago, event = args["weeks"], args["days"], args["ago"], args["event"]
        span = count_of(days, "day", "days") if language == "en" else f"{days}天"
        if weeks:
            span = pick(language, f"{count_of(weeks, 'week', 'weeks')} and {span}", f"{weeks}周零{span}")
        wanted = pick(
            language,
            "On which date" if args["want"] == "date" else "On which day of the week",
            "是哪一天（年月日）" if args["want"] == "date" else "是星期几",
        )
        return pick(
            language,
            f"{wanted} {'was' if ago else 'is'} {event}, {span} {'ago' if ago else 'from today'}?",
            f"{event}在{span}{'前' if ago else '后'}，那{wanted}？",
        )

    def moved(self, args: Args, sign: int = 1) -> tuple[int, date]:
        days = 7 * args["weeks"] + args["days"]
        days = -days if args["ago"] else days
        return days, day_of(args["today"]) + sign * days * DAY

    def work(self, args: Args, language: str) -> Worked:
        days, found = self.moved(args)
        lines = []
        if args["weeks"]:
            lines.append(f"7 × {args['weeks']} + {args['days']} = {abs(days)}")
        if args["want"] == "weekday":
            lines.append(f"7 × {abs(days) // 7} + {abs(days) % 7} = {abs(days)}")
            rest, here = abs(days) % 7, weekday_of(day_of(args["today"]), language)
            way = pick(language, "back" if args["ago"] else "on", "往前" if args["ago"] else "往后")
            lines.append(
                pick(language, f"{count_of(rest, 'day', 'days')} {way} from {here}.", f"从{here}{way}数{rest}天。")
            )
            return lines, Weekday(found.weekday())
        lines.append(pick(language, f"Count {abs(days)} days in the calendar.", f"在日历上数{abs(days)}天。"))
        return lines, found

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        if isinstance(value, Weekday):
            return {
                "off_by_one": Weekday((value.number + rng.choice((-1, 1))) % 7),
                "wrong_direction": Weekday(self.moved(args, -1)[1].weekday()),
            }
        return date_mistakes(rng, value, day_of(args["today"]))

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return {**args, "weeks": rng.randint(8, 90)} if not args["weeks"] else None


class Until(DateKind):
    """Days from today to a date ahead; harder, with the weekdays alone counted."""

    weight = 2

    def more(self, rng: random.Random, today: date, language: str) -> Args:
        return {"target": parts_of(today + rng.randint(8, 420) * DAY), "working": False}

    def tell(self, args: Args, language: str) -> str:
        target, event = said(day_of(args["target"]), language), args["event"]
        if args["working"]:
            return pick(
                language,
                f"How many days from Monday to Friday lie strictly between today and {event} on {target}?",
                f"{event}在{target}。今天和那天之间（两头都不算）有多少个周一至周五的日子？",
            )
        return pick(
            language,
            f"How many days from today is {event} on {target}?",
            f"{event}在{target}，距今天还有多少天？",
        )

    @staticmethod
    def between(start: date, end: date) -> int:
        """Mondays to Fridays strictly between, by whole weeks and a rest."""
        days = (end - start).days - 1
        weeks, rest = divmod(days, 7)
        return 5 * weeks + sum((start.weekday() + 1 + n) % 7 < 5 for n in range(rest))

    def work(self, args: Args, language: str) -> Worked:
        today, target = day_of(args["today"]), day_of(args["target"])
        days = (target - today).days
        if args["working"]:
            found = self.between(today, target)
            line = pick(language, f"{days - 1} days lie between.", f"中间共有{days - 1}天。")
            rest = (days - 1) % 7
            extra = found - (days - 1) // 7 * 5
            other = pick(
                language,
                f"The {rest} days beyond whole weeks hold {extra} working days.",
                f"整周之外的{rest}天里有{extra}个工作日。",
            )
            return [line, other, f"5 × {(days - 1) // 7} + {extra} = {found}"], found
        left = (date(today.year, 12, 31) - today).days
        if target.year == today.year:
            begin, end = today.timetuple().tm_yday, target.timetuple().tm_yday
            line = pick(
                language,
                f"Today is day {begin} of the year, the target day {end}.",
                f"今天是一年中的第{begin}天，目标日是第{end}天。",
            )
            return [line, f"{end} - {begin} = {days}"], days
        whole = (date(target.year - 1, 12, 31) - date(today.year, 12, 31)).days
        end = target.timetuple().tm_yday
        line = pick(
            language,
            f"{left} days are left this year, {whole} lie in whole years between, {end} in the last year.",
            f"今年还剩{left}天，中间整年有{whole}天，最后一年有{end}天。",
        )
        return [line, f"{left} + {whole} + {end} = {days}"], days

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return number_mistakes(rng, value)

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return None if args["working"] else {**args, "working": True}


class Deadline(DateKind):
    """So many working days from today; harder, with holidays between."""

    weight = 2

    def more(self, rng: random.Random, today: date, language: str) -> Args:
        return {"days": rng.randint(3, 25), "holidays": [], "who": rng.choice(NAMES[language])}

    def tell(self, args: Args, language: str) -> str:
        days, who, event = args["days"], args["who"], args["event"]
        free = [said(day_of(day), language) for day in args["holidays"]]
        rule = pick(language, "Saturdays and Sundays do not count", "周六和周日不算")
        if free:
            rule += pick(language, f", nor do the holidays {' and '.join(free)}", f"，假日{'和'.join(free)}也不算")
        return pick(
            language,
            f"{who} must reply about {event} within {days} working days, the first of them being the next working day "
            f"after today. {rule}. What is the last date?",
            f"{who}须在{days}个工作日内就{event}作出答复，从今天之后的第一个工作日开始数。{rule}。最后期限是哪一天（年月日）？",
        )

    @staticmethod
    def due(args: Args, weekends: bool = False) -> date:
        day, left = day_of(args["today"]), args["days"]
        while left:
            day += DAY
            left -= (weekends or day.weekday() < 5) and parts_of(day) not in args["holidays"]
        return day

    def work(self, args: Args, language: str) -> Worked:
        found = self.due(args)
        days = (found - day_of(args["today"])).days
        skipped = days - args["days"]
        lines = [
            pick(language, f"Days that do not count on the way: {skipped}", f"途中不算的日子：{skipped}天"),
            f"{args['days']} + {skipped} = {days}",
            pick(language, f"That is {days} days from today.", f"也就是今天之后第{days}天。"),
        ]
        return lines, found

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return date_mistakes(rng, value, day_of(args["today"])) | {"weekend_counted": self.due(args, weekends=True)}

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        if args["holidays"]:
            return None
        today = day_of(args["today"])
        span = range(1, (self.due(args) - today).days)
        ahead = [today + n * DAY for n in span if (today + n * DAY).weekday() < 5]
        if len(ahead) < 2:
            return None
        return {**args, "holidays": [parts_of(day) for day in sorted(rng.sample(ahead, 2))]}
