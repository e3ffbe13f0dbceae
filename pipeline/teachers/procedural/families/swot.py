"""Sort stated facts about a business into strengths, weaknesses, opportunities and threats (English and Chinese)."""

import random
from dataclasses import dataclass

from pipeline.teachers.procedural.family import Args, SeedText
from pipeline.teachers.procedural.solving.worked import WorkedFamily
from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.swot_facts import FACTS, FIRMS

LETTERS = "SWOT"
GROUPS = {
    "en": {"S": "strengths", "W": "weaknesses", "O": "opportunities", "T": "threats"},
    "zh": {"S": "优势", "W": "劣势", "O": "机会", "T": "威胁"},
}
COMMA = {"en": ", ", "zh": "，"}
NONE = {"en": "none", "zh": "无"}
ASKS = {
    "en": {
        "each": 'End with "Answer: " and S, W, O or T for each fact in order, with commas.',
        "list": 'Which facts are {group}? End with "Answer: " and their numbers, with commas, or "none".',
        "count": 'How many of the facts are {group}? End with "Answer: " and the number.',
    },
    "zh": {
        "each": "最后写“答案：”，依次为每条写S、W、O或T，用逗号隔开。",
        "list": "哪几条属于{group}？最后写“答案：”和序号（用逗号隔开），没有就写“无”。",
        "count": "有几条属于{group}？最后写“答案：”和数字。",
    },
}
MOST = 8


def _shapes() -> dict[tuple[str, str], str]:
    """Which letter a fact belongs to, by its text before and after the figure."""
    return {
        (before, after): letter
        for letter, texts in FACTS.items()
        for group in texts.values()
        for before, _, after in (text.partition("{number}") for text in group)
    }


_SHAPES = _shapes()


def letter_of(fact: str) -> str:
    for (before, after), letter in _SHAPES.items():
        if fact.startswith(before) and fact.endswith(after):
            return letter
    raise ValueError(f"swot: {fact!r} is no fact of the table")


class TaskFamily(WorkedFamily):
    id = "swot"
    category = "Knowledge Utilization/Open-book Questions/Brainstorming/SWOT"
    checker = "swot"
    wordings = {
        "en": (
            "{name} runs a {firm} and notes for a SWOT analysis:\n{facts}\nWhat comes from inside is a strength (S) "
            "or a "
            "weakness (W), what comes from outside an opportunity (O) or a threat (T). {ask}",
            "Do a SWOT analysis of {name}'s {firm} with these facts, told by the owner:\n{facts}\n{ask}",
            "{ask}\nThe facts on the {firm}, in {name}'s own words:\n{facts}\n(S and W: inside the firm; O and T: "
            "outside.)",
            "Help {name} to sort these notes on the {firm} into strengths, weaknesses, opportunities and "
            "threats.\n{facts}\n"
            "{ask}",
            "Facts about a {firm}, written down by {name}, who owns it:\n{facts}\nSort them into S, W, O and T. {ask}",
            "SWOT workshop, the case of the {firm} of {name}. {ask}\n{facts}",
        ),
        "zh": (
            "{name}经营一家{firm}，为SWOT分析记下：\n{facts}\n来自内部的是优势（S）或劣势（W），"
            "来自外部的是机会（O）或威胁（T）。{ask}",
            "请根据店主{name}说的情况给这家{firm}做SWOT分析：\n{facts}\n{ask}",
            "{ask}\n{firm}的情况（{name}自述）：\n{facts}\n（S和W来自内部，O和T来自外部。）",
            "帮{name}把{firm}的这些记录分为优势、劣势、机会和威胁。\n{facts}\n{ask}",
            "SWOT练习：{name}的{firm}。{ask}\n{facts}",
        ),
    }
    slip_kinds = ("one_moved", "inside_out", "one_missing", "one_too_many", "hedged")

    @dataclass(frozen=True, slots=True)
    class Config:
        min_facts: int = 3
        max_facts: int = 5

        def __post_init__(self) -> None:
            if not 2 <= self.min_facts <= self.max_facts < MOST:
                raise ValueError(f"swot: need 2 <= min_facts <= max_facts < {MOST}")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        ask = rng.choice(list(ASKS[language]))
        return {
            "name": rng.choice(NAMES[language]),
            "firm": rng.choice(FIRMS[language]),
            "ask": ask,
            "group": "" if ask == "each" else rng.choice(LETTERS),
            "facts": self._facts(rng, rng.randint(self.config.min_facts, self.config.max_facts), language),
        }

    @staticmethod
    def _facts(rng: random.Random, count: int, language: str) -> list[str]:
        everything = [text for texts in FACTS.values() for text in texts[language]]
        return [text.format(number=rng.randint(3, 19)) for text in rng.sample(everything, count)]

    def slots(self, args: Args, language: str) -> dict[str, str]:
        facts = args["facts"]
        group = GROUPS[language].get(args["group"], "")
        return {
            "name": args["name"],
            "firm": args["firm"],
            "facts": "\n".join(f"{number}. {fact[0].upper()}{fact[1:]}" for number, fact in enumerate(facts, 1)),
            "ask": ASKS[language][args["ask"]].format(group=group),
        }

    @staticmethod
    def _answer(args: Args, letters: list[str], language: str) -> str:
        if args["ask"] == "each":
            return COMMA[language].join(letters)
        numbers = [str(number) for number, letter in enumerate(letters, 1) if letter == args["group"]]
        return str(len(numbers)) if args["ask"] == "count" else COMMA[language].join(numbers) or NONE[language]

    def work(self, args: Args, language: str) -> tuple[list[str], str]:
        letters = [letter_of(fact) for fact in args["facts"]]
        lines = [f"{number}. {GROUPS[language][letter]}" for number, letter in enumerate(letters, 1)]
        return lines, self._answer(args, letters, language)

    def mistake(self, rng: random.Random, kind: str, args: Args, language: str) -> str | None:
        letters = [letter_of(fact) for fact in args["facts"]]
        place = rng.randrange(len(letters))
        match kind:
            case "one_moved":
                letters[place] = rng.choice([letter for letter in LETTERS if letter != letters[place]])
            case "inside_out":
                letters = [{"S": "O", "O": "S", "W": "T", "T": "W"}[letter] for letter in letters]
            case "one_missing":
                letters.pop(place)
            case "one_too_many":
                letters.append(args["group"] or rng.choice(LETTERS))
            case _:
                return f"{self._answer(args, letters, language)} ({'or' if language == 'en' else '或'} {place})"
        return self._answer(args, letters, language)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """More facts."""
        if len(args["facts"]) > self.config.max_facts:
            return None
        return {**args, "facts": self._facts(rng, rng.randint(self.config.max_facts + 1, MOST), language)}
