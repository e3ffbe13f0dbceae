"""Evolution of procedural tasks: one module an operator."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.teachers.procedural.evolution import (
    broaden,
    clarify,
    complicate,
    concretise,
    constrain,
    converse,
    deepen,
    restyle,
)
from pipeline.teachers.procedural.evolution.base import Apply


@dataclass(frozen=True, slots=True)
class Operator:
    apply: Apply
    weight: float
    """How often it is tried first, unless the recipe says otherwise."""
    harder: bool
    """Whether a task becomes more difficult by it, rather than only different."""


OPERATORS: Mapping[str, Operator] = {
    "deepen": Operator(deepen.apply, 3.0, harder=True),
    "constrain": Operator(constrain.apply, 2.0, harder=True),
    "complicate": Operator(complicate.apply, 1.0, harder=True),
    "converse": Operator(converse.apply, 1.0, harder=True),
    "restyle": Operator(restyle.apply, 1.0, harder=False),
    "clarify": Operator(clarify.apply, 0.5, harder=False),
    "concretise": Operator(concretise.apply, 0.5, harder=False),
    "broaden": Operator(broaden.apply, 0.5, harder=False),
}
