"""The demo: real input in, verified data out, a small model trained on it, and one screen that shows the result."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from gristmill.progress import watcher
from gristmill.report import Training, show
from gristmill.train import progress
from pipeline.errors import UserError
from pipeline.recipe import Recipe, check, load
from pipeline.sandbox import executed_families, require_sandbox
from pipeline.synth import synth

if TYPE_CHECKING:
    from evaluation.heldout import Report

RECIPE = Path(__file__).resolve().parents[1] / "recipes" / "demo.yaml"
PRESET = "tiny"
PER_FAMILY = 60
"""Held-out tasks of each family that the model is asked, at most."""


def demo(out: Path, docs: Path | None, workers: int) -> None:
    """Mill, train, measure, show. What an earlier demo in `out` has finished is used again."""
    start = time.perf_counter()
    recipe = demo_recipe(docs)
    try:
        require_sandbox(recipe)
    except UserError as error:
        Console(stderr=True).print(f"[yellow]Without the tasks that run code:[/] {error}", highlight=False)
        recipe = without_running(recipe)
    dataset, model = out / "dataset", out / "model"
    manifest = synth(recipe, dataset, workers=workers, watch=watcher(recipe))
    trainings = train(dataset, out / "pretrained", model)
    report = measure(dataset, model)
    show(Console(), dataset, model, manifest, trainings, report, time.perf_counter() - start)


def demo_recipe(docs: Path | None) -> Recipe:
    """The recipe of the demo, with the user's documents as its first source if there are any."""
    if not RECIPE.is_file():
        raise UserError(f"{RECIPE}: not found; the demo needs the repository's recipes/ folder beside the package")
    recipe = load(RECIPE)
    if docs is None:
        return recipe
    data = recipe.resolved()
    data["seeds"]["sources"].insert(0, {"kind": "documents", "path": str(docs.expanduser().resolve())})
    return check(data)


def without_running(recipe: Recipe) -> Recipe:
    """The recipe without the families whose answers are run."""
    data = recipe.resolved()
    for name in executed_families(recipe):
        del data["teacher"]["families"][name]
    return check(data)


def train(dataset: Path, pretrained: Path, model: Path) -> list[Training]:
    """Pretraining on records and seeds, then SFT on the conversations; a finished one is not done again."""
    from trainer.presets import preset
    from trainer.pretrain import pretrain
    from trainer.sft import finetune

    if not pretrained.exists():
        with progress("pretraining") as on_step:
            pretrain(dataset, pretrained, preset(PRESET), on_step=on_step)
    if not model.exists():
        with progress("fine-tuning") as on_step:
            finetune(dataset, pretrained, model, preset(PRESET).sft, on_step=on_step)
    return [_training("pretraining", pretrained), _training("fine-tuning", model)]


def _training(kind: str, checkpoint: Path) -> Training:
    """The figures of a finished run, from its files."""
    import json

    from trainer.checkpoint import load_config
    from trainer.metrics import METRICS

    lines = [json.loads(line) for line in (checkpoint / METRICS).read_text(encoding="utf-8").splitlines()]
    tail = lines[-max(1, len(lines) // 10) :]
    config = load_config(checkpoint)
    return Training(
        kind,
        tokens=lines[-1]["tokens"],
        loss=sum(line["loss"] for line in tail) / len(tail),
        tokens_per_second=lines[-1]["tokens_per_second"],
        params=config.num_params,
        active_params=config.num_active_params,
    )


def measure(dataset: Path, model: Path) -> "Report":
    """Held-out scoring by the families' checkers, against two baselines."""
    from evaluation.heldout import evaluate

    with Console(stderr=True).status("measuring on held-out tasks"):
        return evaluate(model, dataset, per_family=PER_FAMILY)
