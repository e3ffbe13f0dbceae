"""Remove equal and nearly equal texts over all shards, and keep groups within their shares.

Every shard is signed (in parallel), the signed records are compared (by one process, or in parts), one place decides
from that, every shard is sifted. Between them pass hashes, signatures and texts in files; Beam moves numbers of shards.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import apache_beam as beam
import pyarrow.parquet as pq

from filters.exact import keys
from filters.minhash import Texts
from filters.quotas import Quotas
from pipeline.schema import Row
from pipeline.sections import Dedup
from pipeline.shards import read_rows, read_work
from pipeline.stages.base import Apart, Outcome, RunInRow, Stage, Step, Together, table
from pipeline.stages.comparing import Partitions
from pipeline.stages.decision import Decide
from pipeline.stages.signed import Signed, write_signed

LEVELS = {"proved": 0, "executed": 1, "constraint": 2, "agreed": 3, "judged": 4, "": 5}
TIERS = 4
VOTES = 1000
LENGTH = (1 << 32) - 1

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


def rank(row: Row, characters: int) -> int:
    """Lower for a better record: stronger level, higher tier of the critique, larger share of the votes, longer text.
    Of equal ranks the lower id is better. The order is the project's own."""
    level = LEVELS[(row.get("verification") or {}).get("level", "")]
    tier = TIERS - (row.get("tier") or 0)
    votes = VOTES - round(VOTES * ((row.get("votes") or {}).get("agreement") or 0.0))
    return ((level * (TIERS + 1) + tier) * (VOTES + 1) + votes) * (LENGTH + 1) + LENGTH - min(characters, LENGTH)


class Sign(beam.DoFn):
    """Sign one shard: id, family, node, rank, hash of the whole text, MinHash of the part that counts for likeness."""

    def __init__(self, reads: str, writes: str, work: Path, text: Text, settings: Dedup) -> None:
        self.reads, self.writes, self.work, self.text, self.settings = reads, writes, work, text, settings

    def process(self, shard: int) -> Iterator[int]:
        path = table(self.work, self.writes, shard)
        if not path.exists():
            rows = read_work(table(self.work, self.reads, shard))
            texts = [self.text(row) for row in rows]
            columns = {
                "id": [row["id"] for row in rows],
                "family": [row.get("family", "") for row in rows],
                "category": [row.get("category", "") for row in rows],
                "rank": [rank(row, len(whole)) for row, (whole, _) in zip(rows, texts, strict=True)],
                "exact": keys([whole for whole, _ in texts]),
            }
            parts = Texts.of([part for _, part in texts]) if self.settings.texts else None
            write_signed(path, columns, parts, self.settings.sketch if self.settings.near else None)
        yield shard


def made(work: Path, name: str) -> Counter[str]:
    """Records by category, of all that were signed: what there was to choose from, over all rounds."""
    paths = sorted(work.glob(f"{name}.signed.*/*.parquet"))
    return Counter(
        category for path in paths for category in pq.read_table(path, columns=["category"])["category"].to_pylist()
    )


class Sift(Stage):
    """Drop from a shard what was decided for this stage, and write the cluster on what stays."""

    def __init__(self, name: str, work: Path, decided: str, drops: str) -> None:
        self.name, self.work, self.decided, self.drops = name, work, decided, drops

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        decided = read_rows(table(self.work, f"{self.decided}.decided", shard))
        dropped = {decision["id"]: decision for decision in decided if decision["stage"] == self.drops}
        stands = {decision["id"]: decision for decision in decided if not decision["stage"]}
        for row in rows:
            if decision := dropped.get(row["id"]):
                outcome.reject(self.name, row, decision["reason"], decision["figure"])
            else:
                behind = stands.get(row["id"], {"cluster": row["id"], "size": 1})
                cluster = {"cluster": behind["cluster"], "size": behind["size"], "similarity": 1.0}
                outcome.out.append(row | {"dedup": cluster})
        return outcome


class InParts(beam.PTransform):
    """Compare the signed shards `paths` in parts; what comes out are the numbers of the parts, all judged."""

    def __init__(self, paths: Sequence[Path], parts: Partitions) -> None:
        super().__init__()
        self.paths, self.parts = tuple(paths), parts

    def expand(self, shards: beam.PCollection) -> beam.PCollection:
        numbers = list(range(self.parts.count))
        return (
            shards
            | "all signed" >> Together()
            | "each shard" >> Apart(list(range(len(self.paths))))
            | "keys" >> beam.ParDo(_Step("keys", self.paths, self.parts))
            | "all keys" >> Together()
            | "each range" >> Apart(numbers)
            | "link" >> beam.ParDo(_Step("link", self.paths, self.parts))
            | "all linked" >> Together()
            | "in one place" >> beam.Map(lambda _: 0)
            | "group" >> beam.ParDo(_Step("group", self.paths, self.parts))
            | "all grouped" >> Together()
            | "each group" >> Apart(numbers)
            | "judge" >> beam.ParDo(_Step("judge", self.paths, self.parts))
        )


class _Step(beam.DoFn):
    """One of the steps of pipeline/stages/comparing.py; one that is done already is passed over."""

    def __init__(self, name: str, paths: Sequence[Path], parts: Partitions) -> None:
        self.name, self.paths, self.parts = name, paths, parts

    def process(self, number: int) -> Iterator[int]:
        done = self.parts.folder / f"{self.name}-{number:05d}.done"
        if not done.exists():
            getattr(self.parts, self.name)(Signed.of(self.paths), number)
            done.touch()
        yield number


class RemoveDuplicates(beam.PTransform):
    """Sign, compare and decide over all shards, sift; with `quotas` a second sifting keeps to them.

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
        shards: int,
        seed: int,
        quotas: Quotas | None = None,
        missing: Path | None = None,
        budget: int | None = None,
    ) -> None:
        super().__init__(label=f"{name} {missing.name}" if missing else name)
        self.name, self.work, self.reads, self.quotas, self.missing = name, work, reads, quotas, missing
        self.shards = list(range(shards))
        signed = [f"{name}.signed.{folder}" for folder in reads]
        self.sign = Sign(reads[-1], signed[-1], work, text, settings)
        self.paths = [table(work, folder, shard) for shard in self.shards for folder in signed]
        count = settings.partitions
        self.parts = Partitions(work / f"{name}.parts.{reads[-1]}", count, settings) if count else None
        self.decide = Decide(name, work, self.paths, settings, self.parts, quotas, seed, missing, budget)

    def expand(self, shards: beam.PCollection) -> beam.PCollection:
        signed = shards | "sign" >> beam.ParDo(self.sign)
        if self.parts:
            signed |= "compare" >> InParts(self.paths, self.parts)
        decided = (
            signed
            | "all compared" >> Together()
            | "all shards" >> beam.Map(lambda _, listed: listed, self.shards)
            | "decide" >> beam.ParDo(self.decide)
            | "sift" >> Apart()
        )
        if self.missing:
            return decided
        steps = [Step(Sift(self.name, self.work, self.name, "dedup"), self.work, tuple(self.reads), self.name)]
        if self.quotas:
            steps.append(Step(Sift("balance", self.work, self.name, "balance"), self.work, (self.name,), "balance"))
        return decided | RunInRow("kept", steps)
