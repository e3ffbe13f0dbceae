"""Name the theorem that an exercise rests on, and use it (English and Chinese)."""

import random
from dataclasses import dataclass
from typing import Any

from pipeline.teachers.procedural.family import Args, SeedText, Slip
from pipeline.teachers.procedural.solving import theorems_of_figures, theorems_of_numbers
from pipeline.teachers.procedural.solving.kinds import LIST, KindsFamily, pick, written
from pipeline.teachers.procedural.words.theorem_names import THEOREMS

NAME_SLIPS = ("wrong_theorem", "theorem_missing", "number_missing")


def name_of(kind: str, language: str) -> str:
    return THEOREMS[kind][language == "zh"]


class TaskFamily(KindsFamily):
    id = "theorem"
    category = "Mathematics and Reasoning/Mathematical theorem"
    checker = "theorem"
    slip_kinds = ("off_by_one", "value_doubled", "formula_confused", *NAME_SLIPS)
    kinds = {
        "distance": theorems_of_figures.Pythagoras(),
        "roots": theorems_of_numbers.Vieta(),
        "power_rest": theorems_of_numbers.Fermat(),
        "common_divisor": theorems_of_numbers.Euclid(),
        "division": theorems_of_numbers.Remainder(),
        "angles": theorems_of_figures.Polygon(),
        "sticks": theorems_of_figures.Triangle(),
        "rests": theorems_of_numbers.Chinese(),
        "circle": theorems_of_figures.Inscribed(),
        "solid": theorems_of_figures.Euler(),
    }

    @dataclass(frozen=True, slots=True)
    class Config:
        min_choices: int = 3
        max_choices: int = 5

        def __post_init__(self) -> None:
            if not 2 <= self.min_choices <= self.max_choices <= len(THEOREMS):
                raise ValueError(
                    f"theorem: need 2 <= min_choices <= max_choices <= {len(THEOREMS)} (names to choose from)"
                )

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        args = super().propose(rng, seed, language)
        assert args is not None
        others = [kind for kind in THEOREMS if kind != args["kind"]]
        count = rng.randint(self.config.min_choices, self.config.max_choices)
        chosen = [args["kind"], *rng.sample(others, count - 1)]
        rng.shuffle(chosen)
        return {**args, "choices": [name_of(kind, language) for kind in chosen]}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        slots = super().slots(args, language)
        names = LIST[language].join(args["choices"])
        slots["task"] += pick(
            language,
            f" Name the theorem or method behind it (one of: {names}) and the number, as “Answer: name; number”.",
            f"请指出所用的定理或方法（从{names}中选），并算出数值，写成“答案：名称；数值”。",
        )
        return slots

    def shown(self, value: Any, args: Args, language: str) -> str:
        return f"{name_of(args['kind'], language)}{pick(language, '; ', '；')}{value}"

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind = rng.choice(self.slip_kinds)
        if kind not in NAME_SLIPS:
            return super().slip(rng, args, language)
        lines, value = self.kinds[args["kind"]].work(args, language)
        right = name_of(args["kind"], language)
        wrong = rng.choice([name for name in args["choices"] if name != right])
        answer = {
            "wrong_theorem": f"{wrong}{pick(language, '; ', '；')}{value}",
            "theorem_missing": str(value),
            "number_missing": right,
        }[kind]
        return Slip(kind, written(lines, language, answer))
