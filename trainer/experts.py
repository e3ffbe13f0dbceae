"""Two ways to compute what the specialised experts give, with one meaning.

`one_by_one` runs each expert on its own tokens: the fastest on a processor (benchmarks/train_step.py), and the only way
where widths differ. `grouped` multiplies all experts' tokens in one kernel, which is what keeps a GPU busy; it needs
equal widths. Both sort the pairs of token and expert once. Which one runs is decided by `way`, from the device, the
number format and the widths alone, so that a run does not change its mind.

Shapes: P pairs of token and expert, laid out expert by expert; E experts, D model width, W hidden width.
"""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from trainer.kernels import swiglu
from trainer.linear import Linear


class Expert(nn.Module):
    """A SwiGLU feed-forward network; gate and up are one matrix (2W, D)."""

    def __init__(self, dim: int, width: int) -> None:
        super().__init__()
        self.gate_up = Linear(dim, 2 * width)
        self.down = Linear(width, dim)

    @property
    def width(self) -> int:
        return self.down.in_features

    def forward(self, x_TD: Tensor) -> Tensor:
        out: Tensor = self.down(swiglu(self.gate_up(x_TD)))
        return out


Way = Callable[[Sequence[Expert], Tensor, Tensor], Tensor]
"""From the experts, their tokens (P, D) and how many each has (E), to the outputs (P, D)."""


def one_by_one(experts: Sequence[Expert], x_PD: Tensor, counts_E: Tensor) -> Tensor:
    parts = x_PD.split(counts_E.tolist())
    return torch.cat([expert(part) for expert, part in zip(experts, parts, strict=True)])


def grouped(experts: Sequence[Expert], x_PD: Tensor, counts_E: Tensor) -> Tensor:
    """Experts of one width. The matrices are put side by side in the input's precision, which casts them anyway."""
    ends_E = counts_E.cumsum(0).to(torch.int32)
    gate_up_EDW = torch.stack([expert.gate_up.weight.to(x_PD.dtype) for expert in experts]).mT
    down_EWD = torch.stack([expert.down.weight.to(x_PD.dtype) for expert in experts]).mT
    hidden_PW = swiglu(F.grouped_mm(x_PD, gate_up_EDW, offs=ends_E))
    return F.grouped_mm(hidden_PW, down_EWD, offs=ends_E)


def way(experts: Sequence[Expert], x_PD: Tensor) -> Way:
    """Grouped for equal widths in bfloat16 on a GPU, one by one everywhere else."""
    equal = len({expert.width for expert in experts}) == 1
    return grouped if equal and x_PD.is_cuda and x_PD.dtype == torch.bfloat16 else one_by_one
