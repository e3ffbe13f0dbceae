"""Made-up rules and the cases they are applied to: charges for keeping something too long, and who may have what."""

PLACES = {
    "en": (
        ("the Millbrook library", "book", "books", "days", "day"),
        ("the Oakford tool hire", "drill", "drills", "days", "day"),
        ("the toy library of Elm Street", "game", "games", "weeks", "week"),
        ("the boat hire on Lake Arden", "boat", "boats", "hours", "hour"),
        ("the costume rental at Weir Lane", "costume", "costumes", "days", "day"),
        ("the bicycle station at Northgate", "bicycle", "bicycles", "hours", "hour"),
    ),
    "zh": (
        ("清河图书馆", "本书", "本书", "天", "天"),
        ("东街工具租借处", "把电钻", "把电钻", "天", "天"),
        ("榆树街玩具馆", "件玩具", "件玩具", "周", "周"),
        ("月湖游船码头", "条船", "条船", "小时", "小时"),
        ("河堤路礼服租赁店", "件礼服", "件礼服", "天", "天"),
        ("北门自行车站", "辆车", "辆车", "小时", "小时"),
    ),
}
"""Name, one thing, several things, units of time, one unit."""
CHARGE_RULES = {
    "en": {
        "free": "Each {thing} may be kept for {free} {times} without charge.",
        "rate": "For every further {time}, {rate} {unit} must be paid for each {thing}.",
        "cap": "The charge for one {thing} never exceeds {cap} {unit}.",
        "age": "Whoever is younger than {age} pays half of the charge.",
        "again": "In case of a repetition, {again} {unit} are added at the very end, for everyone alike.",
    },
    "zh": {
        "free": "每{thing}可免费使用{free}{times}。",
        "rate": "超过之后，每{thing}每{time}收费{rate}{unit}。",
        "cap": "每{thing}的收费最多{cap}{unit}。",
        "age": "未满{age}岁者只付一半费用。",
        "again": "再次超时的，最后另加{again}{unit}，人人相同。",
    },
}
CHARGE_CASES = {
    "en": (
        "{name}, aged {years}, brings {count} {things} back after {kept} {times}{repeat}.",
        "{count} {things} were used by {name} ({years} years old) for {kept} {times}{repeat}.",
        "{name} is {years} and has kept {count} {things} for {kept} {times}{repeat}.",
    ),
    "zh": (
        "{name}今年{years}岁，用了{count}{things}，共{kept}{times}{repeat}。",
        "{years}岁的{name}过了{kept}{times}才归还{count}{things}{repeat}。",
        "{name}（{years}岁）把{count}{things}占用了{kept}{times}{repeat}。",
    ),
}
REPEAT = {
    "en": ("; it is the first time", "; it has happened before"),
    "zh": ("，这是第一次", "，以前也发生过"),
}
GRANTS = {
    "en": (
        "a garden plot",
        "a seat on the council",
        "a travel grant",
        "a fishing permit",
        "a reduced ticket",
        "a stall",
    ),
    "zh": ("一块园地", "居民议事会的席位", "旅行补助", "垂钓许可", "优惠票", "一个摊位"),
}
CONDITIONS = {
    "age_least": {
        "en": ("must be at least {} years old", "is {} years old"),
        "zh": ("必须年满{}岁", "{}岁"),
    },
    "lived_least": {
        "en": ("must have lived in the town for {} years or more", "has lived in the town for {} years"),
        "zh": ("必须在本镇住满{}年", "在本镇住了{}年"),
    },
    "income_most": {
        "en": ("may earn no more than {} euros a month", "earns {} euros a month"),
        "zh": ("月收入不得超过{}元", "月收入{}元"),
    },
    "fines_most": {
        "en": ("may have had at most {} fines", "has had {} fines"),
        "zh": ("罚款记录不得超过{}次", "有{}次罚款记录"),
    },
    "hours_least": {
        "en": ("must have given at least {} hours of voluntary work", "has given {} hours of voluntary work"),
        "zh": ("志愿服务必须达到{}小时", "做过{}小时志愿服务"),
    },
}
RANGES = {
    "age_least": (16, 60, 6),
    "lived_least": (2, 12, 3),
    "income_most": (1500, 4000, 600),
    "fines_most": (1, 4, 2),
    "hours_least": (10, 80, 12),
}
"""By condition: the least and the greatest limit, and how far a case may lie from it."""
