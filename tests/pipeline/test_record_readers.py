import gzip
import json
import random
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from pipeline.sources.read import list_files, read
from pipeline.sources.values import FileRef, Limits
from tests.pipeline.reading import read_one, reasons


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        json.dumps({"text": "one", "title": "First", "license": "MIT"}),
        "",
        "{broken",
        json.dumps({"messages": [{"role": "user", "content": "Why?"}, {"role": "assistant", "content": "So."}]}),
        json.dumps({"conversations": [{"from": "human", "value": "你好"}]}, ensure_ascii=False),
        '{"text": "half \\ud83d pair"}',
        json.dumps([1]),
        json.dumps({"reply": "x"}),
        json.dumps({"text": 3}),
        "[" * 100_000,
        json.dumps({"text": "  "}),
        json.dumps({"instruction": "Add.", "input": "1, 2", "output": "3"}),
        json.dumps({"reply": "y"}),
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    spans, problems = read_one(tmp_path / "a.jsonl")
    assert [(span.uri, span.text, span.title, span.licence) for span in spans] == [
        ("a.jsonl#1", "one", "First", "MIT"),
        ("a.jsonl#4", "User: Why?\n\nAssistant: So.", "a", ""),
        ("a.jsonl#5", "User: 你好", "a", ""),
        ("a.jsonl#6", "half  pair", "a", ""),
        ("a.jsonl#12", "User: Add.\n\n1, 2\n\nAssistant: 3", "a", ""),
    ]
    assert [(problem.uri, problem.reason) for problem in problems] == [
        ("a.jsonl#3", "json"),
        ("a.jsonl#6", "bad_characters"),
        ("a.jsonl#7", "json"),
        ("a.jsonl#9", "record"),
        ("a.jsonl#10", "json"),
        ("a.jsonl#11", "empty"),
        ("a.jsonl", "columns"),
    ]
    assert problems[-1].figure.startswith(
        "2 records without a text, the first at line 8: no column of text or messages; it has: reply"
    )
    spans, _ = read_one(tmp_path / "a.jsonl", Limits(text_column="reply"))
    assert [span.uri for span in spans] == ["a.jsonl#8", "a.jsonl#13"]


def compressed(data: bytes, suffix: str) -> bytes:
    return gzip.compress(data) if suffix == "gz" else zstandard.ZstdCompressor().compress(data)


@pytest.mark.parametrize("suffix", ["gz", "zst"])
def test_compressed_files_are_read_and_truncated_ones_up_to_the_damage(tmp_path: Path, suffix: str) -> None:
    rng = random.Random(3)
    data = b"".join(json.dumps({"text": f"{rng.random()}"}).encode() + b"\n" for _ in range(20_000))
    blob = compressed(data, suffix)
    path = tmp_path / f"a.jsonl.{suffix}"
    path.write_bytes(blob + blob)
    spans, problems = read_one(path)
    assert len(spans) == 40_000 and not problems
    path.write_bytes(blob[: len(blob) // 2])
    spans, problems = read_one(path)
    assert 5_000 < len(spans) < 20_000
    assert problems[-1].reason == "compression" and "Truncated" in problems[-1].figure
    assert {problem.reason for problem in problems[:-1]} <= {"json"}, "at most the line that was cut"


@pytest.mark.parametrize("suffix", ["gz", "zst"])
def test_a_file_that_expands_without_end_is_stopped(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.txt.{suffix}"
    path.write_bytes(compressed((b"a line " * 20 + b"\n") * 100_000, suffix))
    spans, problems = read_one(path, Limits(expansion_floor=1_000_000, expansion=50))
    assert [problem.reason for problem in problems] == ["expansion"]
    assert 0 < sum(len(span.text) for span in spans) <= max(1_000_000, 50 * path.stat().st_size)
    assert not read_one(path)[1]


def test_csv(tmp_path: Path) -> None:
    long = "x" * 2000
    rows = f'title,text\nA,"one, ""quoted""\nand more"\nB\nC,"begun\n{long}\nD,three\nE,"four"\n'
    (tmp_path / "a.csv").write_text(rows)
    spans, problems = read_one(tmp_path / "a.csv", Limits(line=1000))
    assert [(span.uri, span.title, span.text) for span in spans] == [
        ("a.csv#1", "A", 'one, "quoted"\nand more'),
        ("a.csv#4", "D", "three"),
        ("a.csv#5", "E", "four"),
    ]
    assert [(problem.uri, problem.reason) for problem in problems] == [
        ("a.csv#2", "record"),
        ("a.csv", "long_line"),
        ("a.csv#3", "record"),
    ]
    (tmp_path / "b.tsv").write_text("text\tx\none, two\t1\n")
    assert [span.text for span in read_one(tmp_path / "b.tsv")[0]] == ["one, two"]
    (tmp_path / "c.csv").write_text("x,y\n1,2\n")
    assert [problem.reason for problem in read_one(tmp_path / "c.csv")[1]] == ["columns"]


def test_parquet(tmp_path: Path) -> None:
    messages = [[{"role": "user", "content": f"Question {number}?"}] for number in range(300)]
    pq.write_table(pa.table({"messages": messages, "n": range(300)}), tmp_path / "a.parquet", row_group_size=70)
    spans, problems = read_one(tmp_path / "a.parquet")
    assert not problems and [span.text for span in spans] == [f"User: Question {number}?" for number in range(300)]
    assert spans[-1].uri == "a.parquet#300"
    pq.write_table(pa.table({"text": ["one", None, "three"]}), tmp_path / "b.parquet")
    spans, problems = read_one(tmp_path / "b.parquet")
    assert [span.text for span in spans] == ["one", "three"] and reasons(problems) == {("b.parquet#2", "record")}
    whole = (tmp_path / "a.parquet").read_bytes()
    (tmp_path / "c.parquet").write_bytes(whole[: len(whole) // 2])
    assert reasons(read_one(tmp_path / "c.parquet")[1]) == {("c.parquet", "parquet")}
    pq.write_table(pa.table({"n": [1]}), tmp_path / "d.parquet")
    assert reasons(read_one(tmp_path / "d.parquet")[1]) == {("d.parquet", "columns")}


def test_a_reference_survives_pickling(tmp_path: Path) -> None:
    import pickle

    (tmp_path / "a.txt").write_text("text")
    (ref,) = list_files(tmp_path).files
    again: FileRef = pickle.loads(pickle.dumps(ref))
    assert list(read(again)) == list(read(ref))
