"""Supervised fine-tuning: the assistant's turns, given everything before them.

The loss is the mean over all of a batch's assistant tokens, not a mean of means, so a short answer's token counts as
much as a long one's whatever shares its batch.
"""

from dataclasses import asdict
from pathlib import Path

from trainer import checkpoint
from trainer.config import TrainConfig
from trainer.data import chat_sources, read
from trainer.train import METRICS, OnStep, Summary, fit, silent, summarise


def finetune(
    dataset: Path, source: Path, out: Path, config: TrainConfig, *, overwrite: bool = False, on_step: OnStep = silent
) -> Summary:
    """From the checkpoint `source` to the checkpoint `out`."""
    with checkpoint.writing(out, overwrite=overwrite) as folder:
        model, tokenizer = checkpoint.load(source)
        data = read(chat_sources(dataset), tokenizer, config.sequence)
        steps = fit(model, data, config, folder / METRICS, on_step)
        checkpoint.save(folder, model, tokenizer, {"kind": "sft", "train": asdict(config), "from": str(source)})
    return summarise(out, model, data, steps)
