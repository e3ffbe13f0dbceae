"""From files to shards: what a task reads is spilled by shard, and a shard gathers its rows from all tasks.

So a file's rows reach their shards without a shuffle, in bounded memory.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import apache_beam as beam

from pipeline.identity import shard_of
from pipeline.ledger import Count, write_count
from pipeline.memory import seldom_collected
from pipeline.schema import FAILED, Row
from pipeline.shards import read_work, write_rows, write_work
from pipeline.stages.base import Outcome, Stage, finished, keep, table

SPILL_CHARACTERS = 16_000_000
"""Text that a task holds back before it is written, over all shards."""


class Spills:
    """The rows of one task on their way to their shards."""

    def __init__(self, work: Path, task: int, work_shards: int) -> None:
        self.work, self.task, self.work_shards = work, task, work_shards
        self.rows = self._held = self._part = 0
        self._waiting: dict[int, list[Row]] = defaultdict(list)

    def add(self, row: Row, characters: int) -> None:
        """A row that has its id; `characters` is about its size."""
        self._waiting[shard_of(row["id"], self.work_shards)].append(row)
        self.rows += 1
        self._held += characters
        if self._held > SPILL_CHARACTERS:
            self.write()

    def write(self) -> None:
        """Write what is held back; the last thing a task does."""
        for shard, rows in self._waiting.items():
            write_work(self.work / "spilled" / f"{shard:05d}" / f"{self.task:05d}-{self._part:05d}.parquet", rows)
        self._waiting.clear()
        self._held, self._part = 0, self._part + 1


def gathered(work: Path, shard: int) -> list[Row]:
    """The rows of a shard from all tasks, in the order of the tasks."""
    paths = sorted((work / "spilled" / f"{shard:05d}").glob("[0-9]*.parquet"))
    return [row for path in paths for row in read_work(path)]


class Gather(beam.DoFn):
    """Run a stage on a shard's rows from all tasks; a shard that is done already is passed over."""

    def __init__(self, stage: Stage, work: Path) -> None:
        self.work, self.stage = work, stage

    def process(self, shard: int) -> Iterator[int]:
        if not finished(self.work, self.stage.name, shard).exists():
            with seldom_collected():
                keep(self.work, self.stage, shard, gathered(self.work, shard), self.stage.name)
        yield shard


def close_task(work: Path, task: int, outcome: Outcome, rows: int) -> None:
    """Write what a task could not read, and its books; with these it is done."""
    if outcome.failed:
        write_rows(table(work, "read", task, "failed"), outcome.failed, FAILED)
    failed = len(outcome.failed)
    write_count(finished(work, "read", task), Count("read", born=rows + failed, out=rows, failed=failed))
