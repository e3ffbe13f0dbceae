"""The flow with a teacher that asks models: books, lineage, usage, retries, and that nothing is asked twice."""

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import prompts
from pipeline.audit.verify import verify
from pipeline.errors import UserError
from pipeline.manifest import losses
from pipeline.recipe import Recipe, check
from pipeline.schema import CRITERIA
from pipeline.synth import synth
from prompts.templates import template
from tests.pipeline.engines.server import Body, Reply, Server
from tests.pipeline.llm.milling import (
    FOLDERS,
    endpoint,
    hashes,
    logged,
    recipe_of,
    rows,
    words_logged,
    words_of,
    write_notes,
)
from tests.pipeline.llm.scripted import completion, scripted


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_notes(tmp_path_factory.mktemp("docs") / "docs", 6)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server(scripted) as running:
        yield running


@pytest.fixture(scope="module")
def recipe(docs: Path, server: Server) -> Recipe:
    engine = endpoint(server.url, prices={"prompt": 1, "completion": 3})
    return recipe_of(docs, {"local": engine}, teacher={"retries": 1})


@pytest.fixture(scope="module")
def whole(recipe: Recipe, server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole") / "out"
    synth(recipe, out)
    (out.parent / "visits").write_text(str(server.visits.total()))
    return out


@pytest.fixture
def copy(whole: Path, tmp_path: Path) -> Path:
    """The finished folder, for tests that change it."""
    return Path(shutil.copytree(whole, tmp_path / "copy"))


def changed(recipe: Recipe, **keys: Any) -> Recipe:
    return check({**recipe.resolved(), **keys})


def test_the_books_balance_and_agree_with_the_files(whole: Path) -> None:
    manifest = json.loads((whole / "manifest.json").read_text())
    assert losses(manifest, whole) == []
    assert manifest["kept"]["records"] == len(rows(whole, "data")) > 20
    assert set(manifest["kept"]["by_level"]) == {"judged", "agreed"}


def test_lineage_names_templates_with_their_hashes_engines_and_calls(whole: Path) -> None:
    calls = {row["key"]: row for row in logged(whole)}
    for record in rows(whole, "data"):
        for step in record["lineage"]:
            assert step["template_hash"] == template(step["template"]).hash
            assert step["teacher"] == "local"
            assert calls[step["call"]]["template"] == step["template"]
        assert record["lineage"][-1]["id"] == record["id"]
        for one in record["candidates"]:
            assert calls[one["call"]]["template"].startswith("respond/")


def test_critiques_and_preferences_are_stored(whole: Path) -> None:
    calls = {row["key"]: row for row in logged(whole)}
    for record in rows(whole, "data"):
        for candidate in record["candidates"]:
            (critique,) = candidate["critiques"]
            assert candidate["tier"] == critique["tier"] <= critique["criteria"]["accuracy"] <= 4
            assert set(critique["criteria"]) == set(CRITERIA)
            assert critique["rationale"] and critique["judge"] == "local"
            assert calls[critique["call"]]["template"].startswith("critique/")
        assert record["tier"] == next(one["tier"] for one in record["candidates"] if one["chosen"]) >= 3
    records = {record["id"]: record for record in rows(whole, "data")}
    pairs = rows(whole, "preferences")
    assert pairs and {pair["reason"] for pair in pairs} == {"low_tier"}
    for pair in pairs:
        assert pair["chosen"] != pair["rejected"] and pair["chosen_tier"] > pair["rejected_tier"]
        assert 0 < pair["margin"] <= 1
        for side in ("chosen", "rejected"):
            identity, _, place = pair[f"{side}_candidate"].rpartition("/")
            assert identity == pair["id"]
            content = records[identity]["candidates"][int(place)]["content"]
            assert pair[side] == [{"role": "assistant", "content": content}]


def test_only_final_answers_are_voted_on(whole: Path) -> None:
    records = rows(whole, "data")
    voted = [record for record in records if record["votes"]["held"]]
    assert voted and {record["verification"]["level"] for record in voted} == {"agreed"}
    for record in voted:
        assert all("boxed" in one["content"] for one in record["candidates"])
        assert sum(one["count"] for one in record["votes"]["distribution"]) == record["votes"]["answers"]
    free = [record for record in records if "boxed" not in record["candidates"][0]["content"]]
    assert free and all(record["votes"]["distribution"] == [] for record in free)
    tied = [json.loads(row["row"]) for row in rows(whole, "rejected") if row["reason"] == "tie"]
    assert tied and all([one["count"] for one in row["votes"]["distribution"]] == [1, 1] for row in tied)


def test_usage_adds_up_to_what_the_server_saw(whole: Path) -> None:
    manifest = json.loads((whole / "manifest.json").read_text())
    usage = {row["step"]: row for row in manifest["usage"]}
    assert list(usage) == ["generate", "evolve", "respond", "critique"]
    visits = int((whole.parent / "visits").read_text())
    assert sum(row["calls"] for row in usage.values()) == visits == len(logged(whole))
    assert all(row["reused"] == row["errors"] == row["retries"] == 0 for row in usage.values())
    for step, row in usage.items():
        mine = [one for one in logged(whole) if one["template"].split("/")[0] == step]
        assert row["prompt_tokens"] == sum(one["prompt_tokens"] for one in mine)
        assert row["cost"] == pytest.approx((row["prompt_tokens"] + 3 * row["completion_tokens"]) / 1e6, abs=1e-6)


def test_an_answer_out_of_form_is_asked_again_with_the_complaint_and_then_fails(whole: Path) -> None:
    manifest = json.loads((whole / "manifest.json").read_text())
    unparsed = sum(row["unparsed"] for row in manifest["usage"])
    complained = [row for row in logged(whole) if len(json.loads(row["request"])["messages"]) > 2]
    assert len(complained) >= unparsed > 0
    failed = rows(whole, "failed")
    assert failed
    for row in failed:
        request = json.loads(row["request"])
        assert row["error"].startswith("unparsed: ")
        assert request["answer"] == "I would rather talk about something else."
        *_, first, complaint = request["request"]["messages"]
        assert first == {"role": "assistant", "content": request["answer"]}
        assert row["error"].removeprefix("unparsed: ") in complaint["content"]
        assert request["row"] and request["template"] and request["engine"] == "local"


def test_the_files_alone_bear_out_what_models_gave_and_no_less(copy: Path) -> None:
    audit = verify(copy)
    assert audit.findings.first == [] and audit.findings.records == len(rows(copy, "data"))
    assert audit.not_made_again.startswith("a language model was the teacher")
    path = next(path for path in sorted((copy / "data").glob("*")) if pq.read_metadata(path).num_rows)
    table = pq.read_table(path)
    first, *rest = table.to_pylist()
    first["tier"] = 5 - first["tier"]
    pq.write_table(pa.Table.from_pylist([first, *rest], schema=table.schema), path)
    assert ("critique", first["id"]) in {(lie.what, lie.id) for lie in verify(copy).findings.first}


def test_a_finished_run_sends_nothing_again(recipe: Recipe, server: Server, whole: Path) -> None:
    before, bytes_before = server.visits.total(), hashes(whole)
    synth(recipe, whole)
    assert server.visits.total() == before
    assert hashes(whole) == bytes_before


def test_another_recipe_is_refused_without_extend(recipe: Recipe, whole: Path) -> None:
    bytes_before = hashes(whole)
    with pytest.raises(UserError, match=r"score\.min_tier: 3 there, 4 here.*--extend"):
        synth(changed(recipe, score={"min_tier": 4}), whole)
    assert hashes(whole) == bytes_before


def test_a_more_lenient_recipe_extends_the_folder_without_asking(recipe: Recipe, server: Server, copy: Path) -> None:
    before, old, calls = server.visits.total(), hashes(copy), len(logged(copy))
    lenient = changed(recipe, score={"min_tier": 1})
    manifest = synth(lenient, copy, extend=True)
    assert server.visits.total() == before and len(logged(copy)) == calls
    assert {row["calls"] for row in manifest["usage"]} == {0}
    assert losses(manifest, copy) == []
    kept = copy / "before" / recipe.hash
    assert hashes(kept) == old
    assert {"recipe.yaml", "manifest.json", "README.md"} <= {path.name for path in kept.iterdir()}
    assert {row["id"] for row in rows(copy, "data")} > {row["id"] for row in rows(kept, "data")}
    synth(recipe, copy, extend=True)
    assert hashes(copy) == old
    assert {path.name for path in (copy / "before").iterdir()} == {recipe.hash, lenient.hash}


@pytest.mark.parametrize("moves", [0, 1, 4])
def test_an_extension_that_is_broken_off_loses_nothing(
    recipe: Recipe, server: Server, copy: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    """Killed after so many moves to before/, the folder takes the same command again, or goes on as it was."""
    before, old, rename, moved = server.visits.total(), hashes(copy), Path.rename, 0

    def break_off(self: Path, target: Path) -> Path:
        nonlocal moved
        if moved == moves:
            raise KeyboardInterrupt
        moved += 1
        return rename(self, target)

    lenient = changed(recipe, score={"min_tier": 1})
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Path, "rename", break_off)
        synth(lenient, copy, extend=True)
    synth(lenient, copy, extend=True)
    found = {name: value for place in (copy / "before").iterdir() for name, value in there(place).items()}
    assert found == old
    synth(recipe, copy, extend=True)
    assert hashes(copy) == old
    assert server.visits.total() == before


def there(out: Path) -> dict[str, str]:
    return hashes(out, tuple(folder for folder in FOLDERS if (out / folder).exists()))


def test_a_larger_target_asks_for_what_is_new_alone(recipe: Recipe, server: Server, copy: Path) -> None:
    records = len(rows(copy, "data"))
    known, start = {words_logged(row) for row in logged(copy)}, len(server.bodies)
    manifest = synth(changed(recipe, balance={"target": records + 5, "rounds": 1}), copy, extend=True)
    sent = Counter(words_of(body) for body in server.bodies[start:])
    assert sent and known.isdisjoint(sent) and set(sent.values()) == {1}
    assert losses(manifest, copy) == []
    augment = next(stage for stage in manifest["stages"] if stage["stage"] == "augment")
    assert augment["born"] > 0
    assert len(rows(copy, "data")) > records


@pytest.mark.parametrize(("workers", "in_flight"), [(2, 16), (1, 1)])
def test_workers_and_shards_in_flight_change_no_byte(
    recipe: Recipe, whole: Path, tmp_path: Path, workers: int, in_flight: int
) -> None:
    teacher = recipe.resolved()["teacher"] | {"in_flight": in_flight}
    synth(changed(recipe, teacher=teacher), tmp_path / "out", workers=workers)
    assert hashes(tmp_path / "out") == hashes(whole)


def test_two_processes_and_a_round_of_augmentation_change_no_byte(recipe: Recipe, whole: Path, tmp_path: Path) -> None:
    larger = changed(recipe, balance={"target": len(rows(whole, "data")) + 5, "rounds": 1})
    for workers in (1, 2):
        synth(larger, tmp_path / str(workers), workers=workers)
    assert hashes(tmp_path / "1") == hashes(tmp_path / "2")


def test_a_log_of_answers_gives_the_same_data_without_a_server(recipe: Recipe, whole: Path, tmp_path: Path) -> None:
    replaying = {"kind": "replay", "calls": str(whole / "calls"), "identity": logged(whole)[0]["identity"]}
    teacher = recipe.resolved()["teacher"] | {"engines": {"local": replaying}}
    manifest = synth(changed(recipe, teacher=teacher), tmp_path / "out")
    assert hashes(tmp_path / "out") == hashes(whole)
    assert {(row["calls"], row["errors"]) for row in manifest["usage"]} == {(0, 0)}


def test_what_a_log_lacks_fails_and_says_so(recipe: Recipe, whole: Path, tmp_path: Path) -> None:
    replaying = {"kind": "replay", "calls": str(whole / "calls"), "identity": "another model"}
    teacher = recipe.resolved()["teacher"] | {"engines": {"local": replaying}}
    manifest = synth(changed(recipe, teacher=teacher), tmp_path / "out")
    assert manifest["kept"]["records"] == 0
    assert {row["error"].split(":")[0] for row in rows(tmp_path / "out", "failed")} == {"not_recorded"}


def test_steps_and_categories_ask_the_engines_they_are_given(docs: Path, tmp_path: Path) -> None:
    def plain(body: Body, visit: int) -> Reply:
        return Reply(body=completion(body))

    with Server(plain) as big, Server(plain) as small:
        engines = {"small": endpoint(small.url), "big": endpoint(big.url, model="large")}
        steps = {"respond": {"Mathematics and Reasoning": "big", "default": "small"}, "critique": "big"}
        manifest = synth(recipe_of(docs, engines, teacher={"steps": steps}), tmp_path / "out")
    asked = {(row["step"], row["engine"]): row["calls"] for row in manifest["usage"]}
    assert set(asked) == {
        ("generate", "small"),
        ("evolve", "small"),
        ("respond", "small"),
        ("respond", "big"),
        ("critique", "big"),
    }
    assert sum(calls for (_, engine), calls in asked.items() if engine == "big") == len(big.bodies)
    assert sum(calls for (_, engine), calls in asked.items() if engine == "small") == len(small.bodies)
    records = rows(tmp_path / "out", "data")
    for record in records:
        wanted = "big" if record["category"].startswith("Mathematics and Reasoning") else "small"
        assert {one["engine"] for one in record["candidates"]} == {wanted}
        assert {judge["judge"] for one in record["candidates"] for judge in one["critiques"]} == {"big"}
    assert {one["engine"] for record in records for one in record["candidates"]} == {"big", "small"}


def test_a_language_without_a_template_is_one_sentence(recipe: Recipe, tmp_path: Path) -> None:
    """In a process of its own, for a process keeps the templates that it has loaded."""
    mine = tmp_path / "mine" / "respond" / "only.en.j2"
    mine.parent.mkdir(parents=True)
    shipped = Path(prompts.__file__).parent / "templates" / "respond" / "general.en.j2"
    mine.write_text(shipped.read_text().replace("id: respond/general.en", "id: respond/only.en"))
    own = {"prompts": str(tmp_path / "mine"), "templates": {"respond": ["respond/only"]}}
    teacher = recipe.resolved()["teacher"] | own
    chinese = changed(recipe, teacher=teacher, generate={"languages": {"zh": 1.0}})
    (tmp_path / "recipe.yaml").write_text(chinese.to_yaml())
    command = [sys.executable, "-c", "from gristmill.cli import main\nmain()", "synth", str(tmp_path / "recipe.yaml")]
    done = subprocess.run([*command, "--out", str(tmp_path / "out"), "--workers", "1"], capture_output=True, text=True)
    assert done.returncode == 1
    said = " ".join(done.stderr.split())
    assert "respond has no template in language 'zh'" in said
    assert "Traceback" not in said
