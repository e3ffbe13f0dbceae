"""Pretraining: a model from nothing, or one that goes on with other data, longer rows or another rotary base."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from trainer import checkpoint
from trainer.config import ModelConfig
from trainer.data import learn_tokenizer, pretraining_sources, read_once
from trainer.errors import BadInput
from trainer.induction import new_model
from trainer.metrics import OnStep, silent
from trainer.model import Model
from trainer.objective import Stock, Text
from trainer.parallel import World, join
from trainer.presets import Preset
from trainer.sources import Source
from trainer.tokenizer import ChatTokenizer
from trainer.train import Summary, fit, summarise


def pretrain(
    dataset: Path,
    out: Path,
    preset: Preset,
    *,
    source: Path | None = None,
    tokenizer: Path | None = None,
    rope_theta: float | None = None,
    mixture: Sequence[Source] = (),
    best: Sequence[Source] = (),
    overwrite: bool = False,
    restart: bool = False,
    on_step: OnStep = silent,
    tensorboard: bool = False,
) -> Summary:
    """Train on the records and the seeds of a dataset, or on `mixture` if one is given.

    `source` is a checkpoint to go on from, with its tokenizer and shape; `rope_theta` gives it another rotary base, as
    the long-context phases do. `tokenizer` is a folder with one to use instead of learning one; a checkpoint has its
    own. `best` is for the annealing at the end. A run that was stopped goes on.
    """
    world, config = join(), preset.pretrain
    shape = preset.model if source is None else checkpoint.load_config(source)
    shape = shape if rope_theta is None else replace(shape, rope_theta=rope_theta, rope_alpha=1.0)
    run = {"kind": "pretrain", "from": str(source or ""), "model": asdict(shape), "train": asdict(config)}
    if tokenizer is not None:
        if source is not None:
            raise BadInput(f"{source} has a tokenizer: extend that one, or leave out {tokenizer}")
        run["tokenizer"] = ChatTokenizer.load(tokenizer).hash
    with checkpoint.writing(out, run, world, overwrite=overwrite, restart=restart) as folder:
        chat = _tokenizer(dataset, folder, source or tokenizer, shape.vocab_size, world)
        main = read_once(mixture or pretraining_sources(dataset), chat, config.sequence, world)
        rest = read_once(best, chat, config.sequence, world) if best else None
        checkpoint.same_data(folder, [*main.files, *(rest.files if rest else [])], world)
        model = _model(source, replace(shape, vocab_size=chat.vocab_size), config.seed)
        objective = Text(Stock(main, rest), config)
        weights = fit(model, objective, config, folder, world=world, on_step=on_step, tensorboard=tensorboard)
        checkpoint.save(folder, model.config, weights, chat, world)
    return summarise(out, model.config, len(main.mixture), main.mixture.skipped)


def _tokenizer(dataset: Path, folder: Path, source: Path | None, size: int, world: World) -> ChatTokenizer:
    """The source's; else one learnt from the dataset, once for all processes and for all times that the run goes on."""
    if source is not None:
        return ChatTokenizer.load(source)
    if world.first and not checkpoint.has_tokenizer(folder):
        learn_tokenizer(dataset, size).save(folder)
    world.wait()
    return ChatTokenizer.load(folder)


def _model(source: Path | None, shape: ModelConfig, seed: int) -> Model:
    if source is None:
        return new_model(shape, seed)
    model, _ = checkpoint.load(source)
    if model.config.vocab_size != shape.vocab_size:
        raise BadInput(f"{source}: the tokenizer has {shape.vocab_size} tokens, the model {model.config.vocab_size}")
    model.config = shape
    return model
