"""Checkpoints: a folder with the weights, the settings and the tokenizer.

    model.safetensors   weights, float32, under the module names
    config.json         ModelConfig
    tokenizer.json      see trainer/tokenizer.py
    run.json            what the run was: its kind and its settings
    metrics.jsonl       one line a step

While a run trains, its folder is a hidden one beside its target, with the states that it goes on from if it is stopped
(trainer/state.py); at the end the states go and the folder is renamed. So a checkpoint is either whole or not there,
and another run's folder is replaced only on demand.
"""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from safetensors.torch import load_file, save_file
from torch import Tensor

from trainer.config import ModelConfig, RouterConfig
from trainer.errors import BadInput
from trainer.model import Model
from trainer.parallel import World
from trainer.sources import File
from trainer.tokenizer import FILE, ChatTokenizer

WEIGHTS, CONFIG, RUN, DATA, STATES = "model.safetensors", "config.json", "run.json", "data.json", "states"
ALONE = World()


@contextmanager
def writing(
    out: Path, run: Mapping[str, Any], world: World = ALONE, *, overwrite: bool = False, restart: bool = False
) -> Iterator[Path]:
    """A folder to write into, which becomes `out` when the block ends without an error.

    What a stopped run of the same settings left is there again; `restart` throws it away. Raises BadInput if another
    run was stopped there, with the settings that differ, and if `out` is there already, unless `overwrite`; then it is
    replaced at the end, and stays if the block fails.
    """
    if out.exists() and not (out.is_dir() and (overwrite or not any(out.iterdir()))):
        kind = "holds another run" if out.is_dir() else "is a file"
        raise BadInput(f"{out} {kind}; choose another folder{' or ask to overwrite it' if out.is_dir() else ''}")
    partial = out.with_name(f".{out.name}.partial")
    if world.first:
        _prepare(partial, run, restart)
    world.wait()
    try:
        yield partial
    except BaseException:
        if world.first and {path.name for path in partial.iterdir()} <= {RUN, DATA}:
            shutil.rmtree(partial)  # the run stopped before it did anything
        raise
    if world.first:
        shutil.rmtree(partial / STATES, ignore_errors=True)
        if out.exists():
            old = out.with_name(f".{out.name}.old")
            out.rename(old)
            partial.rename(out)
            shutil.rmtree(old)
        else:
            partial.rename(out)
    world.wait()


def _prepare(partial: Path, run: Mapping[str, Any], restart: bool) -> None:
    wanted = json.loads(json.dumps(run))
    if (partial / RUN).is_file() and not restart:
        before = json.loads((partial / RUN).read_text(encoding="utf-8"))
        if different := _differences(before, wanted):
            raise BadInput(
                f"{partial} holds a stopped run with other settings ({'; '.join(different)}): finish it with its own, "
                f"or ask to restart"
            )
        return
    if partial.exists():
        shutil.rmtree(partial)
    partial.mkdir(parents=True)
    (partial / RUN).write_text(json.dumps(run, indent=2) + "\n", encoding="utf-8")


def _differences(before: Mapping[str, Any], now: Mapping[str, Any], prefix: str = "") -> list[str]:
    found = []
    for key in sorted({*before, *now}):
        there, here = before.get(key), now.get(key)
        if isinstance(there, dict) and isinstance(here, dict):
            found += _differences(there, here, f"{prefix}{key}.")
        elif there != here:
            found.append(f"{prefix}{key} was {there!r}, is {here!r}")
    return found


def same_data(folder: Path, files: Sequence[File], world: World = ALONE) -> None:
    """Note which data a run reads; where it went on, hold them against what it read before.

    Raises BadInput with the first file that changed, is new or is gone.
    """
    path, now = folder / DATA, {file.url: file.sha256 for file in files}
    if path.is_file():
        before = json.loads(path.read_text(encoding="utf-8"))
        changed = sorted(url for url in {*before, *now} if before.get(url) != now.get(url))
        if changed:
            first = changed[0]
            what = "changed" if first in before and first in now else "is gone" if first in before else "is new"
            raise BadInput(
                f"{first} {what} since the run in {folder} was stopped ({len(changed)} files differ): put the data "
                f"back as they were, or ask to restart"
            )
    elif world.first:
        path.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
    world.wait()


def has_tokenizer(folder: Path) -> bool:
    return (folder / FILE).is_file()


def save(
    folder: Path, config: ModelConfig, weights: Mapping[str, Tensor], tokenizer: ChatTokenizer, world: World = ALONE
) -> None:
    if world.first:
        save_file({name: value.contiguous() for name, value in weights.items()}, folder / WEIGHTS)
        (folder / CONFIG).write_text(json.dumps(asdict(config), indent=2) + "\n", encoding="utf-8")
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
