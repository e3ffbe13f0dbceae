"""Products, determinants, inverses and the like of small matrices (English and Chinese)."""

from dataclasses import dataclass
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.kinds import KindsFamily, pick
from pipeline.teachers.procedural.solving.matrix_kinds import (
    Combination,
    Determinant,
    Inverse,
    Power,
    Product,
    Trace,
    Transpose,
    rows,
)

FORM = ("Write a matrix as [[a, b], [c, d]].", "矩阵写成 [[a, b], [c, d]] 的形式。")


class TaskFamily(KindsFamily):
    id = "matrix"
    category = "Mathematics and Reasoning/Mathematical Calculations/Matrix Operations"
    checker = "matrix"
    slip_kinds = ("entry_wrong", "sign_lost", "transposed", "row_lost", "order_swapped", "entrywise")
    kinds = {
        "product": Product(),
        "determinant": Determinant(),
        "transpose": Transpose(),
        "inverse": Inverse(),
        "trace": Trace(),
        "power": Power(),
        "combination": Combination(),
    }

    @dataclass(frozen=True, slots=True)
    class Config:
        """Nothing to set: the kinds bound their sizes and entries."""

    def slots(self, args: Args, language: str) -> dict[str, str]:
        slots = super().slots(args, language)
        if args["kind"] not in ("determinant", "trace"):
            slots["task"] += pick(language, f" {FORM[0]}", FORM[1])
        return slots

    def shown(self, value: Any, args: Args, language: str) -> str:
        return rows(value) if isinstance(value, list) else str(value)
