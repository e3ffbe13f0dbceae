"""In-breadth evolution: a task of a rarer family near by in the category tree."""

import random

from pipeline.teachers.procedural.evolution.base import Parent
from pipeline.teachers.procedural.family import SeedText
from pipeline.teachers.procedural.task import Task
from prompts.tree import SEPARATOR


def apply(rng: random.Random, parent: Parent) -> Task | None:
    """Only between families that need no seed: the text of the seed is not at hand any more."""
    task, family = parent.task, parent.family
    if parent.seed_kind != "none" or task.earlier:
        return None
    rarer = [
        other
        for name, other in sorted(parent.families.items())
        if other.seed_kind == "none"
        and task.language in other.languages
        and parent.weights[name] <= parent.weights[family.id]
        and name != family.id
    ]
    if not rarer:
        return None
    nearest = max(_shared(family.category, other.category) for other in rarer)
    chosen = rng.choice([other for other in rarer if _shared(family.category, other.category) == nearest])
    args = chosen.propose(rng, SeedText(), task.language) if nearest else None
    if args is None:
        return None
    return Task(chosen.id, args, task.language, rng.randrange(len(chosen.wordings[task.language])))


def _shared(one: str, other: str) -> int:
    """How many names two paths share from the top."""
    count = 0
    for left, right in zip(one.split(SEPARATOR), other.split(SEPARATOR), strict=False):
        if left != right:
            break
        count += 1
    return count
