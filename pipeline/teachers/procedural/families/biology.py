"""Animals and plants: which of a list fit a description, how many do, and how many legs a few have together (English
and Chinese)."""

import random

from pipeline.teachers.procedural.solving.questions import pair
from pipeline.teachers.procedural.solving.traits import TraitFamily, puts
from pipeline.teachers.procedural.words.living_things import ANIMALS, LEGS, PLANTS

OCCASIONS = {
    "en": (
        "{name} visits the zoo with {other} {time}.",
        "{name} sorts picture cards in the {place}.",
        "A film about nature ran in the {place}; {other} has a question.",
        "{name} keeps a nature diary, page {number}.",
    ),
    "zh": (
        "{name}{time}和{other}去动物园。",
        "{name}在{place}整理动植物图片。",
        "{place}放了一部自然纪录片，{other}有个问题。",
        "{name}的自然观察日记第{number}页。",
    ),
}
_ASKS = puts("name", "名称")
ASKS = {
    "en": _ASKS["en"]
    | {
        "legs": pair(
            "How many legs have these animals together: {items}?",
            "Add up the legs of all these animals: {items}.",
            "the number",
        )
    },
    "zh": _ASKS["zh"]
    | {"legs": pair("这些动物一共有多少条腿：{items}？", "算出这些动物的腿的总数：{items}。", "数字")},
}
TIMES = " × "
MOST_OF_A_KIND = 9

_ZH = dict(zip(ANIMALS.names["en"], ANIMALS.names["zh"], strict=True))
_LEGS_OF = {
    language: {
        (name if language == "en" else _ZH[name]): legs for legs, names in LEGS.items() for name in names.split("|")
    }
    for language in ("en", "zh")
}
_WALKERS = {language: tuple(table) for language, table in _LEGS_OF.items()}


class TaskFamily(TraitFamily):
    id = "biology"
    category = "Knowledge Utilization/Open-book Questions/Knowledge Questions/Biology"
    checker = "biology"
    asks = ASKS
    tables = (ANIMALS, ANIMALS, PLANTS)
    occasions = OCCASIONS
    extra = ("legs",)

    def draw_own(self, rng: random.Random, ask: str, harder: bool, language: str) -> tuple[list[str], str]:
        kinds = rng.sample(_WALKERS[language], rng.randint(4, 5) if harder else rng.randint(2, 3))
        return [f"{kind}{TIMES}{rng.randint(1, MOST_OF_A_KIND)}" for kind in kinds], ""

    def fact(self, ask: str, items: list[str], target: str, language: str) -> list[str]:
        pairs = [item.split(TIMES) for item in items]
        return [str(sum(_LEGS_OF[language][kind] * int(number) for kind, number in pairs))]
