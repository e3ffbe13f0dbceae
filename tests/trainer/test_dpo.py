import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import torch

from pipeline.schema import PREFERENCE, RECORD
from trainer import checkpoint
from trainer.attention import Documents
from trainer.balance import Loads
from trainer.config import Regime
from trainer.dpo import DPOConfig, Pair, Preferences, collate, reference_log_probs, response_log_probs, tokenise
from trainer.errors import BadInput
from trainer.metrics import Step, steps_of
from trainer.model import Model
from trainer.packing import Position
from trainer.parallel import World
from trainer.preferences import gentle, pairs_of, prefer
from trainer.presets import Preset
from trainer.pretrain import pretrain
from trainer.tokenizer import ChatTokenizer

WORDS = "river stone apple lantern meadow copper violin harbour".split()
TOKENIZER = ChatTokenizer.train([" ".join(WORDS) * 20], 300)


def pair(number: int) -> Pair:
    word, other = WORDS[number % 8], WORDS[(number + 3) % 8]
    return Pair(
        prompt=[{"role": "user", "content": f"Say {word}"}],
        chosen=[{"role": "assistant", "content": f"{word}!"}],
        rejected=[{"role": "assistant", "content": f"{other} {other}"}],
    )


@pytest.fixture
def settings(preset: Preset) -> DPOConfig:
    train = replace(preset.sft, rows=4, precision="float32", save_every=2)
    return DPOConfig(train=train, beta=0.5, sft_weight=0.3, epochs=2)


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    (tmp_path / "set" / "data").mkdir(parents=True)
    (tmp_path / "set" / "preferences").mkdir()
    pairs = [pair(number) for number in range(24)]
    records = [
        {"id": str(n), "messages": [*one.prompt, *one.chosen], "family": "say", "split": "train"}
        for n, one in enumerate(pairs)
    ]
    pq.write_table(pa.Table.from_pylist(records, schema=RECORD), tmp_path / "set/data/train-0.parquet")
    rows = [
        {"id": str(n), **{k: list(getattr(one, k)) for k in ("prompt", "chosen", "rejected")}}
        for n, one in enumerate(pairs)
    ]
    pq.write_table(pa.Table.from_pylist(rows, schema=PREFERENCE), tmp_path / "set/preferences/train-0.parquet")
    return tmp_path / "set"


def model(preset: Preset) -> Model:
    made = Model(replace(preset.model, vocab_size=TOKENIZER.vocab_size), seed=1).double()
    with torch.no_grad():
        for weight in made.parameters():
            weight.add_(torch.randn(weight.shape, generator=torch.Generator().manual_seed(2)) * 0.1)
    return made


def test_a_response_is_as_probable_as_its_tokens_after_the_prompt(preset: Preset) -> None:
    subject, pairs = model(preset), tokenise([pair(0), pair(1)], TOKENIZER, 100)
    batch = collate(pairs, [1, 0], np.zeros(4, np.float32), [0, 1])
    found, _ = response_log_probs(subject, batch, Documents(batch.lengths), torch.float64, Regime())
    for place, document in enumerate((2, 3, 0, 1)):
        tokens = pairs.tokens[document]
        states, _ = subject(torch.tensor(tokens[:-1]), Documents([len(tokens) - 1]), torch.float64)
        each = subject.logits(states).log_softmax(-1).gather(1, torch.tensor(tokens[1:])[:, None]).squeeze(1)
        torch.testing.assert_close(found[place], each[pairs.prompts[document] - 1 :].sum())


def test_the_loss_is_the_papers_equation(preset: Preset, settings: DPOConfig) -> None:
    subject, pairs = model(preset), tokenise([pair(number) for number in range(3)], TOKENIZER, 100)
    reference = np.array([-3, -4, -5, -3, -2, -6], np.float32)
    batch = collate(pairs, [0, 1, 2], reference, [0, 1, 2])
    objective = Preferences(pairs, reference, settings)
    loss = objective.loss(subject, batch, torch.float64, Loads(), World())
    values, _ = response_log_probs(subject, batch, Documents(batch.lengths), torch.float64, Regime())
    values = values.detach()
    margins = [float(values[2 * i] - values[2 * i + 1] - (reference[2 * i] - reference[2 * i + 1])) for i in range(3)]
    preferred = np.mean([np.log1p(np.exp(-0.5 * margin)) for margin in margins])
    tokens = sum(len(pairs.tokens[2 * i]) - pairs.prompts[2 * i] for i in range(3))
    likely = -float(values[0::2].sum()) / tokens
    assert loss.text.item() == pytest.approx(preferred + 0.3 * likely)
    assert loss.told["accuracy"].item() == pytest.approx(np.mean([margin > 0 for margin in margins]))


