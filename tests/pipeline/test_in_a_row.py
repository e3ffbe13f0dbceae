"""Steps in a row: what one hands on in memory is what its file holds, and collection is seldom only while they run."""

import gc
from pathlib import Path

import pyarrow as pa
import pytest

from pipeline.flow import Made, run_seeds
from pipeline.memory import SELDOM, seldom_collected
from pipeline.recipe import check
from pipeline.schema import Row
from pipeline.shards import read_rows, read_work, write_merged, write_rows
from pipeline.stages.base import table
from pipeline.stages.seeds import plan


def test_rows_in_memory_are_those_of_the_files(tmp_path: Path) -> None:
    """With every family, two rounds of evolution and conversations: tuples, say, would come back as lists."""
    recipe = check(
        {
            "name": "in-a-row",
            "seed": 5,
            "work_shards": 1,
            "seeds": {"sources": [{"kind": "procedures", "count": 800}, {"kind": "python", "limit": {"code": 60}}]},
            "evolve": {"rounds": 2, "share": 0.6},
        }
    )
    run_seeds(recipe, tmp_path, plan(recipe))
    rows: list[Row] | None = None
    for step in Made(recipe, tmp_path / "out", tmp_path, 0, 1).steps:
        step.stage.setup()
        rows = step.run(0, rows)
        assert rows and rows == read_work(table(tmp_path, step.writes, 0)), step.writes
    assert len({row["family"] for row in rows or ()}) > 60


def test_a_step_that_is_done_is_read_from_its_file(tmp_path: Path) -> None:
    recipe = check({"name": "again", "work_shards": 1, "seeds": {"sources": [{"kind": "procedures", "count": 20}]}})
    run_seeds(recipe, tmp_path, plan(recipe))
    first, second, *_ = Made(recipe, tmp_path / "out", tmp_path, 0, 1).steps
    for step in (first, second):
        step.stage.setup()
    first.run(0)
    assert first.run(0) is None
    assert second.run(0, first.run(0)) == read_work(table(tmp_path, second.writes, 0)) != []


def test_collection_is_as_before_also_after_a_failure() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="rotten"), seldom_collected():
        assert gc.get_threshold() == SELDOM
        raise ValueError("rotten")
    assert gc.get_threshold() == before != SELDOM


def test_merged_shards_are_ordered_and_equal_ids_keep_the_order_of_the_parts(tmp_path: Path) -> None:
    schema = pa.schema([("id", pa.string()), ("said", pa.list_(pa.struct([("role", pa.string())])))])
    parts = [tmp_path / name for name in ("a", "b", "c")]
    for part, ids in zip(parts, (["b", "d"], ["a", "b"], []), strict=True):
        write_rows(part, [{"id": one, "said": [{"role": part.name}]} for one in ids], schema)
    write_merged(tmp_path / "all", parts, schema)
    assert [(row["id"], row["said"][0]["role"]) for row in read_rows(tmp_path / "all")] == [
        ("a", "b"), ("b", "a"), ("b", "b"), ("d", "a"),
    ]  # fmt: skip
    write_merged(tmp_path / "none", [], schema)
    assert read_rows(tmp_path / "none") == []
