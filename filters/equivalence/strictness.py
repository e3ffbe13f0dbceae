"""How strictly two answers are compared where users differ."""

from dataclasses import dataclass
from typing import Literal

Units = Literal["required", "as_expected", "optional"]


@dataclass(frozen=True, slots=True)
class Strictness:
    """The defaults are strict, and treat both sides alike."""

    units: Units = "required"
    """Whether "10 cm" answers "10". "required": no, a unit (a percent sign, a currency, a counted noun) is part of an
    answer. "as_expected": where the expected answer has none, because the question names it, one in the found answer is
    passed over. "optional": so too where only the expected answer has one. Two units must always agree."""

    decimals: int | None = 6
    """A decimal with at least so many places and significant digits answers whatever rounds to it: 0.333333 answers
    1/3, and 0.333 does not. None: only exact equality. Six is what math-verify rounds to (its `float_rounding`)."""

    ordered: bool = False
    """Whether a list without brackets is compared in order. Round and square brackets always keep their order, braces
    never have one."""

    seconds: int = 5
    """Processor seconds for a pair that only algebra can decide; what it cannot decide in them counts as different.
    Five is math-verify's default."""