def test_the_reference_itself_has_no_margin(preset: Preset, settings: DPOConfig, tmp_path: Path) -> None:
    subject, pairs = model(preset), tokenise([pair(number) for number in range(5)], TOKENIZER, 100)
    reference = reference_log_probs(subject, "weights", pairs, torch.float64, 2, tmp_path)
    batch = collate(pairs, [0, 3, 4], reference, [0, 3, 4])
    loss = Preferences(pairs, reference, settings).loss(subject, batch, torch.float64, Loads(), World())
    assert loss.told["preference_loss"].item() == pytest.approx(np.log(2), abs=1e-5)


def test_the_reference_is_computed_once_for_the_same_model_and_pairs(preset: Preset, tmp_path: Path) -> None:
    subject, pairs = model(preset), tokenise([pair(0)], TOKENIZER, 100)
    first = reference_log_probs(subject, "a", pairs, torch.float64, 2, tmp_path)
    with torch.no_grad():
        subject.embedding.mul_(2)
    assert np.array_equal(reference_log_probs(subject, "a", pairs, torch.float64, 2, tmp_path), first)
    assert not np.array_equal(reference_log_probs(subject, "b", pairs, torch.float64, 2, tmp_path), first)
    other = tokenise([pair(1)], TOKENIZER, 100)
    reference_log_probs(subject, "a", other, torch.float64, 2, tmp_path)
    assert len(list(tmp_path.rglob("*.safetensors"))) == 3


def test_pairs_come_once_an_epoch_and_from_any_position(settings: DPOConfig) -> None:
    pairs = tokenise([pair(number) for number in range(10)], TOKENIZER, 100)
    objective = Preferences(pairs, np.zeros(20, np.float32), settings)
    taken = [objective._take(4) for _ in range(5)]
    assert sorted(number for step in taken for number in step) == sorted([*range(10), *range(10)])
    again = Preferences(pairs, np.zeros(20, np.float32), settings)
    again.go_to({"pairs": Position(0, 8)})
    assert [again._take(4) for _ in range(3)] == taken[2:]


def test_long_pairs_are_left_out_and_counted() -> None:
    long = replace(pair(0), chosen=[{"role": "assistant", "content": "river " * 60}])
    assert tokenise([pair(1), long], TOKENIZER, 40).skipped == 1
    with pytest.raises(BadInput, match="none of 1 preference pairs"):
        tokenise([long], TOKENIZER, 40)


def test_training_prefers_what_was_chosen_goes_on_after_a_stop_and_keeps_an_average(
    dataset: Path, preset: Preset, settings: DPOConfig, tmp_path: Path
) -> None:
    pretrain(dataset, tmp_path / "base", preset)
    config = replace(settings, epochs=6, train=replace(settings.train, ema=0.5))
    done = prefer(dataset, tmp_path / "base", tmp_path / "whole", config)
    steps = steps_of(tmp_path / "whole")
    assert done.last.passes == 6 and len(steps) == 36
    assert np.mean([step.told["accuracy"] for step in steps[-6:]]) > 0.9
    assert steps[-1].told["preference_loss"] < 0.3 < np.log(2)

    def stop(step: Step) -> None:
        if step.step == 17:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        prefer(dataset, tmp_path / "base", tmp_path / "stopped", config, on_step=stop)
    prefer(dataset, tmp_path / "base", tmp_path / "stopped", config)
    assert [step.loss for step in steps_of(tmp_path / "stopped")] == [step.loss for step in steps]
    whole, stopped = ((tmp_path / name / checkpoint.WEIGHTS).read_bytes() for name in ("whole", "stopped"))
    assert whole == stopped


def test_a_round_mixes_pairs_of_the_policy_itself(
    dataset: Path, preset: Preset, settings: DPOConfig, tmp_path: Path
) -> None:
    pretrain(dataset, tmp_path / "base", preset)
    asked: list[int] = []

    def make(policy: Model, tokenizer: ChatTokenizer, seed: int) -> Sequence[Pair]:
        asked.append(seed)
        return [pair(number) for number in range(100, 110)]

    summary = prefer(dataset, tmp_path / "base", tmp_path / "out", settings, make=make)
    assert summary.documents == 24 + 10 and asked == [settings.train.seed]
    assert json.loads((tmp_path / "out" / checkpoint.RUN).read_text())["on_policy"] is True


def test_a_dataset_without_pairs_is_named(dataset: Path, tmp_path: Path) -> None:
    pq.write_table(PREFERENCE.empty_table(), dataset / "preferences/train-0.parquet")
    with pytest.raises(BadInput, match="holds no pairs"):
        pairs_of(dataset)
    with pytest.raises(BadInput, match="does not exist"):
        pairs_of(tmp_path / "nowhere")


def test_the_preset_for_preferences_is_slow_and_averaged(preset: Preset) -> None:
    config = gentle(preset.sft)
    assert config.matrix_lr == preset.sft.matrix_lr / 50 and 0 < config.ema < 1
