"""The teacher of a recipe: one in each process, shared by its stages and threads."""

import threading
from pathlib import Path

from pipeline.recipe import Recipe
from pipeline.teachers.base import Teacher
from pipeline.teachers.llm.settings import LLM

_open: dict[tuple[str, Path], Teacher] = {}
_lock = threading.Lock()


def teacher_of(recipe: Recipe, out: Path) -> Teacher:
    """The teacher, with its call log in the output folder. Models are loaded when they are first asked."""
    with _lock:
        key = (recipe.hash, out)
        if key not in _open:
            _open[key] = _new(recipe, out)
        return _open[key]


def _new(recipe: Recipe, out: Path) -> Teacher:
    if isinstance(recipe.teacher, LLM):
        from pipeline.teachers.llm.teacher import LLMTeacher

        return LLMTeacher(recipe, recipe.teacher, out)
    from pipeline.teachers.procedural.teacher import ProceduralTeacher

    return ProceduralTeacher(recipe, recipe.teacher)


def close_all() -> None:
    """Write what call logs hold back, and free the engines of this process."""
    with _lock:
        for one in _open.values():
            one.close()
        _open.clear()
