"""Tell a message in a stated number of emoji, under stated constraints (English and Chinese)."""

import random
from dataclasses import dataclass
from itertools import zip_longest

from filters.verdict import Level
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.emoji_ideas import DOES, WHEN, WHERE, WHO, Idea

MESSAGE_ORDER = {"en": ("who", "does", "where", "when"), "zh": ("who", "when", "where", "does")}
BETWEEN = {"en": " ", "zh": ""}
TABLES = {"who": WHO, "does": DOES, "where": WHERE, "when": WHEN}
DEMANDS = ("begins", "contains", "no_twice")
TOLD = {
    "en": {"begins": "Begin with {}.", "contains": "Use {}.", "no_twice": "No emoji twice."},
    "zh": {"begins": "以{}开头。", "contains": "要用到{}。", "no_twice": "表情不能重复。"},
}
NUMBERS = {
    "en": {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"},
    "zh": {2: "两", 3: "三", 4: "四", 5: "五", 6: "六"},
}


def ideas_in(message: str, language: str) -> list[Idea]:
    """The ideas that a message is made of: who does what, then where and when."""
    return [idea for table in TABLES.values() for idea in table if idea.words[language] in message]


def emoji_for(ideas: list[Idea]) -> list[str]:
    """All emoji of some ideas without repetition, the most telling one of each idea first."""
    rounds = zip_longest(*(idea.emoji for idea in ideas))
    return list(dict.fromkeys(emoji for row in rounds for emoji in row if emoji))


def chosen(args: Args, language: str) -> list[str]:
    """Emoji that tell the message and meet the demands."""
    told = emoji_for(ideas_in(args["message"], language))
    first = [args[demand] for demand in ("begins", "contains") if demand in args]
    begins = args.get("begins")
    picked = [*first, *(emoji for emoji in told if emoji not in first)][: args["count"]]
    picked.sort(key=lambda emoji: (emoji != begins, told.index(emoji)))
    return picked


class TaskFamily(Family):
    id = "emoji"
    category = "Creation/Non-verbal creation/Emoji creation"
    level = Level.CONSTRAINT
    checker = "emoji"
    wordings = {
        "en": (
            "Tell this in exactly {count} emoji: {message}.{demands} Nothing but emoji.",
            'Put "{message}" into {count} emoji.{demands} Write only emoji.',
            "Give {count} emoji for: {message}.{demands} Only emoji, please.",
            'Can you say "{message}" with {count} emoji and no words?{demands}',
            "Express in emoji ({count}, no text): {message}.{demands}",
            "Message: {message}. Turn it into {count} emoji.{demands} No words.",
            "Emoji only, {count} of them.{demands} The message: {message}.",
        ),
        "zh": (
            "用{count}个表情符号表达：{message}。{demands}只写表情。",
            "把“{message}”变成{count}个表情符号，不要文字。{demands}",
            "{message}——请用{count}个表情来说，不写别的。{demands}",
            "只用表情符号（{count}个）表示“{message}”。{demands}",
            "内容：{message}。换成{count}个表情符号，不带文字。{demands}",
            "能用{count}个表情表达“{message}”吗？只回表情。{demands}",
        ),
    }
    slip_kinds = ("one_missing", "one_too_many", "words_added", "words_instead", "demand_ignored")

    @dataclass(frozen=True, slots=True)
    class Config:
        fewest: int = 2
        most: int = 6
        demanding: float = 0.3
        """Share of tasks with a demand from the start."""

        def __post_init__(self) -> None:
            if not 2 <= self.fewest <= self.most <= 6:
                raise ValueError("emoji: need 2 <= fewest <= most <= 6")
            if not 0 <= self.demanding <= 1:
                raise ValueError("emoji: demanding is a share, from 0 to 1")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        left_out = rng.choice(("", "where", "when", "where when"))
        drawn = {part: rng.choice(table) for part, table in TABLES.items() if part not in left_out.split()}
        words = [drawn[part].words[language] for part in MESSAGE_ORDER[language] if part in drawn]
        most = min(self.config.most, len(emoji_for(list(drawn.values()))))
        args: Args = {
            "message": BETWEEN[language].join(words),
            "count": rng.randint(min(self.config.fewest, most), most),
        }
        return self.evolve(rng, args, language) if rng.random() < self.config.demanding else args

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One demand more, one that is not met by chance where that can be."""
        free = [demand for demand in DEMANDS if demand not in args]
        if not free:
            return None
        demand = rng.choice(free)
        if demand == "no_twice":
            return {**args, "no_twice": True}
        taken = [args[other] for other in ("begins", "contains") if other in args]
        told = [emoji for emoji in emoji_for(ideas_in(args["message"], language)) if emoji not in taken]
        unused = [emoji for emoji in told if emoji not in chosen(args, language)]
        return {**args, demand: rng.choice((demand == "contains" and unused) or told[1:])}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        told = [TOLD[language][demand].format(args[demand]) for demand in DEMANDS if demand in args]
        return {
            "count": NUMBERS[language][args["count"]],
            "message": args["message"],
            "demands": "".join(f"{BETWEEN[language]}{demand}" for demand in told),
        }

    def solve(self, args: Args, language: str) -> Solution:
        return Solution("".join(chosen(args, language)))

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        right = chosen(args, language)
        told = emoji_for(ideas_in(args["message"], language))
        words = [idea.words[language] for idea in ideas_in(args["message"], language)]
        kind = rng.choice(self.slip_kinds)
        match kind:
            case "one_missing":
                wrong = right[:-1]
            case "one_too_many":
                wrong = [*right, rng.choice(told)]
            case "words_added":
                wrong = [*right, f" {rng.choice(words)}"]
            case "words_instead":
                wrong = [rng.choice(words), *right[1:]]
            case _:
                ignoring = self._ignoring(rng, args, right, told)
                if ignoring is None:
                    return None
                wrong = ignoring
        return Slip(kind, "".join(wrong))

    @staticmethod
    def _ignoring(rng: random.Random, args: Args, right: list[str], told: list[str]) -> list[str] | None:
        """The right number of emoji against one of the demands; None if there is none."""
        given = [demand for demand in DEMANDS if demand in args]
        if not given:
            return None
        demand = rng.choice(given)
        if demand == "begins":
            return [*right[1:], right[0]]
        if demand == "contains":
            place = right.index(args["contains"])
            return [
                *right[:place],
                rng.choice([emoji for emoji in told if emoji != args["contains"]]),
                *right[place + 1 :],
            ]
        return [*right[:-1], right[0]]
