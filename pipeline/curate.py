"""Filter an existing data set: the flow of `gristmill curate`, with the stages and books of a run that makes data."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import apache_beam as beam
from apache_beam.options.pipeline_options import PipelineOptions

from pipeline import output, references
from pipeline.curation import Curation
from pipeline.errors import UserError
from pipeline.keyed import canonical, digest
from pipeline.labelling import prepare
from pipeline.run import Target, Watch, run
from pipeline.runner import local
from pipeline.schema import CURATED, Row
from pipeline.sections import Dedup
from pipeline.stages.balance import quotas
from pipeline.stages.base import Apart, RunStage, Together
from pipeline.stages.check import CheckAnswers
from pipeline.stages.contamination import elsewhere
from pipeline.stages.decision import decided_file
from pipeline.stages.dedup import RemoveDuplicates, made, record_text
from pipeline.stages.label import Label
from pipeline.stages.lines import RemoveLines
from pipeline.stages.rows import NameRows, ReadRows, Task, fingerprint, plan
from pipeline.stages.rules import Rules
from pipeline.stages.spill import Gather
from pipeline.stages.write import WriteShards


def curate(
    recipe: Curation,
    inputs: Sequence[str],
    out: Path,
    *,
    workers: int = 1,
    beam_options: Sequence[str] = (),
    keep_work: bool = False,
    watch: Watch | None = None,
) -> dict[str, Any]:
    """Filter the data set in `inputs` (files, folders, patterns) into the folder `out`; returns its manifest.

    A run that was stopped goes on where it was; a finished one is left as it is. Raises UserError with a sentence.
    """
    tasks = plan(recipe, inputs)  # what is missing is reported before anything is made
    references.require(recipe.decontaminate, recipe.dedup)
    files = fingerprint(tasks)
    with output.opened(out, recipe):
        if done := output.complete(out):
            if done["inputs"]["digest"] != digest("inputs", canonical(files)):
                raise UserError(f"{out}: was made from other input files, or they changed since; name another folder")
            return done
        return run(
            out,
            recipe,
            files,
            lambda work: flow(recipe, out, work, tasks, workers, beam_options),
            lambda work: reached(recipe, work),
            made=lambda work: made(work, "dedup"),
            keep_work=keep_work,
            watch=watch,
        )


def flow(
    recipe: Curation, out: Path, work: Path, tasks: Sequence[Task], workers: int, beam_options: Sequence[str]
) -> None:
    """Run the flow on the local runner with so many processes, or as Beam's own options say."""
    if recipe.labels:
        prepare(recipe.labels, labeller(work))
    references.prepare(recipe.decontaminate, recipe.dedup, work)
    runner, options = (None, PipelineOptions(list(beam_options))) if beam_options else local(workers)
    with beam.Pipeline(runner, options) as pipeline:
        build(pipeline, recipe, out, work, tasks)


def build(pipeline: beam.Pipeline, recipe: Curation, out: Path, work: Path, tasks: Sequence[Task]) -> beam.PCollection:
    """Lay out the flow; returns the numbers of the output shards."""
    shards = (
        pipeline
        | "files" >> beam.Create(list(tasks))
        | "read" >> beam.ParDo(ReadRows(recipe, work))
        | "all read" >> Together()
        | "by shard" >> Apart(list(range(recipe.work_shards)))
        | "rows" >> beam.ParDo(Gather(NameRows(recipe), work))
    )
    before = "rows"
    if recipe.dedup and recipe.dedup.lines:
        shards |= RemoveLines(work, before, recipe.dedup.lines.repetition)
        before = "lines"
    if recipe.rules:
        shards |= RunStage(Rules(recipe.rules), work, before)
        before = "rules"
    if recipe.check:
        shards |= RunStage(CheckAnswers(recipe.check), work, before)
        before = "check"
    if recipe.labels:
        shards |= RunStage(Label(labeller(work)), work, before)
        before = "label"
    for stage in elsewhere(recipe.decontaminate, recipe.dedup, work):
        shards |= RunStage(stage, work, before)
        before = stage.name
    if recipe.dedup or recipe.balance:
        shards |= unique(recipe, work, before)
    return shards | WriteShards(recipe, out, work, recipe.stages[-1], schema=CURATED)


def labeller(work: Path) -> Path:
    return work / "labeller"


def unique(recipe: Curation, work: Path, reads: str) -> RemoveDuplicates:
    """Duplicates and quotas; where only quotas are wanted, every record is its own."""
    return RemoveDuplicates(
        "dedup",
        work,
        [reads],
        record_text if recipe.dedup else by_id,
        recipe.dedup or Dedup(near=False),
        shards=recipe.work_shards,
        seed=recipe.seed,
        quotas=quotas(recipe.balance, {}) if recipe.balance else None,
    )


def by_id(row: Row) -> tuple[str, str]:
    return row["id"], row["id"]


def reached(recipe: Curation, work: Path) -> Target:
    """How far the data set came with what `balance` wants; nothing can be made to fill it up."""
    balance = recipe.balance
    wanted = (balance.target or sum(round(amount) for amount in balance.nodes.values())) if balance else 0
    if not wanted:
        return None
    missing = json.loads(decided_file(work, "dedup").read_text(encoding="utf-8"))["missing"]
    return {"wanted": wanted, "kept": wanted - sum(missing.values()), "ended_by": "input" if missing else "target"}
