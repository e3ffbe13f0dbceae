"""The whole flow, from sources to shards: four steps of the paper between two global barriers, readable top to bottom.

What moves through Beam are numbers of shards; rows move through files. So any runner, any number of workers, and a run
that was killed and started again give the same bytes.
"""

from collections.abc import Sequence
from pathlib import Path

import apache_beam as beam
from apache_beam.options.pipeline_options import PipelineOptions

from pipeline.recipe import Recipe
from pipeline.references import prepare
from pipeline.runner import local
from pipeline.sections import Dedup
from pipeline.stages.balance import Augment, quotas
from pipeline.stages.base import Apart, RunInRow, RunTogether, Stage, Step, Together, folder
from pipeline.stages.contamination import elsewhere
from pipeline.stages.critique import Criticise
from pipeline.stages.dedup import RemoveDuplicates, record_text, seed_text
from pipeline.stages.evolve import Evolve
from pipeline.stages.generate import Generate
from pipeline.stages.respond import Respond
from pipeline.stages.rounds import deficits_file
from pipeline.stages.rules import Rules
from pipeline.stages.score import Score
from pipeline.stages.seeds import ChooseSeeds, ReadSources, Task
from pipeline.stages.spill import Gather
from pipeline.stages.write import WriteShards
from pipeline.teachers.llm.settings import LLM
from pipeline.teachers.open import close_all
from pipeline.teachers.procedural.capacity import capacities


def build(
    pipeline: beam.Pipeline, recipe: Recipe, out: Path, work: Path, tasks: Sequence[Task], lanes: int = 1
) -> beam.PCollection:
    """Lay out the flow; running the pipeline does the work. Returns the numbers of the output shards.

    `lanes` is how many workers share the work where shards are worked on many at a time; it changes no byte.
    """
    shards = seeded(pipeline, recipe, work, tasks)
    for round_number in range(recipe.balance.augmentations + 1):
        if round_number:
            missing = deficits_file(work, round_number)
            shards |= unique(recipe, work, round_number - 1, missing)
        shards |= Made(recipe, out, work, round_number, lanes)
    return (
        shards
        | unique(recipe, work, recipe.balance.augmentations)
        | WriteShards(recipe, out, work, "balance", seeds="seed_dedup", min_margin=recipe.preferences.min_margin)
    )


def seeded(pipeline: beam.Pipeline, recipe: Recipe, work: Path, tasks: Sequence[Task]) -> beam.PCollection:
    """The beginning of the flow, in which nothing is asked of a teacher: sources become unique seeds."""
    near = recipe.dedup.near and recipe.seeds.near_duplicates
    settings = Dedup(
        **recipe.dedup.model_dump(include={"threshold", "permutations", "shingle", "partitions"}), near=near
    )
    return (
        pipeline
        | "sources" >> beam.Create(list(tasks))
        | "read" >> beam.ParDo(ReadSources(recipe, work))
        | "all read" >> Together()
        | "by shard" >> Apart(list(range(recipe.work_shards)))
        | "seeds" >> beam.ParDo(Gather(ChooseSeeds(recipe), work))
        | RemoveDuplicates(
            "seed_dedup", work, ["seeds"], seed_text, settings, shards=recipe.work_shards, seed=recipe.seed
        )
    )


class Made(beam.PTransform):
    """The four steps of the paper, in the flow itself (round 0) or in a round of augmentation."""

    def __init__(self, recipe: Recipe, out: Path, work: Path, round_number: int, lanes: int) -> None:
        super().__init__(label=folder("made", round_number))
        self.teacher, self.lanes, self.steps = recipe.teacher, lanes, list[Step]()
        taught: list[Stage] = [Generate(recipe, out), Evolve(recipe, out), Respond(recipe, out)]
        taught += [Criticise(recipe, out)] if recipe.criticises else []
        reads = () if round_number else ("seed_dedup",)
        judged = [Score(recipe), Rules(recipe.rules), *elsewhere(recipe.decontaminate, recipe.dedup, work)]
        for stage in (Augment(recipe, work, round_number), *taught, *judged):
            self.steps.append(Step(stage, work, reads, folder(stage.name, round_number)))
            reads = (self.steps[-1].writes,)

    def expand(self, shards: beam.PCollection) -> beam.PCollection:
        if isinstance(self.teacher, LLM):
            return shards | RunTogether("together", self.steps, self.lanes, self.teacher.in_flight)
        return shards | RunInRow("in a row", self.steps)


def unique(recipe: Recipe, work: Path, round_number: int, missing: Path | None = None) -> RemoveDuplicates:
    """Duplicates and quotas over the records of all rounds up to this one."""
    reads = [folder(recipe.unsifted, number) for number in range(round_number + 1)]
    return RemoveDuplicates(
        "dedup",
        work,
        reads,
        record_text,
        recipe.dedup,
        shards=recipe.work_shards,
        seed=recipe.seed,
        quotas=quotas(recipe.balance, capacities() if recipe.balance.capacities else {}),
        missing=missing,
        budget=recipe.teacher.budget if isinstance(recipe.teacher, LLM) else None,
    )


def run(
    recipe: Recipe, out: Path, work: Path, tasks: Sequence[Task], workers: int = 1, beam_options: Sequence[str] = ()
) -> None:
    """Run the flow on the local runner with so many processes, or as Beam's own options say."""
    prepare(recipe.decontaminate, recipe.dedup, work)
    runner, options = (None, PipelineOptions(list(beam_options))) if beam_options else local(workers)
    try:
        with beam.Pipeline(runner, options) as pipeline:
            build(pipeline, recipe, out, work, tasks, workers)
    finally:  # a runner need not tear down what failed
        close_all()


def run_seeds(recipe: Recipe, work: Path, tasks: Sequence[Task], workers: int = 1) -> None:
    """Run the beginning of the flow alone: seeds lie in the folder seed_dedup, and nothing was paid."""
    runner, options = local(workers)
    with beam.Pipeline(runner, options) as pipeline:
        seeded(pipeline, recipe, work, tasks)
