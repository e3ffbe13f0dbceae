"""Rounds of augmentation with a model: what ends them, and what a seed brings along."""

from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from gristmill.funnel import target
from pipeline.recipe import Recipe
from pipeline.schema import Row
from pipeline.shards import write_work
from pipeline.stages.balance import EXAMPLES, Augment
from pipeline.stages.base import folder, table
from pipeline.stages.rounds import deficits_file, read_deficits, write_deficits
from pipeline.synth import synth
from pipeline.teachers.llm import generate
from pipeline.usage import tokens
from tests.pipeline.engines.server import Server
from tests.pipeline.llm.recipes import scripted_recipe
from tests.pipeline.llm.scripted import scripted

NODE = "Creation"


def born(manifest: dict[str, Any]) -> int:
    return next(stage["born"] for stage in manifest["stages"] if stage["stage"] == "augment")


def spent(manifest: dict[str, Any]) -> int:
    return sum(tokens(stage["noted"]) for stage in manifest["stages"])


@pytest.mark.parametrize(
    ("budget", "wanted", "ended_by"), [(None, 20, "target"), (None, 4000, "rounds"), (1, 20, "budget")]
)
def test_rounds_end_when_nothing_is_missing_or_the_tokens_are_spent(
    budget: int | None, wanted: int, ended_by: str, tmp_path: Path
) -> None:
    if ended_by == "rounds":
        balance: dict[str, Any] = {"nodes": {NODE: wanted}, "rounds": 0}
    else:
        balance = {"target": wanted, "rounds": 3}
    with Server(scripted) as server:
        made = synth(scripted_recipe(server, {"budget": budget}, balance=balance), tmp_path)
    reached = made["target"]
    assert (reached["wanted"], reached["ended_by"]) == (wanted, ended_by)
    assert (reached["kept"] == wanted) == (ended_by == "target")
    assert (born(made) > 0) == (ended_by == "target")
    if ended_by == "target":
        assert made["kept"]["records"] == wanted
    assert f"of them kept {reached['kept']}" in target(made)
    assert spent(made) == sum(row["prompt_tokens"] + row["completion_tokens"] for row in made["usage"])


def test_born_seeds_ask_for_one_more_like_the_examples_of_their_node(tmp_path: Path) -> None:
    balance = {"nodes": {NODE: 30}, "rounds": 2}
    with Server(scripted) as server:
        synth(scripted_recipe(server, balance=balance, work_shards=1), tmp_path, keep_work=True)
        asked = ["\n".join(message["content"] for message in body["messages"]) for body in server.bodies]
    born = pq.read_table(table(tmp_path / "work", folder("augment", 1), 0))["row"].to_pylist()
    assert born and all('"examples"' in row for row in born)
    shown = [text for text in asked if "Requests that we have already" in text]
    assert len(shown) >= len(born) and all("What belongs to it: " in text for text in shown)
    calls = pq.read_table(tmp_path / "calls" / "generate", columns=["template"])["template"].to_pylist()
    assert calls.count("evolve/self_instruct.en") == len(shown)
    records = [row for path in (tmp_path / "data").glob("*.parquet") for row in pq.read_table(path).to_pylist()]
    lineages = [row for row in records if row["lineage"][0]["template"].startswith(generate.SELF_INSTRUCT)]
    assert lineages and all(row["category"].startswith(f"{NODE}/") for row in lineages)


@pytest.fixture
def recipe() -> Recipe:
    with Server(scripted) as server:
        return scripted_recipe(server, balance={"nodes": {NODE: 30}, "rounds": 2})


def prompts(work: Path, round_number: int, shard: int, category: str, count: int) -> None:
    rows: list[Row] = [
        {
            "id": f"{round_number}-{shard}-{number}",
            "category": category,
            "prompt": f"{round_number} {shard} {number}",
            "earlier": [],
        }
        for number in range(count)
    ]
    write_work(table(work, folder("rules", round_number), shard), rows)


def test_examples_come_from_the_same_shard_and_node_in_earlier_rounds(recipe: Recipe, tmp_path: Path) -> None:
    for shard in (0, 1):
        prompts(tmp_path, 0, shard, f"{NODE}/Poem", 12)
        prompts(tmp_path, 1, shard, f"{NODE}s/Other", 5)
        prompts(tmp_path, 2, shard, f"{NODE}/Poem", 5)
    write_deficits(deficits_file(tmp_path, 2), tmp_path, {NODE: 10, "": 10}, None)
    seeds = Augment(recipe, tmp_path, 2).process([], 1).out
    with_node = [seed for seed in seeds if seed["node"]]
    assert with_node and all(len(set(seed["examples"])) == EXAMPLES for seed in with_node)
    assert all(example.startswith("0 1 ") for seed in with_node for example in seed["examples"])
    assert len({tuple(seed["examples"]) for seed in with_node}) > 1
    assert all("examples" not in seed for seed in seeds if not seed["node"])
    assert Augment(recipe, tmp_path, 2).process([], 1).out == seeds


def test_a_decision_over_a_round_is_made_once(tmp_path: Path) -> None:
    write_deficits(deficits_file(tmp_path, 1), tmp_path, {"": 3}, None)
    write_deficits(deficits_file(tmp_path, 2), tmp_path, {"": 3}, 0)
    assert read_deficits(tmp_path, 1) == {"": 3}
    assert read_deficits(tmp_path, 2) == {}
