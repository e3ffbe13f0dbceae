"""Clarity: say in which form the answer is wanted, where the task leaves it open."""

import random
from dataclasses import replace

from filters.reading.answer import MARK
from pipeline.teachers.procedural.evolution.base import Parent
from pipeline.teachers.procedural.task import Task, answer, prompt
from pipeline.teachers.procedural.words.sentences_of_evolution import ANSWER_FORM, TEXT_FORM


def apply(rng: random.Random, parent: Parent) -> Task | None:
    task, family = parent.task, parent.family
    mark = MARK[task.language]
    if task.form or task.earlier or task.constraints or mark.rstrip(":：") in prompt(task, family):
        return None
    response = answer(task, family)
    forms = ANSWER_FORM if response and mark in response else TEXT_FORM
    return replace(task, form=rng.choice(forms[task.language]))
