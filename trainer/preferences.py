"""Preference training from files, and in rounds with pairs that the model makes itself."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from trainer import checkpoint
from trainer.checkpoint import WEIGHTS
from trainer.config import Schedule, TrainConfig
from trainer.data import rows, shards
from trainer.dpo import DPOConfig, Pair, Preferences, reference_log_probs, tokenise
from trainer.errors import BadInput
from trainer.metrics import OnStep, silent
from trainer.model import Model
from trainer.parallel import join
from trainer.precision import dtype_of
from trainer.sources import File, Source, files, sha256
from trainer.tokenizer import ChatTokenizer
from trainer.train import Summary, fit, summarise

AT_ONCE = 16
"""Pairs whose reference is computed in one go."""

Made = Callable[[Model, ChatTokenizer, int], Sequence[Pair]]
"""From the policy as it is, its tokenizer and a seed, to pairs of its own responses, best and worst by some judge."""


def gentle(config: TrainConfig) -> TrainConfig:
    """A preset's fine-tuning with a fiftieth of its rates, a cosine to a tenth, and an average of the weights: the
    project's own; the paper gives no values."""
    return replace(
        config,
        rows=16,
        matrix_lr=config.matrix_lr / 50,
        vector_lr=config.vector_lr / 50,
        embedding_lr=config.embedding_lr / 50,
        schedule=Schedule(shape="cosine", warmup=0.05, floor=0.1),
        ema=0.98,
        evened=0.0,
    )


def pairs_of(dataset: Path) -> tuple[list[Pair], list[File]]:
    """What the pipeline wrote to preferences/, and the files' hashes."""
    pattern = "preferences/train-*.parquet"
    shards(dataset, pattern)
    found = [
        Pair(prompt=row["prompt"], chosen=row["chosen"], rejected=row["rejected"])
        for row in rows(dataset, pattern, ["prompt", "chosen", "rejected"])
    ]
    if not found:
        raise BadInput(f"{dataset}/preferences holds no pairs: no candidate failed, or `respond.candidates` was 1")
    return found, files(Source(path=f"{dataset}/{pattern}", reads="messages"))


def prefer(
    dataset: Path,
    source: Path,
    out: Path,
    config: DPOConfig,
    *,
    make: Made | None = None,
    overwrite: bool = False,
    restart: bool = False,
    on_step: OnStep = silent,
    tensorboard: bool = False,
) -> Summary:
    """From the checkpoint `source` to the checkpoint `out`; a run that was stopped goes on.

    With `make`, pairs of the policy that training starts from are mixed with those of the dataset: a round of on-policy
    data. Further rounds start from the result (`source` is their reference).
    """
    world = join()
    run = {"kind": "dpo", "from": str(source), "on_policy": make is not None, "settings": asdict(config)}
    with checkpoint.writing(out, run, world, overwrite=overwrite, restart=restart) as folder:
        model, tokenizer = checkpoint.load(source)
        offline, read = pairs_of(dataset)
        weights_file = File(str(source / WEIGHTS), sha256(str(source / WEIGHTS)))
        checkpoint.same_data(folder, [*read, weights_file], world)
        own = list(make(model, tokenizer, config.train.seed)) if make else []
        pairs = tokenise([*offline, *own], tokenizer, config.longest)
        steps = max(1, round(config.epochs * len(pairs) / config.train.rows))
        train = replace(config.train, sequence=1, tokens=steps * config.train.rows, first_rows=None)
        dtype = dtype_of(train.precision)
        reference = reference_log_probs(model, weights_file.sha256, pairs, dtype, AT_ONCE)
        objective = Preferences(pairs, reference, replace(config, train=train))
        weights = fit(model, objective, train, folder, world=world, on_step=on_step, tensorboard=tensorboard)
        checkpoint.save(folder, model.config, weights, tokenizer, world)
    return summarise(out, model.config, len(pairs), pairs.skipped)
