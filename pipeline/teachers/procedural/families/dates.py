"""Questions that depend on today's date, which the prompt states (English and Chinese)."""

import random
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.date_kinds import After, Deadline, Until, Weekday, day_of
from pipeline.teachers.procedural.solving.kinds import KindsFamily, pick
from pipeline.teachers.procedural.solving.year_kinds import Age, Clock, LeapYears, Left
from pipeline.teachers.procedural.words.diaries import WEEKDAYS, diary, said, said_moment, weekday_of


class TaskFamily(KindsFamily):
    id = "dates"
    category = "Knowledge Utilization/Open-book Questions/Time-Sensitive Questions"
    checker = "dates"
    wordings = {
        "en": (
            "Today is {today}. {setting} {task}",
            "{setting} {task}\n\n(Today's date: {today}.)",
            "Date: {today}\n{setting}\n{task}",
            "It is {today} today. {task} Explain briefly.\n{setting}",
            "{setting} The calendar on the wall shows {today} as the current date. {task}",
            "Assume that today is {today}. {task} {setting} Show how you get there.",
            "Question asked on {today}: {task}\nBackground: {setting}",
        ),
        "zh": (
            "今天是{today}。{setting}{task}",
            "{setting}{task}\n\n（今天的日期：{today}。）",
            "日期：{today}\n{setting}\n{task}",
            "现在是{today}。{task}请简要说明。\n{setting}",
            "{setting}墙上的日历显示今天是{today}。{task}",
            "假设今天是{today}。{task}{setting}请写出推算过程。",
            "提问日期：{today}。问题：{task}\n背景：{setting}",
        ),
    }
    slip_kinds = ("off_by_one", "wrong_direction", "week_off", "month_off", "year_off", "weekend_counted")
    kinds = {
        "after": After(),
        "until": Until(),
        "deadline": Deadline(),
        "age": Age(),
        "leap_years": LeapYears(),
        "left": Left(),
        "clock": Clock(),
    }

    @dataclass(frozen=True, slots=True)
    class Config:
        """Nothing to set: today's date is drawn with the task."""

    def scene(self, rng: random.Random, language: str) -> str:
        return diary(rng, language)

    def slots(self, args: Args, language: str) -> dict[str, str]:
        today = day_of(args["today"])
        shown, weekday = said(today, language), weekday_of(today, language)
        return super().slots(args, language) | {"today": pick(language, f"{weekday}, {shown}", f"{shown}，{weekday}")}

    def shown(self, value: Any, args: Args, language: str) -> str:
        if isinstance(value, Weekday):
            return WEEKDAYS[language][value.number]
        if isinstance(value, datetime):
            return said_moment(value, language)
        return said(value, language) if isinstance(value, date) else str(value)
