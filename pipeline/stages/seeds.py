"""Sources become seeds: files are read into spans, spilled by shard, judged, and made unique.

A seed row holds the columns of SEED and `source_index`, the place of its source in the recipe.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import apache_beam as beam

from filters.seed_quality import judge
from pipeline.errors import UserError
from pipeline.identity import seed_id
from pipeline.keyed import digest, share
from pipeline.memory import seldom_collected
from pipeline.recipe import Documents, Procedures, Python, Recipe
from pipeline.schema import Row
from pipeline.sources.chunking import chunk
from pipeline.sources.read import list_files, read
from pipeline.sources.stdlib import stdlib_files
from pipeline.sources.values import FileRef, Listing, Problem, Span
from pipeline.stages.base import Outcome, Stage, finished
from pipeline.stages.spill import Spills, close_task

FILES_IN_TASK = 64
PROCEDURES_IN_TASK = 4096


@dataclass(frozen=True, slots=True)
class Task:
    """What one worker reads in one go: some files of a source, or a range of procedures."""

    number: int
    source: int
    files: tuple[FileRef, ...] = ()
    problems: tuple[Problem, ...] = ()
    procedures: tuple[int, int] = (0, 0)


def plan(recipe: Recipe) -> list[Task]:
    """The tasks of all sources, in an order that depends on the sources alone. Raises UserError for a missing path."""
    tasks: list[Task] = []
    for index, source in enumerate(recipe.seeds.sources):
        if isinstance(source, Procedures):
            for first in range(0, source.count, PROCEDURES_IN_TASK):
                last = min(source.count, first + PROCEDURES_IN_TASK)
                tasks.append(Task(len(tasks), index, procedures=(first, last)))
            continue
        found = _listing(source)
        if not found.files and not found.problems:
            raise UserError(f"seeds.sources.{index}: found no file to read in {getattr(source, 'path', 'python')}")
        for first in range(0, max(1, len(found.files)), FILES_IN_TASK):
            problems = found.problems if first == 0 else ()
            tasks.append(Task(len(tasks), index, found.files[first : first + FILES_IN_TASK], problems))
    return tasks


def _listing(source: Python | Documents) -> Listing:
    if isinstance(source, Python):
        return stdlib_files()
    try:
        return list_files(Path(source.path).expanduser(), licence=source.licence)
    except FileNotFoundError as error:
        raise UserError(str(error)) from None


def fingerprint(tasks: Sequence[Task]) -> dict[str, str]:
    """Names and sizes of all files to be read: what must not change between the start of a run and its end."""
    return {f"{task.source}/{ref.uri}": str(ref.size) for task in tasks for ref in task.files}


class ReadSources(beam.DoFn):
    """Read a task's files and spill their spans by shard."""

    def __init__(self, recipe: Recipe, work: Path) -> None:
        self.recipe, self.work = recipe, work

    def process(self, task: Task) -> Iterator[int]:
        if not finished(self.work, "read", task.number).exists():
            with seldom_collected():
                self._read(task)
        yield task.number

    def _read(self, task: Task) -> None:
        spills = Spills(self.work, task.number, self.recipe.work_shards)
        outcome = Outcome()
        for item in self._items(task):
            if isinstance(item, Problem):
                outcome.problem("read", item)
            else:
                spills.add(item, len(item["text"]))
        spills.write()
        close_task(self.work, task.number, outcome, spills.rows)

    def _items(self, task: Task) -> Iterator[Row | Problem]:
        yield from task.problems
        for number in range(*task.procedures):
            content = f"procedure {task.source}/{number}"
            yield _row(content, task, kind="none", text="", title="", language="", uri="", span=[0, 0], licence="")
        for ref in task.files:
            for item in read(ref):
                if isinstance(item, Problem):
                    yield item
                else:
                    yield from (_from_span(span, task) for span in chunk(item))


def _from_span(span: Span, task: Task) -> Row:
    columns = {name: getattr(span, name) for name in ("kind", "text", "title", "language", "uri", "licence")}
    return _row(span.text, task, span=[span.start, span.end], **columns)


def _row(content: str, task: Task, **columns: object) -> Row:
    return {"id": seed_id(content), "hash": digest(content), "source_index": task.source, **columns}


class ChooseSeeds(Stage):
    """Quality rules, equal spans, the limit of each source, and the split."""

    name = "seeds"

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        seen: dict[str, str] = {}
        taken: Counter[tuple[int, str]] = Counter()
        for row in sorted(rows, key=lambda row: (row["id"], row["source_index"], row["uri"], row["span"])):
            source = row["source_index"], row["kind"]
            if row["id"] in seen:
                outcome.reject(self.name, row, "exact_duplicate", f"equal to {seen[row['id']]}")
            elif taken[source] >= self._limit(*source, shard):
                outcome.reject(self.name, row, "over_limit", f"seeds.sources.{source[0]}.limit.{source[1]}")
            elif row["kind"] != "none" and not (verdict := judge(row["text"], row["kind"])).passed:
                outcome.reject(self.name, row, verdict.reason, verdict.detail)
            else:
                seen[row["id"]] = row["uri"]
                taken[source] += 1
                held_out = share(self.recipe.seed, row["id"], "split") < self.recipe.test_share
                outcome.out.append(row | {"split": "test" if held_out else "train"})
        return outcome

    def _limit(self, source: int, kind: str, shard: int) -> float:
        """This shard's part of a limit. Ids are hashes, so the lowest of each shard are a keyed choice."""
        limits, shards = getattr(self.recipe.seeds.sources[source], "limit", {}), self.recipe.work_shards
        if kind not in limits:
            return float("inf")
        return limits[kind] * (shard + 1) // shards - limits[kind] * shard // shards
