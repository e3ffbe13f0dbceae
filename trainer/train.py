"""The step loop."""

import math
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from trainer.balance import Loads, shift_biases
from trainer.checkpoint import STATES
from trainer.config import ModelConfig, TrainConfig
from trainer.errors import BadInput
from trainer.flops import peak_flops, training_flops
from trainer.memory import memory_kept
from trainer.metrics import Metrics, OnStep, Step, silent, steps_of
from trainer.model import Loss, Model
from trainer.objective import Objective
from trainer.optim import optimizers
from trainer.parallel import World, spread, whole
from trainer.precision import dtype_of
from trainer.schedule import rate
from trainer.state import State, States, restore, tensors_of


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


def fit(
    model: Model,
    objective: Objective,
    config: TrainConfig,
    folder: Path,
    *,
    world: World = World(),  # noqa: B008  (a value)
    on_step: OnStep = silent,
    tensorboard: bool = False,
) -> dict[str, Tensor]:
    """Train for `config.steps` steps and return the weights, averaged if so configured.

    Goes on from the newest state in `folder`, if there is one, exactly as if it had not been stopped (on a processor,
    to the bit). Raises BadInput where the loss is no number; the batch is then in `folder`.
    """
    dtype = dtype_of(config.precision)
    model.to(world.device)
    if config.compile:
        model.compile_layers()
    spread(model, model.layers, world)
    optims = optimizers(model, model.config, config, dtype)
    peaks = [[group["lr"] for group in optim.param_groups] for optim in optims]
    average = {name: weight.detach().clone() for name, weight in model.named_parameters()} if config.ema else {}

    states = States(folder / STATES, world)
    state = State(0, 0, 0.0, {})
    if found := states.newest():
        state, tensors = found
        restore(tensors, model, optims, average)
    objective.go_to(state.positions)
    tokens, started = state.tokens, time.perf_counter() - state.seconds
    per_token, peak = training_flops(model.config, objective.length), peak_flops(world.device, dtype)

    with (
        threads(config.threads),
        memory_kept(world.device == "cpu"),
        Metrics(folder, state.step, tensorboard, world.first) as metrics,
    ):
        for number in range(state.step, config.steps):
            share = rate(number, config)
            for optim, rates in zip(optims, peaks, strict=True):
                for group, highest in zip(optim.param_groups, rates, strict=True):
                    group["lr"] = highest * share

            # -- forward and back
            work, loads = objective.work(number, world), Loads(world.add_up)
            losses: list[Loss] = []
            for piece, batch in enumerate(work.batches):
                torch.manual_seed(drawn_from(config.seed, number, world.rank, piece))
                loss = objective.loss(model, batch, dtype, loads, world)
                share_of_router = 1 / (len(work.batches) * world.size)
                (loss.text + loss.router.weighted(config.losses) * share_of_router).backward()
                losses.append(loss)
            text, told = added_up(losses, world)
            if not math.isfinite(text):
                raise BadInput(lost(folder, number, text, work.batches, state.step))

            # -- the weights move
            grad_norm = whole(nn.utils.clip_grad_norm_(model.parameters(), config.clip))
            for optim in optims:
                optim.step()
                optim.zero_grad(set_to_none=True)
            if config.losses.bias_rate:
                shift_biases(model.routers, loads, config.losses.bias_rate)
            for name, weight in model.named_parameters() if average else ():
                average[name].lerp_(weight.detach(), 1 - config.ema)

            # -- what is told and kept
            tokens += work.tokens
            done, seconds = number + 1, time.perf_counter() - started
            router = losses[-1].router
            step = Step(
                step=done,
                steps=config.steps,
                loss=text,
                balance=router.balance.item(),
                busiest=router.busiest.item(),
                recycled=router.recycled,
                dropped=router.dropped,
                grad_norm=grad_norm.item(),
                rate=share,
                passes=work.passes,
                tokens=tokens,
                seconds=seconds,
                tokens_per_second=tokens / seconds,
                mfu=per_token * tokens / seconds / (peak * world.size),
                told=told,
            )
            if config.evaluate_every and (done % config.evaluate_every == 0 or done == config.steps):
                step = replace(step, test_loss=objective.look(model, dtype, world))
            metrics.write(step)
            on_step(step)
            if done % config.save_every == 0 and done < config.steps:
                state = State(done, tokens, seconds, objective.positions())
                states.save(state, tensors_of(model, optims, average))
    states.finish()
    return {name: whole(average.get(name, value)).detach().cpu() for name, value in model.state_dict().items()}


def added_up(losses: Sequence[Loss], world: World) -> tuple[float, dict[str, float]]:
    """A step's loss, and what else the objective tells of it, over micro-batches and processes."""
    names = list(losses[0].told)
    values = torch.stack([torch.stack([loss.text.detach(), *(loss.told[name] for name in names)]) for loss in losses])
    summed = values.sum(0)
    world.add_up(summed)
    text, *rest = summed.tolist()
    return text, dict(zip(names, rest, strict=True))


def drawn_from(seed: int, step: int, rank: int, piece: int) -> int:
    """What dropout and recycling draw from: a run that goes on from a step draws the same."""
    return int.from_bytes(blake2b(f"{seed} {step} {rank} {piece}".encode(), digest_size=7).digest(), "big")


def lost(folder: Path, number: int, loss: float, batches: Sequence[Any], saved: int) -> str:
    """Keep the batch on which the loss was no number, and say where."""
    place = folder / f"not-finite-step-{number + 1}.safetensors"
    save_file(
        {
            f"{piece}/{name}": value
            for piece, batch in enumerate(batches)
            for name, value in (
                ("tokens", batch.tokens_N),
                ("targets", batch.targets_N),
                ("lengths", torch.tensor(batch.lengths)),
            )
        },
        place,
    )
    return (
        f"the loss is {loss} at step {number + 1}; its batch is in {place}, the last state is that of step {saved}: "
        f"lower the learning rates, or look at the batch"
    )


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


def summarise(out: Path, config: ModelConfig, documents: int, skipped: int) -> Summary:
    """The figures of a finished run, from its files."""
    steps = steps_of(out)
    tail = steps[-max(1, len(steps) // 10) :]
    return Summary(
        checkpoint=out,
        params=config.num_params,
        active_params=config.num_active_params,
        documents=documents,
        skipped=skipped,
        last=steps[-1],
        loss=sum(step.loss for step in tail) / len(tail),
    )
