"""Run a flow in an output folder: show how far it is, check the books, write manifest and card.

Whatever stops it becomes one sentence; what is done stays, and the same run goes on from there.
"""

import re
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any

from pipeline import output
from pipeline.card import write_card
from pipeline.errors import UserError
from pipeline.ledger import read_counts
from pipeline.manifest import write_manifest
from pipeline.recipe_file import RecipeFile

Watch = Callable[[Path], Any]
"""Called with the folder for work in progress when a run begins; returns a context manager that shows progress."""
Target = dict[str, Any] | None
"""How far a run came with the number of records that was wanted; None where none was."""


class RunStopped(UserError):
    """The flow stopped before its end. What is done is kept; the same command goes on from there."""


def run(
    out: Path,
    recipe: RecipeFile,
    inputs: dict[str, str],
    flow: Callable[[Path], None],
    target: Callable[[Path], Target],
    *,
    made: Callable[[Path], Mapping[str, int]] = lambda work: {},
    sandbox: dict[str, Any] | None = None,
    keep_work: bool = False,
    watch: Watch | None = None,
) -> dict[str, Any]:
    """Run `flow` in a folder that is held (pipeline.output.opened); returns the manifest.

    `inputs` are the sizes of the files to be read, by name. `flow`, `target` and `made` are given the folder for work
    in progress, the last two when the flow is done; `made` counts by category what came to deduplication, `sandbox`
    says what holds the programs that are run. Raises UserError with a sentence.
    """
    output.same_inputs(out, inputs)
    work = out / "work"
    start = time.perf_counter()
    with watch(work) if watch else nullcontext():
        try:
            flow(work)
        except UserError:
            raise
        except Exception as error:  # whatever stops a worker comes up here, often as text from another process
            with suppress(OSError):  # where the disk is full there is no room for the traceback either
                (work / "error.txt").write_text(traceback.format_exc(), encoding="utf-8")
            raise RunStopped(f"{out}: the run stopped: {cause(error)}. {remedy(error, out)}") from error
    counts = read_counts(work, recipe.stages)
    try:
        manifest = write_manifest(
            out, recipe, counts, time.perf_counter() - start, inputs, target(work), sandbox, made(work)
        )
        write_card(out, manifest)
    except OSError as error:
        raise RunStopped(f"{out}: the run stopped: {cause(error)}. {remedy(error, out)}") from error
    if not keep_work:
        output.clear_work(out)
    return manifest


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
