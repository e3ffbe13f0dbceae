"""Kinds of questions that everyday knowledge answers."""

import random
from collections.abc import Mapping
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.kinds import LIST, Kind, Worked, pick
from pipeline.teachers.procedural.words.everyday import ASKS, LEGS, QUESTIONS, SCRIPTS, ladder, script, sides
from pipeline.teachers.procedural.words.names import NAMES

LABELS = "ABCDEF"
MOST_ITEMS = 6


def order_mistakes(rng: random.Random, value: tuple[str, ...]) -> dict[str, Any]:
    place = rng.randrange(len(value) - 1)
    swapped = list(value)
    swapped[place : place + 2] = value[place + 1], value[place]
    return {
        "swapped": tuple(swapped),
        "reversed": value[::-1],
        "one_missing": value[:place] + value[place + 1 :],
        "one_repeated": (*value[:place], value[place + 1], *value[place + 1 :]),
    }


class Ladder(Kind):
    """Which is the most, or in what order they come."""

    weight = 4

    def draw(self, rng: random.Random, language: str) -> Args:
        scale = rng.choice(list(ASKS))
        items = rng.sample(ladder(scale, language), rng.randint(3, 5))
        return {
            "scale": scale,
            "items": items,
            "ask": rng.choice(("most", "up", "down")),
            "who": rng.choice(NAMES[language]),
        }

    def tell(self, args: Args, language: str) -> str:
        (question, least, most), (zh_question, zh_least, zh_most) = ASKS[args["scale"]]
        listed = LIST[language].join(args["items"])
        if args["ask"] == "most":
            return pick(
                language,
                f"{args['who']} asks: {question}? {listed}.",
                f"{args['who']}问：{listed}，其中{zh_question}？",
            )
        if args["ask"] == "down":
            (least, most), (zh_least, zh_most) = (most, least), (zh_most, zh_least)
        return pick(
            language,
            f"{args['who']} wants these in order, from the {least} to the {most}: {listed}.",
            f"{args['who']}想把它们从{zh_least}到{zh_most}排好：{listed}。",
        )

    def work(self, args: Args, language: str) -> Worked:
        rungs = ladder(args["scale"], language)
        order = sorted(args["items"], key=rungs.index, reverse=args["ask"] == "down")
        sign = " > " if args["ask"] == "down" else " < "
        lines = [sign.join(order)]
        return lines, (order[-1],) if args["ask"] == "most" else tuple(order)

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        if args["ask"] != "most":
            return order_mistakes(rng, value)
        others = [item for item in args["items"] if item != value[0]]
        return {"another": (rng.choice(others),), "one_too_many": (value[0], rng.choice(others))}

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """The whole order in place of the most, or one more to put in order."""
        if args["ask"] == "most":
            return {**args, "ask": rng.choice(("up", "down"))}
        fresh = [item for item in ladder(args["scale"], language) if item not in args["items"]]
        if len(args["items"]) >= MOST_ITEMS or not fresh:
            return None
        return {**args, "items": [*args["items"], rng.choice(fresh)]}


class Property(Kind):
    """Which of several things have a property, or have it not."""

    weight = 4

    def draw(self, rng: random.Random, language: str) -> Args:
        name = rng.choice(list(QUESTIONS))
        having, lacking = sides(name, language)
        right = rng.randint(1, 3)
        items = rng.sample(having, right) + rng.sample(lacking, rng.randint(2, 5 - right) if right < 3 else 2)
        rng.shuffle(items)
        return {"property": name, "items": items, "negated": rng.random() < 0.3, "who": rng.choice(NAMES[language])}

    def tell(self, args: Args, language: str) -> str:
        english, chinese = QUESTIONS[args["property"]]
        listed, who = LIST[language].join(args["items"]), args["who"]
        if args["negated"]:
            chinese = f"不符合“{chinese}”"
        does = f"do NOT {english}" if args["negated"] else english
        return pick(
            language,
            f"{who} has this list: {listed}. Which of them {does}? Name all, in the order of the list.",
            f"{who}列了一张单子：{listed}。其中哪些{chinese}？请按单子上的顺序全部写出。",
        )

    def work(self, args: Args, language: str) -> Worked:
        having, _ = sides(args["property"], language)
        yes, no = pick(language, "yes no", "是 否").split()
        lines = [f"{item}: {yes if item in having else no}" for item in args["items"]]
        return lines, tuple(item for item in args["items"] if (item in having) != args["negated"])

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        others = [item for item in args["items"] if item not in value]
        return {
            "another": (rng.choice(others), *value[1:]),
            "one_too_many": (*value, rng.choice(others)),
            "one_missing": value[1:] if len(value) > 1 else None,
            "reversed": tuple(others),
        }

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        fresh = [item for side in sides(args["property"], language) for item in side if item not in args["items"]]
        if len(args["items"]) >= MOST_ITEMS + 1:
            return None
        return {**args, "items": [*args["items"], *rng.sample(fresh, 2)]}


