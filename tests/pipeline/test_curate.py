"""An existing data set goes through filters with the same books, bytes and manners as one that is made."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from pipeline.audit.verify import verify
from pipeline.curate import curate
from pipeline.curation import Curation
from pipeline.errors import UserError
from pipeline.manifest import losses
from pipeline.recipe_file import checked
from pipeline.schema import CURATED, Row
from pipeline.stages.foreign import arguments

DATA = Path(os.environ.get("GRISTMILL_TEST_DATA", "../shared/data"))
KILLED = """
import os, signal, sys
from pathlib import Path
import pipeline.ledger, pipeline.stages.base, pipeline.stages.spill
from pipeline.curate import curate
from pipeline.curation import load

calls, write = 0, pipeline.ledger.write_count
def count_and_die(path, count):
    global calls
    calls += 1
    if calls == int(sys.argv[4]):
        os.kill(os.getpid(), signal.SIGKILL)
    write(path, count)
pipeline.stages.base.write_count = pipeline.stages.spill.write_count = count_and_die
curate(load(sys.argv[1]), [sys.argv[2]], Path(sys.argv[3]))
"""
SUM = {"checker": "arithmetic", "args": {"expression": "$expression"}}


def recipe(**sections: Any) -> Curation:
    return checked(Curation, {"name": "small", "seed": 3, "work_shards": 4, "test_share": 0.1, **sections}, "recipe")


ALL = {"rules": {}, "check": SUM, "dedup": {}, "balance": {"target": 30}, "output": {"shards": 2}}


def sums(first: int, last: int) -> list[Row]:
    return [
        {
            "question": f"A crane lifts {n} crates and then {n * 7 % 13} more. How many crates has it lifted by now?",
            "answer": f"{n} + {n * 7 % 13} = {n + n * 7 % 13}\nAnswer: {n + n * 7 % 13}",
            "expression": f"{n} + {n * 7 % 13}",
            "topic": f"cranes of port {n}",
        }
        for n in range(first, last)
    ]


def lines(rows: list[Row]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of every format, with mistakes of every kind."""
    root = tmp_path_factory.mktemp("inputs")
    wrong = sums(0, 4)
    wrong[0]["answer"] = "Answer: 1000"
    wrong[1]["answer"] = ""
    del wrong[2]["expression"]
    wrong[3]["expression"] = "1 +"
    (root / "wrong.jsonl").write_text(lines(wrong) + '{"question": "cut o')
    (root / "sums.jsonl.gz").write_bytes(gzip.compress(lines(sums(10, 30)).encode()))
    (root / "more.jsonl.zst").write_bytes(zstandard.compress(lines(sums(30, 50)).encode()))
    (root / "again.json").write_text(json.dumps([*sums(45, 55), 7]))
    pq.write_table(pa.Table.from_pylist(sums(60, 80)), root / "rows.parquet")
    (root / "empty.jsonl").write_text("")
    (root / "notes.txt").write_text("not a table")
    return root


@pytest.fixture(scope="module")
def whole(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole") / "out"
    curate(recipe(**ALL), [str(inputs)], out)
    return out


def rows(out: Path, folder: str) -> list[Row]:
    return [row for path in sorted((out / folder).glob("*.parquet")) for row in pq.read_table(path).to_pylist()]


def content(out: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(out)): path.read_bytes()
        for folder in ("data", "rejected", "failed")
        for path in (out / folder).iterdir()
    }


