"""Remove equal and nearly equal texts over all shards, and keep groups within their shares.

Three steps: every shard is signed (in parallel), one place decides from the signatures, every shard is sifted. Between
them pass hashes, ids and signatures in files; no text.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import apache_beam as beam
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from filters.clusters import Removal, cluster_sizes, removals
from filters.minhash import Signatures, bands, signatures, tokens
from filters.quotas import cap, shares
from pipeline.keyed import digest
from pipeline.recipe import Balance, Dedup
from pipeline.schema import Row
from pipeline.shards import read_rows, read_work, write_table, write_text
from pipeline.stages.base import Apart, Outcome, RunStage, Stage, Together, table

LEVELS = {"proved": 0, "executed": 1, "constraint": 2, "agreed": 3, "judged": 4, "": 5}

DECISION = pa.schema(
    [
        ("id", pa.string()),
        ("stage", pa.string()),  # the stage that drops it; "" for a kept record with duplicates behind it
        ("reason", pa.string()),
        ("figure", pa.string()),
        ("size", pa.int32()),
        ("similarity", pa.float32()),
    ]
)

Text = Callable[[Row], tuple[str, str]]
"""From a row, the whole text (for equality) and the text that counts for likeness."""


def record_text(row: Row) -> tuple[str, str]:
    """A record's prompt and response. The seed's span that the prompt quotes does not count for likeness: two tasks on
    one passage are two tasks."""
    response = row["candidates"][row["chosen"]]["content"]
    return row["prompt"] + "\n" + response, row["prompt"].replace(row["quote"], "") + "\n" + response


def seed_text(row: Row) -> tuple[str, str]:
    return row["text"] or row["id"], row["text"] or row["id"]


def preference(row: Row) -> str:
    """Sorts better records first: stronger level, harder task, id."""
    return f"{LEVELS[row.get('level', '')]}-{99 - row.get('difficulty', 1):02d}-{row['id']}"


class Sign(beam.DoFn):
    """Sign one shard: id, group, order of preference, hash of the whole text, MinHash of the rest."""

    def __init__(self, name: str, work: Path, reads: str, text: Text, settings: Dedup, near: bool) -> None:
        self.name, self.work, self.reads, self.text = name, work, reads, text
        self.settings, self.near = settings, near

    def process(self, shard: int) -> Iterator[int]:
        path = table(self.work, f"{self.name}.signed", shard)
        if not path.exists():
            rows = read_work(table(self.work, self.reads, shard))
            texts = [self.text(row) for row in rows]
            columns: dict[str, Any] = {
                "id": [row["id"] for row in rows],
                "group": [row.get("family", "") for row in rows],
                "preference": [preference(row) for row in rows],
                "exact": [digest(" ".join(tokens(whole))) for whole, _ in texts],
            }
            if self.near:
                signed = signatures([part for _, part in texts], self.settings.permutations, self.settings.shingle)
                columns["signature"] = [row.tobytes() for row in signed]
            write_table(path, pa.table(columns))
        yield shard


class Decide(beam.DoFn):
    """With all shards signed, decide what goes: equal, nearly equal, over a share."""

    def __init__(self, name: str, work: Path, settings: Dedup, near: bool, balance: Balance | None, seed: int) -> None:
        self.name, self.work, self.settings = name, work, settings
        self.near, self.balance, self.seed = near, balance, seed

    def process(self, shards: list[int]) -> Iterator[list[int]]:
        done = self.work / f"{self.name}.decided" / "done.json"
        if not done.exists():
            signed = [pq.read_table(table(self.work, f"{self.name}.signed", shard)) for shard in shards]
            places = np.repeat(shards, [len(part) for part in signed])
            decisions = self.decide(pa.concat_tables(signed))
            for shard in shards:
                mine = [decision for place, decision in decisions if places[place] == shard]
                path = table(self.work, f"{self.name}.decided", shard)
                write_table(path, pa.Table.from_pylist(mine, schema=DECISION))
            write_text(done, json.dumps({"decisions": len(decisions)}))
        yield shards

    def decide(self, signed: pa.Table) -> list[tuple[int, Row]]:
        """Decisions with the place of their row in the table."""
        order = np.argsort(np.array(signed["preference"].to_pylist()), kind="stable")
        ids = [signed["id"][place].as_py() for place in order]
        gone = self._duplicates(signed, order)
        decisions = [(int(order[place]), _gone(ids, place, removal)) for place, removal in gone.items()]
        decisions += [(int(order[place]), _stands(ids[place], size)) for place, size in cluster_sizes(gone).items()]
        if self.balance:
            groups = [signed["group"][int(place)].as_py() for place in order]
            left = {place: groups[place] for place in range(len(ids)) if place not in gone}
            over = self._over_target(ids, left)
            decisions += [(int(order[place]), _over(ids[place], figure)) for place, figure in over.items()]
        return sorted(decisions, key=lambda pair: pair[0])

    def _duplicates(self, signed: pa.Table, order: npt.NDArray[np.intp]) -> dict[int, Removal]:
        exact = signed["exact"].to_pylist()
        matrix: Signatures | None = None
        if self.near and len(signed):
            raw = b"".join(signed["signature"].to_pylist())
            matrix = np.frombuffer(raw, np.uint32).reshape(len(signed), -1)[order]
        count, rows = bands(self.settings.threshold, self.settings.permutations)
        return removals([exact[place] for place in order], matrix, self.settings.threshold, count, rows)

    def _over_target(self, ids: list[str], left: dict[int, str]) -> dict[int, str]:
        """What exceeds its group's quota, drawn by a keyed choice."""
        assert self.balance
        counts = Counter(left.values())
        quotas = dict.fromkeys(counts, cap(counts, self.balance.max_share))
        if self.balance.target is not None:
            bounded = {name: min(counts[name], quotas[name]) for name in counts}
            quotas = shares(bounded, self.balance.target)
        taken: Counter[str] = Counter()
        over = {}
        for place in sorted(left, key=lambda place: digest(self.seed, "balance", ids[place])):
            group = left[place]
            taken[group] += 1
            if taken[group] > quotas[group]:
                over[place] = f"{group}: {counts[group]}, at most {quotas[group]}"
        return over


