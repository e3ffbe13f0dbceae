"""Checkers: given a prompt's arguments and an answer, say whether the answer is right.

A checker is a module of this package with one function

    check(args: Mapping[str, Any], response: str) -> Verdict

which never raises on any string, sees only what the prompt states, and shares no code with the solver that wrote the
answer. A checker that is cheaper in bulk (it starts a process, say) also has

    check_many(items: Sequence[tuple[Mapping[str, Any], str]]) -> list[Verdict]

The module's name is the checker's id; records store it with the arguments, so that anyone can check them again. Other
packages register their checkers, modules of the same form, as entry points of the group `gristmill.checkers`.
"""

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType
from typing import Any

from filters.verdict import Verdict

GROUP = "gristmill.checkers"


@cache
def checkers() -> tuple[str, ...]:
    """The ids of all checkers, those of installed packages too."""
    return tuple(sorted({module.name for module in pkgutil.iter_modules(__path__)} | set(_outside())))


@cache
def _outside() -> dict[str, EntryPoint]:
    """The checkers of installed packages; to look for them reads the metadata of every package there is."""
    return {point.name: point for point in entry_points(group=GROUP)}


@cache
def _module(checker: str) -> ModuleType:
    if checker not in checkers():
        raise KeyError(f"unknown checker {checker!r}; known: {', '.join(checkers())}")
    if checker in _outside():
        outside: ModuleType = _outside()[checker].load()
        return outside
    return importlib.import_module(f"{__name__}.{checker}")


def check(checker: str, args: Mapping[str, Any], response: str) -> Verdict:
    """Check one answer. Raises KeyError for an unknown checker, never for a bad answer."""
    verdict: Verdict = _module(checker).check(args, response)
    return verdict


def check_many(checker: str, items: Sequence[tuple[Mapping[str, Any], str]]) -> list[Verdict]:
    """Check many answers with one checker, in bulk where the checker can."""
    module = _module(checker)
    if hasattr(module, "check_many"):
        verdicts: list[Verdict] = module.check_many(items)
        return verdicts
    return [module.check(args, response) for args, response in items]
