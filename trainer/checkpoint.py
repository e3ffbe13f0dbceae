"""Checkpoints: a folder with the weights, the settings and the tokenizer.

    model.safetensors   weights, float32, under the module names
    config.json         ModelConfig
    tokenizer.json      see trainer/tokenizer.py
    run.json            what the run was: its kind and its settings
    metrics.jsonl       one line a step

A run writes into a hidden folder beside its target and renames it at the end, so a checkpoint is either whole or
not there, and another run's folder is replaced only on demand.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from safetensors.torch import load_file, save_file

from trainer.config import ModelConfig, RouterConfig
from trainer.errors import BadInput
from trainer.model import Model
from trainer.tokenizer import ChatTokenizer

WEIGHTS, CONFIG, RUN = "model.safetensors", "config.json", "run.json"


@contextmanager
def writing(out: Path, *, overwrite: bool = False) -> Iterator[Path]:
    """A folder to write into, which becomes `out` when the block ends without an error.

    Raises BadInput if `out` is there already, unless `overwrite`; then it is replaced at the end, and stays if the
    block fails. What an earlier killed run left in the hidden folder is removed.
    """
    if out.exists() and not (out.is_dir() and (overwrite or not any(out.iterdir()))):
        kind = "holds another run" if out.is_dir() else "is a file"
        raise BadInput(f"{out} {kind}; choose another folder{' or ask to overwrite it' if out.is_dir() else ''}")
    partial = out.with_name(f".{out.name}.partial")
    if partial.exists():
        shutil.rmtree(partial)
    partial.mkdir(parents=True)
    yield partial
    if out.exists():
        old = out.with_name(f".{out.name}.old")
        out.rename(old)
        partial.rename(out)
        shutil.rmtree(old)
    else:
        partial.rename(out)


def save(folder: Path, model: Model, tokenizer: ChatTokenizer, run: dict[str, Any]) -> None:
    save_file(model.state_dict(), folder / WEIGHTS)
    (folder / CONFIG).write_text(json.dumps(asdict(model.config), indent=2) + "\n", encoding="utf-8")
    (folder / RUN).write_text(json.dumps(run, indent=2) + "\n", encoding="utf-8")
    tokenizer.save(folder)


def load_config(folder: Path) -> ModelConfig:
    """Raises BadInput if the folder is no checkpoint."""
    path = folder / CONFIG
    if not path.is_file():
        raise BadInput(
            f"{folder} is no checkpoint: it holds no {CONFIG}" if folder.exists() else f"{folder} does not exist"
        )
    fields = json.loads(path.read_text(encoding="utf-8"))
    nested = {"expert_widths": tuple(fields["expert_widths"]), "router": RouterConfig(**fields.get("router", {}))}
    return ModelConfig(**{**fields, **nested})


def load(folder: Path) -> tuple[Model, ChatTokenizer]:
    """A model, ready to train on or to generate with, and its tokenizer."""
    model = Model(load_config(folder), seed=0)
    if not (folder / WEIGHTS).is_file():
        raise BadInput(f"{folder} is no checkpoint: it holds no {WEIGHTS}")
    model.load_state_dict(load_file(folder / WEIGHTS))
    return model, ChatTokenizer.load(folder)