def _gone(ids: list[str], place: int, removal: Removal) -> Row:
    return {
        "id": ids[place],
        "stage": "dedup",
        "reason": "exact_duplicate" if removal.exact else "near_duplicate",
        "figure": f"{removal.similarity:.3f} to {ids[removal.kept]}",
        "size": 0,
        "similarity": removal.similarity,
    }


def _stands(identity: str, size: int) -> Row:
    return {"id": identity, "stage": "", "reason": "", "figure": "", "size": size, "similarity": 1.0}


def _over(identity: str, figure: str) -> Row:
    return {"id": identity, "stage": "balance", "reason": "over_target", "figure": figure, "size": 0, "similarity": 0.0}


class Sift(Stage):
    """Drop from a shard what was decided for this stage, and write the cluster on what stays."""

    def __init__(self, name: str, work: Path, decided: str, drops: str) -> None:
        self.name, self.work, self.decided, self.drops = name, work, decided, drops

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        decided = read_rows(table(self.work, f"{self.decided}.decided", shard))
        dropped = {decision["id"]: decision for decision in decided if decision["stage"] == self.drops}
        sizes = {decision["id"]: decision["size"] for decision in decided if not decision["stage"]}
        for row in rows:
            if decision := dropped.get(row["id"]):
                outcome.reject(self.name, row, decision["reason"], decision["figure"])
            else:
                size = sizes.get(row["id"], 1)
                outcome.out.append(row | {"dedup": {"cluster": row["id"], "size": size, "similarity": 1.0}})
        return outcome


class RemoveDuplicates(beam.PTransform):
    """The three steps in a row; with `balance` a fourth, which keeps groups within their shares."""

    def __init__(
        self,
        name: str,
        work: Path,
        reads: str,
        text: Text,
        settings: Dedup,
        *,
        near: bool,
        seed: int,
        balance: Balance | None = None,
    ) -> None:
        super().__init__(label=name)
        self.name, self.work, self.reads, self.balance = name, work, reads, balance
        self.sign = Sign(name, work, reads, text, settings, near)
        self.decide = Decide(name, work, settings, near, balance, seed)

    def expand(self, shards: beam.PCollection) -> beam.PCollection:
        sifted = (
            shards
            | "sign" >> beam.ParDo(self.sign)
            | "all signed" >> Together()
            | "decide" >> beam.ParDo(self.decide)
            | "sift" >> Apart()
            | RunStage(Sift(self.name, self.work, self.name, "dedup"), self.work, self.reads)
        )
        if self.balance:
            sifted |= RunStage(Sift("balance", self.work, self.name, "balance"), self.work, self.name)
        return sifted
