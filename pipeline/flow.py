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
from pipeline.stages.base import Apart, RunStage, Together
from pipeline.stages.dedup import RemoveDuplicates, record_text, seed_text
from pipeline.stages.evolve import Evolve
from pipeline.stages.generate import Generate
from pipeline.stages.respond import Respond
from pipeline.stages.rules import Rules
from pipeline.stages.score import Score
from pipeline.stages.seeds import MakeSeeds, ReadSources, Task
from pipeline.stages.write import PlanShards, WriteShard

STAGES = ["read", "seeds", "seed_dedup", "generate", "evolve", "respond", "score", "rules", "dedup", "balance"]
"""The stages that keep books, in the order of the flow."""


def build(pipeline: beam.Pipeline, recipe: Recipe, out: Path, work: Path, tasks: Sequence[Task]) -> beam.PCollection:
    """Lay out the flow; running the pipeline does the work. Returns the numbers of the output shards."""
    numbers = list(range(recipe.work_shards))
    near_seeds = recipe.dedup.near and recipe.seeds.near_duplicates

    seeds = (
        pipeline
        | "sources" >> beam.Create(list(tasks))
        | "read" >> beam.ParDo(ReadSources(recipe, work))
        | "all read" >> Together()
        | "by shard" >> Apart(numbers)
        | "seeds" >> beam.ParDo(MakeSeeds(recipe, work))
        | RemoveDuplicates("seed_dedup", work, "seeds", seed_text, recipe.dedup, near=near_seeds, seed=recipe.seed)
    )
    records = (
        seeds
        | RunStage(Generate(recipe), work, reads="seed_dedup")
        | RunStage(Evolve(recipe), work, reads="generate")
        | RunStage(Respond(recipe), work, reads="evolve")
        | RunStage(Score(recipe), work, reads="respond")
        | RunStage(Rules(recipe), work, reads="score")
        | RemoveDuplicates(
            "dedup",
            work,
            "rules",
            record_text,
            recipe.dedup,
            near=recipe.dedup.near,
            seed=recipe.seed,
            balance=recipe.balance,
        )
    )
    return (
        records
        | "all kept" >> Together()
        | "plan" >> beam.ParDo(PlanShards(recipe, work, reads="balance"))
        | "by output shard" >> Apart()
        | "write" >> beam.ParDo(WriteShard(recipe, out, work, "balance", STAGES))
    )


def run(
    recipe: Recipe, out: Path, work: Path, tasks: Sequence[Task], workers: int = 1, beam_options: Sequence[str] = ()
) -> None:
    """Run the flow on the local runner with so many processes, or as Beam's own options say."""
    runner, options = (None, PipelineOptions(list(beam_options))) if beam_options else local(workers)
    with beam.Pipeline(runner, options) as pipeline:
        build(pipeline, recipe, out, work, tasks)
