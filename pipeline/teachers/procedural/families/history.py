"""Dated events: which came first, in what order, how many years apart, in which century (English and Chinese)."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.questions import QuestionFamily, pair
from pipeline.teachers.procedural.words.events import EVENTS

OCCASIONS = {
    "en": (
        "{name} builds a time line for the {place}.",
        "In the history lesson, {other} asks {name} this.",
        "{name} and {other} watch a film about the past {time}.",
        "{name} sorts old newspapers in the {place}.",
    ),
    "zh": (
        "{name}为{place}制作时间轴。",
        "历史课上，{other}这样问{name}。",
        "{name}和{other}{time}看了一部历史片。",
        "{name}在{place}整理旧报纸。",
    ),
}
ASKS = {
    "en": {
        "earliest": pair(
            "Which of these came first: {items}?", "Pick the earliest event: {items}.", "the event as it stands"
        ),
        "latest": pair(
            "Which of these came last: {items}?", "Pick the most recent event: {items}.", "the event as it stands"
        ),
        "rising": pair(
            "In what order did these happen, the oldest first: {items}?",
            "Sort from oldest to newest: {items}.",
            "the events",
        ),
        "falling": pair(
            "In what order did these happen, the newest first: {items}?",
            "Sort from newest to oldest: {items}.",
            "the events",
        ),
        "between": pair(
            "How many years lie between the years of {items}?",
            "Subtract the year of the earlier event from that of the later one: {items}.",
            "the number of years",
        ),
        "century": pair("In which century falls {items}?", "Give the century of {items}.", "its number", "the numbers"),
        "year": pair("In which year was {items}?", "Give the year of {items}.", "the year", "the years"),
        "before": pair(
            "Which of these had happened before {target}: {items}?",
            "List, as they come, what is older than {target}: {items}.",
            "the events",
        ),
        "after": pair(
            "Which of these happened only after {target}: {items}?",
            "List, as they come, what is younger than {target}: {items}.",
            "the events",
        ),
        "within": pair(
            "Which of these fall in century number {target}: {items}?",
            "List, as they come, the events of century number {target}: {items}.",
            "the events",
        ),
        "count": pair(
            "How many of these are older than {target}: {items}?",
            "Count the events that came before {target}: {items}.",
            "the number",
        ),
    },
    "zh": {
        "earliest": pair("下列事件中哪一个最早：{items}？", "从{items}中选出最早的事件。", "事件原文"),
        "latest": pair("下列事件中哪一个最晚：{items}？", "从{items}中选出最晚的事件。", "事件原文"),
        "rising": pair("下列事件从早到晚怎样排列：{items}？", "把下列事件从早到晚排列：{items}。", "各事件"),
        "falling": pair("下列事件从晚到早怎样排列：{items}？", "把下列事件从晚到早排列：{items}。", "各事件"),
        "between": pair("{items}这两件事相隔多少年？", "求这两件事的年份之差：{items}。", "年数"),
        "century": pair("{items}发生在哪个世纪？", "写出{items}所在的世纪。", "世纪的数字"),
        "year": pair("{items}发生在哪一年？", "写出{items}的年份。", "年份"),
        "before": pair(
            "下列事件中哪些早于{target}：{items}？", "按原来的顺序列出早于{target}的事件：{items}。", "各事件"
        ),
        "after": pair(
            "下列事件中哪些晚于{target}：{items}？", "按原来的顺序列出晚于{target}的事件：{items}。", "各事件"
        ),
        "within": pair(
            "下列事件中哪些发生在{target}世纪：{items}？", "按原来的顺序列出{target}世纪的事件：{items}。", "各事件"
        ),
        "count": pair("下列事件中有几件早于{target}：{items}？", "数一数早于{target}的事件：{items}。", "数字"),
    },
}
SINGLE = ("century", "year")
WHOLE = {"earliest": False, "latest": True, "rising": False, "falling": True}
"""Questions for one end or for the whole order, and whether the newest comes first."""
MOST_EVENTS = 6
_BY_NAME = {language: {getattr(event, language): event for event in EVENTS} for language in ("en", "zh")}
_CENTURIES = {century: [event for event in EVENTS if event.century == century] for century in (16, 17, 18, 19, 20)}


class TaskFamily(QuestionFamily):
    id = "history"
    category = "Knowledge Utilization/Open-book Questions/Knowledge Questions/History"
    checker = "history"
    asks = ASKS
    occasions = OCCASIONS
    extra = (
        "earliest",
        "latest",
        "rising",
        "falling",
        *("between",) * 3,
        *SINGLE,
        "before",
        "after",
        "within",
        "count",
    )
    listed = ("rising", "falling", "before", "after", "within")
    sorts = ("rising", "falling")
    becomes = {"earliest": "rising", "latest": "falling"}

    @dataclass(frozen=True, slots=True)
    class Config:
        min_choices: int = 3
        max_choices: int = 4

        def __post_init__(self) -> None:
            if not 3 <= self.min_choices <= self.max_choices < MOST_EVENTS:
                raise ValueError(f"history: need 3 <= min_choices <= max_choices < {MOST_EVENTS} (events a question)")

    def draw(self, rng: random.Random, ask: str, harder: bool, language: str) -> tuple[list[str], str]:
        least, most = self.config.min_choices, self.config.max_choices
        count = rng.randint(most + 1, MOST_EVENTS) if harder else rng.randint(least, most)
        target = ""
        if ask == "between":
            drawn = rng.sample(EVENTS, 2)
        elif ask in SINGLE:
            drawn = rng.sample(EVENTS, rng.randint(2, 3) if harder else 1)
        elif ask in WHOLE:
            drawn = rng.sample(EVENTS, count)
        elif ask == "within":
            century = rng.choice(list(_CENTURIES))
            here, target = _CENTURIES[century], str(century)
            elsewhere = [event for event in EVENTS if event.century != century]
            right = rng.randint(1, min(count - 1, len(here)))
            drawn = rng.sample(here, right) + rng.sample(elsewhere, count - right)
            rng.shuffle(drawn)
        else:
            place = rng.randrange(10, len(EVENTS) - 10)
            target = getattr(EVENTS[place], language)
            older = rng.randint(1, count - 1)
            drawn = rng.sample(EVENTS[:place], older) + rng.sample(EVENTS[place + 1 :], count - older)
            rng.shuffle(drawn)
        return [getattr(event, language) for event in drawn], target

    def fact(self, ask: str, items: list[str], target: str, language: str) -> list[str]:
        known = _BY_NAME[language]
        events = [known[item] for item in items]
        if ask in SINGLE:
            return [str(getattr(event, ask)) for event in events]
        if ask == "between":
            return [str(abs(events[0].year - events[1].year))]
        if ask in WHOLE:
            found = sorted(events, key=lambda event: event.year, reverse=WHOLE[ask])
            found = found if ask in self.sorts else found[:1]
        elif ask == "within":
            found = [event for event in events if event.century == int(target)]
        else:
            year = known[target].year
            found = [event for event in events if (event.year > year if ask == "after" else event.year < year)]
        return [str(len(found))] if ask == "count" else [getattr(event, language) for event in found]

    def decoys(self, args: Args, right: str, language: str) -> Sequence[str]:
        if args["ask"] in (*SINGLE, "between", "count"):
            return super().decoys(args, right, language)
        taken = self.answers(args, language) if args["ask"] not in self.sorts else [right]
        return [item for item in args["items"] if item not in taken]

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return None if args["ask"] == "between" else super().evolve(rng, args, language)
