"""List everything of one exactly defined kind in a real passage, in order of first appearance (English and Chinese).

The worked steps show each English item with what stands around it, as a careful reader would find it.
"""

import random
import re
from dataclasses import dataclass

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.chinese_entity_kinds import CHINESE_KINDS, PIECE_NOTE, pieces_in
from pipeline.teachers.procedural.solving.entity_kinds import KINDS, WORD_NOTE, words_in
from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.occasions import PLACES, TIMES

BORDER = re.compile(r"(?<=[.!?:])\s+|\n+")
CHINESE_BORDER = re.compile(r"(?<=[。！？])\s*|\n+")
SHORTEST, SHORTEST_CHINESE = 80, 28
"""Characters that a passage has at the least."""
MOST_CHINESE = 5
"""Items of a Chinese task: they are long."""
AROUND = 14
"""Characters shown on each side of an item."""
FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
COMMA = {"en": ", ", "zh": "，"}
ALL_KINDS = {**KINDS, **CHINESE_KINDS}
BY_LANGUAGE = {"en": KINDS, "zh": CHINESE_KINDS}
SETTINGS = {
    "en": (
        "{name} marks up page {number} in the {place} {time}.",
        "{name} and {other} go through text {number} {time}.",
        "A proofreader named {name} needs list number {number} for {other}.",
        "{name} is cleaning up note number {number} in the {place}.",
        "{other} sent {name} passage {number} {time}.",
        "{name} fills in form {number} about a text that {other} brought.",
        "In the {place}, {name} reads this to {other} {time}.",
    ),
    "zh": (
        "{time}，{name}在{place}给第{number}页做记号，{other}在旁边帮忙。",
        "{name}和{other}{time}在{place}一起读第{number}段文字。",
        "校对员{name}{time}在{place}工作，{other}等着要第{number}份清单。",
        "{name}在{place}整理第{number}号笔记，准备{time}交给{other}。",
        "{other}{time}从{place}把第{number}段话发给了{name}。",
        "{name}正在{place}填写第{number}张阅读卡，{other}{time}来取。",
    ),
}

ELSEWHERE = {"on the train", "在火车上"}
MOMENTS = {language: [time for time in times if time not in ELSEWHERE] for language, times in TIMES.items()}


def excerpt(rng: random.Random, text: str, longest: int, language: str = "en") -> str:
    """A stretch of whole lines and sentences of at most `longest` characters; "" if there is none long enough.

    It starts at a random border and is grown sentence by sentence; in Chinese it may end at any sentence.
    """
    border, shortest = (BORDER, SHORTEST) if language == "en" else (CHINESE_BORDER, SHORTEST_CHINESE)
    ends = [match.start() for match in border.finditer(text)] + [len(text)]
    starts = [0] + [match.end() for match in border.finditer(text)]
    fit = [start for start in starts if len(text) - start >= shortest]
    if not fit:
        return ""
    start = rng.choice(fit)
    possible = [end for end in ends if start + shortest <= end <= start + longest]
    if not possible:
        return ""
    piece = text[start : max(possible) if language == "en" else rng.choice(possible)].strip()
    return piece if len(piece) >= shortest else ""


def _inside_word(text: str, start: int, stop: int) -> bool:
    """Whether a letter of the same word stands right before or after."""
    before, after = text[:start][-1:], text[stop:][:1]
    return (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())


def in_context(item: str, text: str) -> str:
    """The first place of an English item with a little of what stands around it, in whole words."""
    start = text.index(item)
    while start >= 0 and _inside_word(text, start, start + len(item)):
        start = text.find(item, start + 1)
    start = start if start >= 0 else text.index(item)
    before = text[max(0, start - AROUND) : start].split("\n")[-1]
    after = text[start + len(item) :][:AROUND].split("\n")[0]
    if len(before) == AROUND:
        before = before.partition(" ")[2]
    if len(after) == AROUND:
        after = after.rpartition(" ")[0]
    return f"{before}{item}{after}".strip()


def all_found(args: Args) -> list[str]:
    """Every item of the kind, repeats and short ones too, in order."""
    return ALL_KINDS[args["kind"]].scan(args["text"], args["value"])


def setting(rng: random.Random, language: str) -> str:
    """Who wants it, where and when: with few kinds of questions, this is what tells two tasks about a text apart."""
    name, other = rng.sample(NAMES[language], 2)
    where, when = rng.choice(PLACES[language]), rng.choice(MOMENTS[language])
    told = rng.choice(SETTINGS[language])
    return told.format(name=name, other=other, place=where, time=when, number=rng.randint(2, 99))


def listed(args: Args) -> list[str]:
    """What the task asks for."""
    items = [item for item in dict.fromkeys(all_found(args)) if len(item) >= args["least"]]
    return list(reversed(items)) if args["backwards"] else items


