"""The last step: records, preference pairs, seeds, and what was rejected or failed, as shards in the Hub's layout."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

import apache_beam as beam
import pyarrow as pa

from filters.tokens import tokens
from pipeline.ledger import finished_shards
from pipeline.schema import FAILED, PREFERENCE, RECORD, REJECTED, SEED, Row
from pipeline.seal import seal
from pipeline.sections import Output
from pipeline.shards import read_rows, read_work, write_rows
from pipeline.stages.base import table
from pipeline.stages.pairs import preference_pair

SHARD_BYTES = 200_000_000
"""Aim for the size of a train shard, as real cards of the Hub have them (in memory, before compression)."""


class PlanShards(beam.DoFn):
    """Choose the number of output shards from the size of what is kept, and hand out their numbers."""

    def __init__(self, work: Path, reads: str, work_shards: int, output: Output) -> None:
        self.work, self.reads, self.work_shards, self.output = work, reads, work_shards, output

    def process(self, shards: list[int]) -> Iterator[list[tuple[int, int]]]:
        wanted = self.output.shards
        if wanted is None:
            # the size in rows, not in compressed bytes, so that the number depends on the content alone
            size = sum(len(row) for shard in shards for row in _raw(table(self.work, self.reads, shard)))
            wanted = 1 + size // SHARD_BYTES
        count = min(wanted, self.work_shards)
        yield [(number, count) for number in range(count)]


class Written(Protocol):
    """What a recipe of any kind says about the files."""

    @property
    def work_shards(self) -> int: ...

    @property
    def output(self) -> Output: ...

    @property
    def stages(self) -> list[str]: ...


class WriteShard(beam.DoFn):
    """Write all files of one output shard from the work shards that make it up.

    `reads` and `seeds` are the folders of the kept rows and of the seeds; "" where there are no seeds. `min_margin` is
    that of preference pairs; None where candidates make none.
    """

    def __init__(
        self,
        recipe: Written,
        out: Path,
        work: Path,
        reads: str,
        *,
        seeds: str = "",
        schema: pa.Schema = RECORD,
        min_margin: float | None = None,
    ) -> None:
        self.recipe, self.out, self.work, self.reads, self.seeds = recipe, out, work, reads, seeds
        self.schema, self.min_margin = schema, min_margin

    def process(self, plan: tuple[int, int]) -> Iterator[int]:
        number, count = plan
        pieces = self.recipe.work_shards
        mine = [piece for piece in range(pieces) if piece * count // pieces == number]
        kept = [row for piece in mine for row in read_work(table(self.work, self.reads, piece))]
        for split in ("train", "test"):
            of_split = [row for row in kept if row["split"] == split]
            self._write("data", split, plan, (record(row, self.schema) for row in of_split), self.schema)
            self._write("preferences", split, plan, self._pairs(of_split), PREFERENCE)
        if self.seeds:
            seeds = (row for piece in mine for row in read_work(table(self.work, self.seeds, piece)))
            self._write("seeds", "seeds", plan, (row for row in seeds if row["kind"] != "none"), SEED)
        self._write("rejected", "rejected", plan, self._parts("rejected", mine), REJECTED)
        self._write("failed", "failed", plan, self._parts("failed", mine), FAILED)
        yield number

    def _pairs(self, rows: Iterable[Row]) -> Iterator[Row]:
        if self.min_margin is None:
            return
        for row in rows:
            if pair := preference_pair(row, conversation(row), self.min_margin):
                yield pair

    def _write(self, folder: str, name: str, plan: tuple[int, int], rows: Iterable[Row], schema: pa.Schema) -> None:
        path = self.out / folder / f"{name}-{plan[0]:05d}-of-{plan[1]:05d}.parquet"
        write_rows(path, rows, schema, self.recipe.output.compression_level)

    def _parts(self, part: str, mine: list[int]) -> Iterator[Row]:
        """Rows that the stages dropped. The stage "read" counts by task, not by shard, so its files go round."""
        for stage in self.recipe.stages:
            for path in finished_shards(self.work, stage, f".{part}.parquet"):
                if int(path.name[:5]) % self.recipe.work_shards in mine:
                    yield from read_rows(path)


def record(row: Row, schema: pa.Schema = RECORD) -> Row:
    """A kept row in the shape of RECORD, or of `schema`, which has more columns."""
    chosen, asked = row["candidates"][row["chosen"]], conversation(row)
    evidence = row["verification"]
    return {
        "id": row["id"],
        "messages": [*asked, {"role": "assistant", "content": chosen["content"]}],
        "answer": chosen["answer"] if chosen["answer"] != chosen["content"].strip() else "",
        "prompt_tokens": sum(len(tokens(turn["content"])) for turn in asked),
        "response_tokens": len(tokens(chosen["content"])),
        "verification": evidence | {"seal": evidence.get("seal") or seal(asked, evidence)},
        **{key: row.get(key) for key in schema.names if key not in _MADE},
    }


_MADE = {"id", "messages", "answer", "prompt_tokens", "response_tokens", "verification"}


def conversation(row: Row) -> list[dict[str, str]]:
    """All turns before the answer; none before a document."""
    role = row.get("asked_by", "user")
    return [*row["earlier"], {"role": role, "content": row["prompt"]}] if role else []


def _raw(path: Path) -> list[str]:
    import pyarrow.parquet as pq

    texts: list[str] = pq.read_table(path, columns=["row"])["row"].to_pylist()
    return texts
