"""Added constraints: one of the 25 kinds of IFEval (arXiv 2311.07911), drawn so that the right answer can meet it."""

import random
from dataclasses import replace

from filters.reading.answer import MARK
from pipeline.teachers.procedural import constraining
from pipeline.teachers.procedural.evolution.base import Parent
from pipeline.teachers.procedural.task import REPEAT, Constraint, Task

MOST = 3
"""Constraints on one task."""


def apply(rng: random.Random, parent: Parent) -> Task | None:
    task, language = parent.task, parent.task.language
    if task.earlier or task.form or len(task.constraints) >= MOST:
        return None
    response = parent.family.solve(task.args, language).text
    present = [one.kind for one in task.constraints]
    for kind in rng.sample(constraining.KINDS, len(constraining.KINDS)):
        if not constraining.compatible(present, kind) or (kind == REPEAT and task.style):
            continue
        if not constraining.keeps(kind, response):
            continue
        parameters = constraining.propose(kind, rng, response, language, MARK[language] in response)
        if parameters is not None:
            demand = constraining.state(kind, parameters, language, rng)
            return replace(task, constraints=_in_order(*task.constraints, Constraint(kind, parameters, demand)))
    return None


def _in_order(*constraints: Constraint) -> tuple[Constraint, ...]:
    """As a response is brought to keep them, from the text outwards."""
    return tuple(sorted(constraints, key=lambda constraint: constraining.KINDS.index(constraint.kind)))
