"""Everyday phenomena and their causes, matched by letters (English and Chinese)."""

import random
from collections.abc import Sequence

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.questions import QuestionFamily, pair
from pipeline.teachers.procedural.words.phenomena import CAUSES, Cause

OCCASIONS = {
    "en": (
        "{name} and {other} do experiments in the {place}.",
        "A child asks {name} why {time}.",
        "{name} prepares a science show for the {place}.",
        "{name} fills in a worksheet on nature, page {number}.",
    ),
    "zh": (
        "{name}和{other}在{place}做实验。",
        "{time}有个孩子问{name}为什么。",
        "{name}为{place}准备科学表演。",
        "{name}在填第{number}页的科学练习。",
    ),
}
ASKS = {
    "en": {
        "cause": pair(
            "What explains this: {items}? The choice: {target}.",
            "Give the explanation of what is seen here: {items}. Choose from: {target}.",
            "the letter",
            "the letters, one for each phenomenon",
        ),
        "effect": pair(
            "Which of these comes about because {items}? The choice: {target}.",
            "Find what is explained by this: {items}. Choose from: {target}.",
            "the letter",
            "the letters, one for each explanation",
        ),
    },
    "zh": {
        "cause": pair(
            "怎样解释这种现象：{items}？可选：{target}。", "为下面的现象选出原因：{items}。选项：{target}。", "字母"
        ),
        "effect": pair(
            "哪种现象的原因是：{items}？可选：{target}。", "找出由此造成的现象：{items}。选项：{target}。", "字母"
        ),
    },
}
LETTERS = "ABCDEFGH"
PART = {"en": "; ", "zh": "；"}
_OF_EFFECT = {effect: cause for cause in CAUSES for effects in cause.effects.values() for effect in effects}
_OF_TEXT = {text: cause for cause in CAUSES for text in cause.text.values()}


class TaskFamily(QuestionFamily):
    id = "phenomenon"
    category = "Knowledge Utilization/Open-book Questions/Knowledge Questions/Phenomenon Explanation"
    checker = "phenomenon"
    asks = ASKS
    occasions = OCCASIONS
    extra = ("cause", "cause", "effect")

    def draw(self, rng: random.Random, ask: str, harder: bool, language: str) -> tuple[list[str], str]:
        count, choices = (rng.randint(2, 3), rng.randint(5, 6)) if harder else (1, rng.randint(3, 5))
        chosen: list[Cause] = []
        for cause in rng.sample(CAUSES, len(CAUSES)):
            if len(chosen) < choices and all(cause.key not in one.near and one.key not in cause.near for one in chosen):
                chosen.append(cause)
        pairs = [(cause.text[language], rng.choice(cause.effects[language])) for cause in chosen]
        side = 1 if ask == "cause" else 0
        items = [one[side] for one in pairs[:count]]
        rng.shuffle(pairs)
        options = (f"{letter}) {one[1 - side]}" for letter, one in zip(LETTERS, pairs, strict=False))
        return items, PART[language].join(options)

    def fact(self, ask: str, items: list[str], target: str, language: str) -> list[str]:
        places = {option[3:]: option[0] for option in target.split(PART[language])}
        if ask == "cause":
            return [places[_OF_EFFECT[item].text[language]] for item in items]
        letters = {_OF_EFFECT[effect].key: letter for effect, letter in places.items()}
        return [letters[_OF_TEXT[item].key] for item in items]

    def decoys(self, args: Args, right: str, language: str) -> Sequence[str]:
        return [option[0] for option in args["target"].split(PART[language]) if option[0] != right]

    def mixed_up(self, args: Args, right: str, language: str) -> str:
        return str(args["items"][0])
