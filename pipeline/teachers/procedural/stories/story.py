"""What a story is: quantities to draw, a text to tell, and a plan of single operations that leads to the answer.

A plan is data, not text, so that a mistake can be planted in any of its steps and the steps after it follow from it.
"""

import random
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.exact import show

Label = tuple[str, str]
"""What a step finds, in English and in Chinese."""


@dataclass(frozen=True, slots=True)
class Result:
    """The result of an earlier step, by its place in the plan."""

    step: int


Operand = Fraction | Result
Quantity = int | str | Result
"""What a plan may work with: a whole number, a decimal as text, or an earlier result."""


@dataclass(frozen=True, slots=True)
class Step:
    label: Label
    left: Operand
    symbol: str
    right: Operand


class Plan:
    """Steps in the order in which they are worked. The last one's result is the answer."""

    def __init__(self) -> None:
        self.steps: list[Step] = []

    def add(self, english: str, chinese: str, left: Quantity, symbol: str, right: Quantity) -> Result:
        """Append a step."""
        operands = [side if isinstance(side, Result) else Fraction(side) for side in (left, right)]
        self.steps.append(Step((english, chinese), operands[0], symbol, operands[1]))
        return Result(len(self.steps) - 1)

    def total(self, english: str, chinese: str, parts: Sequence[Result]) -> Result:
        """Append the additions that sum up earlier results; one part is its own sum."""
        sum_so_far = parts[0]
        for part in parts[1:]:
            sum_so_far = self.add(english, chinese, sum_so_far, "+", part)
        return sum_so_far


def apply(left: Fraction, symbol: str, right: Fraction) -> Fraction:
    """Raises ZeroDivisionError."""
    match symbol:
        case "+":
            return left + right
        case "-":
            return left - right
        case "×":
            return left * right
        case "÷":
            return left / right
    raise ValueError(f"a step's symbol is one of + - × ÷, not {symbol!r}")


def carry_out(steps: Sequence[Step], errors: Mapping[int, int], language: str) -> tuple[list[str], Fraction]:
    """The steps as lines of text, and the last result. `errors` are added to the results of some steps.

    Raises ZeroDivisionError, which only a plan with a mistake in it can meet.
    """
    results: list[Fraction] = []
    lines = []
    for place, step in enumerate(steps):
        left, right = (results[side.step] if isinstance(side, Result) else side for side in (step.left, step.right))
        value = apply(left, step.symbol, right) + errors.get(place, 0)
        results.append(value)
        worked = f"{show(left)} {step.symbol} {show(right)} = {show(value)}"
        lines.append(f"{step.label[0]}: {worked}" if language == "en" else f"{step.label[1]}：{worked}")
    return lines, results[-1]


class Story(ABC):
    """One kind of word problem. Quantities in its arguments are whole numbers, or decimals as text."""

    id: ClassVar[str]
    tellings: ClassVar[Mapping[str, tuple[str, ...]]]
    """By language, the texts of the story with {slots}, each ending in its question."""

    @abstractmethod
    def draw(self, rng: random.Random, language: str) -> Args:
        """The quantities and names, and the `unit` of the answer."""

    @abstractmethod
    def facts(self, args: Args, language: str) -> dict[str, str]:
        """The values for the tellings' slots that are not arguments themselves."""

    @abstractmethod
    def plan(self, args: Args) -> Plan: ...

    @abstractmethod
    def harder(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One step more. None if the story is as hard as it gets."""

    def tell(self, args: Args, language: str) -> str:
        tellings = self.tellings[language]
        values = {key: str(value) for key, value in args.items() if not isinstance(value, list)}
        return tellings[args["telling"] % len(tellings)].format_map(values | self.facts(args, language))
