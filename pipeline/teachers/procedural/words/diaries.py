"""Scenes in which somebody looks at a calendar, and how dates, weekdays and clock times are said."""

import random
from datetime import date, datetime

from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.occasions import LARGEST, PLACES

SCENES = {
    "en": (
        "{name} leafs through the diary in the {place}.",
        "{name} and {other} plan a visit to the {place}.",
        "{other} left {name} a note in the {place}.",
        "On a sticky note: “Call {name} about item {number}.”",
        "{name} keeps a calendar with {number} entries.",
        "{other} asks {name} to look something up.",
        "{name} runs the front desk of a {place}.",
        "A reminder on {name}'s phone pops up for the {number}th time.",
        "{name} fills in form {number} for {other}.",
        "{name} writes to {other} from the {place}.",
        "{other} wants to surprise {name} in the {place}.",
        "{name} and {other} bet {number} coins on who counts faster.",
    ),
    "zh": (
        "{name}在{place}翻看日程本。",
        "{name}和{other}打算去{place}看看。",
        "{other}在{place}给{name}留了张字条。",
        "便签上写着：第{number}件事，给{name}打电话。",
        "{name}的日历上有{number}条记录。",
        "{other}请{name}帮忙查一查。",
        "{name}在{place}的前台值班。",
        "{name}的手机第{number}次弹出提醒。",
        "{name}替{other}填第{number}号表格。",
        "{name}在{place}给{other}写信。",
        "{other}想在{place}给{name}一个惊喜。",
        "{name}和{other}拿{number}枚硬币打赌，看谁算得快。",
    ),
}
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "zh": "星期一 星期二 星期三 星期四 星期五 星期六 星期日".split(),
}
ZONES = {
    "en": (
        ("Reykjavík", 0),
        ("Lagos", 1),
        ("Nairobi", 3),
        ("Karachi", 5),
        ("Dhaka", 6),
        ("Bangkok", 7),
        ("Beijing", 8),
        ("Tokyo", 9),
        ("Brisbane", 10),
        ("Buenos Aires", -3),
        ("Lima", -5),
        ("Costa Rica", -6),
        ("Phoenix", -7),
        ("Honolulu", -10),
    ),
    "zh": (
        ("雷克雅未克", 0),
        ("拉各斯", 1),
        ("内罗毕", 3),
        ("卡拉奇", 5),
        ("达卡", 6),
        ("曼谷", 7),
        ("北京", 8),
        ("东京", 9),
        ("布里斯班", 10),
        ("布宜诺斯艾利斯", -3),
        ("利马", -5),
        ("哥斯达黎加", -6),
        ("菲尼克斯", -7),
        ("檀香山", -10),
    ),
}
"""Places without summer time, and their hours from UTC; the prompt states both."""

EVENTS = {
    "en": "the exam|the concert|the wedding|the flight to Rome|the dentist's appointment|the match|the school trip|"
    "the delivery|the rent payment|the interview|the exhibition|the harvest fair|the chess final|the house move|"
    "the family reunion|the product launch".split("|"),
    "zh": "考试|音乐会|婚礼|去罗马的航班|看牙医|比赛|学校郊游|送货|交房租|面试|展览|庙会|象棋决赛|搬家|发布会".split(
        "|"
    ),
}


def diary(rng: random.Random, language: str) -> str:
    """One scene."""
    name, other = rng.sample(NAMES[language], 2)
    place = rng.choice(PLACES[language])
    return rng.choice(SCENES[language]).format(name=name, other=other, place=place, number=rng.randint(4, LARGEST // 3))


def said(day: date, language: str) -> str:
    """ "14 March 2024" or "2024年3月14日"."""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_of(day: date, language: str) -> str:
    return WEEKDAYS[language][day.weekday()]


def said_moment(moment: datetime, language: str) -> str:
    """ "Thursday 07:30" or "星期四 07:30"."""
    return f"{weekday_of(moment, language)} {moment:%H:%M}"
