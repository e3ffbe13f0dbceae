"""Kinds of questions that depend on today's date: weekdays, dates to come, deadlines, ages, leap years and clocks."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.kinds import LIST, Kind, Worked, count_of, pick
from pipeline.teachers.procedural.words.diaries import EVENTS, ZONES, said, said_moment, weekday_of
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


def leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


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


class Age(DateKind):
    """How old somebody is today; harder, the days to the next birthday."""

    def more(self, rng: random.Random, today: date, language: str) -> Args:
        born = date(today.year - rng.randint(3, 90), rng.randint(1, 12), rng.randint(1, 28))
        return {"born": parts_of(born), "who": rng.choice(NAMES[language]), "want": "age"}

    def tell(self, args: Args, language: str) -> str:
        born, who = said(day_of(args["born"]), language), args["who"]
        if args["want"] == "age":
            return pick(
                language,
                f"{who} was born on {born}. How old is {who} today, in whole years?",
                f"{who}出生于{born}，今天{who}多少周岁？",
            )
        return pick(
            language,
            f"{who} was born on {born}. How many days are left until {who}'s next birthday (0 if it is today)?",
            f"{who}出生于{born}，离下一个生日还有多少天（今天就是则写0）？",
        )

    def work(self, args: Args, language: str) -> Worked:
        today, born = day_of(args["today"]), day_of(args["born"])
        had = (today.month, today.day) >= (born.month, born.day)
        if args["want"] == "age":
            age = today.year - born.year - (not had)
            why = pick(
                language,
                f"This year's birthday {'has come' if had else 'is still to come'}.",
                f"今年的生日{'已经到了' if had else '还没到'}。",
            )
            return [why, f"{today.year} - {born.year}{'' if had else ' - 1'} = {age}"], age
        following = date(today.year, born.month, born.day)
        if following < today:
            following = date(today.year + 1, born.month, born.day)
        days = (following - today).days
        return [
            pick(
                language,
                f"The next one is on {said(following, language)}.",
                f"下一个生日是{said(following, language)}。",
            ),
            pick(language, f"That is {days} days ahead.", f"还有{days}天。"),
        ], days

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return number_mistakes(rng, value)

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return {**args, "want": "birthday"} if args["want"] == "age" else None


class LeapYears(DateKind):
    """The next leap year; harder, how many there are up to a year."""

    def more(self, rng: random.Random, today: date, language: str) -> Args:
        shift = rng.choice((0, 0, rng.randint(20, 160)))
        return {"from": today.year + shift, "to": 0}

    def tell(self, args: Args, language: str) -> str:
        start, end, this = args["from"], args["to"], args["from"] == args["today"][0]
        if end:
            return pick(
                language,
                f"How many leap years are there after {'this year' if this else start} up to and including {end}?",
                f"{'今年' if this else f'{start}年'}之后到{end}年（含）一共有多少个闰年？",
            )
        return pick(
            language,
            f"Which is the first leap year after {'this year' if this else start}?",
            f"{'今年' if this else f'{start}年'}之后的第一个闰年是哪一年？只写年份数字。",
        )

    def work(self, args: Args, language: str) -> Worked:
        start, end = args["from"], args["to"]
        rule = pick(
            language,
            "Leap years are divisible by 4, century years only if divisible by 400.",
            "能被4整除的是闰年，但整百年须能被400整除。",
        )
        if end:
            found = [year for year in range(start + 1, end + 1) if leap(year)]
            listed = LIST[language].join(map(str, found))
            return [rule, pick(language, f"They are {listed or 'none'}.", f"它们是{listed or '无'}。")], len(found)
        year = next(year for year in range(start + 1, start + 10) if leap(year))
        return [rule, f"4 × {year // 4} = {year}"], year

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return {"off_by_one": value + rng.choice((-1, 1)), "year_off": value + 2}

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return None if args["to"] else {**args, "to": args["from"] + rng.randint(9, 60)}


class Left(DateKind):
    """Days left in the month or the year."""

    def more(self, rng: random.Random, today: date, language: str) -> Args:
        return {"span": rng.choice(("month", "year", "passed"))}

    def tell(self, args: Args, language: str) -> str:
        english = {
            "month": "How many days of this month are left after today?",
            "year": "How many days of this year are left after today?",
            "passed": "Counting today, how many days of this year have begun?",
        }
        chinese = {
            "month": "过了今天，这个月还剩多少天？",
            "year": "过了今天，今年还剩多少天？",
            "passed": "连今天在内，今年已经是第几天？只写数字。",
        }
        told = pick(language, english[args["span"]], chinese[args["span"]])
        return pick(language, f"It is for {args['event']}: {told}", f"为了安排{args['event']}，请问：{told}")

    def work(self, args: Args, language: str) -> Worked:
        today = day_of(args["today"])
        number = today.timetuple().tm_yday
        size = 366 if leap(today.year) else 365
        match args["span"]:
            case "month":
                first = date(today.year + today.month // 12, today.month % 12 + 1, 1)
                length = (first - DAY).day
                return [f"{length} - {today.day} = {length - today.day}"], length - today.day
            case "year":
                line = pick(language, f"Today is day {number} of {size}.", f"今天是{size}天中的第{number}天。")
                return [line, f"{size} - {number} = {size - number}"], size - number
        before = number - today.day
        line = pick(language, f"The months before have {before} days.", f"前面各月共{before}天。")
        return [line, f"{before} + {today.day} = {number}"], number

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return number_mistakes(rng, value)

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return {**args, "span": rng.choice(("year", "passed"))} if args["span"] == "month" else None


class Clock(DateKind):
    """Weekday and time elsewhere; harder, after a journey."""

    weight = 2

    def more(self, rng: random.Random, today: date, language: str) -> Args:
        (here, one), (there, other) = rng.sample(ZONES[language], 2)
        time = [rng.randint(0, 23), rng.choice((0, 5, 10, 15, 20, 25, 30, 40, 45, 50))]
        return {"here": here, "there": there, "zones": [one, other], "time": time, "travel": [0, 0]}

    def tell(self, args: Args, language: str) -> str:
        here, there, (one, other), (hour, minute) = args["here"], args["there"], args["zones"], args["time"]
        hours, minutes = args["travel"]
        clock = f"{hour:02}:{minute:02}"
        if hours:
            return pick(
                language,
                f"In {here} (UTC{one:+}) it is {clock} now. A plane leaves for {there} (UTC{other:+}) and flies "
                f"{hours} h {minutes} min. Which weekday and time is it in {there} on arrival? Answer like “Friday 18:05”.",
                f"{here}（UTC{one:+}）现在是{clock}，一架飞机出发去{there}（UTC{other:+}），飞行{hours}小时{minutes}分钟。"
                f"到达时{there}是星期几、几点几分？答案形如“星期五 18:05”。",
            )
        return pick(
            language,
            f"In {here} (UTC{one:+}) it is {clock} now. Which weekday and time is it in {there} (UTC{other:+})? "
            "Answer like “Friday 18:05”.",
            f"{here}（UTC{one:+}）现在是{clock}，{there}（UTC{other:+}）是星期几、几点几分？答案形如“星期五 18:05”。",
        )

    def moment(self, args: Args, sign: int = 1) -> datetime:
        one, other = args["zones"]
        hours, minutes = args["travel"]
        start = datetime(*args["today"], *args["time"])
        return start + timedelta(hours=sign * (other - one) + hours, minutes=minutes)

    def work(self, args: Args, language: str) -> Worked:
        one, other = args["zones"]
        there = args["there"]
        ahead = abs(other - one)
        way = pick(language, "ahead" if other > one else "behind", "早" if other > one else "晚")
        lines = [
            pick(language, f"{there} is {count_of(ahead, 'hour', 'hours')} {way}.", f"{there}的时间{way}{ahead}小时。")
        ]
        if any(args["travel"]):
            now = said_moment(self.moment({**args, "travel": [0, 0]}), language)
            lines.append(pick(language, f"There it is {now} at take-off.", f"起飞时当地是{now}。"))
        return lines, self.moment(args)

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return {
            "wrong_direction": self.moment(args, -1),
            "off_by_one": value + rng.choice((-1, 1)) * timedelta(hours=1),
            "week_off": value + rng.choice((-1, 1)) * DAY,
        }

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return None if any(args["travel"]) else {**args, "travel": [rng.randint(2, 15), rng.randint(1, 11) * 5]}
