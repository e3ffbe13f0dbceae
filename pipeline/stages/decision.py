"""With all records compared, what goes: equal, nearly equal, the same in meaning, over a quota. One place decides."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import apache_beam as beam
import numpy as np
import pyarrow as pa

from filters.components import Records
from filters.quotas import Quotas, deficits, surplus
from filters.semantic import Meaning
from pipeline.keyed import canonical, digest
from pipeline.schema import Row
from pipeline.sections import Dedup
from pipeline.shards import write_table, write_text
from pipeline.stages.base import table
from pipeline.stages.comparing import Partitions, Verdicts, judge
from pipeline.stages.rounds import write_deficits
from pipeline.stages.signed import Signed

DECISION = pa.schema(
    [
        ("id", pa.string()),
        ("stage", pa.string()),  # the stage that drops it; "" for a kept record with others in its cluster
        ("reason", pa.string()),
        ("figure", pa.string()),
        ("cluster", pa.string()),  # id of the best record of all that hang together
        ("size", pa.int32()),  # records that a kept one stands for, itself included
    ]
)


def decided_file(work: Path, name: str) -> Path:
    """Written last: how many decisions there are, and what the quotas lack for good."""
    return work / f"{name}.decided" / "done.json"


class Decide(beam.DoFn):
    """`paths` are the signed shards of all rounds, shard by shard; `parts` their comparison, where it was done before.

    With `missing` the decision is not final: only what the quotas lack is written there, for the next round to make;
    where the tokens of `budget` are spent, none is made.
    """

    def __init__(
        self,
        name: str,
        work: Path,
        paths: Sequence[Path],
        settings: Dedup,
        parts: Partitions | None,
        quotas: Quotas | None,
        seed: int,
        missing: Path | None = None,
        budget: int | None = None,
    ) -> None:
        self.name, self.work, self.paths, self.settings, self.parts = name, work, tuple(paths), settings, parts
        self.quotas, self.seed, self.missing, self.budget = quotas, seed, missing, budget

    def process(self, shards: list[int]) -> Iterator[list[int]]:
        done = self.missing or decided_file(self.work, self.name)
        if not done.exists():
            signed = Signed.of(self.paths)
            verdicts = self.compare(signed)
            over, missing = self._balance(signed, verdicts, self.quotas) if self.quotas else ({}, {})
            if self.missing:
                write_deficits(self.missing, self.work, missing, self.budget)
            else:
                count = self._write(signed, verdicts, over, shards)
                write_text(done, canonical({"decisions": count, "missing": missing}))
        yield shards

    def compare(self, signed: Signed) -> Verdicts:
        order = signed.order()
        judged = self.parts.judged() if self.parts else [judge(signed, order, self.settings, self.work)]
        verdicts = Verdicts.of(len(signed), judged)
        if semantic := self.settings.semantic:
            meaning = Meaning(semantic.threshold, semantic.cell, semantic.dimensions)
            return verdicts.with_meaning(signed, order, meaning, self.work)
        return verdicts

    def _balance(self, signed: Signed, verdicts: Verdicts, quotas: Quotas) -> tuple[dict[int, str], dict[str, int]]:
        """By number, why a record that is no duplicate is one too many; and by node, how many records are missing."""
        numbers = np.flatnonzero(verdicts.kept < 0)
        ids, families, nodes = (
            signed.column(name).take(pa.array(numbers)).to_pylist() for name in ("id", "family", "category")
        )
        drawn = sorted(range(len(numbers)), key=lambda place: digest(self.seed, "balance", ids[place]))
        members = [(families[place], nodes[place]) for place in drawn]
        over = surplus(members, quotas)
        missing = deficits([member for place, member in enumerate(members) if place not in over], quotas)
        return {int(numbers[drawn[place]]): why for place, why in over.items()}, missing

    def _write(self, signed: Signed, verdicts: Verdicts, over: dict[int, str], shards: Sequence[int]) -> int:
        """The decisions of each shard; returns how many there are."""
        ids, sizes = signed.column("id"), verdicts.sizes()
        apart = (verdicts.kept >= 0) | (sizes > 1) | (verdicts.cluster != np.arange(len(sizes)))
        rounds = len(signed.paths) // len(shards)
        count = 0
        for place, shard in enumerate(shards):
            first, end = signed.starts[place * rounds], signed.starts[(place + 1) * rounds]
            told = first + np.flatnonzero(apart[first:end])
            rows = list(_decisions(ids, verdicts, sizes, told))
            numbers = [number for number in range(first, end) if number in over] if over else []
            rows += [_over(ids[number].as_py(), over[number]) for number in numbers]
            write_table(table(self.work, f"{self.name}.decided", shard), pa.Table.from_pylist(rows, schema=DECISION))
            count += len(rows)
        return count


def _decisions(ids: pa.ChunkedArray, verdicts: Verdicts, sizes: Records, numbers: Records) -> Iterator[Row]:
    """For records that go or have others in their cluster."""
    kept = verdicts.kept[numbers]
    named = [ids.take(pa.array(each)).to_pylist() for each in (numbers, np.maximum(kept, 0), verdicts.cluster[numbers])]
    for number, goes, own, by, cluster in zip(numbers.tolist(), kept >= 0, *named, strict=True):
        if goes:
            semantic, exact = verdicts.semantic[number], verdicts.exact[number]
            reason = "semantic_duplicate" if semantic else "exact_duplicate" if exact else "near_duplicate"
            figure = f"{verdicts.similarity[number]:.3f} to {by}, cluster {cluster}"
            yield {"id": own, "stage": "dedup", "reason": reason, "figure": figure, "cluster": cluster, "size": 0}
        else:
            stands = {"reason": "", "figure": "", "cluster": cluster, "size": int(sizes[number])}
            yield {"id": own, "stage": "", **stands}


def _over(identity: str, figure: str) -> Row:
    return {
        "id": identity,
        "stage": "balance",
        "reason": "over_target",
        "figure": figure,
        "cluster": "",
        "size": 0,
    }
