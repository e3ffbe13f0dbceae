"""Operators of evolution over every family: what they make is answered rightly, and slips in it are caught."""

import json
from collections import Counter

import pytest

from filters.verify import check_many
from pipeline.keyed import generator
from pipeline.teachers.procedural.evolution import OPERATORS
from pipeline.teachers.procedural.evolution.base import Parent
from pipeline.teachers.procedural.registry import BUILT_IN, family
from pipeline.teachers.procedural.task import Task, answer, check_of, prompt
from pipeline.teachers.procedural.teacher import slip
from tests.pipeline.procedural.contract import tasks

FAMILIES = {name: family(name) for name in BUILT_IN}
WEIGHTS = dict.fromkeys(BUILT_IN, 1.0)
TASKS, ROUNDS = 6, 3
MISSED = 0.001
"""Share of the slips that may pass, as in the contract of a family; of a few hundred, one."""


def evolved(operator: str, language: str) -> list[Task]:
    """Tasks of all families after up to three rounds with one operator, through JSON as between two stages."""
    made = []
    for name, one in FAMILIES.items():
        if language not in one.languages:
            continue
        for key, args in tasks(one, language, TASKS):
            task = Task(name, args, language, 0)
            for number in range(ROUNDS):
                seen = Parent(task, FAMILIES[task.family], FAMILIES, WEIGHTS, one.seed_kind, "os.path:join")
                rng = generator("evolution", operator, name, language, key, number)
                child = OPERATORS[operator].apply(rng, seen)
                if child is None or answer(child, FAMILIES[child.family]) is None:
                    break
                task = Task.from_row(json.loads(json.dumps(child.to_row())))
                made.append(task)
    return made


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("operator", OPERATORS)
def test_evolved_tasks_are_answered_rightly_and_slips_are_caught(operator: str, language: str) -> None:
    made = evolved(operator, language)
    assert len({task.family for task in made}) > 5
    right, wrong = [], []
    for place, task in enumerate(made):
        one = FAMILIES[task.family]
        response = answer(task, one)
        assert response is not None
        checker, args = check_of(task, one)
        right.append((checker, json.loads(json.dumps(args)), response))
        planted = slip(generator("slip", operator, language, place), task, one, response)
        if planted is not None:
            wrong.append((checker, args, planted.text))
    assert len(wrong) > 0.7 * len(made)
    assert lost(right) == []
    assert len(wrong) - len(lost(wrong)) <= max(1, MISSED * len(wrong))


def lost(items: list[tuple[str, dict[str, object], str]]) -> list[object]:
    """What fails of these answers, checked in bulk."""
    found: list[object] = []
    for checker in sorted({checker for checker, _, _ in items}):
        mine = [(args, response) for name, args, response in items if name == checker]
        verdicts = check_many(checker, mine)
        found += [(checker, *item, verdict) for item, verdict in zip(mine, verdicts, strict=True) if not verdict.passed]
    return found


@pytest.mark.parametrize("operator", ["complicate", "restyle", "clarify", "concretise"])
def test_a_task_said_otherwise_is_the_same_task(operator: str) -> None:
    for task in evolved(operator, "en"):
        plain = Task(task.family, task.args, task.language, task.wording)
        one = FAMILIES[task.family]
        assert prompt(task, one) != prompt(plain, one)
        assert answer(task, one) == answer(plain, one)


def test_conversations_go_on_in_every_way() -> None:
    ways = Counter(task.turn or "new task" for task in evolved("converse", "en"))
    assert set(ways) == {"new task", "again", "recall_answer", "recall_question"}
