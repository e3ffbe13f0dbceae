"""Word problems: short stories with a few quantities, solved one operation at a time (English and Chinese)."""

import random
from dataclasses import dataclass, replace
from fractions import Fraction

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.exact import show
from pipeline.teachers.procedural.stories import STORIES
from pipeline.teachers.procedural.stories.story import Result, Step, carry_out

FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
OTHER_OPERATION = {"+": "-", "-": "+", "×": "+", "÷": "×"}
WRONG_UNITS = {
    "en": ("minutes", "seconds", "hours", "days", "km", "metres", "cm", "kg", "grams", "dollars", "litres", "%"),
    "zh": ("分钟", "秒", "小时", "天", "千米", "米", "厘米", "千克", "克", "元", "升", "%"),
}


def amount(value: Fraction, unit: str) -> str:
    """A value with its unit: a blank between them, but none before a percent sign."""
    return f"{show(value)}%" if unit == "%" else f"{show(value)} {unit}"


def without(steps: list[Step], dropped: int) -> list[Step]:
    """The plan without one step: what used its result uses its left operand instead."""
    kept = steps[dropped].left

    def moved(side: Fraction | Result) -> Fraction | Result:
        if not isinstance(side, Result) or side.step < dropped:
            return side
        return kept if side.step == dropped else Result(side.step - 1)

    return [
        replace(step, left=moved(step.left), right=moved(step.right))
        for place, step in enumerate(steps)
        if place != dropped
    ]


class TaskFamily(Family):
    id = "word_problem"
    category = "Mathematics and Reasoning/Applied Problems"
    checker = "word_problem"
    wordings = {
        "en": (
            "{story} Show your steps and give the answer with its unit ({unit}).",
            "Solve this problem step by step. {story} State the unit ({unit}) in the answer.",
            "{story}\nWork it out, one calculation a line. End with the number and its unit ({unit}).",
            "Please help with this exercise: {story} The answer should be a number with its unit ({unit}).",
            "Problem: {story}\nUnit of the answer: {unit}",
        ),
        "zh": (
            "{story}请写出步骤，答案要带单位（{unit}）。",
            "请一步一步解答：{story}答案请注明单位（{unit}）。",
            "应用题：{story}\n写出每一步计算，最后写出带单位（{unit}）的答案。",
            "{story}\n答案的单位：{unit}",
        ),
    }
    slip_kinds = ("wrong_step", "wrong_operation", "quantity_ignored", "off_by_ten", "wrong_unit", "unit_missing")

    @dataclass(frozen=True, slots=True)
    class Config:
        stories: tuple[str, ...] = tuple(STORIES)

        def __post_init__(self) -> None:
            for story in self.stories:
                if story not in STORIES:
                    raise ValueError(f"word_problem: unknown story {story!r}; known: {', '.join(STORIES)}")
            if not self.stories:
                raise ValueError("word_problem: stories must name at least one story")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        name = rng.choice(self.config.stories)
        story = STORIES[name]
        telling = rng.randrange(len(story.tellings[language]))
        return {"story": name, "telling": telling, **story.draw(rng, language)}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        return {"story": STORIES[args["story"]].tell(args, language), "unit": args["unit"]}

    def solve(self, args: Args, language: str) -> Solution:
        lines, value = carry_out(STORIES[args["story"]].plan(args).steps, {}, language)
        answer = amount(value, args["unit"])
        return Solution("\n".join([*lines, FINAL[language].format(answer)]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        return STORIES[args["story"]].harder(rng, args, language)

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        steps = STORIES[args["story"]].plan(args).steps
        lines, right = carry_out(steps, {}, language)
        kind, unit, value = rng.choice(self.slip_kinds), args["unit"], right
        if kind == "wrong_unit":
            unit = rng.choice([other for other in WRONG_UNITS[language] if other != unit])
        elif kind != "unit_missing":
            place = rng.randrange(len(steps))
            try:
                lines, value = carry_out(*self.mistaken(rng, kind, steps, place), language)
            except ZeroDivisionError:
                value = right
            if value == right:  # the mistake made no difference, or cannot be worked to an end
                kind = "off_by_ten"
                lines, value = carry_out(*self.mistaken(rng, kind, steps, place), language)
        answer = show(value) if kind == "unit_missing" else amount(value, unit)
        return Slip(kind, "\n".join([*lines, FINAL[language].format(answer)]))

    @staticmethod
    def mistaken(rng: random.Random, kind: str, steps: list[Step], place: int) -> tuple[list[Step], dict[int, int]]:
        """The steps with a mistake in one of them, and errors to plant in results."""
        match kind:
            case "quantity_ignored" if len(steps) > 1:
                return without(steps, place), {}
            case "wrong_operation":
                changed = replace(steps[place], symbol=OTHER_OPERATION[steps[place].symbol])
                return [*steps[:place], changed, *steps[place + 1 :]], {}
            case "wrong_step":
                return steps, {place: rng.choice((-2, -1, 1, 2))}
        return steps, {len(steps) - 1: rng.choice((10, 20))}
