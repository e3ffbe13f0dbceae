"""The last step: records, preference pairs, seeds, and what was rejected or failed, as shards in the Hub's layout."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import apache_beam as beam
import pyarrow as pa

from filters.tokens import tokens
from pipeline.ledger import finished_shards
from pipeline.memory import seldom_collected
from pipeline.schema import FAILED, PREFERENCE, RECORD, REJECTED, SEED, Row
from pipeline.seal import seal
from pipeline.sections import Output
from pipeline.shards import read_work, work_size, write_merged, write_rows
from pipeline.stages.base import Apart, Together, table
from pipeline.stages.pairs import preference_pair

SHAPED = "shaped"
SPLITS = ("train", "test")
SHARD_BYTES = 200_000_000
"""Aim for the size of a train shard, as real cards of the Hub have them (in memory, before compression)."""


class Written(Protocol):
    """What a recipe of any kind says about the files."""

    @property
    def work_shards(self) -> int: ...

    @property
    def output(self) -> Output: ...

    @property
    def stages(self) -> list[str]: ...


class WriteShards(beam.PTransform):
    """From the numbers of the work shards to those of the output shards, whose files are written.

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
        super().__init__(label="written")
        self.shape = Shape(work, reads, seeds, schema, min_margin)
        self.plan = PlanShards(work, reads, recipe.work_shards, recipe.output)
        self.write = WriteShard(recipe, out, work, schema, with_seeds=bool(seeds))

    def expand(self, shards: beam.PCollection) -> beam.PCollection:
        return (
            shards
            | "shape" >> beam.ParDo(self.shape)
            | "all shaped" >> Together()
            | "plan" >> beam.ParDo(self.plan)
            | "by output shard" >> Apart()
            | "write" >> beam.ParDo(self.write)
        )


class Shape(beam.DoFn):
    """Bring the rows of a work shard into the shape of the files, by split."""

    def __init__(self, work: Path, reads: str, seeds: str, schema: pa.Schema, min_margin: float | None) -> None:
        self.work, self.reads, self.seeds, self.schema, self.min_margin = work, reads, seeds, schema, min_margin

    def process(self, shard: int) -> Iterator[int]:
        with seldom_collected():
            self._shape(shard)
        yield shard

    def _shape(self, shard: int) -> None:
        rows = read_work(table(self.work, self.reads, shard))
        for split in SPLITS:
            of_split = [row for row in rows if row["split"] == split]
            self._write(shard, f"data.{split}", (record(row, self.schema) for row in of_split), self.schema)
            self._write(shard, f"preferences.{split}", self._pairs(of_split), PREFERENCE)
        if self.seeds:
            seeds = read_work(table(self.work, self.seeds, shard))
            self._write(shard, "seeds", (row for row in seeds if row["kind"] != "none"), SEED)

    def _write(self, shard: int, part: str, rows: Iterable[Row], schema: pa.Schema) -> None:
        write_rows(table(self.work, SHAPED, shard, part), rows, schema, 1)

    def _pairs(self, rows: Iterable[Row]) -> Iterator[Row]:
        if self.min_margin is None:
            return
        for row in rows:
            if pair := preference_pair(row, conversation(row), self.min_margin):
                yield pair


class PlanShards(beam.DoFn):
    """Choose the number of output shards from the size of what is kept, and hand out their numbers."""

    def __init__(self, work: Path, reads: str, work_shards: int, output: Output) -> None:
        self.work, self.reads, self.work_shards, self.output = work, reads, work_shards, output

    def process(self, shards: list[int]) -> Iterator[list[tuple[int, int]]]:
        wanted = self.output.shards
        if wanted is None:
            # the size in rows, not in compressed bytes, so that the number depends on the content alone
            size = sum(work_size(table(self.work, self.reads, shard)) for shard in shards)
            wanted = 1 + size // SHARD_BYTES
        count = min(wanted, self.work_shards)
        yield [(number, count) for number in range(count)]


class WriteShard(beam.DoFn):
    """Write all files of one output shard from the work shards that make it up."""

    def __init__(self, recipe: Written, out: Path, work: Path, schema: pa.Schema, with_seeds: bool) -> None:
        self.recipe, self.out, self.work, self.schema, self.with_seeds = recipe, out, work, schema, with_seeds

    def process(self, plan: tuple[int, int]) -> Iterator[int]:
        number, count = plan
        pieces = self.recipe.work_shards
        mine = [piece for piece in range(pieces) if piece * count // pieces == number]
        for split in SPLITS:
            self._write("data", split, plan, self._shaped(f"data.{split}", mine), self.schema)
            self._write("preferences", split, plan, self._shaped(f"preferences.{split}", mine), PREFERENCE)
        if self.with_seeds:
            self._write("seeds", "seeds", plan, self._shaped("seeds", mine), SEED)
        self._write("rejected", "rejected", plan, self._dropped("rejected", mine), REJECTED)
        self._write("failed", "failed", plan, self._dropped("failed", mine), FAILED)
        yield number

    def _write(self, folder: str, name: str, plan: tuple[int, int], parts: Sequence[Path], schema: pa.Schema) -> None:
        path = self.out / folder / f"{name}-{plan[0]:05d}-of-{plan[1]:05d}.parquet"
        write_merged(path, parts, schema, self.recipe.output.compression_level)

    def _shaped(self, part: str, mine: list[int]) -> list[Path]:
        return [table(self.work, SHAPED, piece, part) for piece in mine]

    def _dropped(self, part: str, mine: list[int]) -> list[Path]:
        """Rows that the stages dropped. The stage "read" counts by task, not by shard, so its files go round."""
        return [
            path
            for stage in self.recipe.stages
            for path in finished_shards(self.work, stage, f".{part}.parquet")
            if int(path.name[:5]) % self.recipe.work_shards in mine
        ]


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
