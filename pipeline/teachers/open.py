"""The teacher of a recipe: one in each process, shared by its stages and threads, closed when the last lets go."""

import threading
from dataclasses import dataclass
from pathlib import Path

from pipeline.recipe import Recipe
from pipeline.teachers.base import Teacher
from pipeline.teachers.llm.settings import LLM


@dataclass(slots=True)
class _Held:
    teacher: Teacher
    holders: int = 0


_open: dict[tuple[str, Path], _Held] = {}
_lock = threading.Lock()


def acquire(recipe: Recipe, out: Path) -> Teacher:
    """The teacher, with its call log in the output folder. Models are loaded when they are first asked.

    Whoever acquires it releases it: a stage that is done must not close it under the threads of another.
    """
    with _lock:
        key = (recipe.hash, out)
        if key not in _open:
            _open[key] = _Held(_new(recipe, out))
        _open[key].holders += 1
        return _open[key].teacher


def release(recipe: Recipe, out: Path) -> None:
    """Let go of a teacher. When nobody holds it any more, what its call log holds back is written, and its engines are
    freed."""
    with _lock:
        key = (recipe.hash, out)
        if key in _open:
            _open[key].holders -= 1
            if _open[key].holders == 0:
                _open.pop(key).teacher.close()


def _new(recipe: Recipe, out: Path) -> Teacher:
    if isinstance(recipe.teacher, LLM):
        from pipeline.teachers.llm.teacher import LLMTeacher

        return LLMTeacher(recipe, recipe.teacher, out)
    from pipeline.teachers.procedural.teacher import ProceduralTeacher

    return ProceduralTeacher(recipe, recipe.teacher)


def close_all() -> None:
    """Close every teacher of this process, whoever holds it: for the end of a run, however it ended."""
    with _lock:
        for held in _open.values():
            held.teacher.close()
        _open.clear()
