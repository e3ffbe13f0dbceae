"""Make a data set: hold the folder, run the flow, check the books, write manifest and card."""

import re
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any

from filters.sandbox.run import SandboxUnavailable, level
from filters.verdict import Level
from pipeline import output
from pipeline.card import write_card
from pipeline.errors import UserError
from pipeline.ledger import read_counts, stages
from pipeline.manifest import write_manifest
from pipeline.recipe import Recipe
from pipeline.teachers.procedural.registry import family_class

Watch = Callable[[Path], Any]
"""Called with the folder for work in progress when a run begins; returns a context manager that shows progress."""


class RunStopped(UserError):
    """The flow stopped before its end. What is done is kept; the same command goes on from there."""


def synth(
    recipe: Recipe,
    out: Path,
    *,
    workers: int = 1,
    beam_options: Sequence[str] = (),
    keep_work: bool = False,
    extend: bool = False,
    watch: Watch | None = None,
) -> dict[str, Any]:
    """Make the data set that the recipe describes in the folder `out`; returns its manifest.

    `workers` are processes on this machine; `beam_options`, when given, choose runner and workers in their place.
    A run that was stopped goes on where it was; a finished one is left as it is. With `extend` a folder that another
    recipe made is taken over, and answers of models that still fit are used again. Raises UserError with a sentence.
    """
    from pipeline.flow import run
    from pipeline.stages.dedup import decided_file, made
    from pipeline.stages.rounds import ended
    from pipeline.stages.seeds import fingerprint, plan

    if not (out / output.RECIPE).exists():
        plan(recipe)  # a missing source is reported before anything is made
    require_sandbox(recipe)
    if not output.complete(out):
        require_teacher(recipe)
    with output.opened(out, recipe, extend=extend) as work:
        if done := output.complete(out):
            return done
        tasks = plan(recipe)
        inputs = fingerprint(tasks)
        output.same_inputs(out, inputs)
        start = time.perf_counter()
        with watch(work) if watch else nullcontext():
            try:
                run(recipe, out, work, tasks, workers, beam_options)
            except UserError:
                raise
            except Exception as error:  # whatever stops a worker comes up here, often as text from another process
                with suppress(OSError):  # where the disk is full there is no room for the traceback either
                    (work / "error.txt").write_text(traceback.format_exc(), encoding="utf-8")
                raise RunStopped(f"{out}: the run stopped: {cause(error)}. {remedy(error, out)}") from error
        counts = read_counts(work, stages(recipe))
        try:
            target = ended(work, recipe, decided_file(work, "dedup"))
            manifest = write_manifest(
                out, recipe, counts, time.perf_counter() - start, inputs, target, made(work, "dedup")
            )
            write_card(out, manifest)
        except OSError as error:
            raise RunStopped(f"{out}: the run stopped: {cause(error)}. {remedy(error, out)}") from error
        if not keep_work:
            output.clear_work(out)
        return manifest


def require_sandbox(recipe: Recipe) -> None:
    """Raise UserError if the recipe has families whose answers are run, and nothing can be run safely here."""
    if executed := executed_families(recipe):
        try:
            level()
        except SandboxUnavailable as error:
            raise UserError(f"{error}. Leave out the families whose answers are run: {', '.join(executed)}") from None


def require_teacher(recipe: Recipe) -> None:
    """Raise UserError for templates that are wrong, and for what the engines need and do not have here."""
    from pipeline.teachers.llm.check import require

    require(recipe)


def executed_families(recipe: Recipe) -> list[str]:
    return [name for name in recipe.families if family_class(name).level is Level.EXECUTED]


_NOISE = re.compile(r"^(RuntimeError: )+| \[while running '[^']*'\].*", re.DOTALL)


def cause(error: BaseException) -> str:
    """The innermost reason of a failure as one line; a worker in another process sends its traceback as text."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    named = [line for line in lines if re.match(r"(\w+\.)*\w*(Error|Exception|Stopped|OutOfBalance)\b", line)]
    return _NOISE.sub("", (named or lines or [type(error).__name__])[-1])


def remedy(error: BaseException, out: Path) -> str:
    text = str(error)
    if "No space left" in text or "File too large" in text or "Disk quota" in text:
        return f"Free some space, then run the same command again: it goes on from what is done in {out}"
    return f"What is done is kept; the same command goes on from there, and the traceback is in {out}/work/error.txt"
