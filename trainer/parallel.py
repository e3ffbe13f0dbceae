"""Several processes that train one model (FSDP2): each holds a part of every weight and sees a part of every batch.

Started by `torchrun`, which tells each process its number through the environment; without it there is one process and
nothing here does anything. What is written to disk is whole tensors, so that a run may go on with another number of
processes.
"""

import os
from dataclasses import dataclass

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.distributed.fsdp import FSDPModule, fully_shard, register_fsdp_forward_method
from torch.distributed.tensor import DTensor, distribute_tensor


@dataclass(frozen=True, slots=True)
class World:
    """The processes of a run, and which of them this is."""

    rank: int = 0
    size: int = 1
    device: str = "cpu"

    @property
    def first(self) -> bool:
        """Whether this is the process that writes and shows."""
        return self.rank == 0

    def add_up(self, values: Tensor) -> None:
        """Sum in place over the processes."""
        if self.size > 1:
            dist.all_reduce(values)

    def wait(self) -> None:
        """Until all processes are here."""
        if self.size > 1:
            dist.barrier()


def join() -> World:
    """Take part in the run that this process belongs to; alone where nothing else was started."""
    cuda = torch.cuda.is_available()
    local = int(os.environ.get("LOCAL_RANK", "0"))
    device = f"cuda:{local}" if cuda else "cpu"
    if int(os.environ.get("WORLD_SIZE", "1")) == 1:
        return World(device=device)
    if cuda:
        torch.cuda.set_device(local)
    if not dist.is_initialized():
        dist.init_process_group("nccl" if cuda else "gloo")
    return World(dist.get_rank(), dist.get_world_size(), device)


def leave() -> None:
    if dist.is_initialized():
        dist.destroy_process_group()


def spread(model: nn.Module, layers: nn.ModuleList, world: World) -> None:
    """Spread the weights over the processes, layer by layer. Gradients are summed, not averaged: the counts of a step's
    tokens add up to 1 over all processes."""
    if world.size == 1:
        return
    mesh = dist.device_mesh.init_device_mesh(world.device.split(":")[0], (world.size,))
    for part in (*layers, model):
        shared = fully_shard(part, mesh=mesh)
        assert isinstance(shared, FSDPModule)
        shared.set_gradient_divide_factor(1.0)
        shared.set_force_sum_reduction_for_comms(True)
    for method in ("loss", "log_probs"):
        register_fsdp_forward_method(model, method)


def whole(tensor: Tensor) -> Tensor:
    """A tensor with all its parts."""
    return tensor.full_tensor() if isinstance(tensor, DTensor) else tensor


def like(part: Tensor, full: Tensor) -> Tensor:
    """A whole tensor spread as another one is."""
    if not isinstance(part, DTensor):
        return full
    return distribute_tensor(full, part.device_mesh, part.placements)
