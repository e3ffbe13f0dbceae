"""Chemical elements: name, symbol and atomic number of one, and which of a few is a metal, a noble gas or the heaviest
by number; harder, several at once or in order of atomic number (English and Chinese)."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.teachers.procedural.family import Args, SeedText
from pipeline.teachers.procedural.solving.recall import MOST_ITEMS, Put, RecallFamily
from pipeline.teachers.procedural.words.elements import BETWEEN, ELEMENTS, METAL, NOBLE, Element
from pipeline.teachers.procedural.words.occasions import occasion

OCCASIONS = {
    "en": (
        "A label came off a bottle in {name}'s {place}.",
        "{name} paints a periodic table for the {place}.",
        "In the chemistry lesson, {other} asks {name} this.",
        "{name} and {other} sort the samples of the {place}.",
    ),
    "zh": (
        "{name}的{place}里有个瓶子的标签掉了。",
        "{name}为{place}画元素周期表。",
        "化学课上，{other}这样问{name}。",
        "{name}和{other}整理{place}里的样品。",
    ),
}
FIELD = {"symbol": "symbol", "name": "name", "number": "number", "element": "name"}
"""What each question about one element asks for."""
GIVEN = {"symbol": "name", "name": "symbol", "number": "name", "element": "number"}
"""What it gives."""
EXTREMES = {"highest": "falling", "lowest": "rising"}
"""Questions for one end of a list, and the harder ones for the whole order."""

_ONE, _MANY = 'Reply with "Answer: " and {}.', 'Reply with "Answer: " and {}, in that order and separated by commas.'
_ONE_ZH, _MANY_ZH = "只写一行：“答案：”和{}。", "只写一行：“答案：”，依次写出{}，用逗号隔开。"


def _pair(question: str, command: str, noun: str, nouns: str) -> tuple[Put, Put]:
    """The same words for one item and for several; only the form differs."""
    return Put(question, command, _ONE.format(noun)), Put(question, command, _MANY.format(nouns))


def _pair_zh(question: str, command: str, noun: str) -> tuple[Put, Put]:
    return Put(question, command, _ONE_ZH.format(noun)), Put(question, command, _MANY_ZH.format(noun))


ASKS = {
    "en": {
        "symbol": _pair(
            "What is the chemical symbol of {items}?", "Write the symbol for {items}.", "the symbol", "the symbols"
        ),
        "name": _pair(
            "Which element has the symbol {items}?",
            "Name the element that {items} stands for.",
            "its name",
            "the names",
        ),
        "number": _pair(
            "What is the atomic number of {items}?", "Give the atomic number of {items}.", "the number", "the numbers"
        ),
        "element": _pair(
            "Which element has atomic number {items}?", "Name the element number {items}.", "its name", "the names"
        ),
        "metal": (
            Put("Which one of {items} is a metal?", "Find the only metal among {items}.", _ONE.format("its name")),
            Put(
                "Which of {items} are metals?",
                "List all metals among {items}, as they come.",
                _MANY.format("their names"),
            ),
        ),
        "noble": (
            Put(
                "Which one of {items} is a noble gas?",
                "Find the only noble gas among {items}.",
                _ONE.format("its name"),
            ),
            Put(
                "Which of {items} are noble gases?",
                "List all noble gases among {items}, as they come.",
                _MANY.format("their names"),
            ),
        ),
        "highest": _pair(
            "Which of {items} has the highest atomic number?",
            "Pick the one with the highest atomic number: {items}.",
            "its name",
            "the names",
        ),
        "lowest": _pair(
            "Which of {items} has the lowest atomic number?",
            "Pick the one with the lowest atomic number: {items}.",
            "its name",
            "the names",
        ),
        "rising": _pair(
            "How do {items} rank by atomic number, lowest first?",
            "Sort by atomic number, lowest first: {items}.",
            "the name",
            "the names",
        ),
        "falling": _pair(
            "How do {items} rank by atomic number, highest first?",
            "Sort by atomic number, highest first: {items}.",
            "the name",
            "the names",
        ),
    },
    "zh": {
        "symbol": _pair_zh("{items}的元素符号是什么？", "写出{items}的元素符号。", "元素符号"),
        "name": _pair_zh("元素符号{items}表示什么元素？", "说出符号{items}代表的元素。", "元素名称"),
        "number": _pair_zh("{items}的原子序数是多少？", "写出{items}的原子序数。", "数字"),
        "element": _pair_zh("原子序数为{items}的是什么元素？", "说出第{items}号元素。", "元素名称"),
        "metal": (
            Put("{items}当中哪一个是金属？", "从{items}中找出唯一的金属。", _ONE_ZH.format("元素名称")),
            Put("{items}当中哪些是金属？", "按原来的顺序列出{items}中的所有金属。", _MANY_ZH.format("元素名称")),
        ),
        "noble": (
            Put("{items}当中哪一个是稀有气体？", "从{items}中找出唯一的稀有气体。", _ONE_ZH.format("元素名称")),
            Put(
                "{items}当中哪些是稀有气体？", "按原来的顺序列出{items}中的所有稀有气体。", _MANY_ZH.format("元素名称")
            ),
        ),
        "highest": _pair_zh("{items}当中哪一个原子序数最大？", "从{items}中选出原子序数最大的。", "元素名称"),
        "lowest": _pair_zh("{items}当中哪一个原子序数最小？", "从{items}中选出原子序数最小的。", "元素名称"),
        "rising": _pair_zh("{items}按原子序数从小到大怎样排列？", "把{items}按原子序数从小到大排列。", "元素名称"),
        "falling": _pair_zh("{items}按原子序数从大到小怎样排列？", "把{items}按原子序数从大到小排列。", "元素名称"),
    },
}
BASE = ("symbol", "symbol", "name", "name", "number", "number", "element", "metal", "noble", *EXTREMES)


def value(element: Element, field: str, language: str) -> str:
    """The name (in that language), the symbol or the number of an element, as text."""
    return str(getattr(element, language if field == "name" else field))


_BY = {
    (field, language): {value(element, field, language): element for element in ELEMENTS}
    for field in ("name", "symbol", "number")
    for language in ("en", "zh")
}


class TaskFamily(RecallFamily):
    id = "elements"
    category = "Knowledge Utilization/Open-book Questions/Knowledge Questions/Chemistry"
    checker = "elements"
    asks = ASKS
    sorts = tuple(EXTREMES.values())

    @dataclass(frozen=True, slots=True)
    class Config:
        min_choices: int = 3
        max_choices: int = 4

        def __post_init__(self) -> None:
            if not 2 <= self.min_choices <= self.max_choices <= 6:
                raise ValueError("elements: need 2 <= min_choices <= max_choices <= 6 (elements to choose from)")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        ask = rng.choice(BASE)
        if ask in FIELD:
            items = [value(rng.choice(ELEMENTS), GIVEN[ask], language)]
        else:
            items = self._choices(rng, ask, 1, rng.randint(self.config.min_choices, self.config.max_choices), language)
        return {
            "language": language,
            "setting": occasion(rng, language, OCCASIONS),
            "ask": ask,
            "items": items,
            "target": "",
            "several": False,
        }

    @staticmethod
    def _choices(rng: random.Random, ask: str, right: int, count: int, language: str) -> list[str]:
        """Names to choose from, `right` of them of the family asked for, none of a doubtful one."""
        if ask not in (METAL, NOBLE):
            return [value(element, "name", language) for element in rng.sample(ELEMENTS, count)]
        fitting = [element for element in ELEMENTS if element.family == ask]
        others = [element for element in ELEMENTS if element.family not in (ask, BETWEEN)]
        drawn = rng.sample(fitting, right) + rng.sample(others, count - right)
        rng.shuffle(drawn)
        return [value(element, "name", language) for element in drawn]

    def answers(self, args: Args, language: str) -> list[str]:
        ask = args["ask"]
        if ask in FIELD:
            known = _BY[GIVEN[ask], language]
            return [value(known[item], FIELD[ask], language) for item in args["items"]]
        elements = [_BY["name", language][item] for item in args["items"]]
        if ask in (METAL, NOBLE):
            found = [element for element in elements if element.family == ask]
        else:
            found = sorted(elements, key=lambda element: element.number, reverse=ask in ("highest", "falling"))
            found = found[:1] if ask in EXTREMES else found
        return [value(element, "name", language) for element in found]

    def rivals(self, args: Args, right: str, language: str) -> Sequence[str]:
        ask = args["ask"]
        if ask in (METAL, NOBLE, *EXTREMES):
            taken = self.answers(args, language)
            return [item for item in args["items"] if item not in taken]
        field = FIELD.get(ask, "name")
        here = _BY[field, language][right]
        near = sorted(ELEMENTS, key=lambda element: abs(element.number - here.number))
        return [value(element, field, language) for element in near[1:]]

    def other_form(self, args: Args, right: str, language: str) -> str:
        field = FIELD.get(args["ask"], "name")
        return value(_BY[field, language][right], "name" if field == "symbol" else "symbol", language)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One or two elements more at once, a list in order, or a list of which several fit."""
        ask, items = args["ask"], args["items"]
        if ask in FIELD:
            if len(items) == MOST_ITEMS:
                return None
            fresh = [value(element, GIVEN[ask], language) for element in rng.sample(ELEMENTS, 2 * MOST_ITEMS)]
            more = [item for item in fresh if item not in items][: rng.randint(1, MOST_ITEMS - len(items))]
            return {**args, "items": [*items, *more], "several": True}
        if ask in EXTREMES:
            count = rng.randint(len(items), len(items) + 1)
            chosen = self._choices(rng, ask, 0, count, language)
            return {**args, "ask": EXTREMES[ask], "items": chosen, "several": True}
        if args["several"] or ask in self.sorts:
            return None
        right = rng.randint(2, 3)
        return {**args, "items": self._choices(rng, ask, right, right + rng.randint(2, 3), language), "several": True}
