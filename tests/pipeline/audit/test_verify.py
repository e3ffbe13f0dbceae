"""Every lie that is planted in a data set is named by its id, with the manifest's hash stale and with it made anew."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.audit.verify import Audit, verify
from pipeline.recipe import check
from pipeline.schema import Row
from pipeline.seal import seal
from pipeline.synth import synth

Change = Callable[[Row], Any]
FAMILIES = {"arithmetic": {}, "word_sorting": {}, "word_problem": {}, "slogan": {}, "table_question": {}}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Evolved tasks in conversation and under constraints, tasks over documents, and tasks born in augmentation."""
    root = tmp_path_factory.mktemp("audit")
    (root / "docs").mkdir()
    for number in range(8):
        text = f"The lighthouse number {number} guides several vessels through narrow channels every single evening. "
        (root / "docs" / f"note-{number}.txt").write_text(text * 3)
    recipe = {
        "name": "audited",
        "seed": 5,
        "work_shards": 4,
        "seeds": {
            "sources": [{"kind": "documents", "path": str(root / "docs")}, {"kind": "procedures", "count": 60}],
        },
        "teacher": {"families": FAMILIES},
        "evolve": {"rounds": 2, "share": 0.6},
        "respond": {"slip_rate": 0.4},
        "balance": {"nodes": {"Creation": 40}, "rounds": 1},
        "test_share": 0.2,
        "output": {"shards": 2},
    }
    synth(check(recipe), root / "out")
    return root / "out"


@pytest.fixture
def copy(whole: Path, tmp_path: Path) -> Path:
    shutil.copytree(whole, tmp_path / "elsewhere")
    return tmp_path / "elsewhere"


def records(out: Path) -> list[tuple[Path, int, Row]]:
    files = sorted((out / "data").glob("*.parquet"))
    return [(path, place, row) for path in files for place, row in enumerate(pq.read_table(path).to_pylist())]


def rewrite(path: Path, rows: list[Row]) -> None:
    pq.write_table(pa.Table.from_pylist(rows, schema=pq.read_schema(path)), path)


def plant(path: Path, place: int, change: Change) -> str:
    """Change one row of a file; returns its id as it was."""
    rows = pq.read_table(path).to_pylist()
    identity = rows[place]["id"]
    change(rows[place])
    rewrite(path, rows)
    return identity


def hash_anew(out: Path) -> None:
    """What somebody does who wants to hide it: the manifest's figures of every file are made to fit."""
    manifest = json.loads((out / "manifest.json").read_text())
    for name, entry in manifest["files"].items():
        content = (out / name).read_bytes()
        entry |= {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
    (out / "manifest.json").write_text(json.dumps(manifest))


def named(audit: Audit) -> dict[str, set[str]]:
    """What was found, by id."""
    found: dict[str, set[str]] = {}
    for lie in audit.findings.first:
        found.setdefault(lie.id, set()).add(lie.what)
    return found


def a_proved_record(out: Path) -> tuple[Path, int]:
    return next((path, place) for path, place, row in records(out) if row["verification"]["checker"] == "arithmetic")


def sealed_anew(row: Row) -> None:
    row["verification"]["seal"] = seal(row["messages"][:-1], row["verification"])


def other_prompt(row: Row) -> None:
    row["messages"][0]["content"] += " Be quick."


def other_prompt_sealed_anew(row: Row) -> None:
    other_prompt(row)
    sealed_anew(row)


def other_response(row: Row) -> None:
    row["messages"][-1]["content"] = "It is easy.\nAnswer: 123456789"


def other_response_everywhere(row: Row) -> None:
    other_response(row)
    chosen = next(candidate for candidate in row["candidates"] if candidate["chosen"])
    chosen |= {"content": row["messages"][-1]["content"], "answer": "123456789"}
    row["answer"] = "123456789"
    row["votes"] |= {"agreeing": 1, "agreement": 1 / row["votes"]["answers"]}


def a_bare_answer(row: Row) -> None:
    """Still right, so that no checker minds; but it is not what was answered."""
    chosen = next(candidate for candidate in row["candidates"] if candidate["chosen"])
    chosen["content"] = row["messages"][-1]["content"] = f"Answer: {row['answer']}"


def other_key(row: Row) -> None:
    row["verification"]["arguments"] = json.dumps({"expression": "1 + 1"})


def another_task_altogether(row: Row) -> None:
    """Prompt, key, answer and seal all fit each other: only the seed tells that it was never born."""
    row["messages"] = [{"role": "user", "content": "What is 1 + 1?"}, {"role": "assistant", "content": "Answer: 2"}]
    row["verification"]["arguments"] = json.dumps({"expression": "1 + 1"})
    one = row["candidates"][0] | {"content": "Answer: 2", "answer": "2", "passed": True, "chosen": True}
    row["candidates"], row["answer"] = [one], "2"
    row["votes"] = {"answers": 1, "agreeing": 1, "agreement": 1.0}
    sealed_anew(row)


@pytest.mark.parametrize("hidden", [False, True], ids=["stale", "redone"])
@pytest.mark.parametrize(
    ("change", "words"),
    [
        (other_prompt, {"broken_seal", "other_prompt"}),
        (other_prompt_sealed_anew, {"other_prompt"}),
        (other_response, {"other_response"}),
        (other_response_everywhere, {"wrong_answer", "other_candidates"}),
        (a_bare_answer, {"other_candidates"}),
        (other_key, {"broken_seal", "wrong_answer", "other_arguments"}),
        (another_task_altogether, {"other_prompt", "other_arguments"}),
        (lambda row: row["verification"].update(level="executed"), {"level"}),
        (lambda row: row["votes"].update(agreeing=0), {"votes"}),
        (lambda row: row["candidates"][0].update(answer="42"), {"answer"}),
        (lambda row: row["source"].update(seed="0" * 32), {"not_born"}),
        (lambda row: row.update(category="Code"), {"other_category"}),
        (lambda row: row.update(id=row["id"][:-1]), {"bad_id"}),
    ],
    ids=lambda value: getattr(value, "__name__", None) if callable(value) else "-".join(sorted(value)),
)
def test_a_lie_in_a_record_is_named(copy: Path, change: Change, words: set[str], hidden: bool) -> None:
    path, place = a_proved_record(copy)
    identity = plant(path, place, change)
    if hidden:
        hash_anew(copy)
    audit = verify(copy)
    found = named(audit)
    known = next(one for one in found if one and identity.startswith(one))
    assert words <= found[known]
    assert ("file_changed" in found.get("", set())) is not hidden
    place_named = {(lie.file, lie.row) for lie in audit.findings.first if lie.id == known}
    assert (str(path.relative_to(copy)), place + 1) in place_named  # and its pair, where it has one


def test_a_data_set_that_was_left_alone_holds_no_lie_wherever_it_lies(copy: Path) -> None:
    audit = verify(copy)
    assert audit.findings.first == []
    count = len(records(copy))
    assert (audit.findings.records, audit.findings.sealed, audit.findings.made_again) == (count, count, count)
    assert audit.findings.checked.total() == count and not audit.findings.wrong.total()
    operators = {step["operator"].split("/")[0] for _, _, row in records(copy) for step in row["lineage"]}
    assert operators == {"generate", "augment", "evolve"}
    kinds = {row["source"]["kind"] for _, _, row in records(copy)}
    assert kinds == {"none", "document"}


def test_several_processes_find_the_same(copy: Path) -> None:
    path, place = a_proved_record(copy)
    plant(path, place, other_key)
    assert verify(copy, workers=2).as_dict() == verify(copy).as_dict()


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda row: row["chosen"][0].update(content="Answer: 7"), "other_response"),
        (lambda row: row["rejected"][0].update(content=row["chosen"][0]["content"]), "other_rejected"),
        (lambda row: row["prompt"][0].update(content="Say 7."), "other_prompt"),
        (lambda row: row.update(level="judged"), "level"),
        (lambda row: row.update(id="0" * 32), "no_record"),
    ],
)
def test_a_lie_in_a_pair_is_named(copy: Path, change: Change, what: str) -> None:
    path = next(path for path in sorted((copy / "preferences").glob("*")) if pq.read_metadata(path).num_rows)
    plant(path, 0, change)
    hash_anew(copy)
    assert {lie.what for lie in verify(copy).findings.first} == {what}


