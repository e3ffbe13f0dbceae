"""The step loop, and pretraining."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from pathlib import Path

import torch
from torch import nn

from trainer import checkpoint
from trainer.attention import Documents
from trainer.balance import Loads, shift_biases
from trainer.config import TrainConfig
from trainer.data import Data, learn_tokenizer, pretraining_sources, read
from trainer.induction import new_model
from trainer.model import Model
from trainer.optim import optimizers
from trainer.packing import Rows, shared_out
from trainer.precision import best_dtype
from trainer.presets import Preset
from trainer.schedule import rate

METRICS = "metrics.jsonl"


@dataclass(frozen=True, slots=True)
class Step:
    """What one step did; a line of metrics.jsonl."""

    step: int
    steps: int
    loss: float
    """Cross entropy in nats a token."""
    balance: float
    """Load-balance loss: even, it is the number of experts a token; at its worst, that times the number of experts."""
    busiest: float
    """Load of the busiest expert over the even load."""
    recycled: float
    """Share of the tokens' choices that went to another expert because theirs was full."""
    dropped: float
    """Share that found no room."""
    grad_norm: float
    rate: float
    """Share of the peak learning rate."""
    tokens: int
    """Seen since the start of the run."""
    seconds: float
    tokens_per_second: float


OnStep = Callable[[Step], None]


def silent(step: Step) -> None:
    """For runs that nobody watches."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A finished run."""

    checkpoint: Path
    params: int
    active_params: int
    documents: int
    skipped: int
    """Conversations longer than a packed row, left out."""
    last: Step
    loss: float
    """Mean over the last tenth of the steps."""


@contextmanager
def threads(count: int) -> Iterator[None]:
    """PyTorch on so many threads, where a count is given; its own number comes back afterwards."""
    before = torch.get_num_threads()
    if count:
        torch.set_num_threads(count)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def step_seed(seed: int, step: int) -> int:
    """What dropout and recycling draw from at a step: a run that goes on from it draws the same."""
    return int.from_bytes(blake2b(f"{seed} {step}".encode(), digest_size=8).digest(), "big", signed=False) >> 1


def fit(model: Model, data: Data, config: TrainConfig, metrics: Path, on_step: OnStep = silent) -> list[Step]:
    """Train for `config.steps` steps; write a line of metrics for each."""
    dtype = best_dtype()
    optims = optimizers(model, config, dtype)
    peaks = [[group["lr"] for group in optim.param_groups] for optim in optims]
    order = Rows(data.mixture, config.sequence, config.seed)
    done: list[Step] = []
    tokens, start = 0, time.perf_counter()

    with threads(config.threads), metrics.open("w", encoding="utf-8") as lines:
        for number in range(config.steps):
            (batch,) = shared_out(data.mixture, order.take(config.rows), config.evened)
            share = rate(number, config)
            for optim, rates in zip(optims, peaks, strict=True):
                for group, peak in zip(optim.param_groups, rates, strict=True):
                    group["lr"] = peak * share

            torch.manual_seed(step_seed(config.seed, number))
            loads = Loads()
            attend = Documents(batch.lengths, config.regime.attention_dropout)
            loss = model.loss(
                batch.tokens_N, batch.targets_N, attend, dtype, batch.counts_N, config.regime, config.losses, loads
            )
            (loss.text + loss.router.weighted(config.losses)).backward()
            grad_norm = nn.utils.clip_grad_norm_(model.parameters(), config.clip)
            for optim in optims:
                optim.step()
                optim.zero_grad(set_to_none=True)
            if config.losses.bias_rate:
                shift_biases(model.routers, loads, config.losses.bias_rate)

            tokens += len(batch.tokens_N)
            seconds = time.perf_counter() - start
            step = Step(
                step=number + 1,
                steps=config.steps,
                loss=loss.text.item(),
                balance=loss.router.balance.item(),
                busiest=loss.router.busiest.item(),
                recycled=loss.router.recycled,
                dropped=loss.router.dropped,
                grad_norm=grad_norm.item(),
                rate=share,
                tokens=tokens,
                seconds=seconds,
                tokens_per_second=tokens / seconds,
            )
            done.append(step)
            lines.write(json.dumps(asdict(step)) + "\n")
            on_step(step)
    return done


def pretrain(dataset: Path, out: Path, preset: Preset, *, overwrite: bool = False, on_step: OnStep = silent) -> Summary:
    """A tokenizer and a model from nothing, on the records and the seeds of a dataset."""
    with checkpoint.writing(out, overwrite=overwrite) as folder:
        tokenizer = learn_tokenizer(dataset, preset.model.vocab_size)
        data = read(pretraining_sources(dataset), tokenizer, preset.pretrain.sequence)
        model = new_model(replace(preset.model, vocab_size=tokenizer.vocab_size), preset.pretrain.seed)
        steps = fit(model, data, preset.pretrain, folder / METRICS, on_step)
        checkpoint.save(folder, model, tokenizer, {"kind": "pretrain", "train": asdict(preset.pretrain)})
    return summarise(out, model, data, steps)


def summarise(out: Path, model: Model, data: Data, steps: list[Step]) -> Summary:
    tail = steps[-max(1, len(steps) // 10) :]
    return Summary(
        checkpoint=out,
        params=model.config.num_params,
        active_params=model.config.num_active_params,
        documents=len(data.mixture),
        skipped=data.mixture.skipped,
        last=steps[-1],
        loss=sum(step.loss for step in tail) / len(tail),
    )
