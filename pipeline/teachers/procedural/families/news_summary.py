"""Sum up a short news item in a stated number of sentences that say who did what, where and when."""

import random
import re
from dataclasses import dataclass

from filters.verdict import Level
from pipeline.keyed import canonical, generator
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.names import NAMES, PLACES
from pipeline.teachers.procedural.words.news_words import ACTIONS, ACTORS, FRAMES, MONTHS, SIDES

FACTS = ("who", "what", "where", "when")
MOST_SIDES = 7
NUMBERS = {
    "en": ("no", "one sentence", "two sentences", "three sentences", "four sentences"),
    "zh": ("", "一句话", "两句话", "三句话", "四句话"),
}


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def size(text: str, language: str) -> int:
    """Words, or in Chinese all characters but blanks."""
    return len("".join(text.split())) if language == "zh" else len(text.split())


def item(args: Args, language: str) -> str:
    """The news item: its facts in their frame, some other sentences before and after."""
    told = FRAMES[language][args["frame"]].format(**{fact: args[fact] for fact in FACTS})
    if language == "zh":
        before, after = args["sides"][: args["split"]], args["sides"][args["split"] :]
        return "".join([*(f"{side}。" for side in before), told, *(f"{side}。" for side in after)])
    told = re.sub(r"(?:(?<=^)|(?<=\. ))[a-z]", lambda found: found[0].upper(), told)
    before, after = args["sides"][: args["split"]], args["sides"][args["split"] :]
    return " ".join([*(f"{side}." for side in before), told, *(f"{side}." for side in after)])


def lead(args: Args, language: str, first: bool) -> str:
    """All four facts in one sentence, the time in front or at the end."""
    who, what, where, when = (args[fact] for fact in FACTS)
    if language == "zh":
        return f"{when}，{who}在{where}{what}。" if first else f"{who}{when}在{where}{what}。"
    return f"{_capital(when)}, {who} {what} {where}." if first else f"{_capital(who)} {what} {where} {when}."