def test_a_changed_seed_is_named(copy: Path) -> None:
    path = next(path for path in sorted((copy / "seeds").glob("*")) if pq.read_metadata(path).num_rows)
    identity = plant(path, 0, lambda row: row.update(text=row["text"] + " And more."))
    hash_anew(copy)
    assert "other_seed" in named(verify(copy))[identity]


def test_two_records_of_one_id_are_named(copy: Path) -> None:
    path = sorted((copy / "data").glob("train-*"))[0]
    rows = pq.read_table(path).to_pylist()
    rewrite(path, [rows[0], rows[0], *rows[2:]])
    hash_anew(copy)
    assert "bad_id" in named(verify(copy))[rows[0]["id"]]


def test_files_that_are_gone_added_or_torn_are_named(copy: Path) -> None:
    files = sorted((copy / "data").glob("train-*"))
    shutil.copy(files[0], copy / "data" / "train-00009-of-00010.parquet")
    files[0].write_bytes(files[0].read_bytes()[:500])
    next((copy / "rejected").glob("*")).unlink()
    found = {(lie.file.partition("/")[0], lie.what) for lie in verify(copy).findings.first}
    assert {("data", "file_added"), ("data", "unreadable"), ("rejected", "file_missing")} <= found


def test_a_recipe_that_was_changed_is_named(copy: Path) -> None:
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["recipe"]["seed"] = 6
    (copy / "manifest.json").write_text(json.dumps(manifest))
    assert [lie.what for lie in verify(copy).findings.first][:2] == ["recipe_changed", "recipe_changed"]


def test_books_that_do_not_balance_are_named(copy: Path) -> None:
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["stages"][-1]["rejected"] = {}
    manifest["kept"]["by_level"] = {"executed": manifest["kept"]["records"]}
    (copy / "manifest.json").write_text(json.dumps(manifest))
    assert {"books", "figures"} == {lie.what for lie in verify(copy).findings.first}


def test_records_from_before_there_were_seals_are_no_lies(copy: Path) -> None:
    for path in (copy / "data").glob("*.parquet"):
        rows = pq.read_table(path).to_pylist()
        for row in rows:
            del row["verification"]["seal"]
        schema = pq.read_schema(path)
        place = schema.get_field_index("verification")
        bare = pa.struct([field for field in schema.field(place).type if field.name != "seal"])
        pq.write_table(pa.Table.from_pylist(rows, schema=schema.set(place, pa.field("verification", bare))), path)
    manifest = json.loads((copy / "manifest.json").read_text())
    (copy / "manifest.json").write_text(json.dumps(manifest | {"schema_version": 3}))
    hash_anew(copy)
    audit = verify(copy)
    assert audit.findings.first == [] and audit.findings.sealed == 0
    assert "another version" in audit.not_made_again


def test_arguments_that_are_no_arguments_are_named(copy: Path) -> None:
    path, place = a_proved_record(copy)
    for arguments in ("{}", "[]", "no JSON"):
        identity = plant(path, place, lambda row, text=arguments: row["verification"].update(arguments=text))
        assert named(verify(copy))[identity] & {"cannot_check", "bad_arguments"}
