import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from rich.console import Console

from evaluation.heldout import (
    FILE,
    Leak,
    commonest_answers,
    compare,
    evaluate,
    judge,
    prompt_of,
    refuse_leaks,
    sample,
)
from evaluation.heldout_table import table
from pipeline.keyed import generator
from pipeline.schema import RECORD, Row
from pipeline.teachers.procedural.family import SeedText
from pipeline.teachers.procedural.registry import family
from trainer.config import ModelConfig, TrainConfig
from trainer.errors import BadInput
from trainer.presets import Preset
from trainer.pretrain import pretrain

ARITHMETIC = family("arithmetic", {"min_operations": 1, "max_operations": 1})


def tasks(split: str, count: int) -> Iterator[Row]:
    """Arithmetic records whose prompts no other draw has."""
    seen = set()
    number = 0
    while len(seen) < count:
        args = ARITHMETIC.propose(generator("heldout tests", split, number), SeedText(), "en")
        number += 1
        assert args is not None
        if args["expression"] in seen:
            continue
        seen.add(args["expression"])
        solution = ARITHMETIC.solve(args, "en")
        turns = [
            {"role": "user", "content": f"{split}: {ARITHMETIC.render(args, 'en', 0)}"},
            {"role": "assistant", "content": solution.text},
        ]
        verification = {"level": "proved", "checker": "arithmetic", "arguments": json.dumps(args), "passed": True}
        yield {
            "id": f"{split}{number}",
            "messages": turns,
            "answer": solution.answer,
            "category": ARITHMETIC.category,
            "family": "arithmetic",
            "language": "en",
            "verification": verification,
            "split": split,
        }


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dataset")
    (folder / "data").mkdir()
    for split, count in (("train", 80), ("test", 20)):
        rows = pa.Table.from_pylist(list(tasks(split, count)), schema=RECORD)
        pq.write_table(rows, folder / f"data/{split}-00000-of-00001.parquet")
    return folder


@pytest.fixture(scope="module")
def checkpoint(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("run") / "base"
    model = ModelConfig(vocab_size=280, dim=32, layers=1, heads=1, kv_heads=1, shared_width=32, expert_widths=(32,))
    train = TrainConfig(tokens=2000, sequence=128, rows=2, matrix_lr=0.02, vector_lr=0.02, embedding_lr=0.02)
    pretrain(dataset, out, Preset(model=model, pretrain=train, sft=train))
    return out


def test_a_checkpoint_is_evaluated_and_the_report_lies_beside_it(dataset: Path, checkpoint: Path) -> None:
    report = evaluate(checkpoint, dataset, per_family=7, max_new=12)
    assert report.overall.instances == report.families["arithmetic"].instances == 7
    assert set(report.categories) == {"Mathematics and Reasoning"}
    assert json.loads((checkpoint / FILE).read_text()) == json.loads(json.dumps(asdict(report)))
    console = Console(width=120)
    with console.capture() as shown:
        console.print(table(report))
    assert "arithmetic" in shown.get()
    assert report == evaluate(checkpoint, dataset, per_family=7, max_new=12)


def test_right_and_wrong_answers_are_told_apart() -> None:
    records = list(tasks("test", 6))
    solutions = [record["messages"][-1]["content"] for record in records]
    assert [verdict.passed for verdict in judge(records, solutions)] == [True] * 6
    assert [verdict.passed for verdict in judge(records, ["nonsense", *solutions[1:]])] == [False] + [True] * 5


def test_a_held_out_prompt_among_the_training_prompts_is_an_error(
    dataset: Path, checkpoint: Path, tmp_path: Path
) -> None:
    train, test = list(tasks("train", 5)), list(tasks("test", 5))
    refuse_leaks(train, test)
    copied = {**train[3], "id": "copy"}
    spaced = copied["messages"][0]["content"].replace(" ", "\n  ") + " "
    copied["messages"] = [{"role": "user", "content": spaced}, copied["messages"][1]]
    with pytest.raises(Leak, match=r"1 of 6 held-out prompts.*copy.*" + train[3]["id"]):
        refuse_leaks(train, [*test, copied])
    (tmp_path / "data").mkdir()
    for split in ("train", "test"):
        source = dataset / "data/train-00000-of-00001.parquet"
        (tmp_path / f"data/{split}-00000.parquet").symlink_to(source)
    with pytest.raises(Leak, match="80 of 80"):
        evaluate(checkpoint, tmp_path)


def test_the_sample_is_the_same_whatever_the_order() -> None:
    records = [{"id": str(number), "family": "ab"[number % 2]} for number in range(40)]
    chosen = sample(records, 5, seed=0)
    assert [record["family"] for record in chosen] == ["a"] * 5 + ["b"] * 5
    assert sample(records[::-1], 5, seed=0) == chosen
    assert sample(records, 5, seed=1) != chosen
    assert len(sample(records, 100, seed=0)) == 40


def test_the_commonest_answer_is_the_final_one_or_else_the_whole_response() -> None:
    def row(name: str, answer: str, said: str) -> Row:
        return {"family": name, "answer": answer, "messages": [{"role": "assistant", "content": said}]}

    train = [row("a", "joy", "1"), row("a", "joy", "2"), row("a", "fear", "3"), row("b", "", "x"), row("b", "", "x")]
    assert commonest_answers([*train, row("b", "", "y")]) == {"a": "joy", "b": "x"}


def test_the_prompt_is_all_before_the_assistants_last_turn() -> None:
    turns = [{"role": role, "content": role} for role in ("user", "assistant", "user", "assistant")]
    assert prompt_of({"messages": turns}) == turns[:3]
    assert prompt_of({"messages": turns[:3]}) == turns[:1]


def test_the_mean_is_over_families_and_the_interval_is_paired() -> None:
    """Ten families' worth of size in one family must not outweigh the other; equal answers leave no interval."""
    families = ["big"] * 100 + ["small"] * 10
    right = np.array([1.0] * 100 + [0.0] * 10)
    coin = np.array([float(number % 2) for number in range(110)])
    report = compare(
        families, {"big": "A", "small": "B"}, {"model": right, "untrained": 0 * right, "commonest": coin}, seed=0
    )
    assert report.overall.model == 0.5
    assert report.overall.gain.mean == 0.0
    assert report.categories["A"].gain.mean == 0.5
    assert 0.38 < report.families["big"].gain.low < 0.42
    assert 0.58 < report.families["big"].gain.high < 0.62
    assert report.families["small"].gain.low < -0.6
    same = compare(families, {"big": "A", "small": "B"}, {"model": coin, "untrained": coin, "commonest": coin}, seed=0)
    assert (same.overall.gain.low, same.overall.gain.high) == (0.0, 0.0)


def test_a_dataset_without_test_shards_is_named(dataset: Path, checkpoint: Path, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/train-00000.parquet").symlink_to(dataset / "data/train-00000-of-00001.parquet")
    with pytest.raises(BadInput, match="holds no data/test-"):
        evaluate(checkpoint, tmp_path)
