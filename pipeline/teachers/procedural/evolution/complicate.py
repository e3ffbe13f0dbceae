"""Complicated input: the particulars of the task move out of the sentence into JSON, YAML or a table."""

import random
from dataclasses import replace

from pipeline.teachers.procedural.evolution.base import Parent
from pipeline.teachers.procedural.task import Task, particulars

FORMS = ("json", "yaml", "table")


def apply(rng: random.Random, parent: Parent) -> Task | None:
    task, family = parent.task, parent.family
    if task.data or task.earlier or task.turn:
        return None
    if not particulars(family.wordings[task.language][task.wording], family.slots(task.args, task.language)):
        return None
    return replace(task, data=rng.choice(FORMS))
