"""Kinds of questions that depend on today's date: ages, leap years, what is left of a year, and clocks elsewhere."""

import random
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.date_kinds import DAY, DateKind, day_of, number_mistakes, parts_of
from pipeline.teachers.procedural.solving.kinds import LIST, Worked, count_of, pick
from pipeline.teachers.procedural.words.diaries import ZONES, said, said_moment
from pipeline.teachers.procedural.words.names import NAMES


def leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


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
        return pick(language, f"This matters for {args['event']}: {told}", f"为了安排{args['event']}，请问：{told}")

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
                f"{hours} h {minutes} min. Which weekday and time is it in {there} on arrival? "
                "Answer like “Friday 18:05”.",
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
