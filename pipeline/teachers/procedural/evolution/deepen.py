"""In-depth evolution: the family's own harder version, with more steps, more items or a further demand."""

import json
import random
from dataclasses import replace

from pipeline.teachers.procedural.evolution.base import Parent
from pipeline.teachers.procedural.task import Task


def apply(rng: random.Random, parent: Parent) -> Task | None:
    task, family = parent.task, parent.family
    if task.earlier or task.constraints:  # which were drawn for the answer as it is
        return None
    args = family.evolve(rng, json.loads(json.dumps(task.args)), task.language)
    if args is None or args == task.args:
        return None
    return replace(task, args=args, wording=rng.randrange(len(family.wordings[task.language])))