def test_every_row_ends_in_one_place(inputs: Path, whole: Path) -> None:
    manifest = json.loads((whole / "manifest.json").read_text())
    assert losses(manifest, whole) == []
    assert [stage["stage"] for stage in manifest["stages"]] == ["read", "rows", "rules", "check", "dedup", "balance"]
    reasons: dict[str, int] = {}
    for row in rows(whole, "rejected"):
        reasons[row["reason"]] = reasons.get(row["reason"], 0) + 1
    assert reasons.pop("over_target") > 0
    assert reasons == {"wrong_value": 1, "response_too_short": 1, "no_argument": 1, "exact_duplicate": 5}
    failed = {row["uri"]: row["error"] for row in rows(whole, "failed")}
    assert set(failed) == {"wrong.jsonl#4", "wrong.jsonl#5", "again.json#11", "empty.jsonl"}
    assert "arithmetic cannot use these arguments" in failed["wrong.jsonl#4"]
    assert len(rows(whole, "data")) == 30 and manifest["target"]["ended_by"] == "target"


def test_a_kept_record_holds_all_that_its_row_held(whole: Path) -> None:
    assert pq.read_schema(next((whole / "data").glob("train-*"))).equals(CURATED)
    for row in rows(whole, "data"):
        extra = json.loads(row["extra"])
        assert extra["topic"].startswith("cranes of port") and set(extra) == {"topic", "expression"}
        assert row["verification"]["level"] == "proved" and row["source"]["uri"].partition("#")[2].isdigit()
        assert [turn["role"] for turn in row["messages"]] == ["user", "assistant"]


def test_what_was_curated_can_be_verified(whole: Path) -> None:
    audit = verify(whole)
    assert audit.findings.first == [] and audit.findings.checked == {"arithmetic": 30}


def test_two_processes_write_the_same_bytes(inputs: Path, whole: Path, tmp_path: Path) -> None:
    curate(recipe(**ALL), [str(inputs)], tmp_path / "out", workers=2)
    assert content(tmp_path / "out") == content(whole)


def test_a_run_killed_three_times_writes_the_same_bytes(inputs: Path, whole: Path, tmp_path: Path) -> None:
    path, out = tmp_path / "recipe.yaml", tmp_path / "out"
    path.write_text(recipe(**ALL).to_yaml())
    for point in (2, 6, 12):
        command = [sys.executable, "-c", KILLED, path, inputs, out, str(point)]
        assert subprocess.run(command, capture_output=True).returncode == -9
        assert not (out / "manifest.json").exists()
    curate(recipe(**ALL), [str(inputs)], out)
    assert content(out) == content(whole)


def test_no_filter_is_on_that_is_not_named(inputs: Path, tmp_path: Path) -> None:
    manifest = curate(recipe(), [str(inputs / "again.json"), str(inputs / "wr*.jsonl")], tmp_path / "out")
    assert manifest["kept"]["records"] == 14 and rows(tmp_path / "out", "rejected") == []
    assert manifest["kept"]["by_level"] == {"": 14}
    assert "as it was found" in (tmp_path / "out" / "README.md").read_text()
    assert rows(tmp_path / "out", "preferences") == []


def test_equal_rows_have_ids_of_their_own_and_one_split(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(lines(sums(1, 2) * 5))
    curate(recipe(test_share=0.5), [str(tmp_path / "in.jsonl")], tmp_path / "out")
    kept = rows(tmp_path / "out", "data")
    assert len({row["id"] for row in kept}) == 5 and len({row["split"] for row in kept}) == 1


def test_a_split_of_the_input_is_kept(tmp_path: Path) -> None:
    marked = [row | {"split": split} for row, split in zip(sums(1, 4), ("train", "validation", "other"), strict=True)]
    (tmp_path / "in.jsonl").write_text(lines(marked))
    curate(recipe(test_share=0.0), [str(tmp_path / "in.jsonl")], tmp_path / "out")
    kept = {json.loads(row["extra"])["topic"]: row for row in rows(tmp_path / "out", "data")}
    assert [kept[row["topic"]]["split"] for row in marked] == ["train", "test", "train"]
    assert json.loads(kept[marked[2]["topic"]]["extra"])["split"] == "other"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"a": "$key", "b": 1}, {"a": "6 #### 7", "b": 1}),
        ({"a": {"column": "key", "after": "####"}}, {"a": "7"}),
        ({"a": {"column": "deep.0"}}, {"a": "x"}),
        ({"a": "$$key", "b": {"other": "key"}}, {"a": "$key", "b": {"other": "key"}}),
        ({"a": "$missing"}, None),
        ({"a": {"column": "key", "after": "@"}}, None),
    ],
)
def test_arguments_of_a_check_come_from_the_row(wanted: dict[str, Any], found: dict[str, Any] | None) -> None:
    assert arguments(wanted, {"key": "6 #### 7", "deep": ["x"]}) == found