class TaskFamily(Family):
    id = "news_summary"
    category = "Language Generation/Summary_Abstract_title/News Summary"
    level = Level.CONSTRAINT
    checker = "news_summary"
    wordings = {
        "en": (
            "Summarise this news item in {count} of at most {most} words in all. Say who did what, where and when, as "
            "the item puts it; use no names or numbers that it does not have.\n\n{item}",
            "{item}\n\nGive the gist in {count} (no more than {most} words). It must contain, in the item's own words, "
            "who acted, what was done, the place and the date, and nothing that is not reported.",
            "News desk: boil the report down to {count}. The limit is {most} words. Who, what, where and when must be "
            "in it, worded as in the report; invent nothing.\nReport: {item}",
            "A reader has no time for the following report. Tell the reader in {count}, within {most} words, who did "
            "what, in which place and at what time. Quote these four facts exactly.\n{item}",
            "Please write a brief for the front page: {count}, up to {most} words, with the four Ws (who, what, where, "
            "when) taken literally from the text, and without any other names or figures than those of the text.\n"
            "Text: {item}",
            "What happened? Answer in {count} and not above {most} words, covering actor, action, place and time in "
            "the wording of this item: {item}",
        ),
        "zh": (
            "请用{count}概括下面的新闻，总共不超过{most}个字（含标点），要写明谁在什么时间、什么地点做了什么，用原文的说法，不要添加原文没有的数字。\n\n{item}",
            "{item}\n\n请写出这则新闻的摘要：{count}，最多{most}个字（标点也算），人物、事件、地点、时间都要照原文交代清楚，不得编造。",
            "编辑要求把报道压缩成{count}，字数（连标点）不多于{most}。谁、做了什么、在哪里、什么时候，四项都要有，并且与原文用词一致。\n报道：{item}",
            "读者没时间看完下面的消息。请用{count}、{most}个字（标点在内）以内告诉他：什么时候，在哪里，谁做了什么。这些内容请照抄原文。\n{item}",
            "请为头版写一则简讯：{count}，{most}字以内（包括标点），时间、地点、人物、事件齐全且用原文词句，不出现原文以外的数字。\n原文：{item}",
        ),
    }
    slip_kinds = (
        "who_missing",
        "where_changed",
        "when_missing",
        "number_changed",
        "too_long",
        "sentence_added",
        "figure_invented",
    )

    @dataclass(frozen=True, slots=True)
    class Config:
        sides: int = 4
        """Most sentences beside the point of a fresh task."""

        def __post_init__(self) -> None:
            if not 2 <= self.sides <= MOST_SIDES:
                raise ValueError(f"news_summary: sides must be from 2 to {MOST_SIDES} (sentences)")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        month, day = rng.randrange(12), rng.randint(1, 28)
        place = rng.choice(PLACES[language])
        args: Args = {
            "who": rng.choice(ACTORS[language]),
            "what": rng.choice(ACTIONS[language]).format(n=rng.randint(12, 990)),
            "where": place if language == "zh" else f"in {place}",
            "when": f"{month + 1}月{day}日" if language == "zh" else f"on {day} {MONTHS[month]}",
            "frame": rng.randrange(len(FRAMES[language])),
            "sides": [],
            "split": 0,
        }
        for _ in range(rng.randint(2, self.config.sides)):
            args = self._side(rng, args, language)
        return self._bounded(rng, {**args, "split": rng.randint(0, 1), "count": rng.randint(1, 2)}, language)

    @staticmethod
    def _side(rng: random.Random, args: Args, language: str) -> Args:
        while True:
            side = rng.choice(SIDES[language]).format(name=rng.choice(NAMES[language]), n=rng.randint(11, 99))
            if side[-3:] not in [one[-3:] for one in args["sides"]]:
                return {**args, "sides": [*args["sides"], side]}

    def _bounded(self, rng: random.Random, args: Args, language: str) -> Args:
        return {**args, "most": size(self._right({**args, "most": 0}, language), language) + rng.randint(2, 6)}

    @staticmethod
    def _right(args: Args, language: str) -> str:
        """The four facts, and the shortest other sentences as far as more are asked for."""
        rng = generator("news_summary", canonical({**args, "most": 0}))
        others = sorted(args["sides"], key=lambda side: (size(side, language), side))[: args["count"] - 1]
        told = [lead(args, language, rng.random() < 0.5)]
        told += [side + ("。" if language == "zh" else ".") for side in args["sides"] if side in others]
        return ("" if language == "zh" else " ").join(told)

    def slots(self, args: Args, language: str) -> dict[str, str]:
        return {
            "item": item(args, language),
            "count": NUMBERS[language][args["count"]],
            "most": str(args["most"]),
        }

    def solve(self, args: Args, language: str) -> Solution:
        return Solution(self._right(args, language))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """A longer item, or one sentence more to fill."""
        harder = []
        if len(args["sides"]) < MOST_SIDES:
            harder.append(self._side(rng, args, language))
        if args["count"] < min(len(args["sides"]), len(NUMBERS[language]) - 1):
            harder.append({**args, "count": args["count"] + 1})
        return self._bounded(rng, rng.choice(harder), language) if harder else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind, good, zh = rng.choice(self.slip_kinds), self._right(args, language), language == "zh"
        match kind:
            case "who_missing":
                wrong = good.replace(args["who"], "有人" if zh else "somebody")
                wrong = wrong.replace(_capital(args["who"]), "Somebody")
            case "where_changed":
                other = rng.choice([place for place in PLACES[language] if place not in args["where"]])
                wrong = good.replace(args["where"], other if zh else f"in {other}")
            case "when_missing":
                wrong = good.replace(args["when"], "最近" if zh else "recently")
                wrong = wrong.replace(_capital(args["when"]), "Recently")
            case "number_changed":
                number = re.findall(r"\d+", args["what"])[0]
                changed = str(int(number) + rng.choice((-1, 1, 10)))
                wrong = good.replace(args["what"], args["what"].replace(number, changed))
            case "too_long":
                more = (
                    "，这件事在整个地区引起了不小的轰动" if zh else ", which caused quite some stir in the whole region"
                )
                wrong = good[:-1] + more + good[-1]
            case "sentence_added":
                more = rng.choice(args["sides"])
                wrong = f"{good}{more}。" if zh else f"{good} {more}."
            case _:
                number = str(rng.randint(1001, 9999))
                wrong = f"{number}人欢呼，{good}" if zh else f"{good[:-1]} before {number}."
        return Slip(kind, wrong)
