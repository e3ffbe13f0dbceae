"""What the families have in common that know several kinds of exercise.

A kind draws its quantities, tells them, works them out, makes them harder and knows which wrong answers its typical
mistakes lead to; the family puts a scene in front, words the whole and plants the mistakes.
"""

import random
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.lessons import lesson

FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
LIST = {"en": ", ", "zh": "、"}

Worked = tuple[list[str], Any]
"""Lines of work, and the value they lead to."""


def pick(language: str, english: str, chinese: str) -> str:
    """The text of the language."""
    return english if language == "en" else chinese


def count_of(count: int, one: str, many: str) -> str:
    """A count with its English noun."""
    return f"{count} {one if count == 1 else many}"


def written(lines: list[str], language: str, answer: str) -> str:
    """Lines of work and the answer, with the language's own colon."""
    work = [line.replace(": ", "：") for line in lines] if language == "zh" else lines
    return "\n".join([*work, FINAL[language].format(answer)])


class Kind(ABC):
    """One kind of exercise. All methods are pure."""

    weight: ClassVar[int] = 1
    """How often it is drawn, against the others."""

    @abstractmethod
    def draw(self, rng: random.Random, language: str) -> Args:
        """The quantities that the exercise states."""

    @abstractmethod
    def tell(self, args: Args, language: str) -> str:
        """The exercise, with the form of its answer where that is not plain."""

    @abstractmethod
    def work(self, args: Args, language: str) -> Worked:
        """The lines that lead to the value, and the value."""

    @abstractmethod
    def mistakes(self, rng: random.Random, args: Args, value: Any) -> Mapping[str, Any]:
        """Wrong values by kind of slip; those that happen to be right are dropped."""

    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return None


class KindsFamily(Family):
    """A family of several kinds; its answers are written by `shown`."""

    wordings: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "en": (
            "{setting} {task} Show your work.",
            "{task} Explain in a few lines.\n\n{setting}",
            "{setting}\n\nProblem: {task}",
            "Please help: {task} ({setting})",
            "{setting} Can you solve it step by step?\n{task}",
            "Solve and end with a line that starts with “Answer:”.\n{setting} {task}",
            "{task}\nKeep the steps short. {setting}",
        ),
        "zh": (
            "{setting}{task}请写出过程。",
            "{task}请简要说明。\n\n{setting}",
            "{setting}\n题目：{task}",
            "请帮忙解答：{task}（{setting}）",
            "{setting}你能一步一步做出来吗？\n{task}",
            "请解题，最后一行以“答案：”开头。\n{setting}{task}",
            "{task}\n步骤尽量简短。{setting}",
        ),
    }
    kinds: ClassVar[Mapping[str, Kind]]

    def scene(self, rng: random.Random, language: str) -> str:
        """The sentence in front."""
        return lesson(rng, language)

    def shown(self, value: Any, args: Args, language: str) -> str:
        """A value as the answer has it."""
        return str(value)

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        name = rng.choice([name for name, kind in self.kinds.items() for _ in range(kind.weight)])
        return {"kind": name, "setting": self.scene(rng, language), **self.kinds[name].draw(rng, language)}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        return {"setting": args["setting"], "task": self.kinds[args["kind"]].tell(args, language)}

    def solve(self, args: Args, language: str) -> Solution:
        lines, value = self.kinds[args["kind"]].work(args, language)
        answer = self.shown(value, args, language)
        return Solution(written(lines, language, answer), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return self.kinds[args["kind"]].harder(rng, args, language)

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind = self.kinds[args["kind"]]
        lines, value = kind.work(args, language)
        right = self.shown(value, args, language)
        wrong = {
            name: text
            for name, other in kind.mistakes(rng, args, value).items()
            if other is not None and other != value and (text := self.shown(other, args, language)) != right
        }
        possible = [name for name in self.slip_kinds if name in wrong]
        if not possible:
            return None
        chosen = rng.choice(possible)
        return Slip(chosen, written(lines[:-1], language, wrong[chosen]))
