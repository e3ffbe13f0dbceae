"""Put shuffled sentences into an order that each of them states: dates, times, ranks, measures, its length."""

import random
import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.sortable_sentences import MONTHS, ORDINALS, PATTERNS, PLACES, RULES, UNITS

LETTERS = "ABCDEFGH"
FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
COMMA = {"en": ", ", "zh": "，"}
VALUED = tuple(PATTERNS["en"])
SMALL_UNIT, LARGE_UNIT = (2, 3000), (2, 40)


def value(rng: random.Random, rule: str, language: str, mixed: bool) -> str:
    """One thing to sort by, as the sentence says it; `mixed` allows a second way of saying it."""
    other = mixed and rng.random() < 0.5
    if rule == "date":
        year, month, day = rng.randint(1820, 1999), rng.randint(1, 12), rng.randint(1, 28)
        if language == "zh":
            return f"{year}年{month}月{day}日"
        name = MONTHS[month - 1]
        return f"{name} {day}, {year}" if other else f"{day} {name} {year}"
    if rule == "clock":
        return f"{rng.randint(5, 23):02}:{rng.randrange(0, 60, 5):02}"
    if rule == "rank":
        return rng.choice(ORDINALS[language])
    unit, size = UNITS[language][rule][other]
    number = rng.randint(*(SMALL_UNIT if size == 1 else LARGE_UNIT)) if rule != "span" or other else rng.randint(5, 400)
    return f"{number} {unit}" if language == "en" else f"{number}{unit}"


@lru_cache(maxsize=8192)
def place_in_order(sentence: str, rule: str, language: str) -> tuple[int, ...]:
    """What a sentence is sorted by, as numbers that compare."""
    if rule == "words":
        return (len(sentence.split()) if language == "en" else len(sentence),)
    if rule == "initial":
        return (ord(sentence[0]),)
    numbers = [int(run) for run in re.findall(r"\d+", sentence)]
    if rule == "date" and language == "en":
        month = next(n for n, name in enumerate(MONTHS) if f"{name} " in sentence)
        day, year = sorted(numbers)
        return year, month, day
    if rule in ("date", "clock"):
        return tuple(numbers)
    if rule == "rank":
        word = max((word for word in ORDINALS[language] if word in sentence), key=len)
        return (ORDINALS[language].index(word),)
    unit = max((unit for unit in UNITS[language][rule] if unit[0] in sentence), key=lambda unit: len(unit[0]))
    return (numbers[0] * unit[1],)


def order(args: Args, language: str) -> list[int]:
    """The numbers of the sentences (from 0) in order."""
    keys = [place_in_order(sentence, args["rule"], language) for sentence in args["sentences"]]
    return sorted(range(len(keys)), key=keys.__getitem__, reverse=args["down"])


class TaskFamily(Family):
    id = "sentence_sorting"
    category = "Language Understanding/Sorting/Sentence Sorting"
    checker = "sentence_sorting"
    wordings = {
        "en": (
            "Sort these sentences {rule}.\n{sentences}\n{form}",
            "{sentences}\n\nIn what order do the sentences above come, {rule}? {form}",
            "The following got shuffled:\n{sentences}\nPlease put the sentences in order: {rule}. {form}",
            "Order: {rule}. {form}\n\n{sentences}",
            "Can you arrange the notes below {rule}?\n\n{sentences}\n\n{form}",
            "{form} These are the sentences, to be sorted {rule}:\n{sentences}",
        ),
        "zh": (
            "请把下面的句子{rule}排列。\n{sentences}\n{form}",
            "{sentences}\n\n以上各句{rule}应当怎样排列？{form}",
            "下面的句子顺序乱了：\n{sentences}\n请{rule}重新排好。{form}",
            "排序要求：{rule}。{form}\n\n{sentences}",
            "能把这几句话{rule}排一排吗？\n\n{sentences}\n\n{form}",
        ),
    }
    slip_kinds = ("two_swapped", "reversed", "one_missing", "one_repeated", "as_given", "rotated")
    FORM = {
        "en": 'Write the sentences out in order, then end with "Answer: " and their letters, separated by commas.',
        "zh": "先按顺序写出各句，最后一行写“答案：”和句子的字母，用逗号隔开。",
    }

    @dataclass(frozen=True, slots=True)
    class Config:
        min_sentences: int = 3
        max_sentences: int = 5

        def __post_init__(self) -> None:
            if not 3 <= self.min_sentences <= self.max_sentences <= len(LETTERS):
                raise ValueError(f"sentence_sorting: need 3 <= min_sentences <= max_sentences <= {len(LETTERS)}")

    def _sentence(self, rng: random.Random, rule: str, language: str, mixed: bool) -> str:
        topic = rng.choice(VALUED) if rule in ("words", "initial") else rule
        told: str = rng.choice(PATTERNS[language][topic])
        return told.format(
            name=rng.choice(NAMES[language]),
            place=rng.choice(PLACES[language]),
            v=value(rng, topic, language, mixed),
        )

    def _another(self, rng: random.Random, args: Args, language: str) -> str | None:
        """A sentence whose place differs from those of all others; None after some vain tries."""
        taken = {place_in_order(sentence, args["rule"], language) for sentence in args["sentences"]}
        for _ in range(20):
            new = self._sentence(rng, args["rule"], language, args["mixed"])
            if place_in_order(new, args["rule"], language) not in taken:
                return new
        return None

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        rule = rng.choice(list(RULES[language]))
        args: Args = {"sentences": [], "rule": rule, "down": rng.random() < 0.4, "mixed": rng.random() < 0.3}
        for _ in range(rng.randint(self.config.min_sentences, self.config.max_sentences)):
            new = self._another(rng, args, language)
            if new is None:
                return None
            args["sentences"].append(new)
        return args

    def slots(self, args: Args, language: str) -> dict[str, str]:
        lines = [f"{letter}. {text}" for letter, text in zip(LETTERS, args["sentences"], strict=False)]
        rule = RULES[language][args["rule"]][args["down"]]
        return {"sentences": "\n".join(lines), "rule": rule, "form": self.FORM[language]}

    def solve(self, args: Args, language: str) -> Solution:
        found = order(args, language)
        answer = COMMA[language].join(LETTERS[place] for place in found)
        lines = [f"{number}. {args['sentences'][place]}" for number, place in enumerate(found, 1)]
        return Solution("\n".join([*lines, FINAL[language].format(answer)]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One sentence more, in a place of its own."""
        if len(args["sentences"]) == len(LETTERS):
            return None
        new = self._another(rng, args, language)
        if new is None:
            return None
        texts = list(args["sentences"])
        texts.insert(rng.randint(0, len(texts)), new)
        return {**args, "sentences": texts}

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        right = order(args, language)
        wrong, kind, at = list(right), rng.choice(self.slip_kinds), rng.randrange(len(right))
        if kind == "two_swapped":
            wrong[at - 1], wrong[at] = wrong[at], wrong[at - 1]
        elif kind == "reversed":
            wrong.reverse()
        elif kind == "one_missing":
            del wrong[at]
        elif kind == "one_repeated":
            wrong[at] = wrong[at - 1]
        elif kind == "as_given":
            wrong.sort()
        else:
            turn = rng.randrange(1, len(right))
            wrong = right[turn:] + right[:turn]
        if wrong == right:
            return None
        return Slip(kind, FINAL[language].format(COMMA[language].join(LETTERS[place] for place in wrong)))