class Steps(Kind):
    """The order of daily acts."""

    weight = 3

    def draw(self, rng: random.Random, language: str) -> Args:
        name = rng.choice(list(SCRIPTS))
        count = rng.randint(3, 5)
        whole = script(name, language)
        chosen = rng.sample(whole, count)
        if chosen == sorted(chosen, key=whole.index):
            chosen.reverse()
        return {"script": name, "steps": chosen, "who": rng.choice(NAMES[language])}

    def tell(self, args: Args, language: str) -> str:
        who = args["who"]
        listed = pick(language, "; ", "；").join(
            f"({a}) {step}" for a, step in zip(LABELS, args["steps"], strict=False)
        )
        return pick(
            language,
            f"{who} mixed up some everyday steps: {listed}. In which order do they usually happen? Give the letters.",
            f"{who}把日常步骤弄乱了：{listed}。通常按什么顺序进行？请写出字母。",
        )

    def work(self, args: Args, language: str) -> Worked:
        whole = script(args["script"], language)
        order = sorted(range(len(args["steps"])), key=lambda place: whole.index(args["steps"][place]))
        lines = [f"{number}. {args['steps'][place]}" for number, place in enumerate(order, 1)]
        return lines, tuple(LABELS[place] for place in order)

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        return order_mistakes(rng, value)

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        fresh = [step for step in script(args["script"], language) if step not in args["steps"]]
        return {**args, "steps": [*args["steps"], *fresh]} if fresh else None


class Legs(Kind):
    """How many legs a mixed company of animals has."""

    weight = 2

    def draw(self, rng: random.Random, language: str) -> Args:
        animals = rng.sample(LEGS[language], rng.randint(2, 3))
        return {
            "animals": [[animal, rng.randint(2, 12)] for animal, _ in animals],
            "who": rng.choice(NAMES[language]),
        }

    def tell(self, args: Args, language: str) -> str:
        each = [f"{count}{pick(language, ' ', '')}{animal}" for animal, count in args["animals"]]
        listed = LIST[language].join(each[:-1]) + pick(language, " and ", "和") + each[-1]
        return pick(
            language,
            f"{args['who']} draws {listed}, all unhurt and grown up. How many legs do the animals have in all?",
            f"{args['who']}画了{listed}，都健全且已长成。这些动物一共有多少条腿？",
        )

    def work(self, args: Args, language: str) -> Worked:
        parts = [(count, dict(LEGS[language])[animal]) for animal, count in args["animals"]]
        total = sum(count * legs for count, legs in parts)
        return [" + ".join(f"{count} × {legs}" for count, legs in parts) + f" = {total}"], (str(total),)

    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        total = int(value[0])
        counts = [count for _, count in args["animals"]]
        return {"another": (str(4 * sum(counts)),), "one_missing": (str(total - 2),), "one_too_many": (str(total + 2),)}

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        here = [animal for animal, _ in args["animals"]]
        if len(here) > 3:
            return None
        fresh = [animal for animal, _ in LEGS[language] if animal not in here]
        more = [[animal, rng.randint(2, 12)] for animal in rng.sample(fresh, 2)]
        return {**args, "animals": [*args["animals"], *more]}
