"""Elimination in the flow: a model that parrots, apologises for one of its own evolutions, or deepens in earnest."""

import json
from pathlib import Path

import pytest

from pipeline.manifest import losses
from pipeline.synth import synth
from tests.pipeline.engines.server import Body, Reply, Server
from tests.pipeline.llm.milling import endpoint, recipe_of, rows, write_notes
from tests.pipeline.llm.scripted import completion

HARD, HARDER = "zarathustrian", "quicksilvery"


def said(text: str) -> Reply:
    usage = {"prompt_tokens": 1, "completion_tokens": 1}
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}}
    return Reply(body=json.dumps({"choices": [choice], "usage": usage}).encode())


def moody(body: Body, visit: int) -> Reply:
    """Evolves a third to the same again, a third to what it then will not answer, and the rest well."""
    asked = body["messages"][-1]["content"]
    if "<given>" in asked:
        given = asked.partition("<given>\n")[2].partition("\n</given>")[0]
        word = ("", HARD, HARDER)[body["seed"] % 3]
        return said(f"<instruction>Could you please {given} {word}</instruction>")
    if HARD in asked and "Tiers:" not in asked:
        return said("I am sorry, but this is beyond me.")
    return Reply(body=completion(body))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("elimination")
    templates = {"respond": ["respond/general"], "generate": ["generate/from_passage", "generate/persona"]}
    with Server(moody) as server:
        engines = {"local": endpoint(server.url)}
        recipe = recipe_of(write_notes(root / "docs", 6), engines, teacher={"templates": templates})
        synth(recipe, root / "out")
    return root / "out"


def test_an_eliminated_child_is_rejected_and_its_parent_goes_on(made: Path) -> None:
    dropped = rows(made, "rejected")
    eliminated = [row for row in dropped if row["reason"].startswith("eliminated_")]
    assert {row["reason"] for row in eliminated} == {"eliminated_no_gain", "eliminated_apology"}
    ended = [row["id"] for folder in ("data", "rejected", "failed") for row in rows(made, folder)]
    children = {row["figure"] for row in dropped if row["reason"] == "superseded"}
    for row in eliminated:
        assert row["id"] not in children
        assert json.loads(row["row"])["lineage"][-1]["parent"] in ended
    assert losses(json.loads((made / "manifest.json").read_text()), made) == []


def test_no_record_is_kept_that_the_model_would_not_answer(made: Path) -> None:
    prompts = [row["messages"][0]["content"] for row in rows(made, "data")]
    assert any(HARDER in prompt for prompt in prompts)
    assert not any(HARD in prompt for prompt in prompts)


def test_a_parent_that_went_on_is_in_the_data(made: Path) -> None:
    """Of those whose child apologised; with two rounds the parent may be a child itself, and have been given up."""
    kept = {row["id"] for row in rows(made, "data")}
    apologies = [json.loads(row["row"]) for row in rows(made, "rejected") if row["reason"] == "eliminated_apology"]
    assert any(row["lineage"][-1]["parent"] in kept for row in apologies)
    assert not any("superseded_by" in row for row in apologies)


def test_the_manifest_counts_every_operator(made: Path) -> None:
    manifest = json.loads((made / "manifest.json").read_text())
    counted = manifest["operators"]
    assert all(
        row["tried"] == row["kept"] + row["failed"] + sum(row["eliminated"].values()) and row["kept"] >= 0
        for row in counted
    )
    evolve = next(stage for stage in manifest["stages"] if stage["stage"] == "evolve")
    assert sum(row["tried"] for row in counted) == evolve["born"]
    total = sum(row["eliminated"].get("apology", 0) for row in counted)
    assert total == sum(row["reason"] == "eliminated_apology" for row in rows(made, "rejected")) > 0
