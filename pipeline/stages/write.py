"""The last step: records, preference pairs, seeds, and what was rejected or failed, as shards in the Hub's layout."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import apache_beam as beam
import pyarrow as pa

from filters.tokens import tokens
from pipeline.ledger import finished_shards
from pipeline.recipe import Recipe
from pipeline.schema import FAILED, PREFERENCE, RECORD, REJECTED, SEED, Row
from pipeline.shards import read_rows, read_work, write_rows
from pipeline.stages.base import table

SHARD_BYTES = 200_000_000
"""Aim for the size of a train shard, as real cards of the Hub have them (in memory, before compression)."""


class PlanShards(beam.DoFn):
    """Choose the number of output shards from the size of what is kept, and hand out their numbers."""

    def __init__(self, recipe: Recipe, work: Path, reads: str) -> None:
        self.recipe, self.work, self.reads = recipe, work, reads

    def process(self, shards: list[int]) -> Iterator[list[tuple[int, int]]]:
        wanted = self.recipe.output.shards
        if wanted is None:
            # the size in rows, not in compressed bytes, so that the number depends on the content alone
            size = sum(len(row) for shard in shards for row in _raw(table(self.work, self.reads, shard)))
            wanted = 1 + size // SHARD_BYTES
        count = min(wanted, self.recipe.work_shards)
        yield [(number, count) for number in range(count)]


class WriteShard(beam.DoFn):
    """Write all files of one output shard from the work shards that make it up."""

    def __init__(self, recipe: Recipe, out: Path, work: Path, reads: str, stages: list[str]) -> None:
        self.recipe, self.out, self.work, self.reads, self.stages = recipe, out, work, reads, stages

    def process(self, plan: tuple[int, int]) -> Iterator[int]:
        number, count = plan
        pieces = self.recipe.work_shards
        mine = [piece for piece in range(pieces) if piece * count // pieces == number]
        kept = [row for piece in mine for row in read_work(table(self.work, self.reads, piece))]
        for split in ("train", "test"):
            self._write("data", split, plan, (record(row) for row in kept if row["split"] == split), RECORD)
            pairs = (pair for row in kept if row["split"] == split and (pair := preference_pair(row)))
            self._write("preferences", split, plan, pairs, PREFERENCE)
        seeds = (row for piece in mine for row in read_work(table(self.work, "seed_dedup", piece)))
        self._write("seeds", "seeds", plan, (row for row in seeds if row["kind"] != "none"), SEED)
        self._write("rejected", "rejected", plan, self._parts("rejected", mine), REJECTED)
        self._write("failed", "failed", plan, self._parts("failed", mine), FAILED)
        yield number

    def _write(self, folder: str, name: str, plan: tuple[int, int], rows: Iterable[Row], schema: pa.Schema) -> None:
        path = self.out / folder / f"{name}-{plan[0]:05d}-of-{plan[1]:05d}.parquet"
        write_rows(path, rows, schema, self.recipe.output.compression_level)

    def _parts(self, part: str, mine: list[int]) -> Iterator[Row]:
        """Rows that the stages dropped. The stage "read" counts by task, not by shard, so its files go round."""
        for stage in self.stages:
            for path in finished_shards(self.work, stage, f".{part}.parquet"):
                if int(path.name[:5]) % self.recipe.work_shards in mine:
                    yield from read_rows(path)


def record(row: Row) -> Row:
    """A kept row in the shape of RECORD."""
    chosen, asked = row["candidates"][row["chosen"]], conversation(row)
    return {
        "id": row["id"],
        "messages": [*asked, {"role": "assistant", "content": chosen["content"]}],
        "answer": chosen["answer"] if chosen["answer"] != chosen["content"].strip() else "",
        "prompt_tokens": sum(len(tokens(turn["content"])) for turn in asked),
        "response_tokens": len(tokens(chosen["content"])),
        **{key: row.get(key) for key in RECORD.names if key not in _MADE},
    }


_MADE = {"id", "messages", "answer", "prompt_tokens", "response_tokens"}


def conversation(row: Row) -> list[dict[str, str]]:
    """All turns before the answer."""
    return [*row["earlier"], {"role": "user", "content": row["prompt"]}]


def preference_pair(row: Row) -> Row | None:
    """The chosen candidate against the first that failed; None where all passed."""
    worse = next((candidate for candidate in row["candidates"] if not candidate["passed"]), None)
    if worse is None:
        return None
    better = row["candidates"][row["chosen"]]
    return {
        "id": row["id"],
        "prompt": conversation(row),
        "chosen": [{"role": "assistant", "content": better["content"]}],
        "rejected": [{"role": "assistant", "content": worse["content"]}],
        "category": row["category"],
        "language": row["language"],
        "level": row["verification"]["level"],
        "reason": worse["reason"],
        "detail": worse["detail"],
        "split": row["split"],
    }


def _raw(path: Path) -> list[str]:
    import pyarrow.parquet as pq

    texts: list[str] = pq.read_table(path, columns=["row"])["row"].to_pylist()
    return texts
