"""The elimination rules of filters/elimination.py on rows: both teachers ask them before they hand a child on."""

from filters.elimination import Limits, judge_instruction
from pipeline.recipe import Recipe
from pipeline.schema import Row, said_by_user
from pipeline.teachers.base import Eliminated


def limits_of(recipe: Recipe) -> Limits:
    return Limits(recipe.evolve.min_gain, recipe.evolve.apology_words)


def unless_eliminated(child: Row, parent: Row, limits: Limits, longest: int) -> Row | Eliminated:
    """The child, or why it is given up. `longest` is in characters of its prompt."""
    if len(child["prompt"]) > longest:
        return Eliminated(child, "too_long", f"{len(child['prompt'])} characters, at most {longest}")
    verdict = judge_instruction(said_by_user(parent), said_by_user(child), limits)
    return child if verdict.passed else Eliminated(child, verdict.reason, verdict.detail)
