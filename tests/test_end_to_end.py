"""A tiny recipe through everything: seeds, shards, pretraining, fine-tuning, scoring, an answer."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.heldout import evaluate
from pipeline.recipe import check
from pipeline.synth import synth
from trainer.config import ModelConfig, TrainConfig
from trainer.presets import Preset
from trainer.pretrain import pretrain
from trainer.sft import finetune

TINY = Preset(
    model=ModelConfig(vocab_size=700, dim=64, layers=2, heads=2, kv_heads=1, shared_width=64, expert_widths=(64,) * 2),
    pretrain=TrainConfig(tokens=20_000, rows=4, matrix_lr=0.02, vector_lr=0.02, embedding_lr=0.02),
    sft=TrainConfig(tokens=220_000, sequence=128, rows=8, matrix_lr=0.02, vector_lr=0.02, embedding_lr=0.02),
)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Intents only: a task that a model of this size learns in seconds."""
    out = tmp_path_factory.mktemp("run") / "dataset"
    recipe = check(
        {
            "name": "tiny",
            "work_shards": 2,
            "seeds": {"sources": [{"kind": "procedures", "count": 1300}]},
            "teacher": {"families": {"intent": {}}},
            "generate": {"languages": {"en": 1.0}},
            "evolve": {"share": 0.0},
            "test_share": 0.1,
        }
    )
    synth(recipe, out)
    return out


def test_training_on_the_data_beats_the_commonest_answer(dataset: Path, tmp_path: Path) -> None:
    pretrain(dataset, tmp_path / "pretrained", TINY)
    finetune(dataset, tmp_path / "pretrained", tmp_path / "model", TINY.sft)
    report = evaluate(tmp_path / "model", dataset)
    assert report.overall.untrained == 0.0
    assert report.overall.gain.low > 0.05, report
    lines = [json.loads(line) for line in (tmp_path / "model" / "heldout_answers.jsonl").read_text().splitlines()]
    assert len(lines) == report.overall.instances
    assert sum(line["right"] for line in lines) / len(lines) == pytest.approx(report.overall.model)


def test_the_same_seed_trains_the_same_weights(dataset: Path, tmp_path: Path) -> None:
    short = replace(TINY, pretrain=replace(TINY.pretrain, tokens=4_000))
    for name in ("one", "other"):
        pretrain(dataset, tmp_path / name, short)
    one, other = ((tmp_path / name / "model.safetensors").read_bytes() for name in ("one", "other"))
    assert one == other
