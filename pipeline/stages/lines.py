"""Take lines out of documents that many of them share: counted by shard, summed in one place, taken out by shard."""

from collections.abc import Iterator
from functools import reduce
from operator import add
from pathlib import Path

import apache_beam as beam
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from filters.repeated_lines import Counts, Repetition, counted, stripped
from pipeline.schema import Row
from pipeline.shards import read_work, write_table
from pipeline.stages.base import Apart, Outcome, RunStage, Stage, Together, table

COUNTS = pa.schema([("key", pa.uint64()), ("documents", pa.int64())])


def is_document(row: Row) -> bool:
    return row.get("asked_by", "user") == ""


def _text(row: Row) -> str:
    text: str = row["candidates"][row["chosen"]]["content"]
    return text


class CountLines(beam.DoFn):
    """In how many documents of a shard each line stands."""

    def __init__(self, work: Path, reads: str, repetition: Repetition) -> None:
        self.work, self.reads, self.repetition = work, reads, repetition

    def process(self, shard: int) -> Iterator[int]:
        path = table(self.work, "lines.counted", shard)
        if not path.exists():
            rows = read_work(table(self.work, self.reads, shard))
            write_counts(path, counted([_text(row) for row in rows if is_document(row)], self.repetition))
        yield shard


class SumLines(beam.DoFn):
    """The lines that stand in too many documents of all shards."""

    def __init__(self, work: Path, repetition: Repetition) -> None:
        self.work, self.repetition = work, repetition

    def process(self, shards: list[int]) -> Iterator[list[int]]:
        path = repeated(self.work)
        if not path.exists():
            whole = reduce(add, (read_counts(table(self.work, "lines.counted", shard)) for shard in shards))
            many = whole.documents > self.repetition.most
            write_counts(path, Counts(whole.keys[many], whole.documents[many]))
        yield shards


class StripLines(Stage):
    """A document of which nothing is left is rejected as `only_repeated_lines`, with the number of lines."""

    name = "lines"

    def __init__(self, work: Path, repetition: Repetition) -> None:
        self.work, self.repetition = work, repetition

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        counts = read_counts(repeated(self.work))
        for row in rows:
            left = stripped(_text(row), counts, self.repetition) if is_document(row) else None
            if left is None or not left.removed:
                outcome.out.append(row)
                continue
            if not left.text.strip():
                outcome.reject(self.name, row, "only_repeated_lines", f"{len(left.removed)} {self.repetition.piece}")
                continue
            outcome.noted["removed"] += len(left.removed)
            candidates = [*row["candidates"]]
            candidates[row["chosen"]] |= {"content": left.text, "answer": left.text.strip()}
            outcome.out.append(row | {"candidates": candidates})
        return outcome


class RemoveLines(beam.PTransform):
    def __init__(self, work: Path, reads: str, repetition: Repetition) -> None:
        super().__init__(label="lines")
        self.work, self.reads, self.repetition = work, reads, repetition

    def expand(self, shards: beam.PCollection) -> beam.PCollection:
        return (
            shards
            | "count" >> beam.ParDo(CountLines(self.work, self.reads, self.repetition))
            | "all counted" >> Together()
            | "sum" >> beam.ParDo(SumLines(self.work, self.repetition))
            | "by shard" >> Apart()
            | RunStage(StripLines(self.work, self.repetition), self.work, self.reads)
        )


def repeated(work: Path) -> Path:
    return work / "lines.counted" / "repeated.parquet"


def write_counts(path: Path, counts: Counts) -> None:
    write_table(path, pa.table([counts.keys, counts.documents], schema=COUNTS), compression_level=1)


def read_counts(path: Path) -> Counts:
    read = pq.read_table(path)
    return Counts(*(np.asarray(read[name]) for name in COUNTS.names))
