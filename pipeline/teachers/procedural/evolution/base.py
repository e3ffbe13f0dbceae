"""What an operator of evolution is: a task in, another task out, or None where it does not apply.

The operators are those of the paper's second step (Hunyuan-Large, arXiv 2411.02265, section 2.1.1: clarity,
informativeness, difficulty) and of Evol-Instruct (arXiv 2304.12244: deepening, constraints, concretising, reasoning
steps, complicated input, breadth), done by computing. Each is a module of this package with one function `apply`.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.teachers.procedural.family import Family
from pipeline.teachers.procedural.task import Task


@dataclass(frozen=True, slots=True)
class Parent:
    """What an operator sees: the task, its family, the families it may change to with their weights, the title of the
    seed."""

    task: Task
    family: Family
    families: Mapping[str, Family]
    weights: Mapping[str, float]
    seed_kind: str
    title: str


Apply = Callable[[random.Random, Parent], Task | None]
