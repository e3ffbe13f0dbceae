"""A further turn: the task and its right answer become the beginning of a conversation that goes on.

Five ways to go on: a harder task of the same kind, the same one amended, a doubt about the answer, and a question about
the first turn's answer or wording. Every turn of the assistant is checked.
"""

import json
import random
from dataclasses import replace

from filters.reading.answer import MARK, final_answer, plain
from pipeline.teachers.procedural.evolution.base import Parent
from pipeline.teachers.procedural.family import Args, SeedText
from pipeline.teachers.procedural.task import (
    AGAIN,
    RECALL_ANSWER,
    RECALL_QUESTION,
    Task,
    answer,
    turn_of,
)
from pipeline.teachers.procedural.words.sentences_of_evolution import AMENDED, DOUBTED, HARDER_NEXT, RECALLING

MOST = 3
"""Earlier turns of a conversation."""
LONGEST_CLAIM = 80
LONGEST_QUESTION = 600
"""Characters of a first message that is to be repeated."""


def apply(rng: random.Random, parent: Parent) -> Task | None:
    task = parent.task
    response = answer(task, parent.family)
    if len(task.earlier) >= MOST or response is None:
        return None
    earlier = (*task.earlier, turn_of(task, parent.family, response))
    bare = Task(task.family, task.args, task.language, task.wording, earlier=earlier)
    ways = [_harder, _amended, _doubted, _recall_answer, _recall_question]
    for way in rng.sample(ways, len(ways)):
        if found := way(rng, parent, bare):
            return found
    return None


def _harder(rng: random.Random, parent: Parent, bare: Task) -> Task | None:
    args = parent.family.evolve(rng, json.loads(json.dumps(bare.args)), bare.language)
    return _another(rng, parent, bare, args, HARDER_NEXT[bare.language])


def _amended(rng: random.Random, parent: Parent, bare: Task) -> Task | None:
    """Only where no seed is needed, so that another task can be drawn."""
    if parent.family.seed_kind != "none":
        return None
    return _another(rng, parent, bare, parent.family.propose(rng, SeedText(), bare.language), AMENDED[bare.language])


def _another(rng: random.Random, parent: Parent, bare: Task, args: Args | None, leads: tuple[str, ...]) -> Task | None:
    if args is None or args == bare.args:
        return None
    wording = rng.randrange(len(parent.family.wordings[bare.language]))
    return replace(bare, args=args, wording=wording, lead=rng.choice(leads))


def _doubted(rng: random.Random, parent: Parent, bare: Task) -> Task | None:
    said = bare.earlier[-1].response
    slip = parent.family.slip(rng, bare.args, bare.language)
    if parent.task.turn or parent.task.constraints or MARK[bare.language] not in said or slip is None:
        return None
    right, claim = final_answer(said), final_answer(slip.text)
    if not 0 < len(claim) <= LONGEST_CLAIM or "\n" in claim or plain(claim) == plain(right):
        return None
    return replace(bare, turn=AGAIN, lead=rng.choice(DOUBTED[bare.language]).format(claim))


def _recall_answer(rng: random.Random, parent: Parent, bare: Task) -> Task | None:
    first = bare.earlier[0].response
    right = final_answer(first)
    if first.count(MARK[bare.language]) != 1 or "\n" in right or not right or len(bare.earlier) < 2:
        return None
    return _recalling(rng, bare, RECALL_ANSWER)


def _recall_question(rng: random.Random, parent: Parent, bare: Task) -> Task | None:
    if len(bare.earlier[0].prompt) > LONGEST_QUESTION or len(bare.earlier) < 2:
        return None
    return _recalling(rng, bare, RECALL_QUESTION)


def _recalling(rng: random.Random, bare: Task, turn: str) -> Task:
    return replace(bare, turn=turn, lead=rng.choice(RECALLING[bare.language][turn]))