def test_a_quota_alone_removes_no_duplicates(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(lines(sums(1, 2) * 6))
    manifest = curate(recipe(balance={"target": 4}), [str(tmp_path / "in.jsonl")], tmp_path / "out")
    assert manifest["kept"]["records"] == 4
    assert {row["reason"] for row in rows(tmp_path / "out", "rejected")} == {"over_target"}


def test_rows_of_mixed_forms_fail_by_number_where_they_do_not_fit(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(
        lines([*sums(1, 3), {"text": "a document"}, {"prompt": "\ud800", "response": ""}])
    )
    curate(recipe(), [str(tmp_path / "in.jsonl")], tmp_path / "out")
    failed = rows(tmp_path / "out", "failed")
    assert sorted(row["uri"] for row in failed) == ["in.jsonl#3", "in.jsonl#4"]
    assert {"text": "a document"} in [json.loads(row["request"])["row"] for row in failed]


def test_documents_become_answers_without_a_question(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(lines([{"text": f"The harbour of town {n} holds boats."} for n in range(3)]))
    sections = {"dedup": {"near": False}, "rules": {"off": ["gopher", "c4"]}}
    curate(recipe(**sections), [str(tmp_path / "in.jsonl")], tmp_path / "out")
    kept = rows(tmp_path / "out", "data")
    assert [[turn["role"] for turn in row["messages"]] for row in kept] == [["assistant"]] * 3
    assert verify(tmp_path / "out").findings.first == []


def test_a_data_set_of_our_own_keeps_its_evidence(whole: Path, tmp_path: Path) -> None:
    curate(recipe(), [str(whole)], tmp_path / "out")
    before = {row["id"]: row for row in rows(whole, "data")}
    for row in rows(tmp_path / "out", "data"):
        was = before.pop(row["lineage"][-1]["parent"])
        for column in ("verification", "candidates", "votes", "extra", "split", "source", "messages"):
            assert row[column] == was[column]
    assert not before


@pytest.mark.parametrize(
    ("name", "sections", "words"),
    [
        ("nowhere", {}, "no such file or folder"),
        ("notes.txt", {}, "is no table that can be read; expected .jsonl"),
        ("empty.jsonl", {}, "empty.jsonl: the file has 0 bytes"),
        ("rows.parquet", {"columns": {"messages": "turns"}}, "Expected turns. Name the columns in the recipe"),
    ],
)
def test_inputs_of_no_use_are_refused_before_anything_is_made(
    inputs: Path, tmp_path: Path, name: str, sections: dict[str, Any], words: str
) -> None:
    with pytest.raises(UserError, match=words):
        curate(recipe(**sections), [str(inputs / name)], tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("sections", "words"),
    [
        ({"columns": {"prompt": "a"}}, "columns: name one of: messages; text; prompt and response"),
        ({"columns": {"promt": "a"}}, "unknown key 'columns.promt'; allowed here: messages, prompt"),
        ({"check": {"checker": "nobody"}}, "unknown checker 'nobody'; known: abbreviations"),
        ({"check": SUM | {"level": "executed"}}, "a pass of 'arithmetic' is worth 'proved', not 'executed'"),
        ({"dedup": {"treshold": 1}}, "unknown key 'dedup.treshold'; allowed here: near, threshold"),
        ({"seeds": {}}, "unknown key 'seeds'; allowed here: name"),
    ],
)
def test_mistakes_in_a_recipe_are_named(sections: dict[str, Any], words: str) -> None:
    with pytest.raises(UserError) as raised:
        recipe(**sections)
    assert words in str(raised.value)


def test_another_recipe_or_input_does_not_overwrite(inputs: Path, whole: Path) -> None:
    before = content(whole)
    with pytest.raises(UserError, match=r"which differs in seed: 3 there, 4 here\. Name another folder$"):
        curate(recipe(**ALL, seed=4), [str(inputs)], whole)
    with pytest.raises(UserError, match="was made from other input files"):
        curate(recipe(**ALL), [str(inputs / "again.json")], whole)
    assert curate(recipe(**ALL), [str(inputs)], whole)["kept"]["records"] == 30
    assert content(whole) == before


REAL = [
    ("gsm8k/train.jsonl", {}, 7473),
    (
        "self_instruct/seed_tasks.jsonl",
        {"prompt": "instruction", "input": "instances.0.input", "response": "instances.0.output"},
        175,
    ),
    ("mt_bench/question.jsonl", {"prompt": "turns.0", "response": "reference.0"}, 39),
    ("dingo", {}, 5060),
]


@pytest.mark.parametrize(("name", "columns", "count"), REAL, ids=[name for name, _, _ in REAL])
@pytest.mark.skipif(not DATA.exists(), reason=f"no test data in {DATA}; set GRISTMILL_TEST_DATA")
def test_real_data_sets_are_read(name: str, columns: dict[str, str], count: int, tmp_path: Path) -> None:
    manifest = curate(recipe(**({"columns": columns} if columns else {})), [str(DATA / name)], tmp_path / "out")
    assert manifest["kept"]["records"] == count
    assert manifest["stages"][0]["born"] == {"mt_bench/question.jsonl": 80, "dingo": 5067}.get(name, count)


def test_records_are_filed_by_what_was_filed_before(tmp_path: Path) -> None:
    nodes = (
        "Mathematics and Reasoning/Mathematical Calculations/Basic Numerical Calculations",
        "Creation/Thematic creation/Songs",
    )
    asked = ("What is {} plus {}?", "Write a song about a river with {} bends and {} bridges.")
    filed = [
        {"messages": [{"role": "user", "content": text.format(n, n + 3)}], "category": node}
        for node, text in zip(nodes, asked, strict=True)
        for n in range(20)
    ]
    pq.write_table(pa.Table.from_pylist(filed), tmp_path / "filed.parquet")
    rows = [{"prompt": text.format(n, n + 7), "response": "Yes."} for text in asked for n in range(100, 104)]
    rows += [{"prompt": "Эта просьба совсем другая", "response": "No."}]
    (tmp_path / "new.jsonl").write_text(lines(rows))
    labels = {"examples": str(tmp_path / "filed.parquet")}
    manifest = curate(recipe(labels=labels), [str(tmp_path / "new.jsonl")], tmp_path / "out")
    kept = pq.read_table(tmp_path / "out" / "data").to_pylist()
    found = {row["messages"][0]["content"]: row["category"] for row in kept}
    for node, text in zip(nodes, asked, strict=True):
        assert {found[text.format(n, n + 7)] for n in range(100, 104)} == {node}
    assert found[rows[-1]["prompt"]] == ""
    (booked,) = (stage for stage in manifest["stages"] if stage["stage"] == "label")
    assert booked["noted"] == {"labelled": 8, "below_floor": 1}


def test_examples_that_cannot_be_used_are_named(tmp_path: Path) -> None:
    (tmp_path / "new.jsonl").write_text(lines([{"prompt": "a", "response": "b"}]))
    pq.write_table(pa.table({"text": ["x"]}), tmp_path / "other.parquet")
    for place, complaint in ((tmp_path / "none", "expected a data set folder"), (tmp_path / "other.parquet", "lacks")):
        with pytest.raises(UserError, match=f"labels.examples: .*{complaint}"):
            curate(recipe(labels={"examples": str(place)}), [str(tmp_path / "new.jsonl")], tmp_path / complaint)
