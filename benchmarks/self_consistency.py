"""How often the vote is right when answers are wrong at a known rate, beside the exact prediction.

The embedded teacher answers tasks that need no text, with slips planted at three rates. The vote of the flow sees the
first k answers to each task and not which of them slipped. The prediction knows for each task how wrong answers spread,
from slips drawn apart from those that vote, and assumes that answers are independent (filters/plurality.py). `interval`
is what the number of right tasks would keep to in 99 of 100 runs; `all alike` is the binomial of Condorcet's jury
theorem, where all wrong answers are the same. A task counts as right if the vote has a winner that is right; `kept` are
tasks with a winner, and `of kept` says how many of them are right.

    python benchmarks/self_consistency.py
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from filters.consistency import decided, vote
from filters.plurality import Odds, interval, odds
from filters.reading.answer import stated_answer
from pipeline.chosen_seeds import choose
from pipeline.keyed import generator
from pipeline.recipe import Procedural, Recipe, check
from pipeline.schema import Row
from pipeline.stages.score import SAME
from pipeline.teachers.procedural.task import Task, answer
from pipeline.teachers.procedural.teacher import ProceduralTeacher, slip

RATES, VOTERS, AGREEMENTS = (0.15, 0.3, 0.5), (1, 3, 5, 9, 15), (0.0, 0.5, 0.7)
SLIPS = 200
"""Slips drawn of each task to see how its wrong answers spread."""
LONGEST = 200
"""Characters of a final answer that is voted on: the default of score.longest_answer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A task with its right answer and the shares of its slips: those that come out right all the same, and those of
    each wrong answer."""

    row: Row
    right: str
    harmless: float
    wrong: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Votes of `voters` answers at one rate of slips and one least agreement."""

    rate: float
    voters: int
    agreement: float
    right: int
    kept: int
    predicted: tuple[Odds, ...]
    """Of each task."""
    all_alike: float
    """The mean probability to be right if all wrong answers of a task were the same."""

    @property
    def predicted_right(self) -> float:
        return sum(one.right for one in self.predicted)

    @property
    def predicted_kept(self) -> float:
        return sum(one.right + one.wrong for one in self.predicted)

    @property
    def interval(self) -> tuple[int, int]:
        return interval([one.right for one in self.predicted])


def recipe_of(tasks: int, rate: float) -> Recipe:
    return check(
        {
            "name": "self-consistency",
            "seed": 11,
            "seeds": {"sources": [{"kind": "procedures", "count": tasks}]},
            "evolve": {"rounds": 0},
            "respond": {"candidates": max(VOTERS), "slip_rate": rate},
        }
    )


def teacher_of(recipe: Recipe) -> ProceduralTeacher:
    assert isinstance(recipe.teacher, Procedural)
    return ProceduralTeacher(recipe, recipe.teacher)


def asked(tasks: int) -> tuple[list[Asked], int]:
    """The tasks whose right answers and slips all state a short final answer, and how many others were passed over."""
    recipe = recipe_of(tasks, 0.0)
    teacher = teacher_of(recipe)
    rows = [row for made in teacher.generate(choose(recipe).rows, Counter()) for row in made if isinstance(row, dict)]
    found = [one for row in rows if (one := spread(teacher, row))]
    return found, len(rows) - len(found)


def spread(teacher: ProceduralTeacher, row: Row) -> Asked | None:
    """How the answers of a task's slips spread; None where one of them states no short final answer."""
    task = Task.from_row(row["task"])
    family = teacher.families[task.family]
    solution = answer(task, family)
    if solution is None or not (right := short(solution)):
        return None
    answers = []
    for number in range(SLIPS):
        planted = slip(generator("spread", row["id"], number), task, family, solution)
        answers.append(short(planted.text) if planted else right)
        if not answers[-1]:
            return None
    clusters = vote(answers, SAME).clusters
    harmless = sum(len(one.places) for one in clusters if SAME.same(right, one.answer))
    wrong = tuple(len(one.places) / SLIPS for one in clusters if not SAME.same(right, one.answer))
    return Asked(row, right, harmless / SLIPS, wrong)


def short(response: str) -> str:
    stated = stated_answer(response) or ""
    return stated if len(stated) <= LONGEST else ""


def measure(tasks: Sequence[Asked], count: int, rate: float) -> Iterator[Cell]:
    """All votes at one rate. `count` is how many tasks the recipe has, those passed over included."""
    teacher = teacher_of(recipe_of(count, rate))
    responses = teacher.respond([one.row for one in tasks], Counter())
    said = [[short(candidate.content) for candidate in made] for made in responses if isinstance(made, list)]
    for voters in VOTERS:
        votes = [vote(answers[:voters], SAME) for answers in said]
        for agreement in AGREEMENTS:
            winners = [one.clusters[0].answer if decided(one, agreement).passed else "" for one in votes]
            yield Cell(
                rate,
                voters,
                agreement,
                right=sum(SAME.same(one.right, won) for one, won in zip(tasks, winners, strict=True) if won),
                kept=sum(map(bool, winners)),
                predicted=tuple(predicted(one, rate, voters, agreement, alike=False) for one in tasks),
                all_alike=sum(predicted(one, rate, voters, agreement, alike=True).right for one in tasks) / len(tasks),
            )


def predicted(one: Asked, rate: float, voters: int, agreement: float, *, alike: bool) -> Odds:
    right = 1 - rate + rate * one.harmless
    wrong = [rate * share for share in one.wrong]
    return odds(right, [sum(wrong)] if alike else wrong, voters, agreement)


def line(cell: Cell, tasks: int) -> str:
    low, high = cell.interval
    of_kept = f"{100 * cell.right / cell.kept:6.1f}" if cell.kept else "     -"
    return (
        f"{cell.rate:5.2f} {cell.voters:3d} {cell.agreement:9.1f}"
        f" {100 * cell.right / tasks:8.1f} {100 * cell.predicted_right / tasks:9.1f}"
        f"  {100 * low / tasks:5.1f} to {100 * high / tasks:5.1f} {100 * cell.all_alike:9.1f}"
        f" {100 * cell.kept / tasks:7.1f} {100 * cell.predicted_kept / tasks:9.1f} {of_kept}"
    )


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--tasks", type=int, default=600)
    chosen = options.parse_args()
    tasks, passed_over = asked(chosen.tasks)
    families = {one.row["family"] for one in tasks}
    print(f"{len(tasks)} tasks of {len(families)} families with short answers; {passed_over} others passed over; in %:")
    print(" slips   k  min agr.    right predicted      interval  all alike    kept predicted of kept")
    cells = [cell for rate in RATES for cell in measure(tasks, chosen.tasks, rate)]
    for cell in cells:
        print(line(cell, len(tasks)))
    outside = sum(not low <= cell.right <= high for cell in cells for low, high in [cell.interval])
    print(f"outside the interval: {outside} of {len(cells)}")
    print(f"ratio: {sum(cell.right for cell in cells) / sum(cell.predicted_right for cell in cells):.3f}")


if __name__ == "__main__":
    main()
