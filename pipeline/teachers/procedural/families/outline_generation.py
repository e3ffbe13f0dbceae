"""Outline a text whose paragraphs have a topic and points each: numbered headings, and points below them."""

import random
from dataclasses import dataclass
from functools import cache

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.names import NAMES, PLACES
from pipeline.teachers.procedural.words.outline_words import OCCASIONS, OPENINGS, PARAGRAPHS, TOPICS

MOST_PARAGRAPHS, MOST_POINTS = 7, 5
FORMS = {
    "en": {
        1: "one numbered heading (1., 2., …) for the topic of each paragraph after the introduction, without points",
        2: "for each paragraph after the introduction its topic as a numbered heading (1., 2., …) and below it each of "
        "its points on a line of its own, numbered 1.1, 1.2, …",
    },
    "zh": {
        1: "引言之后每段一个带编号的标题（1. 2. ……），标题写该段的主题，不写要点",
        2: "引言之后每段的主题写成带编号的标题（1. 2. ……），标题下面逐行写出该段的要点，编号为1.1、1.2……",
    },
}


@cache
def topics(language: str) -> dict[str, tuple[str, ...]]:
    rows = [line.split(":") for line in TOPICS[language].strip().splitlines()]
    return {topic: tuple(points.split(",")) for topic, points in rows}


def heading(topic: str, language: str) -> str:
    """A topic as a heading: without its article, with a capital."""
    short = topic.removeprefix("the ")
    return short[0].upper() + short[1:]


def passage(args: Args, language: str) -> str:
    paragraphs = [args["opening"]]
    for frame, topic, points in args["paragraphs"]:
        if language == "zh":
            listed = "、".join(points[:-1]) + "和" + points[-1]
        else:
            listed = ", ".join(points[:-1]) + " and " + points[-1]
        paragraphs.append(PARAGRAPHS[language][frame].format(topic=topic, points=listed))
    return "\n".join(paragraphs)


def outline(paragraphs: list[tuple[str, list[str]]], levels: int) -> str:
    lines = []
    for number, (title, points) in enumerate(paragraphs, 1):
        lines.append(f"{number}. {title}")
        if levels == 2:
            lines += [f"   {number}.{place} {point}" for place, point in enumerate(points, 1)]
    return "\n".join(lines)


class TaskFamily(Family):
    id = "outline_generation"
    category = "Language Generation/Summary_Abstract_title/Outline Generation"
    checker = "outline_generation"
    wordings = {
        "en": (
            "Make an outline of the text below: {form}. Use the text's own words and order.\n\n{text}",
            "{text}\n\nWrite the outline of this text. Wanted: {form}. Keep to the words and the order of the text and "
            "add no remarks.",
            "I have to talk about the following text and need an outline ({form}), in its words and its order:\n{text}",
            "Outline, please. Format: {form}. Wording and sequence as in the text, nothing else.\nText:\n{text}",
            "How is this text built? Show it by an outline with {form}. Take over words and order.\n\n{text}",
            "A student outlines these notes. Rule: {form}; the terms are copied from the notes, in their "
            "sequence. What "
            "does the student write?\n{text}",
        ),
        "zh": (
            "请为下面的文章列提纲：{form}。用原文的词语和顺序。\n\n{text}",
            "{text}\n\n请写出上文的提纲，格式为：{form}。词语和次序都照原文，不要加说明。",
            "我要介绍下面这篇文字，需要一份提纲（{form}），用词和顺序与原文相同：\n{text}",
            "列提纲。格式：{form}。用词、顺序依照原文，不写别的。\n原文：\n{text}",
            "这篇文章的结构是怎样的？请用提纲表示：{form}。照抄原文的词语，保持原来的顺序。\n\n{text}",
        ),
    }
    slip_kinds = (
        "heading_missing",
        "order_changed",
        "heading_changed",
        "unnumbered",
        "wrong_level",
        "heading_added",
        "number_repeated",
    )

    @dataclass(frozen=True, slots=True)
    class Config:
        least: int = 3
        most: int = 5
        """Paragraphs of a fresh task."""

        def __post_init__(self) -> None:
            if not 2 <= self.least <= self.most <= MOST_PARAGRAPHS:
                raise ValueError(f"outline_generation: need 2 <= least <= most <= {MOST_PARAGRAPHS} (paragraphs)")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        opening = rng.choice(OPENINGS[language]).format(
            name=rng.choice(NAMES[language]),
            place=rng.choice(PLACES[language]),
            occasion=rng.choice(OCCASIONS[language]),
        )
        args: Args = {"opening": opening, "paragraphs": [], "levels": rng.choice((1, 2, 2))}
        for _ in range(rng.randint(self.config.least, self.config.most)):
            args = self._longer(rng, args, language)
        return args

    @staticmethod
    def _longer(rng: random.Random, args: Args, language: str) -> Args:
        table = topics(language)
        topic = rng.choice([one for one in table if one not in [topic for _, topic, _ in args["paragraphs"]]])
        points = rng.sample(table[topic], rng.randint(2, 4))
        frame = rng.randrange(len(PARAGRAPHS[language]))
        return {**args, "paragraphs": [*args["paragraphs"], [frame, topic, points]]}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        return {"text": passage(args, language), "form": FORMS[language][args["levels"]]}

    @staticmethod
    def _parts(args: Args, language: str) -> list[tuple[str, list[str]]]:
        return [(heading(topic, language), list(points)) for _, topic, points in args["paragraphs"]]

    def solve(self, args: Args, language: str) -> Solution:
        return Solution(outline(self._parts(args, language), args["levels"]))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """A paragraph more, or the points asked for too."""
        harder = []
        if len(args["paragraphs"]) < MOST_PARAGRAPHS:
            harder.append(self._longer(rng, args, language))
        if args["levels"] == 1:
            harder.append({**args, "levels": 2})
        return rng.choice(harder) if harder else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind, parts, levels = rng.choice(self.slip_kinds), self._parts(args, language), args["levels"]
        at = rng.randrange(len(parts))
        spare = [heading(topic, language) for topic in topics(language)]
        other = rng.choice([one for one in spare if one not in [title for title, _ in parts]])
        match kind:
            case "heading_missing":
                del parts[at]
            case "order_changed":
                at = rng.randrange(len(parts) - 1)
                parts[at : at + 2] = reversed(parts[at : at + 2])
            case "heading_changed":
                parts[at] = (other, parts[at][1])
            case "wrong_level":
                levels = 3 - levels
            case "heading_added":
                parts.insert(at, (other, parts[at][1]))
        text = outline(parts, levels)
        if kind == "unnumbered":
            lines = [line.strip().split(" ", 1)[1] for line in text.splitlines()]
            text = "\n".join(f"- {line}" for line in lines) if rng.random() < 0.5 else "\n".join(lines)
        if kind == "number_repeated":
            text = text.replace("\n2. ", "\n1. ", 1)
        return Slip(kind, text)