class TaskFamily(Family):
    id = "entity_extraction"
    category = "Language Understanding/Information Extraction/Entity Extraction"
    seed_kind = "document"
    checker = "entity_extraction"
    wordings = {
        "en": (
            '{setting} List {what} in the text below.{note} {order} Copy them exactly and end with "Answer: " and the '
            "items, separated by commas.\n\n{text}",
            "{text}\n\n{setting} From the text above, extract {what}.{note} {order} Write them exactly as they stand, "
            'after "Answer:", with commas between.',
            'Which are {what} in this passage?{note} {order} Copied exactly, in the form "Answer: item, item, …".'
            "\n---\n{text}\n---\n{setting}",
            '{setting} Please pick out {what}.{note} {order} Keep the spelling as it is; the last line is "Answer: " '
            "with a comma-separated list.\n\nText:\n{text}",
            "Extraction. {setting}\nWanted: {what}.{note}\nOrder: {order}\nForm: the last line is "
            '"Answer: " and the items with commas.\nText: {text}',
        ),
        "zh": (
            "{setting}请列出{what}，{order}照抄在“答案：”后面，逗号隔开。{note}\n\n{text}",
            "{text}\n\n{setting}上文里的{what}有哪些？{note}{order}末行写“答案：”加各项，用逗号分开。",
            "{note}{setting}请读下面的话，摘出{what}，{order}回答格式：“答案：甲，乙”。\n---\n{text}\n---",
            "原文：{text}\n\n要找的是{what}。{order}{setting}{note}最后给出“答案：”，各项之间加逗号。",
            "信息提取：{what}\n顺序：{order}\n{setting}{note}\n{text}\n（结果写成“答案：……”，以逗号相隔。）",
            "{order}{note}只要{what}。{setting}\n{text}\n答案一行以“答案：”起头，逗号分隔。",
            "{setting}任务是把{what}抄下来。\n{text}\n{order}抄写时不要改字，写成“答案：一项，又一项”。{note}",
            "下面有哪些{what}？\n{text}\n{note}{order}请用“答案：”引出，中间用逗号。（{setting}）",
        ),
    }
    slip_kinds = ("item_missing", "item_extra", "wrong_order", "item_repeated", "miscopied", "wrong_item")

    @dataclass(frozen=True, slots=True)
    class Config:
        longest_passage: int = 350
        min_items: int = 2
        max_items: int = 8

        def __post_init__(self) -> None:
            if not SHORTEST <= self.longest_passage <= 2000:
                raise ValueError(f"entity_extraction: need {SHORTEST} <= longest_passage <= 2000 characters")
            if not 2 <= self.min_items <= self.max_items <= 20:
                raise ValueError("entity_extraction: need 2 <= min_items <= max_items <= 20")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        text = excerpt(rng, seed.text, self.config.longest_passage, language)
        if not text:
            return None
        about, kinds = setting(rng, language), BY_LANGUAGE[language]
        for name in rng.sample(sorted(kinds), len(kinds)):
            kind = kinds[name]
            args = {"text": text, "kind": name, "value": rng.choice(kind.values), "least": 0, "backwards": False}
            args["setting"] = about
            if not kind.suits(text):
                continue
            if language == "zh":  # the kinds are few: demands that English tasks get by evolving make them differ
                fit = [value for value in kind.values if value in text or value.isdigit()]
                fit = [value for value in fit if 2 <= len({*kind.scan(text, value)}) <= MOST_CHINESE]
                args |= {"value": rng.choice(fit or kind.values), "backwards": rng.random() < 0.4}
                args["least"] = 0 if name.startswith("next") else rng.choice((0, rng.randint(2, 9)))
            items = listed(args)
            if self.config.min_items <= len(items) <= self.config.max_items and not any("," in i for i in items):
                return args
        return None

    def slots(self, args: Args, language: str) -> dict[str, str]:
        kind = ALL_KINDS[args["kind"]]
        least = args["least"]
        if language == "zh":
            order = "按首次出现的先后倒着写，不重复。" if args["backwards"] else "按首次出现的先后，不重复。"
            limit, note = f"不足{least}个字符的不要。" if least else "", PIECE_NOTE if kind.of_words else ""
        else:
            backwards = "Last one first: reverse the order of first appearance, each once."
            order = backwards if args["backwards"] else "Each once, in order of first appearance."
            limit = f" Leave out those of fewer than {least} characters." if least else ""
            note = f" {WORD_NOTE}" if kind.of_words else ""
        return {
            "setting": args["setting"],
            "what": kind.text.format(value=args["value"]),
            "note": note,
            "order": order + limit,
            "text": args["text"],
        }

    def solve(self, args: Args, language: str) -> Solution:
        items = listed(args)
        answer = COMMA[language].join(items)
        distinct = list(dict.fromkeys(all_found(args)))
        lines = [] if language == "zh" else [f"{item}: … {in_context(item, args['text'])} …" for item in items]
        if short := [item for item in distinct if item not in items]:
            too = COMMA[language].join(short)
            lines.append(f"太短：{too}" if language == "zh" else f"Too short: {too}")
        return Solution("\n".join([*lines, FINAL[language].format(answer)]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """An added constraint: short items are left out, or the list runs from the last to the first."""
        lengths = sorted(len(item) for item in listed(args))
        fit = [length for length in lengths[: -self.config.min_items + 1] if length > lengths[0]]
        ways = []
        if fit and not args["least"] and args["kind"] != "long":
            ways.append({**args, "least": rng.choice(fit)})
        if not args["backwards"]:
            ways.append({**args, "backwards": True})
        return rng.choice(ways) if ways else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        truth = listed(args)
        wrong = list(truth)
        kind = rng.choice(self.slip_kinds)
        place = rng.randrange(len(wrong))
        found = words_in(args["text"]) if language == "en" else pieces_in(args["text"])
        strangers = [word for word in found if word not in truth and len(word) > 2]
        if kind == "item_missing":
            del wrong[place]
        elif kind == "wrong_order":
            other = (place + 1) % len(wrong)
            wrong[place], wrong[other] = wrong[other], wrong[place]
        elif kind == "item_repeated":
            wrong.append(wrong[place])
        elif kind == "miscopied":
            added = "的了" if language == "zh" else "s1"
            wrong[place] += "e" if wrong[place][-1] in added else rng.choice(added)
        elif strangers and kind == "item_extra":
            wrong.insert(place, rng.choice(strangers))
        elif strangers:
            wrong[place] = rng.choice(strangers)
        return None if wrong == truth else Slip(kind, FINAL[language].format(COMMA[language].join(wrong)))

    def quote(self, args: Args) -> str:
        text: str = args["text"]
        return text
