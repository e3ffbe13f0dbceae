"""Rules 1 and 2: every row ends in one place, and the bytes depend on recipe, seed and inputs alone."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.errors import UserError
from pipeline.manifest import losses
from pipeline.recipe import Recipe, check
from pipeline.schema import FAILED, PREFERENCE, RECORD, REJECTED, SEED
from pipeline.synth import synth

KILLED = """
import os, signal, sys
from pathlib import Path
import pipeline.ledger, pipeline.stages.base, pipeline.stages.spill
from pipeline.recipe import load
from pipeline.synth import synth

calls, write = 0, pipeline.ledger.write_count
def count_and_die(path, count):
    global calls
    calls += 1
    if calls == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
    write(path, count)
pipeline.stages.base.write_count = pipeline.stages.spill.write_count = count_and_die
synth(load(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's folder: notes, code, and things that cannot be read."""
    root = tmp_path_factory.mktemp("docs")
    for number in range(12):
        paragraphs = [
            f"The harbour of town {number} holds {10 + number} boats and {3 + part} cranes. Each day the crew counts "
            f"crates, checks the {['north', 'south', 'east'][part]} gate and writes report {100 * number + part}. "
            f"Nobody leaves before the keeper has signed the book of day {part}."
            for part in range(3)
        ]
        (root / f"note-{number}.md").write_text(f"# Harbour {number}\n\n" + "\n\n".join(paragraphs) + "\n")
    (root / "tools.py").write_text(
        "\n\n".join(
            f"def scale_{n}(values, factor={n}, *, limit=None):\n    result = [value * factor for value in values]\n"
            f"    if limit is not None and len(result) > limit:\n        raise ValueError(limit)\n    return result"
            for n in range(8)
        )
    )
    (root / "empty.txt").write_text("")
    (root / "broken.txt").write_bytes(b"A readable beginning of a line. " * 12 + b"\xff\xfe\xfa")
    return root


@pytest.fixture(scope="module")
def recipe(docs: Path) -> Recipe:
    return check(
        {
            "name": "small",
            "seed": 3,
            "work_shards": 4,
            "seeds": {"sources": [{"kind": "documents", "path": str(docs)}, {"kind": "procedures", "count": 240}]},
            "evolve": {"rounds": 2, "share": 0.6},
            "balance": {"target": 420, "nodes": {"Creation": 0.3, "Code/Text2Code": 20}},
            "test_share": 0.1,
            "output": {"shards": 2},
        }
    )


@pytest.fixture(scope="module")
def whole(recipe: Recipe, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole") / "out"
    synth(recipe, out)
    return out


def hashes(out: Path) -> dict[str, str]:
    return {
        str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in ("data", "preferences", "seeds", "rejected", "failed")
        for path in sorted((out / folder).iterdir())
    }


def test_the_books_balance_and_agree_with_the_files(whole: Path) -> None:
    manifest = json.loads((whole / "manifest.json").read_text())
    assert losses(manifest, whole) == []
    assert manifest["kept"]["records"] > 100
    ids = [
        identity
        for folder in ("data", "rejected", "failed")
        for path in (whole / folder).glob("*.parquet")
        for identity in pq.read_table(path, columns=["id"])["id"].to_pylist()
    ]
    seeds_that_went_on = sum(stage["out"] for stage in manifest["stages"] if stage["stage"] == "seed_dedup")
    assert seeds_that_went_on > 0
    kept = [i for path in (whole / "data").glob("*") for i in pq.read_table(path, columns=["id"])["id"].to_pylist()]
    assert len(kept) == len(set(kept))
    assert set(kept).isdisjoint(set(ids) - set(kept))


def test_quotas_are_met_by_making_more(whole: Path) -> None:
    """The seeds alone give too few: further ones are born for the nodes that are short, and what is over goes."""
    manifest = json.loads((whole / "manifest.json").read_text())
    augment = next(stage for stage in manifest["stages"] if stage["stage"] == "augment")
    assert augment["born"] > 0
    assert manifest["kept"]["records"] == 420
    assert manifest["kept"]["by_category"]["Creation"] == 0.3 * 420
    rows = [row for path in (whole / "data").glob("*.parquet") for row in pq.read_table(path).to_pylist()]
    assert sum(row["category"] == "Code/Text2Code" for row in rows) == 20
    assert any(row["lineage"][0]["operator"].startswith("augment/") for row in rows)


def test_tampering_with_the_files_shows(whole: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "copy"
    shutil.copytree(whole, copy)
    next((copy / "rejected").glob("*.parquet")).unlink()
    manifest = json.loads((copy / "manifest.json").read_text())
    assert any(sentence.startswith("rejected/ holds") for sentence in losses(manifest, copy))


def test_two_processes_write_the_same_bytes(recipe: Recipe, whole: Path, tmp_path: Path) -> None:
    synth(recipe, tmp_path / "out", workers=2)
    assert hashes(tmp_path / "out") == hashes(whole)


def test_a_run_killed_three_times_writes_the_same_bytes(recipe: Recipe, whole: Path, tmp_path: Path) -> None:
    path, out = tmp_path / "recipe.yaml", tmp_path / "out"
    path.write_text(recipe.to_yaml())
    for point in (3, 20, 45):
        done = subprocess.run([sys.executable, "-c", KILLED, path, out, str(point)], capture_output=True, text=True)
        assert done.returncode == -9, done.stderr[-2000:]
        assert not (out / "manifest.json").exists()
    synth(recipe, out)
    assert hashes(out) == hashes(whole)


def test_a_runner_given_by_beams_options_writes_the_same_bytes(recipe: Recipe, whole: Path, tmp_path: Path) -> None:
    options = ["--runner=FnApiRunner", "--direct_num_workers=2", "--direct_running_mode=multi_processing"]
    synth(recipe, tmp_path / "out", beam_options=options)
    assert hashes(tmp_path / "out") == hashes(whole)


def test_another_seed_writes_other_bytes(recipe: Recipe, whole: Path, tmp_path: Path) -> None:
    synth(check(recipe.resolved() | {"seed": 4}), tmp_path / "out")
    assert hashes(tmp_path / "out") != hashes(whole)


def test_schemas_and_layout(whole: Path) -> None:
    for folder, schema in [
        ("data", RECORD),
        ("preferences", PREFERENCE),
        ("seeds", SEED),
        ("rejected", REJECTED),
        ("failed", FAILED),
    ]:
        for path in (whole / folder).glob("*.parquet"):
            assert pq.read_schema(path).equals(schema), path
            assert path.name.endswith("-of-00002.parquet")
            meta = pq.read_metadata(path)
            assert meta.num_rows == 0 or meta.row_group(0).column(0).compression == "ZSTD"
            ids = pq.read_table(path, columns=["id"])["id"].to_pylist()
            assert ids == sorted(ids)


def test_what_cannot_be_read_is_in_failed(whole: Path) -> None:
    failed = [row for path in (whole / "failed").glob("*") for row in pq.read_table(path).to_pylist()]
    assert {row["uri"] for row in failed} >= {"empty.txt", "broken.txt"}


def test_splits_do_not_share_seeds_or_prompts(whole: Path) -> None:
    seen: dict[str, dict[str, set[str]]] = {"train": {}, "test": {}}
    for split, kinds in seen.items():
        rows = [row for path in (whole / "data").glob(f"{split}-*") for row in pq.read_table(path).to_pylist()]
        kinds["seeds"] = {row["source"]["seed"] for row in rows}
        kinds["prompts"] = {row["messages"][0]["content"] for row in rows}
        assert rows and all(row["split"] == split for row in rows)
    assert seen["train"]["seeds"].isdisjoint(seen["test"]["seeds"])
    assert seen["train"]["prompts"].isdisjoint(seen["test"]["prompts"])


def test_duckdb_reads_the_columns_for_training(whole: Path) -> None:
    import duckdb

    query = f"select messages[2].content, category, verification.level from '{whole}/data/train-*.parquet' limit 5"
    rows = duckdb.sql(query).fetchall()
    assert len(rows) == 5 and all(all(row) for row in rows)


def test_a_finished_run_is_left_alone(recipe: Recipe, whole: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in whole.rglob("*.parquet")}
    synth(recipe, whole)
    assert before == {path: path.stat().st_mtime_ns for path in whole.rglob("*.parquet")}


def test_output_folders_are_not_overwritten(recipe: Recipe, whole: Path, tmp_path: Path) -> None:
    before = hashes(whole)
    with pytest.raises(UserError, match="another recipe, which differs in seed: 3 there, 9 here"):
        synth(check(recipe.resolved() | {"seed": 9}), whole)
    assert hashes(whole) == before
    file = tmp_path / "file"
    file.write_text("mine")
    with pytest.raises(UserError, match="is a file"):
        synth(recipe, file)
    assert file.read_text() == "mine"
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "thesis.txt").write_text("mine")
    with pytest.raises(UserError, match="not Gristmill's"):
        synth(recipe, tmp_path / "other")


def test_two_runs_cannot_share_a_folder(recipe: Recipe, tmp_path: Path) -> None:
    from pipeline.output import opened

    with opened(tmp_path / "out", recipe), pytest.raises(UserError, match="another run is writing there"):
        synth(recipe, tmp_path / "out")


def test_a_missing_source_is_reported_before_anything_is_made(tmp_path: Path) -> None:
    lost = check({"name": "x", "seeds": {"sources": [{"kind": "documents", "path": str(tmp_path / "nowhere")}]}})
    with pytest.raises(UserError, match="nowhere"):
        synth(lost, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_changed_inputs_stop_a_run_that_goes_on(docs: Path, tmp_path: Path) -> None:
    from pipeline.output import opened, same_inputs
    from pipeline.stages.seeds import fingerprint, plan

    note = tmp_path / "docs" / "note.md"
    note.parent.mkdir()
    note.write_text("A note about boats and cranes. " * 20)
    one = check({"name": "x", "seeds": {"sources": [{"kind": "documents", "path": str(note.parent)}]}})
    with opened(tmp_path / "out", one):
        same_inputs(tmp_path / "out", fingerprint(plan(one)))
    note.write_text("Another text. " * 50)
    with pytest.raises(UserError, match=r"1 input files changed since this run began \(such as 0/note.md\)"):
        synth(one, tmp_path / "out")
