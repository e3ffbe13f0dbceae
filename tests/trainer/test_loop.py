"""Runs that are killed, spread over processes, cut into micro-batches or given nonsense."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import torch
from safetensors.torch import load_file

from trainer import checkpoint
from trainer.config import Regime, RouterLosses, Schedule, TrainConfig
from trainer.errors import BadInput
from trainer.metrics import Step, steps_of
from trainer.presets import Preset
from trainer.pretrain import pretrain
from trainer.sft import finetune
from trainer.train import Summary

ROOT = Path(__file__).parents[2]


@pytest.fixture
def restless(preset: Preset) -> Preset:
    """Everything that a run could lose: dropout, recycling, biases, an average, growing batches, a last phase."""
    train = replace(
        preset.pretrain,
        tokens=2600,
        first_rows=1,
        rows_warmup=0.3,
        ema=0.9,
        save_every=3,
        schedule=Schedule(shape="annealed", annealing=0.2, floor=0.1),
        regime=Regime(attention_dropout=0.1, hidden_dropout=0.1, capacity_factor=1.0),
        losses=RouterLosses(z=0.001, bias_rate=0.001, scope="global"),
    )
    return replace(preset, pretrain=train)


RUN = """
import os, pickle, signal, sys
from trainer.pretrain import pretrain
dataset, out, preset, last = pickle.loads(bytes.fromhex(sys.argv[1]))
def watch(step):
    if step.step == last:
        os.kill(os.getpid(), signal.SIGKILL)
pretrain(dataset, out, preset, on_step=watch)
"""


def run_until(dataset: Path, out: Path, preset: Preset, last: int) -> int:
    import pickle

    given = pickle.dumps((dataset, out, preset, last)).hex()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_WAIT_POLICY": "passive"}
    return subprocess.run([sys.executable, "-c", RUN, given], check=False, env=environment, cwd=ROOT).returncode


def stream(out: Path) -> list[tuple[float, ...]]:
    return [(one.step, one.loss, one.grad_norm, one.busiest, one.recycled, one.tokens) for one in steps_of(out)]


def test_a_run_killed_at_ten_points_gives_the_bytes_of_one_that_was_not(
    dataset: Path, restless: Preset, tmp_path: Path
) -> None:
    whole = pretrain(dataset, tmp_path / "whole", restless)
    assert whole.last.steps > 20
    out = tmp_path / "killed"
    for last in (1, 2, 3, 4, 7, 8, 11, 14, 18, 20):
        assert run_until(dataset, out, restless, last) == -signal.SIGKILL
        assert not out.exists()
    pretrain(dataset, out, restless)
    assert stream(out) == stream(tmp_path / "whole")
    for name in (checkpoint.WEIGHTS, checkpoint.CONFIG, "tokenizer.json"):
        assert (out / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
    assert not (out / checkpoint.STATES).exists()


def stopped(dataset: Path, out: Path, preset: Preset, at: int) -> None:
    """A run that ends with an error at a step."""

    def stop(step: Step) -> None:
        if step.step == at:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        pretrain(dataset, out, preset, on_step=stop)


def test_data_that_changed_under_a_stopped_run_are_refused(dataset: Path, restless: Preset, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    for path in dataset.glob("data/*.parquet"):
        (tmp_path / "data" / path.name).write_bytes(path.read_bytes())
    stopped(tmp_path, tmp_path / "out", restless, 5)
    first = min((tmp_path / "data").glob("train-*.parquet"))
    pq.write_table(pq.read_table(first, columns=["messages"]).slice(1), first)
    with pytest.raises(BadInput, match=f"{first.name} changed since"):
        pretrain(tmp_path, tmp_path / "out", restless)
    pretrain(tmp_path, tmp_path / "out", restless, restart=True)


def test_micro_batches_change_nothing_but_rounding(dataset: Path, preset: Preset, tmp_path: Path) -> None:
    """With loads counted over the whole step; a loss of each micro-batch alone would be another loss."""
    train = replace(preset.pretrain, rows=4, losses=RouterLosses(balance=0.0))
    losses = []
    for pieces in (1, 2, 3):
        chosen = replace(preset, pretrain=replace(train, pieces=pieces, precision="float32"))
        pretrain(dataset, tmp_path / str(pieces), chosen)
        losses.append([step.loss for step in steps_of(tmp_path / str(pieces))])
    assert losses[1] == pytest.approx(losses[0], rel=1e-3)
    assert losses[2] == pytest.approx(losses[0], rel=1e-3)


def test_computing_again_changes_nothing(dataset: Path, restless: Preset, tmp_path: Path) -> None:
    for name, again in (("kept", False), ("again", True)):
        chosen = replace(restless, pretrain=replace(restless.pretrain, recompute=again, precision="float32"))
        pretrain(dataset, tmp_path / name, chosen)
    kept, again_ = (stream(tmp_path / name) for name in ("kept", "again"))
    assert [step[1] for step in again_] == pytest.approx([step[1] for step in kept], rel=1e-4)


PARALLEL = """
import pickle, sys
from trainer.parallel import leave
from trainer.pretrain import pretrain
dataset, out, preset, last = pickle.loads(bytes.fromhex(sys.argv[1]))
def stop(step):
    if step.step == last:
        raise KeyboardInterrupt
