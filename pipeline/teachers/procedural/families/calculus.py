"""Derivatives, tangents, integrals and extrema, worked exactly (English and Chinese)."""

from dataclasses import dataclass
from typing import Any

from pipeline.teachers.procedural.family import Args
from pipeline.teachers.procedural.solving.calculus_kinds import Derivative, Extremum, Integral, Product, Slope, Speed
from pipeline.teachers.procedural.solving.derivation import power, show
from pipeline.teachers.procedural.solving.kinds import KindsFamily


class TaskFamily(KindsFamily):
    id = "calculus"
    category = "Mathematics and Reasoning/Mathematical Calculations/Calculus"
    checker = "calculus"
    slip_kinds = (
        "factor_forgotten",
        "power_not_lowered",
        "constant_kept",
        "sign_lost",
        "off_by_one",
        "term_dropped",
    )
    kinds = {
        "derivative": Derivative(),
        "product": Product(),
        "slope": Slope(),
        "speed": Speed(),
        "integral": Integral(),
        "extremum": Extremum(),
    }

    @dataclass(frozen=True, slots=True)
    class Config:
        """Nothing to set: the kinds bound their degrees and numbers."""

    def shown(self, value: Any, args: Args, language: str) -> str:
        """A sum of terms, the line y = mx + b, a point (x, y) or a number."""
        if isinstance(value, list):
            return show(value, args["variable"])
        if not isinstance(value, tuple):
            return str(value)
        first, second = value
        if args["kind"] == "extremum":
            return f"({first}, {second})"
        terms = [power(int(c), n) for c, n in ((first, 1), (second, 0)) if c]
        return f"y = {show(terms, args['variable'])}"
