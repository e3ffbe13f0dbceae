"""A small dataset folder and a small model, real parts at the least size."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.keyed import generator
from pipeline.schema import RECORD, SEED
from trainer.config import ModelConfig, TrainConfig
from trainer.presets import Preset

WORDS = "river stone apple lantern meadow copper violin harbour thistle ember".split()


def record(number: int, split: str) -> dict[str, object]:
    first, second = generator("trainer tests", split, number).sample(WORDS, 2)
    said = f"{first} {second} {number}"
    turns = [{"role": "user", "content": f"Repeat: {said}"}, {"role": "assistant", "content": f"{said}!"}]
    return {"id": f"{split}{number}", "messages": turns, "family": "repeat", "split": split}


@pytest.fixture(scope="session")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dataset")
    (folder / "data").mkdir()
    (folder / "seeds").mkdir()
    for shard in range(2):
        rows = [record(number, "train") for number in range(shard, 60, 2)]
        pq.write_table(pa.Table.from_pylist(rows, schema=RECORD), folder / f"data/train-{shard:05d}-of-00002.parquet")
    seeds = [
        {"id": "a", "kind": "document", "text": "The river runs past the stone harbour. " * 9, "split": "train"},
        {"id": "b", "kind": "document", "text": "Nobody may learn this sentence.", "split": "test"},
        {"id": "c", "kind": "none", "text": "Nothing to learn here.", "split": "train"},
    ]
    pq.write_table(pa.Table.from_pylist(seeds, schema=SEED), folder / "seeds/seeds-00000-of-00001.parquet")
    return folder


@pytest.fixture
def config() -> ModelConfig:
    return ModelConfig(vocab_size=320, dim=32, layers=2, heads=2, kv_heads=1, shared_width=32, expert_widths=(16, 48))


@pytest.fixture
def preset(config: ModelConfig) -> Preset:
    train = TrainConfig(tokens=1500, sequence=64, rows=2, matrix_lr=0.02, vector_lr=0.02, embedding_lr=0.02)
    return Preset(model=config, pretrain=train, sft=train)
