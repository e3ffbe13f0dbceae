"""A mixture of experts: one shared expert for every token, and one of several specialised experts for each.

Routing is a boolean mask (T, E) with weights (T, E). The mask's non-zero entries, read expert by expert, are the tokens
already grouped, so one form serves one expert a token, several, or none. The experts are separate 2-D matrices, run one
after the other, so that they may differ in width. Inside one expert a token occurs once, so adding up the outputs
does not depend on an order.

Following Hunyuan-Large (arXiv 2411.02265, section 2.2.3): the chosen expert's output is weighted by its raw softmax
probability, which is what gives the router a gradient; the shared expert's is not weighted.

Shapes: T tokens, E experts, D model width, W hidden width of an expert, P pairs of token and expert.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from trainer.config import ModelConfig
from trainer.kernels import swiglu
from trainer.linear import Linear


@dataclass(frozen=True, slots=True)
class Routing:
    """Which experts see which tokens, and how much each output counts."""

    mask_TE: Tensor
    weights_TE: Tensor
    """float32 at least; entries outside the mask are not read."""
    probs_TE: Tensor
    """Softmax of the router, float32 at least, before any choice."""

    @property
    def load_E(self) -> Tensor:
        """Share of the routed pairs that goes to each expert."""
        counts = self.mask_TE.sum(0)
        return counts / counts.sum()

    def balance(self) -> Tensor:
        """E * sum_e load_e * mean probability_e: 1 when even, E when one expert has all (arXiv 2101.03961, eq. 4)."""
        return self.probs_TE.shape[1] * (self.load_E * self.probs_TE.mean(0)).sum()


class Router(nn.Module):
    """Chooses the most probable expert for each token. Computed in float32 at least."""

    def __init__(self, dim: int, experts: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(experts, dim))

    def forward(self, x_TD: Tensor) -> Routing:
        precise = torch.promote_types(x_TD.dtype, torch.float32)
        probs_TE = F.softmax(F.linear(x_TD.to(precise), self.weight.to(precise)), -1)
        mask_TE = F.one_hot(probs_TE.argmax(-1), probs_TE.shape[1]).bool()
        return Routing(mask_TE, probs_TE, probs_TE)


class Expert(nn.Module):
    """A SwiGLU feed-forward network; gate and up are one matrix (2W, D)."""

    def __init__(self, dim: int, width: int) -> None:
        super().__init__()
        self.gate_up = Linear(dim, 2 * width)
        self.down = Linear(width, dim)

    def forward(self, x_TD: Tensor) -> Tensor:
        out: Tensor = self.down(swiglu(self.gate_up(x_TD)))
        return out


class MoE(nn.Module):
    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.router = Router(config.dim, len(config.expert_widths))
        self.shared = Expert(config.dim, config.shared_width) if config.shared_width else None
        self.experts = nn.ModuleList(Expert(config.dim, width) for width in config.expert_widths)

    def forward(self, x_TD: Tensor) -> tuple[Tensor, Routing]:
        routing = self.router(x_TD)
        out_TD = self.specialised(x_TD, routing)
        return (out_TD if self.shared is None else self.shared(x_TD) + out_TD), routing

    def specialised(self, x_TD: Tensor, routing: Routing) -> Tensor:
        """The weighted outputs of each token's experts; zero for a token that has none."""
        expert_P, token_P = routing.mask_TE.T.nonzero(as_tuple=True)
        counts = routing.mask_TE.sum(0).tolist()
        weight_P = routing.weights_TE[token_P, expert_P].to(x_TD.dtype)
        parts = x_TD.index_select(0, token_P).split(counts)
        out_PD = torch.cat([expert(part) for expert, part in zip(self.experts, parts, strict=True)])
        return torch.zeros_like(x_TD).index_add(0, token_P, out_PD * weight_P[:, None])
