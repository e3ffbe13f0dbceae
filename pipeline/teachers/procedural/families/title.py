"""Write a title for one sentence of the seed: some words, one of them from the sentence (English and Chinese)."""

import random
from dataclasses import dataclass
from functools import cache, lru_cache

from filters.verdict import Level
from pipeline.keyed import canonical, generator
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving import chinese_passage
from pipeline.teachers.procedural.solving.passage import runs
from pipeline.teachers.procedural.solving.topics import topics
from pipeline.teachers.procedural.words.names import PLACES
from pipeline.teachers.procedural.words.title_forms import CHINESE_TITLES, OUTLETS, TITLES

LEAST = 2
SHORTEST_LIMIT, LONGEST_LIMIT = 3, 8
PAIR = 2
"""Words that a second topic adds."""
SECOND_WORD = 0.3
"""Share of the answers that name a second word of the sentence unasked."""
TOO_MUCH = "As Seen By Those Who Have Worked With It For Years".split()
TOO_MUCH_CHINESE = "以及它在多年以来对许多人产生的种种影响"
PUNCTUATION = "，、：；"
AVOIDABLE = ("的", "故事", "认识", "意义", "说", "谈", "记", "看")
"""Parts of Chinese titles that a task may forbid."""
ORDERS = ((0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0))
"""In which order the demands are put."""


@cache
def vocabulary() -> frozenset[str]:
    """All words of the forms, in lower case: none of them is ever the topic."""
    return frozenset(word for title in TITLES for word in title.lower().split()) | {word.lower() for word in TOO_MUCH}


def size(title: str, language: str) -> int:
    """Words; in Chinese, characters, those of the place for the topic left out."""
    return len(title.replace("{topic}", "")) if language == "zh" else len(title.split())


@lru_cache(maxsize=8192)
def within(least: int, most: int, avoid: str, language: str = "en") -> tuple[str, ...]:
    """The forms that have so many words with one noun in them (in Chinese, so many characters without), and "
    "lack a word."""
    if language == "zh":
        return tuple(t for t in CHINESE_TITLES if least <= size(t, "zh") <= most and not (avoid and avoid in t))
    return tuple(t for t in TITLES if least <= size(t, "en") <= most and avoid not in t.lower().split())


def nouns(sentence: str, language: str = "en") -> list[str]:
    if language == "zh":
        return [word for word in chinese_passage.nouns(sentence) if word not in "".join(CHINESE_TITLES)]
    return [word for word in topics(sentence) if word not in vocabulary()]


def fitting(args: Args) -> tuple[str, ...]:
    """The forms that meet every demand."""
    if chinese_passage.chinese(args["word"]):
        more = len(topic(args))
        return within(args["least"] - more, args["most"] - more, args["avoid"], "zh")
    more = PAIR if args["also"] else 0
    return within(args["least"] - more, args["most"] - more, args["avoid"])


def topic(args: Args) -> str:
    """The nouns of a title."""
    named = [word for word in (args["word"], args["also"]) if word]
    return "和".join(named) if chinese_passage.chinese(args["word"]) else " And ".join(map(str.capitalize, named))


def filled(form: str, args: Args) -> str:
    return form.format(topic=topic(args))


