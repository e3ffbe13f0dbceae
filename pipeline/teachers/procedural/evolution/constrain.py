"""Added constraints: one of the 25 kinds of IFEval (arXiv 2311.07911), drawn so that the right answer can meet it."""

import random
from dataclasses import replace

from filters.reading.answer import MARK
from pipeline.teachers.procedural import constraining
from pipeline.teachers.procedural.evolution.base import Parent
from pipeline.teachers.procedural.task import Constraint, Task, answer

MOST = 3
"""Constraints on one task."""


def apply(rng: random.Random, parent: Parent) -> Task | None:
    task, family = parent.task, parent.family
    if task.earlier or task.form or len(task.constraints) >= MOST:
        return None
    response = answer(task, family)
    if response is None:
        return None
    final, present = MARK[task.language] in response, [one.kind for one in task.constraints]
    kinds = [kind for kind in constraining.KINDS if constraining.compatible(present, kind)]
    for kind in rng.sample(kinds, len(kinds)):
        parameters = constraining.propose(rng, kind, response, task.language, final=final)
        if parameters is not None:
            demand = constraining.state(rng, kind, parameters, task.language)
            return replace(task, constraints=(*task.constraints, Constraint(kind, parameters, demand)))
    return None
