"""Quotas: what exceeds them goes, and where too little is left more is asked for, in rounds.

A round of augmentation looks at what deduplication and quotas would leave, and gives birth to seeds for the nodes that
are short (as Self-Instruct, arXiv 2212.10560, grows its pool); where a model makes the instructions, each seed brings
along examples of what its node has already. They pass the same stages as any other; only after the
last round is it decided for good what stays.
"""

import math
from collections.abc import Iterator, Mapping
from pathlib import Path

from filters.quotas import Quotas
from pipeline.identity import seed_id, shard_of
from pipeline.keyed import digest, share
from pipeline.recipe import Recipe
from pipeline.schema import Row
from pipeline.sections import Quotas as Limits
from pipeline.shards import read_work
from pipeline.stages.base import Outcome, Stage, folder, table
from pipeline.stages.rounds import read_deficits
from pipeline.teachers.llm.settings import LLM
from pipeline.teachers.procedural.registry import family_class, serves

MARGIN = 1.3
"""Seeds asked for each missing record: some give none, some are rejected."""
EXAMPLES = 8
"""The most that a seed brings along, as many as Self-Instruct shows."""
KINDS = ("none", "document", "code")
"""Which kind of seed a round draws on, first to last; seeds without text are never spent."""


def quotas(balance: Limits, capacities: Mapping[str, int]) -> Quotas:
    """The limits that a recipe's `balance` sets, and those of its families."""
    return Quotas(balance.max_share, balance.target, balance.wanted, capacities)


class Augment(Stage):
    """Round 0 passes the seeds on; every later one gives birth to those that the missing records need."""

    name = "augment"

    def __init__(self, recipe: Recipe, work: Path, round_number: int) -> None:
        self.recipe, self.work, self.round = recipe, work, round_number

    def process(self, rows: list[Row], shard: int) -> Outcome:
        if not self.round:
            return Outcome(out=rows)
        missing = read_deficits(self.work, self.round)
        born = [seed for node, count in missing.items() for seed in self._seeds(node, count, shard)]
        pool = self._pool(shard) if born and isinstance(self.recipe.teacher, LLM) else []
        return Outcome(out=[seed | self._examples(seed, pool) for seed in born], born=len(born))

    def _pool(self, shard: int) -> list[Row]:
        """What the rounds before this one left in the shard: frozen, for they are finished."""
        earlier = (folder(self.recipe.unsifted, number) for number in range(self.round))
        return [row for name in earlier for row in read_work(table(self.work, name, shard))]

    def _examples(self, seed: Row, pool: list[Row]) -> Row:
        """Prompts of the seed's node, by a keyed choice; nothing where it has none, or the seed has no node."""
        node = seed["node"]
        alike = [row for row in pool if node and not row["earlier"] and f"{row['category']}/".startswith(f"{node}/")]
        alike.sort(key=lambda row: digest(self.recipe.seed, "examples", self.round, seed["id"], row["id"]))
        return {"examples": [row["prompt"] for row in alike[:EXAMPLES]]} if alike else {}

    def _seeds(self, node: str, count: int, shard: int) -> Iterator[Row]:
        """This shard's part of the seeds for a node."""
        per_seed = 1 if node else self.recipe.generate.per_seed
        wanted = math.ceil(count * MARGIN / per_seed)
        served = {family_class(name).seed_kind for name in self.recipe.families if serves(name, node)}
        kind = next((kind for kind in KINDS if kind in served), None) if self.recipe.families else "none"
        marks = {"operator": f"augment/{self.round}", "node": node}
        if kind == "none":
            for number in range(wanted):
                content = f"augment {self.round} {node} {number}"
                identity = seed_id(content)
                if shard_of(identity, self.recipe.work_shards) == shard:
                    yield self._empty(identity, content) | marks
        elif kind:
            seeds = [row for row in read_work(table(self.work, "seed_dedup", shard)) if row["kind"] == kind]
            seeds.sort(key=lambda row: digest(self.recipe.seed, "augment", self.round, node, row["id"]))
            for row in seeds[: math.ceil(wanted / self.recipe.work_shards)]:
                yield row | marks

    def _empty(self, identity: str, content: str) -> Row:
        held_out = share(self.recipe.seed, identity, "split") < self.recipe.test_share
        return {
            "id": identity,
            "hash": digest(content),
            "kind": "none",
            **dict.fromkeys(("text", "title", "language", "uri", "licence"), ""),
            "span": [0, 0],
            "split": "test" if held_out else "train",
        }
