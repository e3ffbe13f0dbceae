"""Concretising: a scene in front of the task, with a person and the title of the seed."""

import random
from dataclasses import replace

from pipeline.teachers.procedural.evolution.base import Parent
from pipeline.teachers.procedural.task import Task
from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.occasions import occasion
from pipeline.teachers.procedural.words.sentences_of_evolution import READING

LONGEST_TITLE = 60


def apply(rng: random.Random, parent: Parent) -> Task | None:
    task = parent.task
    if task.scene or task.earlier or task.turn:
        return None
    title = parent.title.split("\n")[0].strip()
    if not title:
        scene = occasion(rng, task.language, {"en": (), "zh": ()})
    elif len(title) <= LONGEST_TITLE:
        name = rng.choice(NAMES[task.language])
        scene = rng.choice(READING[task.language]).format(title=title, name=name)
    else:
        return None
    return replace(task, scene=scene)
