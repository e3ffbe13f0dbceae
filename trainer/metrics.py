"""What a run says of itself: a line of JSON a step, and the same to TensorBoard where that is wanted."""

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from trainer.errors import BadInput

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
    passes: int
    """Passes over the data that are over."""
    tokens: int
    """Seen since the start of the run."""
    seconds: float
    tokens_per_second: float
    mfu: float
    """Share of the device's peak that the model's own arithmetic takes (trainer/flops.py)."""
    test_loss: float | None = None
    """On the test split, where this step looked at it."""
    told: dict[str, float] = field(default_factory=dict)
    """What the objective tells beyond its loss."""


OnStep = Callable[[Step], None]


def silent(step: Step) -> None:
    """For runs that nobody watches."""


class Metrics:
    """Writes steps into a folder, in the process that does; a run that goes on forgets what came after its state."""

    def __init__(self, folder: Path, after: int, tensorboard: bool = False, writes: bool = True) -> None:
        self.path, self.after = folder / METRICS if writes else Path(os.devnull), after
        self.board = _board(folder / "tensorboard", after) if tensorboard and writes else None

    def __enter__(self) -> "Metrics":
        kept = self.path.read_text(encoding="utf-8").splitlines() if self.path.exists() else []
        self.lines = self.path.open("w", encoding="utf-8")
        for line in kept[: self.after]:
            self.lines.write(line + "\n")
        self.lines.flush()
        return self

    def write(self, step: Step) -> None:
        self.lines.write(json.dumps(asdict(step)) + "\n")
        self.lines.flush()
        if self.board is not None:
            for name, value in asdict(step).items():
                if isinstance(value, float):
                    self.board.add_scalar(name, value, step.step)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.lines.close()
        if self.board is not None:
            self.board.close()


def _board(folder: Path, after: int) -> Any:
    try:
        from tensorboardX import SummaryWriter
    except ImportError:
        raise BadInput('TensorBoard metrics need a package: pip install "gristmill[tensorboard]"') from None
    return SummaryWriter(str(folder), purge_step=after + 1)


def steps_of(folder: Path) -> list[Step]:
    """The steps that a run has written."""
    lines = (folder / METRICS).read_text(encoding="utf-8").splitlines()
    return [Step(**json.loads(line)) for line in lines]
