"""`gristmill train …`: pretraining and fine-tuning from the command line.

Progress goes to stderr, the result to stdout. Torch is loaded inside the commands, so that asking for help stays quick.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from trainer.metrics import OnStep
    from trainer.train import Summary

app = typer.Typer(no_args_is_help=True, help="Train a small mixture-of-experts model on a dataset.")

Dataset = Annotated[Path, typer.Argument(help="A dataset folder: data/train-*.parquet, seeds/*.parquet.")]
Out = Annotated[Path, typer.Option(help="Folder for the checkpoint. A run that was stopped there goes on.")]
PresetName = Annotated[str, typer.Option("--preset", help="Model size with the settings found for it.")]
Tokens = Annotated[int | None, typer.Option(min=1, help="Tokens to train on; the preset's if left out.")]
Seed = Annotated[int, typer.Option(help="Decides weights, order and packing.")]
Settings = Annotated[
    list[str] | None,
    typer.Option("--set", help="Another value for a setting: --set losses.z=0.001", metavar="KEY=VALUE"),
]
Mixture = Annotated[Path | None, typer.Option(help="A YAML list of sources to train on instead of the dataset's own.")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace another run's folder.")]
Restart = Annotated[bool, typer.Option("--restart", help="Begin anew where a run was stopped.")]
TensorBoard = Annotated[bool, typer.Option("--tensorboard", help="Write the metrics for TensorBoard too.")]


@app.command()
def pretrain(
    dataset: Dataset,
    out: Out,
    preset_name: PresetName = "tiny",
    tokens: Tokens = None,
    seed: Seed = 0,
    set_: Settings = None,
    source: Annotated[Path | None, typer.Option("--from", help="A checkpoint to go on from.")] = None,
    tokenizer: Annotated[
        Path | None, typer.Option(help="A folder that `gristmill tokenizer` wrote, instead of learning one.")
    ] = None,
    rope_theta: Annotated[float | None, typer.Option(help="Another rotary base, for longer rows.")] = None,
    mixture: Mixture = None,
    best: Annotated[Path | None, typer.Option(help="Like --mixture, for the annealing at the end.")] = None,
    overwrite: Overwrite = False,
    restart: Restart = False,
    tensorboard: TensorBoard = False,
) -> None:
    """A tokenizer and a model from nothing, on a dataset's records and seeds."""
    with progress("pretraining") as on_step:
        from gristmill.train_settings import changed, sources
        from trainer.presets import preset
        from trainer.pretrain import pretrain as run

        found = preset(preset_name)
        settings = replace(found.pretrain, seed=seed, tokens=tokens or found.pretrain.tokens)
        summary = run(
            dataset,
            out,
            replace(found, pretrain=changed(settings, set_ or [])),
            source=source,
            tokenizer=tokenizer,
            rope_theta=rope_theta,
            mixture=sources(mixture),
            best=sources(best),
            overwrite=overwrite,
            restart=restart,
            on_step=on_step,
            tensorboard=tensorboard,
        )
    report(summary)


@app.command()
def sft(
    dataset: Dataset,
    source: Annotated[Path, typer.Option("--from", help="Checkpoint to start from.")],
    out: Out,
    preset_name: PresetName = "tiny",
    tokens: Tokens = None,
    epochs: Annotated[float | None, typer.Option(help="Passes over the data, in place of a number of tokens.")] = None,
    paper: Annotated[
        bool, typer.Option("--paper", help="The paper's three passes, cosine to a tenth, dropout 0.1 and 0.2.")
    ] = False,
    seed: Seed = 0,
    set_: Settings = None,
    mixture: Mixture = None,
    overwrite: Overwrite = False,
    restart: Restart = False,
    tensorboard: TensorBoard = False,
) -> None:
    """Fine-tune a checkpoint on a dataset's conversations: the loss is on the assistant's turns."""
    with progress("fine-tuning") as on_step:
        from gristmill.train_settings import changed, sources
        from trainer.presets import preset
        from trainer.sft import EPOCHS, finetune, paper_settings

        found = preset(preset_name).sft
        settings = replace(paper_settings(found) if paper else found, seed=seed, tokens=tokens or found.tokens)
        summary = finetune(
            dataset,
            source,
            out,
            changed(settings, set_ or []),
            epochs=EPOCHS if paper and epochs is None and tokens is None else epochs,
            mixture=sources(mixture),
            overwrite=overwrite,
            restart=restart,
            on_step=on_step,
            tensorboard=tensorboard,
        )
    report(summary)


