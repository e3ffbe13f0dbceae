"""What a run demands of the sandbox, before anything is paid, and what its manifest says of it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from filters.sandbox.levels import MINIMUM
from filters.sandbox.run import Protection, SandboxUnavailable, required
from filters.verdict import Level
from pipeline.errors import UserError
from pipeline.recipe import Recipe
from pipeline.teachers.procedural.registry import family_class


def executed_families(recipe: Recipe) -> list[str]:
    """The families whose answers are run."""
    return [name for name in recipe.families if family_class(name).level is Level.EXECUTED]


def require_sandbox(recipe: Recipe) -> Protection | None:
    """What holds the programs of this recipe here; None if it runs none.

    Raises UserError if that is less than `sandbox.minimum`, with what is missing and what to do.
    """
    executed = executed_families(recipe)
    if not executed:
        return None
    try:
        return required(recipe.sandbox.minimum)
    except SandboxUnavailable as error:
        raise UserError(f"{error}. Or leave out the families whose answers are run: {', '.join(executed)}") from None


def lacking(recipe: Recipe) -> list[str]:
    """What this machine lacks to hold the recipe's programs, as a sentence; nothing if it holds them."""
    try:
        require_sandbox(recipe)
    except UserError as error:
        return [str(error)]
    return []


@contextmanager
def demanded(recipe: Recipe) -> Iterator[None]:
    """Hold every program of this process and its children to the recipe's minimum, as long as a run lasts.

    Workers on other machines do not inherit it: there the minimum is `confined` unless their environment says more.
    """
    before = os.environ.get(MINIMUM)
    os.environ[MINIMUM] = recipe.sandbox.minimum
    try:
        yield
    finally:
        del os.environ[MINIMUM]
        if before is not None:
            os.environ[MINIMUM] = before


def described(protection: Protection | None) -> dict[str, Any] | None:
    """For the manifest."""
    if protection is None:
        return None
    namespaces = list(protection.namespaces)
    return {"level": protection.level.value, "landlock": protection.landlock, "namespaces": namespaces}
