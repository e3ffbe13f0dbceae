"""What the details of a drafted text are drawn from: people, firms, days, amounts, in English and Chinese."""

import random
from functools import cache

from pipeline.teachers.procedural.words.names import NAMES, PLACES

SURNAMES = (
    "Adler Bennett Carver Dalton Ellison Fenner Garner Holloway Ingram Jarvis Keller Lambert Mercer Norris Osborne "
    "Palmer Quigley Ramsey Sawyer Thorne Underhill Vance Walker Yates Ortega Lindqvist Okafor Moreau Petrov Sato "
    "Haddad "
    "Novak Rossi Silva Dubois Hansen Kowalski Mensah Nakamura Iyer"
).split()
MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday".split(),
    "zh": "周一 周二 周三 周四 周五 周六".split(),
}
FIRM_HEADS = {
    "en": (
        "Alder Beacon Cobalt Drift Ember Fjord Granite Harbour Indigo Juniper Kestrel Lantern Meadow Nimbus Orchard "
        "Pioneer Quarry Riverside Summit Tidewater Umber Verdant Willow Zephyr"
    ).split(),
    "zh": "晨光 远航 青禾 明德 云杉 海蓝 金穗 松风 启程 星河 百川 和悦 雅居 锐思 天行 汇智 绿洲 春晖 长青 新月".split(),
}
FIRM_TAILS = {
    "en": "Foods|Logistics|Design|Software|Tools|Books|Energy|Textiles|Travel|Printing|Robotics|Furniture".split("|"),
    "zh": "食品公司 物流公司 设计公司 科技公司 图书公司 能源公司 服饰公司 旅行社 印务公司 家具公司 文化公司 贸易"
    "公司".split(),
}
RANGES = {
    "price": {"en": (19, 189, 1), "zh": (59, 899, 10)},
    "rent": {"en": (300, 2400, 50), "zh": (800, 6000, 100)},
    "deposit": {"en": (1000, 4800, 100), "zh": (1000, 9000, 500)},
    "pay": {"en": (2400, 5900, 50), "zh": (4500, 15000, 100)},
}
"""Lowest, highest and step of amounts of money."""


@cache
def people() -> tuple[str, ...]:
    return tuple(f"{first} {last}" for first in NAMES["en"] for last in SURNAMES)


@cache
def full_names() -> tuple[str, ...]:
    """Chinese names with a surname, no nicknames."""
    return tuple(name for name in NAMES["zh"] if not name.startswith("小"))


def calendar(date: str) -> tuple[int, int]:
    """Month and day of a date as drawn, to put dates in order."""
    if date[-1] == "日":
        month, day = date[:-1].split("月")
        return int(month), int(day)
    number, name = date.split()
    return MONTHS.index(name), int(number)


def draw(rng: random.Random, pool: str, language: str) -> str:
    """A value of a pool: "@kind" of those below, "#low-high" or "#low-high:step" for a number, else "one|another"."""
    if pool.startswith("#"):
        bounds, _, step = pool[1:].partition(":")
        low, high = map(int, bounds.split("-"))
        return str(rng.randrange(low, high + 1, int(step or 1)))
    if not pool.startswith("@"):
        return rng.choice(pool.split("|"))
    english = language == "en"
    match pool[1:]:
        case "person":
            return rng.choice(people() if english else full_names())
        case "first":
            return rng.choice(NAMES["en"] if english else NAMES["zh"])
        case "firm":
            return f"{rng.choice(FIRM_HEADS[language])}{' ' if english else ''}{rng.choice(FIRM_TAILS[language])}"
        case "town":
            return rng.choice(PLACES[language])
        case "date":
            day, month = rng.randint(1, 28), rng.randint(1, 12)
            return f"{day} {MONTHS[month - 1]}" if english else f"{month}月{day}日"
        case "day":
            return rng.choice(WEEKDAYS[language])
        case "time":
            return f"{rng.randint(8, 18)}:{rng.choice(('00', '15', '30', '45'))}"
        case "money":
            amount = rng.randint(3, 95) * rng.choice((50, 100, 500))
            return f"{amount} dollars" if english else f"{amount}元"
        case "price" | "rent" | "deposit" | "pay":
            least, most, by = RANGES[pool[1:]][language]
            amount = rng.randrange(least, most + 1, by)
            return f"{amount} dollars" if english else f"{amount}元"
        case "evening":
            return f"{rng.randint(17, 20)}:{rng.choice(('00', '15', '30', '45'))}"
        case "phone":
            digits = "".join(rng.choice("0123456789") for _ in range(8))
            return f"555-{digits[:4]}" if english else f"{rng.choice(('010', '021'))}-{rng.randint(2, 8)}{digits[1:]}"
        case "mail":
            desk = rng.choice(("office", "team", "jobs", "info", "desk"))
            return f"{desk}@{rng.choice(FIRM_HEADS['en']).lower()}{rng.randint(2, 99)}.example"
    raise KeyError(f"no pool {pool!r}")