try:
    pretrain(dataset, out, preset, on_step=stop)
except KeyboardInterrupt:
    pass
leave()
"""


def in_processes(count: int, dataset: Path, out: Path, preset: Preset, last: int, tmp_path: Path) -> None:
    import pickle

    script = tmp_path / "parallel.py"
    script.write_text(PARALLEL)
    given = pickle.dumps((dataset, out, preset, last)).hex()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_WAIT_POLICY": "passive", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", f"--nproc-per-node={count}"]
    done = subprocess.run([*command, str(script), given], env=environment, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-3000:]


@pytest.fixture
def steady(preset: Preset) -> Preset:
    """Without draws, which differ between processes; loads over all of them."""
    train = replace(
        preset.pretrain, rows=4, save_every=2, precision="float32", losses=RouterLosses(scope="global", bias_rate=0.001)
    )
    return replace(preset, pretrain=train)


def test_two_processes_train_like_one_and_hand_over_both_ways(dataset: Path, steady: Preset, tmp_path: Path) -> None:
    pretrain(dataset, tmp_path / "one", steady)
    alone = [step.loss for step in steps_of(tmp_path / "one")]

    in_processes(2, dataset, tmp_path / "two", steady, -1, tmp_path)
    assert [step.loss for step in steps_of(tmp_path / "two")] == pytest.approx(alone, rel=2e-3)

    out = tmp_path / "handed"
    in_processes(2, dataset, out, steady, 3, tmp_path)
    stopped(dataset, out, steady, 5)
    in_processes(2, dataset, out, steady, -1, tmp_path)
    assert [step.loss for step in steps_of(out)] == pytest.approx(alone, rel=2e-3)
    one, handed = (load_file(tmp_path / name / checkpoint.WEIGHTS) for name in ("one", "handed"))
    assert one.keys() == handed.keys()
    for name, weight in one.items():
        torch.testing.assert_close(handed[name], weight, rtol=0.05, atol=0.02)


def test_a_loss_that_is_no_number_stops_the_run_and_keeps_the_batch(
    dataset: Path, preset: Preset, tmp_path: Path
) -> None:
    wild = replace(preset, pretrain=replace(preset.pretrain, embedding_lr=1e38, tokens=4000))
    with pytest.raises(BadInput, match="not-finite-step-") as error:
        pretrain(dataset, tmp_path / "out", wild)
    (kept,) = (tmp_path / ".out.partial").glob("not-finite-*.safetensors")
    assert str(kept) in str(error.value)
    batch = load_file(kept)
    assert len(batch["0/tokens"]) == int(batch["0/lengths"].sum()) > 0


def test_the_last_phase_trains_on_the_best(dataset: Path, restless: Preset, tmp_path: Path) -> None:
    from trainer.sources import Source

    path = tmp_path / "best.jsonl"
    path.write_text(json.dumps({"text": "the best of all texts " * 3}) + "\n")
    plain = pretrain(dataset, tmp_path / "plain", restless)
    other = pretrain(dataset, tmp_path / "best", restless, best=[Source(path=str(path), reads="text")])
    first = [step.loss for step in steps_of(plain.checkpoint)]
    second = [step.loss for step in steps_of(other.checkpoint)]
    border = next(number for number, (a, b) in enumerate(zip(first, second, strict=True)) if a != b)
    assert border == int(len(first) * 0.8)


def test_a_run_goes_on_from_a_checkpoint_with_longer_rows_and_another_base(
    dataset: Path, preset: Preset, tmp_path: Path
) -> None:
    pretrain(dataset, tmp_path / "short", preset)
    longer = replace(preset, pretrain=replace(preset.pretrain, sequence=256, rows=1))
    went: Summary = pretrain(dataset, tmp_path / "long", longer, source=tmp_path / "short", rope_theta=1e6)
    model, _ = checkpoint.load(tmp_path / "long")
    assert model.config.rope_theta == 1e6
    assert went.last.loss < steps_of(tmp_path / "short")[0].loss


def test_fine_tuning_by_passes_looks_at_the_test_split(dataset: Path, preset: Preset, tmp_path: Path) -> None:
    pretrain(dataset, tmp_path / "base", preset)
    test = next(dataset.glob("data/train-*.parquet"))
    folder = tmp_path / "data" / "data"
    folder.mkdir(parents=True)
    (folder / "train-0.parquet").write_bytes(test.read_bytes())
    pq.write_table(pq.read_table(test, columns=["messages"]), folder / "test-0.parquet")
    config: TrainConfig = replace(preset.sft, evaluate_every=2)
    summary = finetune(tmp_path / "data", tmp_path / "base", tmp_path / "chat", config, epochs=2)
    looked = [step.test_loss for step in steps_of(summary.checkpoint) if step.test_loss is not None]
    assert len(looked) >= summary.last.steps // 2 and looked[-1] < looked[0]
    assert summary.last.passes in (1, 2)
