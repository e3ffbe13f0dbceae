"""Records are held against benchmarks and other data sets by indexes of hashes, built once."""

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipeline.curate import curate
from pipeline.curation import Curation
from pipeline.errors import UserError
from pipeline.recipe import check
from pipeline.recipe_file import checked
from pipeline.schema import Row
from pipeline.synth import synth

ITEM = (
    "A farmer has {} hens and every hen lays three brown eggs on each sunny day of the week. How many eggs are there?"
)
NAMES = "five six seven eight nine ten eleven twelve".split()


def recipe(**sections: Any) -> Curation:
    return checked(Curation, {"name": "small", "work_shards": 2, "test_share": 0.0, **sections}, "recipe")


def lines(path: Path, rows: list[Row]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return str(path)


def rows(out: Path, folder: str = "rejected") -> list[Row]:
    return [row for path in sorted((out / folder).glob("*.parquet")) for row in pq.read_table(path).to_pylist()]


@pytest.fixture
def inputs(tmp_path: Path) -> str:
    """Eight rows that hold an item, eight that hold none."""
    held = [{"prompt": f"Tell me: {ITEM.format(name)}", "response": f"Answer {name}"} for name in NAMES]
    free = [{"prompt": f"Spell the number {name} backwards, please", "response": name[::-1]} for name in NAMES]
    return lines(tmp_path / "in.jsonl", held + free)


@pytest.fixture
def benchmark(tmp_path: Path) -> str:
    return lines(tmp_path / "bench.jsonl", [{"question": ITEM.format(name), "answer": "1"} for name in NAMES[:4]])


def test_what_holds_an_item_goes_with_benchmark_item_and_overlap(inputs: str, benchmark: str, tmp_path: Path) -> None:
    manifest = curate(recipe(decontaminate={"against": {"eggs": benchmark}}), [inputs], tmp_path / "out")
    assert [stage["stage"] for stage in manifest["stages"]] == ["read", "rows", "decontaminate"]
    gone = rows(tmp_path / "out")
    assert {row["reason"] for row in gone} == {"contaminated"} and len(gone) == 8
    assert "1.000 of eggs 3" in {row["figure"] for row in gone}


def test_an_index_holds_no_text_and_serves_without_the_benchmark(inputs: str, benchmark: str, tmp_path: Path) -> None:
    index = tmp_path / "kept" / "index"
    first = {"against": {"eggs": benchmark}, "index": str(index)}
    curate(recipe(decontaminate=first), [inputs], tmp_path / "one")
    assert all(b"farmer" not in path.read_bytes() for path in index.iterdir())
    Path(benchmark).unlink()
    curate(recipe(decontaminate={"index": str(index)}), [inputs], tmp_path / "two")
    assert [row["figure"] for row in rows(tmp_path / "one")] == [row["figure"] for row in rows(tmp_path / "two")]


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ({"against": {"eggs": "missing.jsonl"}}, "decontaminate.against.eggs: missing.jsonl: expected a file"),
        ({"index": "nowhere"}, "decontaminate.index: nowhere: there is no index"),
        ({}, "decontaminate: name benchmarks"),
        ({"index": "a", "short_words": 20}, "short_words 20 must not be above words 13"),
        ({"index": "a", "fields": {"b": "c"}}, "fields names b, which against does not"),
    ],
)
def test_references_of_no_use_are_refused_before_anything_is_made(
    inputs: str, tmp_path: Path, section: dict[str, Any], words: str
) -> None:
    with pytest.raises(UserError, match=words.replace(".", r"\.")):
        curate(recipe(decontaminate=section), [inputs], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_benchmark_whose_text_cannot_be_found_is_named(inputs: str, tmp_path: Path) -> None:
    odd = lines(tmp_path / "odd.jsonl", [{"statement": "x"}])
    with pytest.raises(UserError, match=r"against\.odd: .*it has statement\. Name them: decontaminate\.fields\.odd"):
        curate(recipe(decontaminate={"against": {"odd": odd}}), [inputs], tmp_path / "out")


def test_an_index_of_other_files_or_runs_is_refused(inputs: str, benchmark: str, tmp_path: Path) -> None:
    section = {"against": {"eggs": benchmark}, "index": str(tmp_path / "index")}
    curate(recipe(decontaminate=section), [inputs], tmp_path / "one")
    with pytest.raises(UserError, match="was made with other words, short_words or share"):
        curate(recipe(decontaminate=section | {"words": 9}), [inputs], tmp_path / "two")
    lines(Path(benchmark), [{"question": ITEM.format("no")}])
    with pytest.raises(UserError, match="was made from other files than"):
        curate(recipe(decontaminate=section), [inputs], tmp_path / "three")


def test_what_another_data_set_has_goes_with_its_place_there(inputs: str, tmp_path: Path) -> None:
    known = [
        {"prompt": f"Tell me: {ITEM.format(name)}", "response": f"Answer {name}", "id": name} for name in NAMES[:2]
    ]
    other = lines(tmp_path / "other.jsonl", known)
    section = {"against": [other], "threshold": 0.9, "index": str(tmp_path / "index")}
    manifest = curate(recipe(dedup=section), [inputs], tmp_path / "one")
    assert [stage["stage"] for stage in manifest["stages"]] == ["read", "rows", "known", "dedup"]
    gone = [row["figure"] for row in rows(tmp_path / "one") if row["reason"] == "known_elsewhere"]
    assert {"1.000 to other.jsonl five", "1.000 to other.jsonl six"} <= set(gone)
    without = {key: value for key, value in section.items() if key != "index"}
    curate(recipe(dedup=without), [inputs], tmp_path / "without")
    assert rows(tmp_path / "without") == rows(tmp_path / "one")
    again = {"against": [str(tmp_path / "index")], "threshold": 0.9}
    curate(recipe(dedup=again), [inputs], tmp_path / "two")
    assert [row["figure"] for row in rows(tmp_path / "two")] == [row["figure"] for row in rows(tmp_path / "one")]
    with pytest.raises(UserError, match=r"is an index with threshold 0\.9, permutations 128"):
        curate(recipe(dedup=again | {"threshold": 0.8}), [inputs], tmp_path / "three")
    with pytest.raises(UserError, match=r"unit words; the recipe has 0\.9, 128, 5, letters: they must be the same"):
        curate(recipe(dedup=again | {"punctuation": False}), [inputs], tmp_path / "four")


def test_lines_that_many_documents_share_go_from_all_of_them(tmp_path: Path) -> None:
    menu = "Home | Products | About this company | Contact"
    documents = [{"text": f"{menu}\nThe harbour of town {n} holds {n} old boats."} for n in range(6)]
    path = lines(tmp_path / "in.jsonl", [*documents, {"text": menu}])
    pairs = lines(tmp_path / "pairs.jsonl", [{"prompt": menu, "response": menu}])
    section = {"near": False, "lines": {"max_documents": 5}}
    manifest = curate(recipe(dedup=section), [path, pairs], tmp_path / "out")
    said = [row["messages"][-1]["content"] for row in rows(tmp_path / "out", "data")]
    assert sorted(said) == [menu, *(f"The harbour of town {n} holds {n} old boats." for n in range(6))]
    (gone,) = rows(tmp_path / "out")
    assert (gone["reason"], gone["figure"]) == ("only_repeated_lines", "1 lines")
    assert manifest["stages"][2]["noted"] == {"removed": 6}


def test_a_made_data_set_is_decontaminated_too(tmp_path: Path) -> None:
    small = {
        "name": "tiny",
        "seed": 5,
        "work_shards": 2,
        "seeds": {"sources": [{"kind": "procedures", "count": 40}]},
        "teacher": {"families": {"arithmetic": {}, "word_problem": {}}},
    }
    synth(check(small), tmp_path / "one")
    asked = [row["messages"][0]["content"] for row in rows(tmp_path / "one", "data") if row["family"] == "word_problem"]
    leaked = lines(tmp_path / "leaked.jsonl", [{"question": text} for text in asked[:3]])
    manifest = synth(check(small | {"decontaminate": {"against": {"leaked": leaked}}}), tmp_path / "two")
    gone = [row for row in rows(tmp_path / "two") if row["stage"] == "decontaminate"]
    assert len(gone) >= 3 and all("of leaked" in row["figure"] for row in gone)
    assert manifest["kept"]["records"] <= len(rows(tmp_path / "one", "data")) - 3
