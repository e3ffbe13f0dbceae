"""The body as school teaches it (organs, bones, blood groups), and sums about bottles and doses; no advice (English and
Chinese)."""

import random
from collections.abc import Sequence

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.questions import pair
from pipeline.teachers.procedural.solving.traits import TraitFamily, puts
from pipeline.teachers.procedural.words.body_parts import BODY

OCCASIONS = {
    "en": (
        "{name} takes a first-aid course in the {place}.",
        "{name} labels a drawing of the body, page {number}.",
        "In the biology lesson, {other} asks {name} this.",
        "{name} trains to be a nurse and does exercise {number}.",
    ),
    "zh": (
        "{name}在{place}上急救课。",
        "{name}在给人体图标注名称，第{number}页。",
        "生物课上，{other}这样问{name}。",
        "{name}在学护理，正在做第{number}题。",
    ),
}
_ASKS = puts("name", "名称")
ASKS = {
    "en": _ASKS["en"]
    | {
        "blood": pair(
            "By the ABO and Rh rules of the textbook, red cells of which of the groups {items} suit a person of group "
            "{target}?",
            "By the ABO and Rh rules of the textbook, list those of the donor groups {items} whose red cells group "
            "{target} can take.",
            "the groups",
            "the groups",
        ),
        "days": pair(
            "How many days does each supply last: {items}?",
            "Reckon how many days the supply lasts: {items}.",
            "the number of days",
            "the numbers of days",
        ),
        "tablets": pair(
            "How many tablets are needed in all: {items}?",
            "Count the tablets needed: {items}.",
            "the number",
            "the numbers",
        ),
        "milligrams": pair(
            "How many milligrams is that a day: {items}?",
            "Reckon the milligrams a day in this exercise: {items}.",
            "the number",
            "the numbers",
        ),
    },
    "zh": _ASKS["zh"]
    | {
        "blood": pair(
            "按教科书上的ABO和Rh规则，{items}中哪些血型的红细胞可以输给{target}型的人？",
            "按教科书上的ABO和Rh规则，依次列出{items}中红细胞适合{target}型受血者的血型。",
            "血型",
        ),
        "days": pair("下面的药量可以用多少天：{items}？", "算出可以用几天：{items}。", "天数"),
        "tablets": pair("一共需要多少片：{items}？", "算出总共要多少片：{items}。", "片数"),
        "milligrams": pair("每天是多少毫克：{items}？", "这道练习里每天是多少毫克：{items}。", "数字"),
    },
}
GROUPS = ("O-", "O+", "A-", "A+", "B-", "B+", "AB-", "AB+")
SUMS = {
    "days": {
        "en": (
            "a bottle of {total} ml, {a} ml {b} times a day",
            "{total} ml of syrup taken {b} times daily, {a} ml each",
        ),
        "zh": ("一瓶{total}毫升，每天{b}次，每次{a}毫升", "糖浆共{total}毫升，一天{b}次，一次{a}毫升"),
    },
    "tablets": {
        "en": ("{a} tablets {b} times a day for {c} days", "for {c} days, {b} times daily, {a} tablets each time"),
        "zh": ("每次{a}片，每天{b}次，共{c}天", "连用{c}天，一天{b}次，一次{a}片"),
    },
    "milligrams": {
        "en": ("{c} kg of body weight at {a} mg per kg, {b} times a day", "{b} times a day, {a} mg for each of {c} kg"),
        "zh": ("体重{c}千克，每千克{a}毫克，每天{b}次", "一天{b}次，每次按{c}千克、每千克{a}毫克计"),
    },
}
_LONGEST_RUN = {"days": 20, "tablets": 21, "milligrams": 90}


def suits(donor: str, receiver: str) -> bool:
    """Whether a receiver has every antigen of the donor's red cells."""
    return set(donor) - set("O-") <= set(receiver)


class TaskFamily(TraitFamily):
    id = "medicine"
    category = "Knowledge Utilization/Open-book Questions/Knowledge Questions/Medicine"
    checker = "medicine"
    asks = ASKS
    tables = (BODY,)
    occasions = OCCASIONS
    extra = ("blood", "days", "days", "tablets", "milligrams")
    listed = ("which", "not", "blood")

    def draw_own(self, rng: random.Random, ask: str, harder: bool, language: str) -> tuple[list[str], str]:
        if ask == "blood":
            receiver = rng.choice(GROUPS)
            while True:
                items = rng.sample(GROUPS, rng.randint(5, 6) if harder else rng.randint(3, 4))
                if 0 < sum(suits(donor, receiver) for donor in items) < len(items) or receiver == "AB+":
                    return items, receiver
        return [self._sum(rng, ask, language) for _ in range(rng.randint(2, 3) if harder else 1)], ""

    def shown(self, item: str, language: str) -> str:
        """A sum in quotation marks, for it has commas in it."""
        if not any(char.isdigit() for char in item):
            return item
        return f'"{item}"' if language == "en" else f"“{item}”"

    @staticmethod
    def _sum(rng: random.Random, ask: str, language: str) -> str:
        a, b = rng.randint(2, 12 if ask != "tablets" else 4), rng.randint(2, 4)
        c = rng.randint(3 if ask != "milligrams" else 12, _LONGEST_RUN[ask])
        return rng.choice(SUMS[ask][language]).format(a=a, b=b, c=c, total=a * b * c)

    def fact(self, ask: str, items: list[str], target: str, language: str) -> list[str]:
        if ask == "blood":
            return [item for item in items if suits(item, target)]
        return [str(self._reckoned(ask, item, language)) for item in items]

    @staticmethod
    def _reckoned(ask: str, item: str, language: str) -> int:
        numbers = [int(word) for word in "".join(char if char.isdigit() else " " for char in item).split()]
        if ask == "days":
            total, *parts = sorted(numbers, reverse=True)
            return total // (parts[0] * parts[1])
        return numbers[0] * numbers[1] * numbers[2]

    def decoys(self, args: Args, right: str, language: str) -> Sequence[str]:
        if args["ask"] != "blood":
            return super().decoys(args, right, language)
        return [group for group in GROUPS if not suits(group, args["target"])] or ["AB", "C+"]
