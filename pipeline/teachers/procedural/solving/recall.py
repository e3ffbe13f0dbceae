"""What the families that ask for facts have in common: how a question is put, answered and got wrong.

A task asks `ask` of `items` on some occasion (`setting`): a fact of each item, which of them fit, or their order.
"""

import random
from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from pipeline.teachers.procedural.family import Args, Family, Slip, Solution

FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
COMMA = {"en": ", ", "zh": "，"}
LIST = {"en": ", ", "zh": "、"}
EITHER = {"en": "{} or {}", "zh": "{}或{}"}
MOST_ITEMS = 3
"""Facts asked for at once."""


@dataclass(frozen=True, slots=True)
class Put:
    """One question: asked, commanded, and the form of the answer; texts with {items} and perhaps {target}."""

    question: str
    command: str
    form: str


class RecallFamily(Family):
    """A family whose answers are short facts in a list (mostly of one)."""

    wordings: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "en": (
            "{setting} {question} {form}",
            "{setting} {command} {form}",
            "{question} {form}\n\n{setting}",
            "{setting}\n\nQuestion: {question}\n{form}",
            "{setting}\nTask: {command}\n{form}",
            "Please help. {setting} {question}\n{form}",
            "{command} {form} ({setting})",
            "{form}\n{setting}\n{question}",
        ),
        "zh": (
            "{setting}{question}{form}",
            "{setting}{command}{form}",
            "{question}{form}\n\n{setting}",
            "{setting}\n问题：{question}\n{form}",
            "{setting}\n任务：{command}\n{form}",
            "请帮帮忙。{setting}{question}\n{form}",
            "{form}\n{setting}\n{question}",
        ),
    }
    slip_kinds = ("near_miss", "another", "wrong_form", "one_too_many", "hedged")
    asks: ClassVar[Mapping[str, Mapping[str, tuple[Put, Put]]]]
    """By language and question: how to put it for one answer and for several."""
    sorts: ClassVar[tuple[str, ...]] = ()
    """Questions whose answer is all items in order."""

    @abstractmethod
    def answers(self, args: Args, language: str) -> list[str]:
        """The right answers in order."""

    @abstractmethod
    def rivals(self, args: Args, right: str, language: str) -> Sequence[str]:
        """Wrong answers in the form of `right`, the likeliest first."""

    @abstractmethod
    def other_form(self, args: Args, right: str, language: str) -> str:
        """What one who mixes up the question says for `right`: a name for a symbol, a country for its capital."""

    def shown(self, item: str, language: str) -> str:
        """An item as a sentence has it."""
        return item

    def slots(self, args: Args, language: str) -> dict[str, str]:
        put = self.asks[language][args["ask"]][args["several"]]
        items = LIST[language].join(self.shown(item, language) for item in args["items"])
        return {
            "setting": args["setting"],
            "question": put.question.format(items=items, target=args["target"]),
            "command": put.command.format(items=items, target=args["target"]),
            "form": put.form,
        }

    def solve(self, args: Args, language: str) -> Solution:
        answer = COMMA[language].join(self.answers(args, language))
        return Solution(FINAL[language].format(answer), answer)

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        right = self.answers(args, language)
        wrong, kind, place = list(right), rng.choice(self.slip_kinds), rng.randrange(len(right))
        rivals = self.rivals(args, right[place], language)
        if kind == "near_miss" and args["ask"] in self.sorts:
            place = rng.randrange(len(right) - 1)
            wrong[place : place + 2] = reversed(wrong[place : place + 2])
        elif kind == "near_miss":
            wrong[place] = rng.choice(rivals[:2])
        elif kind == "another":
            wrong[place] = rng.choice(rivals)
        elif kind == "wrong_form":
            wrong[place] = self.other_form(args, right[place], language)
        elif kind == "one_too_many":
            wrong.insert(place + 1, rng.choice(rivals))
        else:
            wrong[place] = EITHER[language].format(right[place], rng.choice(rivals))
        return Slip(kind, FINAL[language].format(COMMA[language].join(wrong))) if wrong != right else None
