"""Riddles in the first person, put together from clues so that one of the things offered fits them all (English and
Chinese)."""

import random
from collections.abc import Sequence

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.questions import QuestionFamily, pair
from pipeline.teachers.procedural.words.riddle_things import CLUES, NAMES

OCCASIONS = {
    "en": (
        "{name} tells riddles by the fire {time}.",
        "{name} found this riddle in a cracker.",
        "The riddle of the day in the {place} baffles {name}.",
        "{other} makes up a riddle for {name}.",
    ),
    "zh": (
        "{name}{time}给大家出谜语。",
        "元宵节的灯笼上有这样一条谜语，{name}在猜。",
        "{place}的每日谜语难住了{name}。",
        "{other}给{name}编了个谜语。",
    ),
}
ASKS = {
    "en": {
        "riddle": pair(
            "{target}. What am I? I am one of these: {items}.",
            "Solve the riddle. {target}. Who speaks? One of {items}.",
            "the thing",
        ),
        "left": pair(
            "{target}. Which of {items} can say this of themselves?",
            "Who can say this? {target}. List all that can, as they come: {items}.",
            "their names",
            "their names",
        ),
        "out": pair(
            "{target}. Which of {items} cannot be the answer to this riddle?",
            "Rule out what does not fit this riddle. {target}. List it as it comes: {items}.",
            "their names",
            "their names",
        ),
    },
    "zh": {
        "riddle": pair(
            "{target}。我是什么？我是其中之一：{items}。", "猜谜语：{target}。谜底是{items}中的哪一个？", "谜底"
        ),
        "left": pair(
            "{target}。{items}当中哪些可以这样说自己？", "谁能这样说？{target}。按原来的顺序列出：{items}。", "名称"
        ),
        "out": pair(
            "{target}。{items}当中哪些不可能是谜底？",
            "排除不符合谜面的东西。{target}。按原来的顺序写出：{items}。",
            "名称",
        ),
    },
}
JOINT = {"en": "; ", "zh": "；"}
_PAIRS = [pair.split("=") for pair in NAMES.split("|")]
_NAME = {"en": [one[0] for one in _PAIRS], "zh": [one[1] for one in _PAIRS]}


def _clues() -> list[tuple[dict[str, str], frozenset[int], frozenset[int]]]:
    """The words of each clue, the things that it fits, and those that it is doubtful for."""
    place = {name: number for number, name in enumerate(_NAME["en"])}

    def listed(text: str) -> frozenset[int]:
        return frozenset(place[name.replace("_", " ")] for name in text.split())

    found = []
    for row in CLUES.strip().splitlines():
        words, fitting, doubtful = row.split(";")
        english, chinese = words.split("=")
        found.append(({"en": english, "zh": chinese}, listed(fitting), listed(doubtful)))
    return found


_CLUES = _clues()
_FITTING = {words[language]: fitting for words, fitting, _ in _CLUES for language in words}
_OF_THING = [[clue for clue in _CLUES if number in clue[1]] for number in range(len(_PAIRS))]


class TaskFamily(QuestionFamily):
    id = "riddles"
    category = "Knowledge Utilization/Open-book Questions/Intelligence Questions/Riddles"
    checker = "riddles"
    asks = ASKS
    occasions = OCCASIONS
    extra = ("riddle", "riddle", "left", "out")
    listed = ("left", "out")

    def draw(self, rng: random.Random, ask: str, harder: bool, language: str) -> tuple[list[str], str]:
        answer = rng.randrange(len(_PAIRS))
        while not _OF_THING[answer]:
            answer = rng.randrange(len(_PAIRS))
        own = _OF_THING[answer]
        clues = rng.sample(own, min(len(own), 1 if ask != "riddle" else 3 if harder else rng.randint(1, 2)))
        fitting = frozenset.intersection(*(clue[1] for clue in clues))
        possible = frozenset.intersection(*(clue[1] | clue[2] for clue in clues))
        others = [number for number in range(len(_PAIRS)) if number not in possible]
        half = [number for number in others if any(number in clue[1] for clue in clues)]
        count = rng.randint(6, 7) if harder else rng.randint(3, 5)
        right = (
            [answer] if ask == "riddle" else rng.sample(sorted(fitting), rng.randint(1, min(len(fitting), count - 1)))
        )
        chosen = [*right, *rng.sample(half, min(len(half), 2, count - len(right)))]
        while len(chosen) < count:
            number = rng.choice(others)
            if number not in chosen:
                chosen.append(number)
        rng.shuffle(chosen)
        text = JOINT[language].join(clue[0][language] for clue in clues)
        return [_NAME[language][number] for number in chosen], text[0].upper() + text[1:]

    def fact(self, ask: str, items: list[str], target: str, language: str) -> list[str]:
        fitting = {_NAME[language][number] for number in range(len(_PAIRS)) if self._fits(number, target, language)}
        return [item for item in items if (item in fitting) is (ask != "out")]

    @staticmethod
    def _fits(number: int, target: str, language: str) -> bool:
        for clue in target.split(JOINT[language]):
            known = _FITTING.get(clue) or _FITTING[clue[0].lower() + clue[1:]]
            if number not in known:
                return False
        return True

    def decoys(self, args: Args, right: str, language: str) -> Sequence[str]:
        taken = self.answers(args, language)
        return [item for item in args["items"] if item not in taken]

    def mixed_up(self, args: Args, right: str, language: str) -> str:
        return str(args["target"])
