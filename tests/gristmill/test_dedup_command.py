"""`gristmill dedup` and `gristmill decontaminate` as a user meets them, also when they are killed."""

import hashlib
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from gristmill.benchmarks import named
from tests.gristmill.test_cli import gristmill, sentence

KILL = """
import os, signal, sys
import pipeline.shards
calls = 0
target = int(sys.argv.pop())
replace = pipeline.shards.Path.replace
def replace_or_die(path, other):
    global calls
    calls += 1
    if calls == target:
        os.kill(os.getpid(), signal.SIGKILL)
    return replace(path, other)
pipeline.shards.Path.replace = replace_or_die
"""
POINTS = (2, 30, 60)
"""Files that a run has written when it is killed; each run goes on where the one before was."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("home")
    rows = [
        {"prompt": f"How deep is lake number {n}?", "response": f"Lake {n} is {n * 7} metres deep."} for n in range(40)
    ]
    rows += [row | {"response": row["response"].upper()} for row in rows[:5]]
    (root / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    done = gristmill("dedup", "in.jsonl", "--out", "whole", "--workers", "1", "--json", cwd=root)
    assert done.returncode == 0, done.stderr
    (root / "whole.json").write_text(done.stdout)
    return root


def data(out: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (out / "data").iterdir()}


def test_the_best_of_equal_rows_stays_and_none_is_held_out(home: Path) -> None:
    manifest = json.loads((home / "whole.json").read_text())
    rejected = manifest["stages"][-1]["rejected"]
    assert rejected["exact_duplicate"] == 5
    assert manifest["kept"]["by_split"] == {"train": manifest["kept"]["records"]}
    kept = pq.read_table(home / "whole" / "data").to_pylist()
    assert sum(row["dedup"]["size"] for row in kept) == 45


def test_killed_at_any_point_it_leaves_the_input_and_nothing_that_looks_whole(home: Path) -> None:
    before = (home / "in.jsonl").read_bytes()
    for point in POINTS:
        done = gristmill("dedup", "in.jsonl", "--out", "killed", "--workers", "1", str(point), cwd=home, before=KILL)
        assert done.returncode == -9, (point, done.stderr)
        assert not (home / "killed" / "manifest.json").exists()
        assert "finished" in sentence(gristmill("inspect", "killed", cwd=home))
        assert (home / "in.jsonl").read_bytes() == before
    done = gristmill("dedup", "in.jsonl", "--out", "killed", "--workers", "1", cwd=home)
    assert done.returncode == 0, done.stderr
    assert data(home / "killed") == data(home / "whole")
    assert not list((home / "killed").rglob("*.tmp"))


def test_two_workers_and_parts_write_the_same_bytes(home: Path) -> None:
    done = gristmill("dedup", "in.jsonl", "--out", "parts", "--workers", "2", "--partitions", "3", cwd=home)
    assert done.returncode == 0, done.stderr
    assert "exact_duplicate" in done.stdout
    assert data(home / "parts") == data(home / "whole")


def test_rows_of_a_benchmark_go(home: Path) -> None:
    lake = "How deep is lake number 7? Lake 7 is 49 metres deep."
    (home / "lakes.txt").write_text(lake + "\n")
    done = gristmill("decontaminate", "in.jsonl", "--against", "lakes.txt", "--out", "clean", "--json", cwd=home)
    assert done.returncode == 0, done.stderr
    gone = pq.read_table(home / "clean" / "rejected").to_pylist()
    assert "1.000 of lakes 1" in {row["figure"] for row in gone}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["dedup", "none.jsonl"], "no such file or folder"),
        (["dedup", "in.jsonl", "--exact", "--near"], "--exact removes equal texts alone"),
        (["dedup", "in.jsonl", "--threshold", "1.5"], "options: dedup.threshold: input should be less than 1"),
        (["dedup", "in.jsonl", "--against", "none"], "dedup.against: none: no such file or folder"),
        (["decontaminate", "in.jsonl"], "name the benchmarks: --against FILE"),
        (["decontaminate", "in.jsonl", "--against", "none.jsonl"], "none.jsonl: expected a file"),
    ],
)
def test_mistakes_are_told_in_one_sentence_and_nothing_is_made(home: Path, arguments: list[str], words: str) -> None:
    assert words in sentence(gristmill(*arguments, "--out", "bad", cwd=home))
    assert not (home / "bad").exists()


def test_a_benchmark_is_named_by_its_file_or_by_hand() -> None:
    found = named(["sets/gsm8k.test.jsonl", "bbh=a.json", "bbh=b.json", "sets/x=1.txt"])
    assert found == {"gsm8k": ["sets/gsm8k.test.jsonl"], "bbh": ["a.json", "b.json"], "x=1": ["sets/x=1.txt"]}
