"""A family of facts with questions of its own: each is drawn, answered and mistaken in one place.

`extra` names the questions, each as often as it is to be drawn; `draw` gives the items and target of one, `fact` its
right answers, `decoys` and `mixed_up` its wrong ones. A harder form is one with more items.
"""

import random
from collections.abc import Mapping, Sequence
from typing import ClassVar

from pipeline.teachers.procedural.family import Args, SeedText
from pipeline.teachers.procedural.solving.recall import Put, RecallFamily
from pipeline.teachers.procedural.words.occasions import occasion

ONE, LISTED = (
    'Reply with "Answer: " and {}.',
    'Reply with "Answer: " and {}, in that order and separated by commas.',
)
ONE_ZH, LISTED_ZH = "只写一行：“答案：”和{}。", "只写一行：“答案：”，依次写出{}，用逗号隔开。"


def pair(question: str, command: str, one: str, several: str = "") -> tuple[Put, Put]:
    """A question in the same words for one item and for several; `one` and `several` name what is to be answered."""
    chinese = not (question + command).isascii() and any(char >= "\u4e00" for char in question)
    form, listed = (ONE_ZH, LISTED_ZH) if chinese else (ONE, LISTED)
    return Put(question, command, form.format(one)), Put(question, command, listed.format(several or one))


class QuestionFamily(RecallFamily):
    """A family whose questions are its own."""

    occasions: ClassVar[Mapping[str, tuple[str, ...]]]
    extra: ClassVar[tuple[str, ...]] = ()
    listed: ClassVar[tuple[str, ...]] = ()
    """Questions whose answer is a list however many items there are."""
    becomes: ClassVar[Mapping[str, str]] = {}
    """Questions that turn into another when they are made harder."""

    def draw(self, rng: random.Random, ask: str, harder: bool, language: str) -> tuple[list[str], str]:
        """Items and target of a question of the family's own."""
        raise NotImplementedError(ask)

    def fact(self, ask: str, items: list[str], target: str, language: str) -> list[str]:
        """Its right answers."""
        raise NotImplementedError(ask)

    def decoys(self, args: Args, right: str, language: str) -> Sequence[str]:
        """Wrong answers to it, the likeliest first: by default the numbers around a number."""
        value = int(right)
        return [str(near) for near in (value + 1, value - 1, value + 2, value + 10, 2 * value + 1) if near >= 0]

    def mixed_up(self, args: Args, right: str, language: str) -> str:
        """What one who mixes up its question says."""
        return f"{args['items'][0]} {right}"

    def asked(self) -> tuple[str, ...]:
        """The questions to draw from."""
        return self.extra

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        ask = rng.choice(self.asked())
        items, target = self.draw(rng, ask, False, language)
        args = {
            "language": language,
            "setting": occasion(rng, language, self.occasions),
            "ask": ask,
            "items": items,
            "target": target,
        }
        return {**args, "several": ask in self.listed or len(self.answers(args, language)) > 1}

    def answers(self, args: Args, language: str) -> list[str]:
        return self.fact(args["ask"], args["items"], args["target"], language)

    def rivals(self, args: Args, right: str, language: str) -> Sequence[str]:
        return self.decoys(args, right, language)

    def other_form(self, args: Args, right: str, language: str) -> str:
        return self.mixed_up(args, right, language)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """The same question, or what it becomes, with more items."""
        ask = self.becomes.get(args["ask"], args["ask"])
        items, target = self.draw(rng, ask, True, language)
        if len(items) < len(args["items"]) or (len(items) == len(args["items"]) and ask == args["ask"]):
            return None
        harder = {**args, "ask": ask, "items": items, "target": target}
        return {**harder, "several": ask in self.listed or len(self.answers(harder, language)) > 1}
