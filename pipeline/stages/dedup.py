"""Remove equal and nearly equal texts over all shards, and keep groups within their shares.

Every shard is signed (in parallel), one place decides from the signatures, every shard is sifted. Between
them pass hashes, ids and signatures in files; no text.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import apache_beam as beam
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from filters.clusters import Removal, cluster_sizes, removals
from filters.minhash import Signatures, bands, signatures
from filters.quotas import Member, Quotas, deficits, surplus
from filters.tokens import tokens
from pipeline.keyed import canonical, digest
from pipeline.schema import Row
from pipeline.sections import Dedup
from pipeline.shards import read_rows, read_work, write_table, write_text
from pipeline.stages.base import Apart, Outcome, RunStage, Stage, Together, table
from pipeline.stages.rounds import write_deficits

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

SIGNED = pa.schema(
    [
        ("id", pa.string()),
        ("family", pa.string()),
        ("category", pa.string()),
        ("preference", pa.string()),
        ("exact", pa.string()),
        ("signature", pa.binary()),
    ]
)

Text = Callable[[Row], tuple[str, str]]
"""From a row, the whole text (for equality) and the text that counts for likeness."""


def record_text(row: Row) -> tuple[str, str]:
    """A record's turns. The seed's span that the prompt quotes does not count for likeness: two tasks on
    one passage are two tasks."""
    texts = [*(turn["content"] for turn in row["earlier"]), row["prompt"], row["candidates"][row["chosen"]]["content"]]
    whole = "\n".join(texts)
    return whole, whole.replace(row["quote"], "") if row["quote"] else whole


def seed_text(row: Row) -> tuple[str, str]:
    return row["text"] or row["id"], row["text"] or row["id"]


def preference(row: Row) -> str:
    """Sorts better records first: stronger level, harder task, id."""
    level = row["verification"]["level"] if "verification" in row else ""
    return f"{LEVELS[level]}-{99 - row.get('difficulty', 1):02d}-{row['id']}"


class Sign(beam.DoFn):
    """Sign one shard: id, family, node, order of preference, hash of the whole text, MinHash of the rest."""

    def __init__(self, reads: str, writes: str, work: Path, text: Text, settings: Dedup, near: bool) -> None:
        self.reads, self.writes, self.work, self.text = reads, writes, work, text
        self.settings, self.near = settings, near

    def process(self, shard: int) -> Iterator[int]:
        path = table(self.work, self.writes, shard)
        if not path.exists():
            rows = read_work(table(self.work, self.reads, shard))
            texts = [self.text(row) for row in rows]
            columns: dict[str, Any] = {
                "id": [row["id"] for row in rows],
                "family": [row.get("family", "") for row in rows],
                "category": [row.get("category", "") for row in rows],
                "preference": [preference(row) for row in rows],
                "exact": [digest(" ".join(tokens(whole))) for whole, _ in texts],
            }
            if self.near:
                signed = signatures([part for _, part in texts], self.settings.permutations, self.settings.shingle)
                columns["signature"] = [row.tobytes() for row in signed]
            write_table(path, pa.table(columns, schema=SIGNED if self.near else SIGNED.remove(5)))
        yield shard


def made(work: Path, name: str) -> Counter[str]:
    """Records by category, of all that were signed: what there was to choose from, over all rounds."""
    paths = sorted(work.glob(f"{name}.signed.*/*.parquet"))
    return Counter(
        category for path in paths for category in pq.read_table(path, columns=["category"])["category"].to_pylist()
    )


def decided_file(work: Path, name: str) -> Path:
    """Written last: how many decisions there are, and what the quotas lack for good."""
    return work / f"{name}.decided" / "done.json"


class Decide(beam.DoFn):
    """With all shards signed, decide what goes: equal, nearly equal, over a quota.

    `signed` are the folders of the signatures, one a round. With `missing` the decision is not final: only what the
    quotas lack is written there, for the next round to make; where the tokens of `budget` are spent, none is made.
    """

    def __init__(
        self,
        name: str,
        work: Path,
        signed: Sequence[str],
        settings: Dedup,
        near: bool,
        quotas: Quotas | None,
        seed: int,
        missing: Path | None = None,
        budget: int | None = None,
    ) -> None:
        self.name, self.work, self.signed, self.settings = name, work, signed, settings
        self.near, self.quotas, self.seed, self.missing, self.budget = near, quotas, seed, missing, budget

    def process(self, shards: list[int]) -> Iterator[list[int]]:
        done = self.missing or decided_file(self.work, self.name)
        if not done.exists():
            pieces = [(shard, folder) for shard in shards for folder in self.signed]
            signed = [pq.read_table(table(self.work, folder, shard)) for shard, folder in pieces]
            places = np.repeat([shard for shard, _ in pieces], [len(part) for part in signed])
            whole = pa.concat_tables(signed)
            decisions = self.decide(whole)
            missing = self._missing(whole, decisions)
            if self.missing:
                write_deficits(self.missing, self.work, missing, self.budget)
            else:
                for shard in shards:
                    mine = [decision for place, decision in decisions if places[place] == shard]
                    path = table(self.work, f"{self.name}.decided", shard)
                    write_table(path, pa.Table.from_pylist(mine, schema=DECISION))
                write_text(done, canonical({"decisions": len(decisions), "missing": missing}))
        yield shards

    def decide(self, signed: pa.Table) -> list[tuple[int, Row]]:
        """Decisions with the place of their row in the table."""
        order = np.argsort(np.array(signed["preference"].to_pylist()), kind="stable")
        ids = [signed["id"][place].as_py() for place in order]
        gone = self._duplicates(signed, order)
        decisions = [(int(order[place]), _gone(ids, place, removal)) for place, removal in gone.items()]
        decisions += [(int(order[place]), _stands(ids[place], size)) for place, size in cluster_sizes(gone).items()]
        if self.quotas:
            left = [place for place in range(len(ids)) if place not in gone]
            left.sort(key=lambda place: digest(self.seed, "balance", ids[place]))
            members = [_member(signed, int(order[place])) for place in left]
            over = surplus(members, self.quotas)
            decisions += [(int(order[left[place]]), _over(ids[left[place]], why)) for place, why in over.items()]
        return sorted(decisions, key=lambda pair: pair[0])

    def _missing(self, signed: pa.Table, decisions: list[tuple[int, Row]]) -> dict[str, int]:
        if not self.quotas:
            return {}
        dropped = {place for place, decision in decisions if decision["stage"]}
        kept = [_member(signed, place) for place in range(len(signed)) if place not in dropped]
        return deficits(kept, self.quotas)

    def _duplicates(self, signed: pa.Table, order: npt.NDArray[np.intp]) -> dict[int, Removal]:
        exact = signed["exact"].to_pylist()
        matrix: Signatures | None = None
        if self.near and len(signed):
            raw = b"".join(signed["signature"].to_pylist())
            matrix = np.frombuffer(raw, np.uint32).reshape(len(signed), -1)[order]
        count, rows = bands(self.settings.threshold, self.settings.permutations)
        return removals([exact[place] for place in order], matrix, self.settings.threshold, count, rows)


def _member(signed: pa.Table, place: int) -> Member:
    return signed["family"][place].as_py(), signed["category"][place].as_py()


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
    """Sign, decide over all shards, sift; with `quotas` a second sifting keeps to them.

    `reads` are the folders whose rows are compared; the last of them is signed here, the others were in earlier rounds.
    With `missing` nothing is sifted: it is only written there what the quotas lack. `budget` is in tokens.
    """

    def __init__(
        self,
        name: str,
        work: Path,
        reads: Sequence[str],
        text: Text,
        settings: Dedup,
        *,
        near: bool,
        seed: int,
        quotas: Quotas | None = None,
        missing: Path | None = None,
        budget: int | None = None,
    ) -> None:
        super().__init__(label=f"{name} {missing.name}" if missing else name)
        self.name, self.work, self.reads, self.quotas, self.missing = name, work, reads, quotas, missing
        signed = [f"{name}.signed.{folder}" for folder in reads]
        self.sign = Sign(reads[-1], signed[-1], work, text, settings, near)
        self.decide = Decide(name, work, signed, settings, near, quotas, seed, missing, budget)

    def expand(self, shards: beam.PCollection) -> beam.PCollection:
        decided = (
            shards
            | "sign" >> beam.ParDo(self.sign)
            | "all signed" >> Together()
            | "decide" >> beam.ParDo(self.decide)
            | "sift" >> Apart()
        )
        if self.missing:
            return decided
        sifted = decided | RunStage(Sift(self.name, self.work, self.name, "dedup"), self.work, self.reads)
        if self.quotas:
            sifted |= RunStage(Sift("balance", self.work, self.name, "balance"), self.work, self.name)
        return sifted
