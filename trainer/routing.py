"""Which experts a token is sent to, and how much each output counts.

A routing is a boolean mask (T, E) with weights (T, E), whatever chose it: one expert a token, several, or as many as it
takes (trainer/config.RouterConfig). While training, an expert may have a capacity; what exceeds it is recycled or
dropped (trainer/capacity.py). When the model answers there is no capacity.

Shapes: T tokens, E experts, D model width.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from trainer.capacity import within
from trainer.config import Regime, RouterConfig


@dataclass(frozen=True, slots=True)
class Routing:
    """Numbers are float32 at least."""

    mask_TE: Tensor
    """Which experts work on which tokens."""
    weights_TE: Tensor
    """How much each output counts; entries outside the mask are not read."""
    demand_TE: Tensor
    """Which experts were asked for, before capacities: what losses and loads are counted on."""
    logits_TE: Tensor
    probs_TE: Tensor
    """Softmax of the logits, before any choice."""
    recycled: int = 0
    """Choices that went to another expert because theirs was full."""
    dropped: int = 0
    """Choices that found no room."""


class Router(nn.Module):
    """Computed in float32 at least."""

    def __init__(self, dim: int, experts: int, config: RouterConfig) -> None:
        super().__init__()
        self.config = config
        self.weight = nn.Parameter(torch.empty(experts, dim))
        self.bias_E: Tensor
        self.register_buffer("bias_E", torch.zeros(experts))
        """Added where experts are chosen, not where they are weighted (balance without a loss, arXiv 2408.15664)."""

    def forward(self, x_TD: Tensor, regime: Regime) -> Routing:
        precise = torch.promote_types(x_TD.dtype, torch.float32)
        logits_TE = F.linear(x_TD.to(precise), self.weight.to(precise))
        probs_TE = F.softmax(logits_TE, -1)
        demand_TE = choose(probs_TE.detach(), self.bias_E, self.config)
        if regime.capacity_factor is None:
            return Routing(demand_TE, self.weigh(probs_TE, demand_TE), demand_TE, logits_TE, probs_TE)
        fitted = within(demand_TE, probs_TE.detach(), regime)
        weights_TE = self.weigh(probs_TE, fitted.mask_TE)
        return Routing(fitted.mask_TE, weights_TE, demand_TE, logits_TE, probs_TE, fitted.recycled, fitted.dropped)

    def weigh(self, probs_TE: Tensor, mask_TE: Tensor) -> Tensor:
        """The raw probability for one expert a token, be it the token's choice or where it was recycled to; for
        several, the probabilities of those that work on it, scaled to add up to 1."""
        if self.config.kind == "top_1":
            return probs_TE
        kept_TE = probs_TE * mask_TE
        return kept_TE / kept_TE.sum(-1, keepdim=True).clamp_min(torch.finfo(probs_TE.dtype).tiny)


def choose(probs_TE: Tensor, bias_E: Tensor, config: RouterConfig) -> Tensor:
    """The mask of the experts that each token asks for."""
    if config.kind == "top_p":
        sorted_TE, expert_TE = probs_TE.sort(dim=-1, descending=True, stable=True)
        before_TE = sorted_TE.cumsum(-1) - sorted_TE
        wanted_TE = before_TE < config.p  # the smallest set that reaches p: the first has nothing before it
        return torch.zeros_like(wanted_TE).scatter(-1, expert_TE, wanted_TE)
    expert_Tk = (probs_TE + bias_E).topk(config.k, -1).indices
    return torch.zeros_like(probs_TE, dtype=torch.bool).scatter(-1, expert_Tk, True)
