"""What the families have in common whose task is to choose a label for a text from a stated list.

A text is made of a pattern that belongs to one label. The solver knows a pattern again by its fixed parts, the text
between its slots; the checkers read stems of telling words instead.
"""

import random
import re
from abc import abstractmethod
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.labelled_texts import LabelledTexts

FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
COMMA = {"en": ", ", "zh": "，"}
LIST = {"en": ", ", "zh": "、"}
QUOTED = {"en": '"{}"', "zh": "“{}”"}
FORM = {
    "en": ('Reply with "Answer: label".', 'Reply with "Answer: " and the labels in order, with commas.'),
    "zh": ("按“答案：标签”的格式回答。", "回答“答案：”，后面依次写标签，用逗号隔开。"),
}
STOPS = "?.!？。！"
MOST_TEXTS = 3

_SLOT = re.compile(r"\{\w+\}")

Shape = tuple[str, tuple[str, ...]]
"""A label and the fixed parts of one of its patterns, in small letters."""


def shapes(texts: LabelledTexts) -> tuple[Shape, ...]:
    """All patterns as shapes, those with the most fixed text first, so that the first that fits fits best."""
    found = [
        (label, tuple(_SLOT.split(pattern.lower()))) for label, group in texts.patterns.items() for pattern in group
    ]
    return tuple(sorted(found, key=lambda shape: -len("".join(shape[1]))))


def fits(parts: tuple[str, ...], text: str) -> bool:
    """Whether the parts stand in the text in their order."""
    place = 0
    for part in parts:
        place = text.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return True


class LabellingFamily(Family):
    """A family with the tables of its texts; everything else is the same for all."""

    slip_kinds = ("wrong_label", "outside_list", "two_labels", "whole_list", "text_repeated")

    @dataclass(frozen=True, slots=True)
    class Config:
        min_labels: int = 5
        max_labels: int = 7

        def __post_init__(self) -> None:
            if not 3 <= self.min_labels <= self.max_labels <= 10:
                raise ValueError("labels: need 3 <= min_labels <= max_labels <= 10, so that some are left outside")

    @property
    @abstractmethod
    def texts(self) -> dict[str, LabelledTexts]:
        """The tables by language."""

    @cached_property
    def shapes(self) -> dict[str, tuple[Shape, ...]]:
        return {language: shapes(texts) for language, texts in self.texts.items()}

    def tell(self, rng: random.Random, language: str, label: str) -> str:
        """A text of that label."""
        texts = self.texts[language]
        filled: dict[str, Any] = {slot: rng.choice(options) for slot, options in texts.fillers.items()}
        pattern = rng.choice(texts.patterns[label])
        frame = rng.choice(texts.openings if pattern.endswith(tuple(STOPS)) else texts.frames)
        told = frame.format(text=pattern.format(**filled), **filled)
        return told[0].upper() + told[1:]

    def label_of(self, text: str, language: str) -> str:
        folded = text.lower()
        for label, parts in self.shapes[language]:
            if fits(parts, folded):
                return label
        raise ValueError(f"{self.id}: no known pattern in {text!r}; `propose` and `evolve` are what makes texts")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        count = rng.randint(self.config.min_labels, self.config.max_labels)
        labels = rng.sample(list(self.texts[language].patterns), count)
        return {"texts": [self.tell(rng, language, rng.choice(labels))], "labels": labels}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        texts: list[str] = args["texts"]
        several = len(texts) > 1
        numbered = "\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1))
        return {
            "texts": f"\n{numbered}\n" if several else QUOTED[language].format(texts[0]),
            "labels": LIST[language].join(args["labels"]),
            "form": FORM[language][several],
        }

    def render(self, args: Args, language: str, wording: int) -> str:
        """The prompt; a numbered list of texts has lines of its own without blanks around them."""
        text = super().render(args, language, wording)
        return re.sub(r" *\n[ \n]*", "\n", text).strip()

    def solve(self, args: Args, language: str) -> Solution:
        answer = COMMA[language].join(self.label_of(text, language) for text in args["texts"])
        return Solution(FINAL[language].format(answer), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One text more, to be labelled in order; or a sentence beside the point in the text."""
        texts: list[str] = args["texts"]
        tables = self.texts[language]
        free = [place for place, text in enumerate(texts) if not any(aside in text for aside in tables.asides)]
        if free and (len(texts) == MOST_TEXTS or rng.random() < 0.5):
            place = rng.choice(free)
            pair = [rng.choice(tables.asides), texts[place]]
            rng.shuffle(pair)
            return {**args, "texts": [*texts[:place], tables.joint.join(pair), *texts[place + 1 :]]}
        if len(texts) == MOST_TEXTS:
            return None
        another = self.tell(rng, language, rng.choice(args["labels"]))
        return {**args, "texts": rng.sample([*texts, another], len(texts) + 1)}

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        named = [self.label_of(text, language) for text in args["texts"]]
        place = rng.randrange(len(named))
        right, kind = named[place], rng.choice(self.slip_kinds)
        others = [label for label in args["labels"] if label != right]
        outside = [label for label in self.texts[language].patterns if label not in args["labels"]]
        match kind:
            case "wrong_label":
                named[place] = rng.choice(others)
            case "outside_list":
                named[place] = rng.choice(outside)
            case "two_labels":
                named.insert(place + rng.randint(0, 1), rng.choice(others))
            case "whole_list":
                named = list(args["labels"])
            case "text_repeated":
                named = [args["texts"][place]]
        return Slip(kind, FINAL[language].format(COMMA[language].join(named)))
