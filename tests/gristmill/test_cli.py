"""The command line as a user meets it: what it prints, how it ends, and what it leaves behind."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gristmill.cli import prepare_environment

RECIPE = """
name: tiny
seed: 5
work_shards: 2
seeds: {sources: [{kind: documents, path: DOCS}, {kind: procedures, count: 60}]}
teacher: {families: {arithmetic: {}, word_sorting: {}, word_problem: {weight: 2}}}
respond: {slip_rate: 0.3}
"""


def gristmill(*arguments: str | Path, cwd: Path, before: str = "") -> subprocess.CompletedProcess[str]:
    code = f"{before}\nfrom gristmill.cli import main\nmain()"
    command = [sys.executable, "-P", "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True)


def sentence(done: subprocess.CompletedProcess[str]) -> str:
    """The one sentence of an error."""
    assert done.returncode not in (0, None), done.stdout
    assert "Traceback" not in done.stderr, done.stderr
    return " ".join(done.stderr.split())


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("home")
    (root / "docs").mkdir()
    for number in range(6):
        text = (
            f"The lighthouse number {number} guides several vessels through narrow channels every single evening. " * 3
        )
        (root / "docs" / f"note-{number}.txt").write_text(text)
    (root / "recipe.yaml").write_text(RECIPE.replace("DOCS", str(root / "docs")))
    done = gristmill("synth", "recipe.yaml", "--out", "out", cwd=root)
    assert done.returncode == 0, done.stderr
    return root


def test_synth_shows_the_funnel_and_inspect_shows_it_again(home: Path) -> None:
    done = gristmill("inspect", "out", cwd=home)
    assert done.returncode == 0
    assert "The funnel" in done.stdout and "Planted slips" in done.stdout
    assert "Evolutions" in done.stdout and "By node of the category tree" in done.stdout
    manifest = json.loads(gristmill("inspect", "out", "--json", cwd=home).stdout)
    assert manifest["kept"]["records"] > 40
    assert sum(manifest["kept"]["by_level"].values()) == manifest["kept"]["records"]


def test_inspect_fails_on_loss(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home / "out", tmp_path / "out")
    next((tmp_path / "out" / "data").glob("train-*")).unlink()
    assert "the books say" in sentence(gristmill("inspect", "out", cwd=tmp_path))


def test_explain_tells_of_kept_and_of_rejected_records(home: Path) -> None:
    kept = pq.read_table(next((home / "out" / "data").glob("train-*"))).to_pylist()[0]
    told = gristmill("explain", "out", kept["id"], cwd=home).stdout
    assert kept["verification"]["checker"] in told and kept["source"]["seed"] in told
    dropped = [row for path in (home / "out" / "rejected").glob("*") for row in pq.read_table(path).to_pylist()]
    superseded = next(row for row in dropped if row["reason"] == "superseded")
    assert "superseded" in gristmill("explain", "out", superseded["id"], cwd=home).stdout
    assert "begins with 'zzz'" in sentence(gristmill("explain", "out", "zzz", cwd=home))


def test_preview_shows_records_and_writes_nothing(home: Path) -> None:
    before = sorted(path.name for path in home.iterdir())
    done = gristmill("preview", "recipe.yaml", "-n", "2", cwd=home)
    assert done.stdout.count("evidence:") == 2, done.stderr
    assert sorted(path.name for path in home.iterdir()) == before


def test_validate_prints_every_key(home: Path) -> None:
    done = gristmill("validate", "recipe.yaml", "--set", "seed=6", cwd=home)
    assert "threshold: 0.7" in done.stdout and "seed: 6" in done.stdout and done.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["synth", "missing.yaml", "--out", "new"], "missing.yaml: no such recipe file"),
        (["validate", "recipe.yaml", "--set", "dedup.treshold=1"], "unknown key 'dedup.treshold'; allowed here: near,"),
        (["synth", "recipe.yaml", "--out", "new", "--set", "seeds.sources.0.path=nowhere"], "nowhere"),
        (["synth", "recipe.yaml", "--out", "recipe.yaml"], "recipe.yaml: is a file"),
        (["synth", "recipe.yaml", "--out", "docs"], "docs: holds files that are not Gristmill's"),
        (
            ["synth", "recipe.yaml", "--out", "out", "--set", "seed=6"],
            "another recipe, which differs in seed: 5 there, 6",
        ),
        (["inspect", "docs"], "holds no finished data set"),
        (["inspect", "nowhere"], "nowhere: no such folder"),
        (["train", "pretrain", "nowhere", "--out", "model"], "nowhere"),
        (["chat", "docs", "Hello"], "docs"),
    ],
)
def test_mistakes_get_one_sentence(home: Path, arguments: list[str], words: str) -> None:
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file() and path.name != ".lock"}
    assert words in sentence(gristmill(*arguments, cwd=home))
    after = {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file() and path.name != ".lock"}
    assert after == before


def test_verify_names_a_planted_lie_and_ends_with_status_1(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home / "out", tmp_path / "out")
    told = gristmill("verify", "out", cwd=tmp_path)
    assert told.returncode == 0 and "lies: 0" in told.stdout, told.stderr
    path = next((tmp_path / "out" / "data").glob("train-*"))
    table = pq.read_table(path)
    rows = table.to_pylist()
    rows[0]["messages"][0]["content"] += " Be quick."
    pq.write_table(pa.Table.from_pylist(rows, schema=table.schema), path)
    lying = gristmill("verify", "out", "--json", "--workers", "2", cwd=tmp_path)
    assert "out holds" in sentence(lying)
    assert rows[0]["id"] in {lie["id"] for lie in json.loads(lying.stdout)["first"]}


def test_curate_shows_the_funnel_and_what_failed(home: Path, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"prompt": "Name a colour.", "response": "Blue."}\n{"prompt": "cut o')
    (tmp_path / "curate.yaml").write_text("name: mine\nwork_shards: 2\nrules: {}\n")
    command = ["curate", "in.jsonl", "--recipe", "curate.yaml", "--workers", "1"]
    done = gristmill(*command, "--out", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "1 failed" in done.stdout and "in.jsonl#2: line 2 is not whole JSON" in " ".join(done.stdout.split())
    assert "curated from an existing data set" in sentence(gristmill("replay", "out", cwd=tmp_path))
    strict = gristmill(*command, "--out", "none", "--set", "rules.length.max_characters=3", cwd=tmp_path)
    assert "no record is left" in sentence(strict)
    assert gristmill("validate", "curate.yaml", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_full_disk_is_one_sentence_and_the_run_goes_on_later(home: Path, tmp_path: Path, workers: str) -> None:
    """Full for files above 3 kB; afterwards there is room, and the bytes are those of an undisturbed run."""
    full = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))"
    command = ["synth", home / "recipe.yaml", "--out", "out", "--workers", workers]
    stopped = sentence(gristmill(*command, cwd=tmp_path, before=full))
    assert "the run stopped" in stopped and "Free some space" in stopped
    assert not (tmp_path / "out" / "manifest.json").exists()
    assert gristmill(*command, cwd=tmp_path).returncode == 0
    for path in (home / "out" / "data").iterdir():
        assert path.read_bytes() == (tmp_path / "out" / "data" / path.name).read_bytes()


@pytest.mark.parametrize(("command", "turns"), [("train", "300000"), ("demo", "300000"), ("synth", "1000")])
def test_a_training_waits_awake_and_other_commands_do_not(
    command: str, turns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GOMP_SPINCOUNT", "OMP_WAIT_POLICY", "PYTHONSAFEPATH"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.setattr(sys, "argv", ["gristmill", command])
    prepare_environment()
    assert os.environ["GOMP_SPINCOUNT"] == turns
    monkeypatch.setenv("GOMP_SPINCOUNT", "7")
    prepare_environment()
    assert os.environ["GOMP_SPINCOUNT"] == "7", "what the user has set stays"
