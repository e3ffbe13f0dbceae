"""What a run needs to go on exactly where it was stopped: weights, optimizer, average, and its place in the data.

A state is a folder `step-<number>` with `tensors.safetensors` and `state.json`, written under another name and renamed,
so it is whole or not there; the last `KEEP` stay. Tensors are copied when the step ends and written by a thread while
the next steps run. They are whole tensors, whatever number of processes holds the parts.
"""

import json
import shutil
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from trainer.packing import Position
from trainer.parallel import World, like, whole

KEEP = 2
TENSORS, FIGURES = "tensors.safetensors", "state.json"


@dataclass(frozen=True, slots=True)
class State:
    """Figures of a run after `step` steps."""

    step: int
    tokens: int
    seconds: float
    positions: dict[str, Position]
    """Place in each stock of data."""


def tensors_of(
    model: nn.Module, optims: Sequence[torch.optim.Optimizer], average: Mapping[str, Tensor]
) -> dict[str, Tensor]:
    """Copies in main memory. Every process must take part where weights are spread."""
    found = {f"model/{name}": value for name, value in model.state_dict().items()}
    found |= {f"average/{name}": value for name, value in average.items()}
    names: dict[Any, str] = {param: name for name, param in model.named_parameters()}
    for number, optim in enumerate(optims):
        for param, values in optim.state.items():
            found |= {f"optim{number}/{names[param]}/{key}": value for key, value in values.items()}
    return {name: whole(value.detach()).to("cpu", copy=True).contiguous() for name, value in found.items()}


@torch.no_grad()
def restore(
    tensors: Mapping[str, Tensor],
    model: nn.Module,
    optims: Sequence[torch.optim.Optimizer],
    average: dict[str, Tensor],
) -> None:
    """Put copies back into a run of the same shape, on any number of processes."""
    for name, value in model.state_dict().items():
        value.copy_(like(value, tensors[f"model/{name}"].to(value.device)))
    for name, value in average.items():
        value.copy_(like(value, tensors[f"average/{name}"].to(value.device)))
    params = dict(model.named_parameters())
    for path, stored in tensors.items():
        kind, *middle, key = path.split("/")
        if kind.startswith("optim"):
            param = params["/".join(middle)]
            placed = stored.to(param.device)
            placed = like(param, placed).clone() if stored.shape == param.shape else placed
            optims[int(kind.removeprefix("optim"))].state[param][key] = placed


class States:
    """The states of one run, in a folder of its own."""

    def __init__(self, folder: Path, world: World) -> None:
        self.folder, self.world = folder, world
        self.pool = ThreadPoolExecutor(1)
        self.writing: Future[None] | None = None

    def newest(self) -> tuple[State, dict[str, Tensor]] | None:
        """The last whole state, if there is one."""
        found = sorted(self.folder.glob("step-*"), key=lambda place: int(place.name.partition("-")[2]))
        if not found:
            return None
        figures = json.loads((found[-1] / FIGURES).read_text(encoding="utf-8"))
        positions = {name: Position(**place) for name, place in figures.pop("positions").items()}
        return State(**figures, positions=positions), load_file(found[-1] / TENSORS)

    def save(self, state: State, tensors: dict[str, Tensor]) -> None:
        """Hand a state to the thread that writes; raises what went wrong with the one before."""
        if not self.world.first:
            return
        self.finish()
        self.writing = self.pool.submit(self._write, state, tensors)

    def finish(self) -> None:
        """Wait until what was handed over is on disk."""
        if self.writing is not None:
            self.writing.result()
            self.writing = None

    def _write(self, state: State, tensors: dict[str, Tensor]) -> None:
        place = self.folder / f"step-{state.step:08d}"
        partial = self.folder / f".{place.name}"
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        save_file(tensors, partial / TENSORS)
        (partial / FIGURES).write_text(json.dumps(asdict(state)) + "\n", encoding="utf-8")
        partial.rename(place)
        for old in sorted(self.folder.glob("step-*"))[:-KEEP]:
            shutil.rmtree(old)
