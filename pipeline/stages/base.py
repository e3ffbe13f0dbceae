"""What a stage is: rows of one shard in; rows out, rejected and failed; and the Beam step that runs it durably."""

import threading
import time
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apache_beam as beam

from pipeline.keyed import canonical, digest
from pipeline.ledger import Count, write_count
from pipeline.memory import seldom_collected
from pipeline.schema import FAILED, REJECTED, Row
from pipeline.shards import as_json, read_work, write_rows, write_work
from pipeline.sources.values import Problem


@dataclass(slots=True)
class Outcome:
    """What a stage made of the rows of one shard.

    `born` counts rows that did not enter; `noted` holds figures that a stage keeps beside the books.
    """

    out: list[Row] = field(default_factory=list)
    rejected: list[Row] = field(default_factory=list)
    failed: list[Row] = field(default_factory=list)
    born: int = 0
    noted: Counter[str] = field(default_factory=Counter)

    def reject(self, stage: str, row: Row, reason: str, figure: object = "") -> None:
        """Drop a row, with the reason and the figure it was judged by."""
        self.rejected.append(
            {
                "id": row["id"],
                "stage": stage,
                "reason": reason,
                "figure": str(figure),
                "category": row.get("category", ""),
                "family": row.get("family", ""),
                "uri": row["uri"] if "uri" in row else row["source"]["uri"],
                "row": as_json(row),
            }
        )

    def fail(self, stage: str, identity: str, error: str, uri: str, request: Any) -> None:
        """Something went wrong with one row; `request` is what it takes to try again."""
        self.failed.append({"id": identity, "stage": stage, "error": error, "uri": uri, "request": canonical(request)})

    def problem(self, stage: str, problem: Problem, request: Any = None) -> None:
        """A part of a source that could not be read."""
        identity = digest(problem.uri, problem.reason, problem.figure)
        told = {"uri": problem.uri} if request is None else {"uri": problem.uri, "row": request}
        self.fail(stage, identity, f"{problem.reason}: {problem.figure}", problem.uri, told)


class Stage(ABC):
    """One step. Its result for a shard depends on the shard's rows and the recipe alone."""

    name: str

    def setup(self) -> None:  # noqa: B027  (most stages have nothing to prepare)
        """Build what should not travel between processes. Called once in each worker."""

    def teardown(self) -> None:  # noqa: B027  (nor to give back)
        """Give back what a worker should not hold for longer than a phase: models, connections, open files."""

    @abstractmethod
    def process(self, rows: list[Row], shard: int) -> Outcome: ...


def table(work: Path, stage: str, shard: int, part: str = "") -> Path:
    """Where a stage keeps a shard: its rows out, or with `part` the "rejected" or "failed" ones."""
    return work / stage / f"{shard:05d}{'.' + part if part else ''}.parquet"


def finished(work: Path, stage: str, shard: int) -> Path:
    """The shard's figures, written last: when this is there, the shard is whole."""
    return work / stage / f"{shard:05d}.json"


def folder(name: str, round_number: int = 0) -> str:
    """Where a stage works in a round of augmentation; round 0 is the flow itself."""
    return f"{name}+{round_number}" if round_number else name


@dataclass(frozen=True, slots=True)
class Step:
    """A stage with the folders whose rows go in, one after the other, and the folder it writes."""

    stage: Stage
    work: Path
    reads: tuple[str, ...]
    writes: str

    def run(self, shard: int, rows: list[Row] | None = None) -> list[Row] | None:
        """Do one shard, with the rows that the step before it just made, or those of the files; return what came of it.

        One that is whole already is passed over: nothing is returned, for what it made is in its file alone.
        """
        if finished(self.work, self.writes, shard).exists():
            return None
        if rows is None:
            rows = [row for name in self.reads for row in read_work(table(self.work, name, shard))]
        return keep(self.work, self.stage, shard, rows, self.writes)


class RunStage(beam.PTransform):
    """Run a stage over shard numbers."""

    def __init__(self, stage: Stage, work: Path, reads: str | Sequence[str], writes: str = "") -> None:
        super().__init__(label=writes or stage.name)
        self.step = Step(stage, work, (reads,) if isinstance(reads, str) else tuple(reads), writes or stage.name)

    def expand(self, shards: beam.PCollection) -> beam.PCollection:
        return shards | RunInRow("alone", [self.step])


class RunInRow(beam.PTransform):
    """Run steps in a row over shard numbers, each on what the one before it wrote."""

    def __init__(self, label: str, steps: Sequence[Step]) -> None:
        super().__init__(label=label)
        self.steps = steps

    def expand(self, shards: beam.PCollection) -> beam.PCollection:
        return shards | beam.ParDo(_RunInRow(self.steps)).with_output_types(int)


