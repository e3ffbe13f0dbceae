"""The whole flow, from sources to shards: four steps of the paper between two global barriers, readable top to bottom.

What moves through Beam are numbers of shards; rows move through files. So any runner, any number of workers, and a run
that was killed and started again give the same bytes.
"""

from collections.abc import Sequence
from pathlib import Path

import apache_beam as beam
from apache_beam.options.pipeline_options import PipelineOptions

from pipeline.recipe import Recipe
from pipeline.runner import local
from pipeline.stages.balance import Augment, deficits_file, quotas
from pipeline.stages.base import Apart, RunStage, Together, folder
from pipeline.stages.dedup import RemoveDuplicates, record_text, seed_text
from pipeline.stages.evolve import Evolve
from pipeline.stages.generate import Generate
from pipeline.stages.respond import Respond
from pipeline.stages.rules import Rules
from pipeline.stages.score import Score
from pipeline.stages.seeds import MakeSeeds, ReadSources, Task
from pipeline.stages.write import PlanShards, WriteShard

STAGES = [
    "read",
    "seeds",
    "seed_dedup",
    "augment",
    "generate",
    "evolve",
    "respond",
    "score",
    "rules",
    "dedup",
    "balance",
]
"""The stages that keep books, in the order of the flow."""


def build(pipeline: beam.Pipeline, recipe: Recipe, out: Path, work: Path, tasks: Sequence[Task]) -> beam.PCollection:
    """Lay out the flow; running the pipeline does the work. Returns the numbers of the output shards."""
    numbers = list(range(recipe.work_shards))
    near_seeds = recipe.dedup.near and recipe.seeds.near_duplicates

    shards = (
        pipeline
        | "sources" >> beam.Create(list(tasks))
        | "read" >> beam.ParDo(ReadSources(recipe, work))
        | "all read" >> Together()
        | "by shard" >> Apart(numbers)
        | "seeds" >> beam.ParDo(MakeSeeds(recipe, work))
        | RemoveDuplicates("seed_dedup", work, ["seeds"], seed_text, recipe.dedup, near=near_seeds, seed=recipe.seed)
    )
    for round_number in range(recipe.balance.augmentations + 1):
        if round_number:
            missing = deficits_file(work, round_number)
            shards |= unique(recipe, work, round_number - 1, missing)
        shards |= Made(recipe, work, round_number)
    return (
        shards
        | unique(recipe, work, recipe.balance.augmentations)
        | "all kept" >> Together()
        | "plan" >> beam.ParDo(PlanShards(recipe, work, reads="balance"))
        | "by output shard" >> Apart()
        | "write" >> beam.ParDo(WriteShard(recipe, out, work, "balance", STAGES))
    )


class Made(beam.PTransform):
    """The four steps of the paper, in the flow itself (round 0) or in a round of augmentation."""

    def __init__(self, recipe: Recipe, work: Path, round_number: int) -> None:
        super().__init__(label=folder("made", round_number))
        self.recipe, self.work, self.round = recipe, work, round_number

    def expand(self, shards: beam.PCollection) -> beam.PCollection:
        recipe, reads = self.recipe, () if self.round else ("seed_dedup",)
        steps = (Generate(recipe), Evolve(recipe), Respond(recipe), Score(recipe), Rules(recipe))
        for stage in (Augment(recipe, self.work, self.round), *steps):
            writes = folder(stage.name, self.round)
            shards |= RunStage(stage, self.work, reads, writes)
            reads = (writes,)
        return shards


def unique(recipe: Recipe, work: Path, round_number: int, missing: Path | None = None) -> RemoveDuplicates:
    """Duplicates and quotas over the records of all rounds up to this one."""
    reads = [folder("rules", number) for number in range(round_number + 1)]
    return RemoveDuplicates(
        "dedup",
        work,
        reads,
        record_text,
        recipe.dedup,
        near=recipe.dedup.near,
        seed=recipe.seed,
        quotas=quotas(recipe),
        missing=missing,
    )


def run(
    recipe: Recipe, out: Path, work: Path, tasks: Sequence[Task], workers: int = 1, beam_options: Sequence[str] = ()
) -> None:
    """Run the flow on the local runner with so many processes, or as Beam's own options say."""
    runner, options = (None, PipelineOptions(list(beam_options))) if beam_options else local(workers)
    with beam.Pipeline(runner, options) as pipeline:
        build(pipeline, recipe, out, work, tasks)
