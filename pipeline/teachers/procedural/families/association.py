"""Analogies: the word that completes "a is to b as c is to …", from a stated choice (English and Chinese)."""

import random
from collections.abc import Sequence

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.questions import QuestionFamily, pair
from pipeline.teachers.procedural.words.relations import RELATIONS

OCCASIONS = {
    "en": (
        "{name} and {other} play with words {time}.",
        "An aptitude test in the {place} asks {name} this.",
        "{name} trains for a reasoning test, exercise {number}.",
    ),
    "zh": (
        "{name}和{other}{time}玩词语游戏。",
        "{place}的能力测试里，{name}遇到这道题。",
        "{name}在练习类比推理，第{number}题。",
    ),
}
ASKS = {
    "en": {
        "word": pair(
            "What completes the analogy: {items}? The choice: {target}.",
            "Put the right word in the gap: {items}. Choose from {target}.",
            "the word",
            "the words",
        ),
        "pair": pair(
            "Which word pairs with the last one in the same way: {items}? Pick from {target}.",
            "Work out how the first two words belong together and fill the gap: {items}. Words to use: {target}.",
            "the word",
            "the words",
        ),
    },
    "zh": {
        "word": pair(
            "怎样补全这个类比：{items}？可选：{target}。", "在空格里填上合适的词：{items}。从{target}中选。", "词语"
        ),
        "pair": pair(
            "按同样的关系，空格应是哪个词：{items}？可选：{target}。",
            "先找出前两个词的关系，再填空：{items}。可用的词：{target}。",
            "词语",
        ),
    },
}
FRAME = {"en": "{} is to {} as {} is to __", "zh": "{}对{}，正如{}对__"}
OR = {"en": " / ", "zh": "／"}


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(first, second) for first, _, second in (one.partition(">") for one in text.split("|"))]


_PAIRS = {language: {name: _pairs(texts[language]) for name, texts in RELATIONS.items()} for language in ("en", "zh")}


class TaskFamily(QuestionFamily):
    id = "association"
    category = "Knowledge Utilization/Open-book Questions/Brainstorming/Association"
    checker = "association"
    asks = ASKS
    occasions = OCCASIONS
    extra = ("word", "pair")

    def draw(self, rng: random.Random, ask: str, harder: bool, language: str) -> tuple[list[str], str]:
        count, choices = (rng.randint(2, 3), rng.randint(6, 7)) if harder else (1, rng.randint(4, 5))
        items: list[str] = []
        options: list[str] = []
        for name in rng.sample(list(RELATIONS), count):
            model, asked, *others = rng.sample(_PAIRS[language][name], 4)
            items.append(FRAME[language].format(*model, asked[0]))
            options += [asked[1], *(other[1] for other in others[: 2 if count == 1 else 1])]
        everything = [one[1] for pairs in _PAIRS[language].values() for one in pairs]
        while len(options) < choices:
            word = rng.choice(everything)
            if word not in options and not any(word in item for item in items):
                options.append(word)
        rng.shuffle(options)
        return items, OR[language].join(options)

    def fact(self, ask: str, items: list[str], target: str, language: str) -> list[str]:
        return [self._completed(item, language) for item in items]

    @staticmethod
    def _completed(item: str, language: str) -> str:
        model, asked = item.removesuffix("__").split(" as " if language == "en" else "，正如")
        asked = asked.removesuffix(" is to " if language == "en" else "对")
        first, second = model.split(" is to " if language == "en" else "对", 1)
        for pairs in _PAIRS[language].values():
            known = dict(pairs)
            if known.get(first) == second and asked in known:
                return known[asked]
        raise ValueError(f"association: {item!r} is no analogy of the table")

    def decoys(self, args: Args, right: str, language: str) -> Sequence[str]:
        return [word for word in args["target"].split(OR[language]) if word != right]

    def mixed_up(self, args: Args, right: str, language: str) -> str:
        return str(args["items"][0])
