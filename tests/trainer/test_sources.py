"""Files of several kinds, here and on another store, read into the same tokens."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from trainer.errors import BadInput
from trainer.sources import Source, files
from trainer.token_cache import tokenised
from trainer.tokenizer import ChatTokenizer

TEXTS = ["The river runs past the mill.", "苹果的价格是 12 元。", "one two three"]
TOKENIZER = ChatTokenizer.train(TEXTS, 300)


@pytest.fixture
def places(tmp_path: Path) -> list[str]:
    """The same texts as Parquet with small row groups, JSONL, compressed JSONL, and in another file system."""
    table = pa.table({"text": TEXTS, "other": [1, 2, 3]})
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=2)
    lines = "".join(json.dumps({"text": text}) + "\n" for text in TEXTS)
    (tmp_path / "b.jsonl").write_text(lines + "\n")
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    with fsspec.open("memory://texts/d.jsonl", "w") as file:
        file.write(lines)
    return [*(str(tmp_path / name) for name in ("a.parquet", "b.jsonl", "c.jsonl.gz")), "memory://texts/d.jsonl"]


def source(path: str) -> Source:
    return Source(path=path, reads="text")


def test_every_kind_of_file_gives_the_same_tokens(places: list[str], tmp_path: Path) -> None:
    found = [tokenised(source(place), TOKENIZER, tmp_path / str(i))[0] for i, place in enumerate(places)]
    expected = [token for tokens in TOKENIZER.documents(TEXTS) for token in tokens]
    assert all(corpus.tokens.tolist() == expected for corpus in found)
    assert all(corpus.starts.tolist() == found[0].starts.tolist() for corpus in found)


def test_a_pattern_and_a_folder_name_their_files_in_order(places: list[str], tmp_path: Path) -> None:
    names = [Path(file.url).name for file in files(source(f"{tmp_path}/*"))]
    assert names == ["a.parquet", "b.jsonl", "c.jsonl.gz"]
    assert [Path(file.url).name for file in files(source(str(tmp_path)))] == names
    assert [file.url for file in files(source("memory://texts/*.jsonl"))] == ["memory:///texts/d.jsonl"]


def test_a_source_is_tokenised_once_and_again_when_anything_changed(places: list[str], tmp_path: Path) -> None:
    cache = tmp_path / "cache"

    def folders() -> set[str]:
        return {folder.name for folder in (cache / "tokens").iterdir()}

    tokenised(source(places[1]), TOKENIZER, cache)
    first = folders()
    stamps = {path: path.stat().st_mtime_ns for path in cache.rglob("*.i4")}
    tokenised(source(places[1]), TOKENIZER, cache)
    assert folders() == first and {path: path.stat().st_mtime_ns for path in stamps} == stamps
    Path(places[1]).write_text(json.dumps({"text": "changed"}) + "\n")
    changed, _ = tokenised(source(places[1]), TOKENIZER, cache)
    assert TOKENIZER.decode(changed.tokens.tolist()) == "changed"
    tokenised(source(places[1]), ChatTokenizer.train(["other words"], 290), cache)
    assert len(folders()) == 3


def test_records_are_picked_by_how_far_they_were_verified(tmp_path: Path) -> None:
    rows = [
        {"text": "proved", "verification": {"level": "proved"}, "tier": None, "split": "train"},
        {"text": "judged 4", "verification": {"level": "judged"}, "tier": 4, "split": "train"},
        {"text": "judged 2", "verification": {"level": "judged"}, "tier": 2, "split": "train"},
        {"text": "held out", "verification": {"level": "proved"}, "tier": None, "split": "test"},
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "records.parquet")
    everything = source(str(tmp_path / "records.parquet"))

    def texts(chosen: Source) -> list[str]:
        corpus, _ = tokenised(chosen, TOKENIZER, tmp_path / "cache")
        spans = zip(corpus.starts, corpus.starts[1:], strict=False)
        return [TOKENIZER.decode(corpus.tokens[start:end].tolist()) for start, end in spans]

    assert texts(everything) == ["proved", "judged 4", "judged 2"]
    assert texts(replace(everything, levels=("judged",))) == ["judged 4", "judged 2"]
    assert texts(replace(everything, min_tier=3)) == ["proved", "judged 4"]


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.jsonl", '{"text": "x"}\n{"text": \n', "line 2: not JSON"),
        ("a.jsonl", '{"text": "x"}\n\n["text"]\n', "line 3: expected an object with text"),
        ("a.jsonl", '{"other": 1}\n', "line 1: expected an object with text"),
        ("a.parquet", "not Parquet at all", "not a Parquet file"),
    ],
)
def test_what_cannot_be_read_is_named(name: str, content: str, complaint: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(BadInput, match=complaint) as error:
        tokenised(source(str(tmp_path / name)), TOKENIZER, tmp_path / "cache")
    assert name in str(error.value)
    assert not [path for path in (tmp_path / "cache").rglob("*") if path.is_file()], "nothing half written stays"


def test_no_file_at_all_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="there are no such files"):
        files(source(f"{tmp_path}/*.parquet"))
