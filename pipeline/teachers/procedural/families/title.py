"""Write a title for one sentence of the seed: some words, all capitalised, one of them from the sentence."""

import random
from dataclasses import dataclass
from functools import cache, lru_cache

from filters.verdict import Level
from pipeline.keyed import canonical, generator
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.passage import runs
from pipeline.teachers.procedural.solving.topics import topics
from pipeline.teachers.procedural.words.title_forms import TITLES

LEAST = 2
SHORTEST_LIMIT, LONGEST_LIMIT = 3, 8
PAIR = 2
"""Words that a second topic adds."""
SECOND_WORD = 0.3
"""Share of the answers that name a second word of the sentence unasked."""
TOO_MUCH = "As Seen By Those Who Have Worked With It For Years".split()


@cache
def vocabulary() -> frozenset[str]:
    """All words of the forms, in lower case: none of them is ever the topic."""
    return frozenset(word for title in TITLES for word in title.lower().split()) | {word.lower() for word in TOO_MUCH}


@lru_cache(maxsize=4096)
def within(least: int, most: int, avoid: str) -> tuple[str, ...]:
    """The forms that have so many words with one noun in them, and lack a word."""
    return tuple(
        title for title in TITLES if least <= len(title.split()) <= most and avoid not in title.lower().split()
    )


def nouns(sentence: str) -> list[str]:
    return [word for word in topics(sentence) if word not in vocabulary()]


def fitting(args: Args) -> tuple[str, ...]:
    """The forms that meet every demand."""
    more = PAIR if args["also"] else 0
    return within(args["least"] - more, args["most"] - more, args["avoid"])


def filled(form: str, args: Args) -> str:
    return form.format(topic=" And ".join(word.capitalize() for word in (args["word"], args["also"]) if word))


class TaskFamily(Family):
    id = "title"
    category = "Language Generation/Summary_Abstract_title/Title Generation"
    seed_kind = "document"
    level = Level.CONSTRAINT
    checker = "title"
    wordings = {
        "en": (
            "{sentence}\n\nWrite a title for this sentence. {demands}",
            "Give this sentence a title. {demands}\n\n{sentence}",
            "{sentence}\n\nWhat would be a good title? {demands}",
            "Please put a title over the following sentence. {demands}\n\nSentence: {sentence}",
            "Title wanted. {demands}\nText: {sentence}",
            "Text: {sentence}\nTask: a title for it. {demands}",
            "Here is the sentence of a page that still needs a title: {sentence}\n{demands}",
        )
    }
    slip_kinds = ("too_long", "word_missing", "small_letter", "full_stop", "sentence_copied", "two_titles")

    @dataclass(frozen=True, slots=True)
    class Config:
        shortest: int = 60
        longest: int = 160

        def __post_init__(self) -> None:
            if not 24 <= self.shortest < self.longest <= 220:
                raise ValueError("title: need 24 <= shortest < longest <= 220 (characters of a sentence)")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        sentences = [s for run in runs(seed.text) for s in run if self.config.shortest <= len(s) <= self.config.longest]
        rng.shuffle(sentences)
        for sentence in sentences:
            if here := nouns(sentence):
                return {
                    "sentence": sentence,
                    "word": rng.choice(here),
                    "also": "",
                    "least": LEAST,
                    "most": rng.randint(SHORTEST_LIMIT, LONGEST_LIMIT),
                    "avoid": "",
                }
        return None

    def slots(self, args: Args, language: str) -> dict[str, str]:
        least, most = args["least"], args["most"]
        size = f"exactly {most}" if least == most else f"{least} to {most}"
        quoted = f'"{args["word"]}"' + (f' and "{args["also"]}"' if args["also"] else "")
        avoid = f', but not "{args["avoid"]}"' if args["avoid"] else ""
        return {
            "sentence": args["sentence"],
            "demands": f"Use {size} words, among them {quoted}{avoid}. Begin every word with a capital, no full "
            "stop at the end. Give the title alone.",
        }

    def quote(self, args: Args) -> str:
        sentence: str = args["sentence"]
        return sentence

    def solve(self, args: Args, language: str) -> Solution:
        rng = generator(self.id, "solve", canonical(args))
        if not args["also"] and rng.random() < SECOND_WORD:
            others = [word for word in nouns(args["sentence"]) if word not in (args["word"], args["avoid"])]
            fuller = {**args, "also": rng.choice(others)} if others else args
            args = fuller if fitting(fuller) else args
        return Solution(filled(rng.choice(fitting(args)), args))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """An added demand: a second word of the sentence, an exact number of words, or a word to avoid."""
        harder = []
        others = [word for word in nouns(args["sentence"]) if word not in (args["word"], args["avoid"])]
        if not args["also"] and others:
            room = {"least": args["least"] + PAIR} if args["least"] == args["most"] else {}
            harder.append({**args, **room, "also": rng.choice(others), "most": args["most"] + PAIR})
        if args["least"] < args["most"]:
            harder.append({**args, "least": args["most"]})
        if not args["avoid"]:
            usual = sorted(
                {word for form in fitting(args) for word in form.lower().split() if word.isalpha()} - {"and"}
            )
            unused = [word for word in others if word != args["also"]]
            harder.append({**args, "avoid": rng.choice(usual + unused)})
        possible = [found for found in harder if fitting(found)]
        return rng.choice(possible) if possible else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind = rng.choice(self.slip_kinds)
        form = rng.choice(fitting(args))
        words = filled(form, args).split()
        if kind == "too_long":
            over = args["most"] + rng.randint(1, 3) - len(words)
            words += TOO_MUCH[:over]
            return Slip(kind, " ".join(words)) if len(words) > args["most"] else None
        if kind == "word_missing":
            return Slip(kind, form.format(topic=rng.choice(("It", "This Thing", "Something Else"))))
        if kind == "small_letter":
            place = rng.randrange(len(words))
            words[place] = words[place].lower()
            return Slip(kind, " ".join(words))
        if kind == "full_stop":
            return Slip(kind, " ".join(words) + ".")
        if kind == "sentence_copied":
            return Slip(kind, args["sentence"])
        return Slip(kind, " ".join(words) + "\n" + filled(rng.choice(fitting(args)), args))