class TaskFamily(Family):
    id = "title"
    category = "Language Generation/Summary_Abstract_title/Title Generation"
    seed_kind = "document"
    level = Level.CONSTRAINT
    checker = "title"
    wordings = {
        "en": (
            "{sentence}\n\nWrite a title for this sentence, to be used for {outlet}. {demands}",
            "Give this sentence a title. {demands} It is meant for {outlet}.\n\n{sentence}",
            "{sentence}\n\nWhat would be a good title for {outlet}? {demands}",
            "For {outlet}, please put a title over the following sentence. {demands}\n\nSentence: {sentence}",
            "Title wanted ({outlet}). {demands}\nText: {sentence}",
            "Text: {sentence}\nTask: a title for it, as {outlet} needs one. {demands}",
            "Here is a sentence for {outlet} that still lacks a title: {sentence}\n{demands}",
        ),
        "zh": (
            "{sentence}\n\n请为这句话拟一个标题，用于{outlet}。{demands}",
            "{outlet}要刊登下面的句子，请起个标题。{demands}\n\n{sentence}",
            "{sentence}\n\n给{outlet}用的话，什么标题合适？{demands}",
            "征集标题（{outlet}）。{demands}\n正文：{sentence}",
            "正文：{sentence}\n任务：替{outlet}写标题。{demands}",
            "这句话将登在{outlet}上，还缺一个标题：{sentence}\n{demands}",
        ),
    }
    slip_kinds = ("too_long", "word_missing", "wrong_form", "full_stop", "sentence_copied", "two_titles")

    @dataclass(frozen=True, slots=True)
    class Config:
        shortest: int = 60
        longest: int = 160

        def __post_init__(self) -> None:
            if not 24 <= self.shortest < self.longest <= 220:
                raise ValueError("title: need 24 <= shortest < longest <= 220 (characters of a sentence)")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        zh = language == "zh"
        found = chinese_passage.runs(seed.text) if zh else runs(seed.text)
        low, high = (
            (self.config.shortest // 4, self.config.longest // 2) if zh else (self.config.shortest, self.config.longest)
        )
        sentences = [s for run in found for s in run if low <= len(s) <= high]
        rng.shuffle(sentences)
        outlet, place = rng.choice(OUTLETS[language]), rng.choice(PLACES[language])
        for sentence in sentences:
            if here := nouns(sentence, language):
                word = rng.choice(here)
                room = rng.randint(SHORTEST_LIMIT, LONGEST_LIMIT) + (len(word) if zh else 0)
                return {
                    "sentence": sentence,
                    "word": word,
                    "also": "",
                    "least": LEAST + (len(word) if zh else 0),
                    "most": room,
                    "avoid": "",
                    "outlet": f"{place}的{outlet}" if zh else f"{outlet} {place}",
                    "order": rng.randrange(len(ORDERS)),
                }
        return None

    def slots(self, args: Args, language: str) -> dict[str, str]:
        least, most = args["least"], args["most"]
        named = [word for word in (args["word"], args["also"]) if word]
        if language == "zh":
            length = f"恰好{most}个字" if least == most else f"{least}到{most}个字"
            avoid = f"不要出现“{args['avoid']}”。" if args["avoid"] else ""
            parts = [
                f"标题{length}。",
                f"要用到{'和'.join(f'“{word}”' for word in named)}。{avoid}",
                "标题中不用标点。",
            ]
            demands = "".join(parts[place] for place in ORDERS[args["order"]]) + "只写标题。"
        else:
            length = f"exactly {most}" if least == most else f"{least} to {most}"
            quoted = " and ".join(f'"{word}"' for word in named)
            avoid = f' Avoid the word "{args["avoid"]}".' if args["avoid"] else ""
            parts = [
                f"Use {length} words.",
                f"Let {quoted} be among its words.{avoid}",
                "Begin every word with a capital and put no full stop at the end.",
            ]
            demands = " ".join(parts[place] for place in ORDERS[args["order"]]) + " Give the title alone."
        return {"sentence": args["sentence"], "outlet": args["outlet"], "demands": demands}

    def quote(self, args: Args) -> str:
        sentence: str = args["sentence"]
        return sentence

    def solve(self, args: Args, language: str) -> Solution:
        rng = generator(self.id, "solve", canonical(args))
        if language == "en" and not args["also"] and rng.random() < SECOND_WORD:
            others = [word for word in nouns(args["sentence"]) if word not in (args["word"], args["avoid"])]
            fuller = {**args, "also": rng.choice(others)} if others else args
            args = fuller if fitting(fuller) else args
        return Solution(filled(rng.choice(fitting(args)), args))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """An added demand: a second word of the sentence, an exact number of words, or a word to avoid."""
        harder = []
        zh = language == "zh"
        others = [word for word in nouns(args["sentence"], language) if word not in (args["word"], args["avoid"])]
        if not args["also"] and others:
            other = rng.choice(others)
            more = 1 + len(other) if zh else PAIR
            room = {"least": args["least"] + more} if args["least"] == args["most"] else {}
            harder.append({**args, **room, "also": other, "most": args["most"] + more})
        if args["least"] < args["most"]:
            harder.append({**args, "least": args["most"]})
        if not args["avoid"]:
            usual = sorted(
                {word for form in fitting(args) for word in form.lower().split() if word.isalpha()} - {"and"}
            )
            if zh:
                usual = [part for part in AVOIDABLE if any(part in form for form in fitting(args))]
            unused = [word for word in others if word != args["also"]]
            if options := usual + unused:
                harder.append({**args, "avoid": rng.choice(options)})
        possible = [found for found in harder if fitting(found)]
        return rng.choice(possible) if possible else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind, zh = rng.choice(self.slip_kinds), language == "zh"
        form = rng.choice(fitting(args))
        title = filled(form, args)
        words = list(title) if zh else title.split()
        space = "" if zh else " "
        if kind == "too_long":
            words += (list(TOO_MUCH_CHINESE) if zh else TOO_MUCH)[: args["most"] + rng.randint(1, 3) - len(words)]
            return Slip(kind, space.join(words)) if len(words) > args["most"] else None
        if kind == "word_missing":
            others = ("它", "这件事", "别的东西") if zh else ("It", "This Thing", "Something Else")
            return Slip(kind, form.format(topic=rng.choice(others)))
        if kind == "wrong_form":
            place = rng.randrange(len(words) - 1) if zh else rng.randrange(len(words))
            words[place] = words[place] + rng.choice(PUNCTUATION) if zh else words[place].lower()
            return Slip(kind, space.join(words))
        if kind == "full_stop":
            return Slip(kind, title + ("。" if zh else "."))
        if kind == "sentence_copied":
            return Slip(kind, args["sentence"])
        return Slip(kind, title + "\n" + filled(rng.choice(fitting(args)), args))