class _RunInRow(beam.DoFn):
    """Steps on one shard, one after the other."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = steps

    def setup(self) -> None:
        for step in self.steps:
            step.stage.setup()

    def process(self, shard: int) -> Iterator[int]:
        rows: list[Row] | None = None
        with seldom_collected():
            for step in self.steps:
                rows = step.run(shard, rows)
        yield shard


class RunTogether(beam.PTransform):
    """Run steps in a row over many shards at once, so that an engine that they ask always has requests waiting.

    Each of `lanes` workers gets every so-manieth shard and works on `in_flight` of them at a time, in threads.
    """

    def __init__(self, label: str, steps: Sequence[Step], lanes: int, in_flight: int) -> None:
        super().__init__(label=label)
        self.steps, self.lanes, self.in_flight = steps, lanes, in_flight

    def expand(self, shards: beam.PCollection) -> beam.PCollection:
        lanes = self.lanes
        return (
            shards
            | "gather" >> Together()
            | "lanes" >> beam.Map(lambda listed: [listed[lane::lanes] for lane in range(lanes)])
            | "one lane a worker" >> Apart()
            | "work" >> beam.ParDo(_RunTogether(self.steps, self.in_flight)).with_output_types(int)
        )


class _RunTogether(beam.DoFn):
    """Steps on many shards at a time."""

    def __init__(self, steps: Sequence[Step], in_flight: int) -> None:
        self.steps, self.in_flight = steps, in_flight

    def setup(self) -> None:
        for step in self.steps:
            step.stage.setup()

    def process(self, shards: list[int]) -> Iterator[int]:
        """Once a shard fails, no other begins a further step; the steps that are under way end, and what they paid for
        is written. Raises what the first failure raised."""
        stopped = threading.Event()
        with ThreadPoolExecutor(self.in_flight) as pool:
            running = [pool.submit(self._shard, shard, stopped) for shard in shards]
            for future in as_completed(running):
                future.result()
        yield from shards

    def _shard(self, shard: int, stopped: threading.Event) -> None:
        rows: list[Row] | None = None
        try:
            for step in self.steps:
                if stopped.is_set():
                    return
                rows = step.run(shard, rows)
        except BaseException:
            stopped.set()
            raise

    def teardown(self) -> None:
        for step in self.steps:
            step.stage.teardown()


def keep(work: Path, stage: Stage, shard: int, rows: list[Row], writes: str) -> list[Row]:
    """Run a stage on one shard's rows and write what came of it, figures last. Returns the rows that go on."""
    start = time.perf_counter()
    outcome = stage.process(rows, shard)
    write_work(table(work, writes, shard), outcome.out)
    if outcome.rejected:
        write_rows(table(work, writes, shard, "rejected"), outcome.rejected, REJECTED, 1)
    if outcome.failed:
        write_rows(table(work, writes, shard, "failed"), outcome.failed, FAILED, 1)
    count = Count(
        stage.name,
        entered=len(rows),
        born=outcome.born,
        out=len(outcome.out),
        failed=len(outcome.failed),
        rejected=Counter(row["reason"] for row in outcome.rejected),
        noted=outcome.noted,
        seconds=time.perf_counter() - start,
    )
    write_count(finished(work, writes, shard), count)
    return outcome.out


class Together(beam.PTransform):
    """A global barrier: wait until every shard has come, then go on with all of them at once.

    What passes are shard numbers, a few bytes each; no text enters a shuffle.
    """

    def expand(self, shards: beam.PCollection) -> beam.PCollection:
        return (
            shards
            | "under one key" >> beam.Map(lambda shard: (0, shard)).with_output_types(tuple[int, int])
            | "wait for all" >> beam.GroupByKey()
            | "as a list" >> beam.Map(lambda pair: sorted(pair[1]))
        )


class Apart(beam.PTransform):
    """Spread the items of a list over the workers again; or, given `items`, those in place of the list's."""

    def __init__(self, items: Sequence[Any] | None = None) -> None:
        super().__init__()
        self.items = items

    def expand(self, lists: beam.PCollection) -> beam.PCollection:
        items = self.items
        return (
            lists
            | "each by itself" >> beam.FlatMap(lambda listed: list(enumerate(items if items is not None else listed)))
            | "typed" >> beam.Map(lambda pair: pair).with_output_types(tuple[int, Any])
            | "to any worker" >> beam.GroupByKey()
            | "the item" >> beam.FlatMap(lambda pair: pair[1])
        )
