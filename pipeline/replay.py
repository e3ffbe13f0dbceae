"""Ask again what failed: new seeds for the failed questions, everything else from the call log."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline import output
from pipeline.errors import UserError
from pipeline.keyed import canonical, digest
from pipeline.run import Watch
from pipeline.shards import read_rows, write_text
from pipeline.stages.seeds import fingerprint, plan
from pipeline.synth import synth
from pipeline.teachers.llm.asking import place_of
from pipeline.teachers.llm.settings import LLM
from pipeline.teachers.llm.teacher import replays


@dataclass(frozen=True, slots=True)
class Replayed:
    """How many rows had failed for want of an answer before and after, by step, and the new manifest."""

    before: Counter[str]
    after: Counter[str]
    manifest: dict[str, Any]


def replay(out: Path, *, workers: int = 1, watch: Watch | None = None) -> Replayed:
    """Run the failed requests of a finished data set again, and everything that depends on them.

    The failed questions are written down in replays.json, which gives them other seeds; the output moves to before/,
    and the same recipe runs again. What was answered comes from the call log, so only the failed questions and those
    that follow from their answers are sent. Where nothing failed, nothing is touched. Raises UserError.
    """
    recipe, manifest = output.recipe_of(out), output.manifest_of(out)
    if not isinstance(recipe.teacher, LLM):
        raise UserError(f"{out}: its teacher is {recipe.teacher.kind}, which asks no model; there is nothing to replay")
    with output.opened(out, recipe):
        before = unanswered(out)
        if not before:
            return Replayed(Counter(), Counter(), manifest)
        if manifest["inputs"]["digest"] != digest("inputs", canonical(fingerprint(plan(recipe)))):
            raise UserError(f"{out}: input files changed since it was made; make another data set in another folder")
        write_text(out / output.REPLAYS, canonical(begun_anew(recipe.teacher, out, before)))
        output.set_aside(out, recipe.hash)
    manifest = synth(recipe, out, workers=workers, watch=watch)
    return Replayed(by_step(before), by_step(unanswered(out)), manifest)


def unanswered(out: Path) -> list[dict[str, Any]]:
    """The failed rows that wait for a model's answer, with `request` unpacked. Files that could not be read, which are
    in failed/ too, are none."""
    rows = [row for path in sorted((out / "failed").glob("*.parquet")) for row in read_rows(path)]
    unpacked = [row | {"request": json.loads(row["request"])} for row in rows]
    return [row for row in unpacked if "samples" in row["request"]]


def begun_anew(teacher: LLM, out: Path, failed: list[dict[str, Any]]) -> dict[str, int]:
    """How often each question was begun anew, once the failed ones are."""
    times = Counter(replays(teacher, out))
    for row in failed:
        times.update(place_of(row["stage"], row["request"]["row"], sample) for sample in row["request"]["samples"])
    return dict(times)


def by_step(failed: list[dict[str, Any]]) -> Counter[str]:
    return Counter(row["stage"] for row in failed)
