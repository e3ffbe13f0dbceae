"""The seeds of a recipe, read and chosen as a run would, in a temporary folder: what an estimate stands on."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.keyed import digest
from pipeline.recipe import Recipe
from pipeline.schema import Row
from pipeline.shards import read_work
from pipeline.sources.values import FileRef
from pipeline.stages.base import table
from pipeline.stages.seeds import Task, plan

MOST_BYTES = 64_000_000
"""Bytes read of each source; of a larger one a keyed choice of files is read."""
MOST_PROCEDURES = 20_000

Group = tuple[int, str]
"""A source, by its place in the recipe, and a kind of seed."""


@dataclass(frozen=True, slots=True)
class Chosen:
    rows: tuple[Row, ...]
    totals: dict[Group, float]
    """How many seeds a run would choose: those in `rows`, or more where only a part of a source was read."""
    parts: dict[int, float]
    """The share of each source that was read, where it is not the whole."""


def choose(recipe: Recipe, workers: int = 1) -> Chosen:
    """Read and choose the seeds. Raises UserError for a missing source."""
    from pipeline.flow import run_seeds

    tasks, parts = sampled(recipe.seed, plan(recipe))
    with tempfile.TemporaryDirectory(prefix="gristmill-estimate-") as folder:
        work = Path(folder)
        run_seeds(recipe, work, tasks, workers)
        rows = [row for shard in range(recipe.work_shards) for row in read_work(table(work, "seed_dedup", shard))]
    return Chosen(tuple(rows), _totals(recipe, rows, parts), parts)


def sampled(seed: int, tasks: Sequence[Task]) -> tuple[list[Task], dict[int, float]]:
    """The tasks with at most so many bytes and procedures of each source, and the share that these are of it."""
    left: list[Task] = []
    parts: dict[int, float] = {}
    for source in sorted({task.source for task in tasks}):
        mine = [task for task in tasks if task.source == source]
        wanted = sum(ref.size for task in mine for ref in task.files) + 0.0
        taken = {ref.uri for ref in _files(seed, [ref for task in mine for ref in task.files])}
        mine = [replace(task, files=tuple(ref for ref in task.files if ref.uri in taken)) for task in mine]
        read = sum(ref.size for task in mine for ref in task.files)
        if procedures := max(task.procedures[1] for task in mine):
            last = min(procedures, MOST_PROCEDURES)
            mine = [
                replace(task, procedures=(task.procedures[0], min(task.procedures[1], last)))
                for task in mine
                if task.procedures[0] < last
            ]
            wanted, read = procedures, last
        if read < wanted:
            parts[source] = read / wanted
        left += mine
    return left, parts


def _files(seed: int, files: Sequence[FileRef]) -> Iterable[FileRef]:
    """A keyed choice that keeps to MOST_BYTES; at least one file, however large."""
    if sum(ref.size for ref in files) <= MOST_BYTES:
        return files
    taken: list[FileRef] = []
    size = 0
    for ref in sorted(files, key=lambda ref: digest(seed, "estimate", ref.uri)):
        if not taken or size + ref.size <= MOST_BYTES:
            taken.append(ref)
            size += ref.size
    return taken


def _totals(recipe: Recipe, rows: Iterable[Row], parts: dict[int, float]) -> dict[Group, float]:
    counts: Counter[Group] = Counter((row["source_index"], row["kind"]) for row in rows)
    totals: dict[Group, float] = {}
    for (source, kind), count in counts.items():
        limit = getattr(recipe.seeds.sources[source], "limit", {}).get(kind, float("inf"))
        totals[source, kind] = max(count, min(count / parts.get(source, 1.0), limit))
    return totals
