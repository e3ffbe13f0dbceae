"""A family whose answer follows from what the prompt states: worked lines, and a final answer that is a short text.

A family gives `work` (the lines and the answer) and `mistake` (a wrong answer of a kind); the rest is the same for all.
"""

import random
from abc import abstractmethod

from pipeline.teachers.procedural.family import Args, Family, Slip, Solution

FINAL = {"en": "Answer: {}", "zh": "答案：{}"}


class WorkedFamily(Family):
    @abstractmethod
    def work(self, args: Args, language: str) -> tuple[list[str], str]:
        """The lines of the working, and the answer in the one form that the checker's is compared with."""

    @abstractmethod
    def mistake(self, rng: random.Random, kind: str, args: Args, language: str) -> str | None:
        """An answer with that kind of mistake; None if the task admits none. The right answer counts as none."""

    def solve(self, args: Args, language: str) -> Solution:
        lines, answer = self.work(args, language)
        return Solution("\n".join([*lines, FINAL[language].format(answer)]), answer)

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind = rng.choice(self.slip_kinds)
        lines, right = self.work(args, language)
        wrong = self.mistake(rng, kind, args, language)
        if wrong is None or wrong == right:
            return None
        return Slip(kind, "\n".join([*lines, FINAL[language].format(wrong)]))
