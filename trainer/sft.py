"""Supervised fine-tuning: the assistant's turns, given everything before them.

The loss is the mean over all of a step's assistant tokens, not a mean of means, so a short answer's token counts as
much as a long one's whatever shares its batch. Hunyuan-Large (arXiv 2411.02265, § 3.1) goes through its data three
times, from a rate to a tenth of it, with dropout of 0.1 in attention and 0.2 on what layers add: `paper_settings`.
"""

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from trainer import checkpoint
from trainer.config import Schedule, TrainConfig
from trainer.data import chat_sources, read_once
from trainer.metrics import OnStep, silent
from trainer.objective import Stock, Text
from trainer.parallel import join
from trainer.sources import Source
from trainer.train import Summary, fit, summarise

EPOCHS = 3


def paper_settings(config: TrainConfig) -> TrainConfig:
    """The paper's schedule and dropout on top of a configuration; the number of tokens is left to the data."""
    regime = replace(config.regime, attention_dropout=0.1, hidden_dropout=0.2)
    return replace(config, schedule=Schedule(shape="cosine", warmup=0.01, floor=0.1), regime=regime)


def finetune(
    dataset: Path,
    source: Path,
    out: Path,
    config: TrainConfig,
    *,
    epochs: float | None = None,
    mixture: Sequence[Source] = (),
    overwrite: bool = False,
    restart: bool = False,
    on_step: OnStep = silent,
    tensorboard: bool = False,
) -> Summary:
    """From the checkpoint `source` to the checkpoint `out`, for `config.tokens`, or for `epochs` passes over the data.

    A run that was stopped goes on.
    """
    world = join()
    run = {"kind": "sft", "from": str(source), "epochs": epochs, "train": asdict(config)}
    with checkpoint.writing(out, run, world, overwrite=overwrite, restart=restart) as folder:
        model, tokenizer = checkpoint.load(source)
        data = read_once(mixture or chat_sources(dataset), tokenizer, config.sequence, world)
        checkpoint.same_data(folder, data.files, world)
        held_out = chat_sources(dataset, "test")
        test = read_once(held_out, tokenizer, config.sequence, world) if config.evaluate_every and held_out else None
        if epochs is not None:
            config = replace(config, tokens=round(epochs * int((data.mixture.lengths - 1).sum())))
        objective = Text(Stock(data, test=test), config)
        weights = fit(model, objective, config, folder, world=world, on_step=on_step, tensorboard=tensorboard)
        checkpoint.save(folder, model.config, weights, tokenizer, world)
    return summarise(out, model.config, len(data.mixture), data.mixture.skipped)
