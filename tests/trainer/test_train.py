import json
import pkgutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch

import trainer
from trainer import checkpoint
from trainer.errors import BadInput
from trainer.metrics import METRICS, Step
from trainer.presets import Preset
from trainer.presets import preset as preset_named
from trainer.pretrain import pretrain
from trainer.sft import finetune


def test_pretraining_then_fine_tuning(dataset: Path, preset: Preset, tmp_path: Path) -> None:
    seen: list[Step] = []
    first = pretrain(dataset, tmp_path / "base", preset, on_step=seen.append)
    lines = [json.loads(line) for line in (tmp_path / "base" / METRICS).read_text().splitlines()]
    assert [line["step"] for line in lines] == list(range(1, preset.pretrain.steps + 1)) == [s.step for s in seen]
    assert lines[-1]["loss"] < lines[0]["loss"] - 0.5
    assert lines[-1]["tokens"] == first.last.tokens

    second = finetune(dataset, tmp_path / "base", tmp_path / "chat", preset.sft)
    assert second.loss < first.loss
    base, chat = (checkpoint.load(tmp_path / name)[0].state_dict() for name in ("base", "chat"))
    assert not torch.equal(base["embedding"], chat["embedding"])
    assert json.loads((tmp_path / "chat" / checkpoint.RUN).read_text())["kind"] == "sft"


def test_the_same_seed_gives_the_same_weights(dataset: Path, preset: Preset, tmp_path: Path) -> None:
    runs = [("a", 0), ("b", 0), ("c", 1)]
    for name, seed in runs:
        pretrain(dataset, tmp_path / name, replace(preset, pretrain=replace(preset.pretrain, seed=seed, tokens=600)))
    a, b, c = ((tmp_path / name / checkpoint.WEIGHTS).read_bytes() for name, _ in runs)
    assert a == b != c


def test_a_dataset_that_is_none_leaves_nothing_behind(preset: Preset, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="does not exist"):
        pretrain(tmp_path / "nowhere", tmp_path / "out", preset)
    assert not (tmp_path / "out").exists()


def test_an_unknown_preset_is_named() -> None:
    with pytest.raises(BadInput, match="known: tiny"):
        preset_named("huge")


def test_the_trainer_loads_no_beam() -> None:
    found = pkgutil.walk_packages(trainer.__path__, "trainer.")
    names = ", ".join(module.name for module in found)
    code = f"import sys, {names}; sys.exit('apache_beam' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