@app.command()
def dpo(
    dataset: Annotated[Path, typer.Argument(help="A dataset folder with preferences/train-*.parquet.")],
    source: Annotated[Path, typer.Option("--from", help="Checkpoint to start from, and the reference.")],
    out: Out,
    preset_name: PresetName = "tiny",
    beta: Annotated[float, typer.Option(help="How far the policy may go from the reference; lower is farther.")] = 0.1,
    sft_weight: Annotated[float, typer.Option(help="Weight of the chosen responses' own loss.")] = 0.2,
    epochs: Annotated[float, typer.Option(help="Passes over the pairs.")] = 1.0,
    rounds: Annotated[int, typer.Option(min=1, help="Rounds, each from the result of the one before.")] = 1,
    on_policy: Annotated[
        int, typer.Option(min=0, help="Prompts of each round that the model itself answers, judged by their checkers.")
    ] = 0,
    seed: Seed = 0,
    set_: Settings = None,
    overwrite: Overwrite = False,
    restart: Restart = False,
    tensorboard: TensorBoard = False,
) -> None:
    """Train on preferences: a dataset's pairs, and pairs of the model's own answers."""
    from gristmill.on_policy import own_pairs
    from gristmill.train_settings import changed
    from trainer.dpo import DPOConfig
    from trainer.preferences import gentle, prefer
    from trainer.presets import preset

    settings = changed(replace(gentle(preset(preset_name).sft), seed=seed), set_ or [])
    config = DPOConfig(train=settings, beta=beta, sft_weight=sft_weight, epochs=epochs)
    for number in range(1, rounds + 1):
        target = out if number == rounds else out.with_name(f"{out.name}-round-{number}")
        if target != out and target.exists():  # done before the run was stopped
            source = target
            continue
        with progress(f"preferences, round {number} of {rounds}") as on_step:
            summary = prefer(
                dataset,
                source,
                target,
                replace(config, train=replace(settings, seed=seed + number - 1)),
                make=own_pairs(dataset, on_policy) if on_policy else None,
                overwrite=overwrite,
                restart=restart,
                on_step=on_step,
                tensorboard=tensorboard,
            )
        source = target
        report(summary)


@app.command()
def params(
    preset_name: Annotated[str, typer.Argument(help="A preset's name.", metavar="PRESET")],
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Count a preset's parameters, and the bytes of keys and values that a token takes in a cache."""
    import json

    from rich.console import Console

    from gristmill.params import counted, shown
    from trainer.presets import preset

    counts = counted(preset(preset_name).model)
    if as_json:
        typer.echo(json.dumps(counts, indent=1))
    else:
        Console().print(shown(preset_name, counts))


@contextmanager
def progress(doing: str) -> "Iterator[OnStep]":
    """A bar on stderr with step, pass, loss, speed, load of the busiest expert over the even one, and time left; in the
    first process alone, where there are several."""
    from trainer.metrics import silent
    from trainer.parallel import leave

    if not _first():
        yield silent
        leave()
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    from trainer.metrics import Step

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=10),
        TextColumn("{task.fields[status]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(doing, total=None, status="reading")

        def on_step(step: Step) -> None:
            rate = f"{step.tokens_per_second / 1000:.1f}k tok/s"
            status = (
                f"{step.step}/{step.steps} pass {step.passes + 1} loss {step.loss:.3f} {rate} "
                f"MFU {step.mfu:.0%} load {step.busiest:.2f}"
            )
            bar.update(task, completed=step.step, total=step.steps, status=status)

        yield on_step
    leave()


def _first() -> bool:
    return os.environ.get("RANK", "0") == "0"


def report(summary: "Summary") -> None:
    if not _first():
        return
    last = summary.last
    typer.echo(
        f"{summary.checkpoint}: loss {summary.loss:.3f} after {last.tokens:,} tokens in {last.seconds:.0f} s "
        f"({last.tokens_per_second:,.0f} tokens/s); {summary.params:,} parameters, {summary.active_params:,} active"
    )
    if summary.skipped:
        typer.echo(f"{summary.skipped} conversations were longer than a packed row and left out", err=True)
