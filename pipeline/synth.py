"""Make a data set from a recipe: hold the folder, check what is needed, run the flow."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline import output, references
from pipeline.recipe import Recipe
from pipeline.run import Watch, run
from pipeline.sandbox import demanded, described, require_sandbox


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
    from pipeline import flow
    from pipeline.stages.decision import decided_file
    from pipeline.stages.dedup import made
    from pipeline.stages.rounds import ended
    from pipeline.stages.seeds import fingerprint, plan

    if not (out / output.RECIPE).exists():
        plan(recipe)  # a missing source is reported before anything is made
    references.require(recipe.decontaminate, recipe.dedup)
    protection = require_sandbox(recipe)
    if not output.complete(out):
        require_teacher(recipe)
    with output.opened(out, recipe, extend=extend):
        if done := output.complete(out):
            return done
        tasks = plan(recipe)
        with demanded(recipe):
            return run(
                out,
                recipe,
                fingerprint(tasks),
                lambda work: flow.run(recipe, out, work, tasks, workers, beam_options),
                lambda work: ended(work, recipe, decided_file(work, "dedup")),
                made=lambda work: made(work, "dedup"),
                sandbox=described(protection),
                keep_work=keep_work,
                watch=watch,
            )


def require_teacher(recipe: Recipe) -> None:
    """Raise UserError for templates that are wrong, and for what the engines need and do not have here."""
    from pipeline.teachers.llm.check import require

    require(recipe)
