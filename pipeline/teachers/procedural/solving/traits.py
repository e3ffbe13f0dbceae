"""What the families have in common that sort things by traits: which of a list fit a description, which
do not, how many.

A trait lists what fits and what does not; a thing in neither list is doubtful for it and never offered. Families add
questions of their own as a `QuestionFamily` does.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.questions import LISTED, LISTED_ZH, ONE, ONE_ZH, QuestionFamily
from pipeline.teachers.procedural.solving.recall import Put

MOST_THINGS = 7


@dataclass(frozen=True, slots=True)
class Trait:
    """A description by language, and the things (by number in the family's table) that fit it and that do not."""

    phrase: Mapping[str, str]
    fitting: tuple[int, ...]
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Things:
    """Names by language in one order, and the traits among them."""

    names: Mapping[str, tuple[str, ...]]
    traits: tuple[Trait, ...]


def things(names: str, traits: Sequence[tuple[str, str, str, str]]) -> Things:
    """Tables from texts: names as "english=中文|…"; a trait as its two phrases, what fits and what does not, each a
    list parted by "|" in which "@phrase" stands for all that fit that earlier trait."""
    pairs = [pair.split("=") for pair in names.split("|")]
    english, chinese = (tuple(pair[side] for pair in pairs) for side in (0, 1))
    place = {name: number for number, name in enumerate(english)}
    known: dict[str, tuple[int, ...]] = {}

    def listed(text: str) -> tuple[int, ...]:
        found: list[int] = []
        for entry in text.split("|"):
            found += known[entry[1:]] if entry.startswith("@") else [place[entry]]
        return tuple(dict.fromkeys(found))

    made = []
    for phrase, phrase_zh, fitting, others in traits:
        known[phrase] = listed(fitting)
        taken = set(known[phrase])
        outside = tuple(number for number in listed(others) if number not in taken)
        made.append(Trait({"en": phrase, "zh": phrase_zh}, known[phrase], outside))
    return Things({"en": english, "zh": chinese}, tuple(made))


def puts(name: str, name_zh: str) -> dict[str, dict[str, tuple[Put, Put]]]:
    """The questions about traits, where one thing is called `name`."""
    one, listed = ONE.format(f"its {name}"), LISTED.format(f"their {name}s")
    one_zh, listed_zh = ONE_ZH.format(name_zh), LISTED_ZH.format(name_zh)
    number, number_zh = ONE.format("the number"), ONE_ZH.format("数字")
    english = {
        "one": Put(
            'Which one of {items} fits the description "{target}"?',
            'Exactly one of {items} fits "{target}": name it.',
            one,
        ),
        "which": Put(
            'Which of {items} fit the description "{target}"?',
            'List, as they come, those of {items} that fit "{target}".',
            listed,
        ),
        "not": Put(
            'Which of {items} do not fit the description "{target}"?',
            'Strike out all that fit "{target}" and list the rest as they come: {items}.',
            listed,
        ),
        "count": Put(
            'How many of {items} fit the description "{target}"?',
            'Count those that fit "{target}" among {items}.',
            number,
        ),
    }
    chinese = {
        "one": Put("{items}当中哪一个符合“{target}”这一描述？", "{items}里只有一个符合“{target}”，请找出来。", one_zh),
        "which": Put(
            "{items}当中哪些符合“{target}”这一描述？", "按原来的顺序列出{items}中符合“{target}”的。", listed_zh
        ),
        "not": Put(
            "{items}当中哪些不符合“{target}”这一描述？",
            "把符合“{target}”的划掉，按原来的顺序写出剩下的：{items}。",
            listed_zh,
        ),
        "count": Put("{items}当中有几个符合“{target}”？", "数一数{items}里有几个符合“{target}”。", number_zh),
    }
    return {
        "en": {ask: (put, put) for ask, put in english.items()},
        "zh": {ask: (put, put) for ask, put in chinese.items()},
    }


class TraitFamily(QuestionFamily):
    """A family with tables of things; what it asks besides is in `extra`, against once for each of `trait_asks`."""

    tables: ClassVar[tuple[Things, ...]]
    trait_asks: ClassVar[tuple[str, ...]] = ("one", "which", "not", "count")
    listed: ClassVar[tuple[str, ...]] = ("which", "not")
    becomes = {"one": "which"}

    @dataclass(frozen=True, slots=True)
    class Config:
        min_choices: int = 3
        max_choices: int = 5

        def __post_init__(self) -> None:
            if not 3 <= self.min_choices <= self.max_choices <= MOST_THINGS:
                raise ValueError(f"need 3 <= min_choices <= max_choices <= {MOST_THINGS} (things to choose from)")

    def asked(self) -> tuple[str, ...]:
        return (*self.trait_asks, *self.extra)

    def draw(self, rng: random.Random, ask: str, harder: bool, language: str) -> tuple[list[str], str]:
        if ask not in self.trait_asks:
            return self.draw_own(rng, ask, harder, language)
        least, most = (MOST_THINGS - 1, MOST_THINGS) if harder else (self.config.min_choices, self.config.max_choices)
        return self._sorted_out(rng, ask, rng.randint(least, most), language)

    def draw_own(self, rng: random.Random, ask: str, harder: bool, language: str) -> tuple[list[str], str]:
        """Items and target of a question in `extra`."""
        raise NotImplementedError(ask)

    def _sorted_out(self, rng: random.Random, ask: str, count: int, language: str) -> tuple[list[str], str]:
        """`count` things of one table and a description: one of them fits, or at least one fits and one does not."""
        table = rng.choice(self.tables)
        trait = rng.choice(table.traits)
        right = 1 if ask == "one" else rng.randint(1, count - 1)
        right = min(right, len(trait.fitting))
        drawn = rng.sample(trait.fitting, right) + rng.sample(trait.others, min(count - right, len(trait.others)))
        rng.shuffle(drawn)
        return [table.names[language][number] for number in drawn], trait.phrase[language]

    @classmethod
    def _found(cls, args: Args, language: str) -> tuple[list[str], list[str]]:
        """The items that fit the description, and those that do not."""
        for table in cls.tables:
            for trait in table.traits:
                if trait.phrase[language] == args["target"]:
                    names = {table.names[language][number] for number in trait.fitting}
                    fitting = [item for item in args["items"] if item in names]
                    return fitting, [item for item in args["items"] if item not in names]
        raise ValueError(f"{cls.id}: {args['target']!r} is no description of the tables")

    def answers(self, args: Args, language: str) -> list[str]:
        ask = args["ask"]
        if ask not in self.trait_asks:
            return super().answers(args, language)
        fitting, others = self._found(args, language)
        return [str(len(fitting))] if ask == "count" else others if ask == "not" else fitting

    def rivals(self, args: Args, right: str, language: str) -> Sequence[str]:
        ask = args["ask"]
        if ask not in self.trait_asks:
            return super().rivals(args, right, language)
        if ask == "count":
            return [str(near) for near in range(len(args["items"]) + 1) if str(near) != right]
        fitting, others = self._found(args, language)
        return fitting if ask == "not" else others

    def other_form(self, args: Args, right: str, language: str) -> str:
        if args["ask"] not in self.trait_asks:
            return super().other_form(args, right, language)
        answer: str = args["target"]
        return answer
