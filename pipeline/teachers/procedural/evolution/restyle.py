"""Styles and attitudes: the same task, asked politely, curtly, formally, in a role, …"""

import random
from dataclasses import replace

from pipeline.teachers.procedural.evolution.base import Parent
from pipeline.teachers.procedural.task import REPEAT, Task
from pipeline.teachers.procedural.words.styles import STYLES


def apply(rng: random.Random, parent: Parent) -> Task | None:
    task = parent.task
    repeated = any(constraint.kind == REPEAT for constraint in task.constraints)
    if task.style or task.turn or repeated:
        return None
    name = rng.choice(list(STYLES[task.language]))
    return replace(task, style=(name, rng.randrange(len(STYLES[task.language][name]))))
