"""A mixture of experts: a shared expert for every token, and specialised experts that a router chooses among.

The mask's non-zero entries, read expert by expert, are the tokens already grouped, so one form serves one expert a
token, several, or none. The experts are separate 2-D matrices and may differ in width (HMoE, arXiv 2408.10681). Inside
one expert a token occurs once, so adding up the outputs does not depend on an order.

Following Hunyuan-Large (arXiv 2411.02265, section 2.2.3) the specialised outputs are weighted, which is what gives the
router a gradient; the shared expert's is not.

Shapes: T tokens, E experts, D model width, P pairs of token and expert.
"""

from typing import cast

import torch
from torch import Tensor, nn

from trainer.config import ModelConfig, Regime
from trainer.experts import Expert, way
from trainer.routing import Router, Routing


class MoE(nn.Module):
    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.router = Router(config.dim, len(config.expert_widths), config.router)
        self.shared = Expert(config.dim, config.shared_width) if config.shared_width else None
        self.experts = nn.ModuleList(Expert(config.dim, width) for width in config.expert_widths)

    def forward(self, x_TD: Tensor, regime: Regime) -> tuple[Tensor, Routing]:
        routing = self.route(x_TD, regime)
        return self.mix(x_TD, routing), routing

    def route(self, x_TD: Tensor, regime: Regime) -> Routing:
        """Chosen once for a token: what is computed again on the way back must find the same experts."""
        routing: Routing = self.router(x_TD, regime)
        return routing

    def mix(self, x_TD: Tensor, routing: Routing) -> Tensor:
        out_TD = torch.zeros_like(x_TD) if self.shared is None else self.shared(x_TD)
        return self.add_specialised(out_TD, x_TD, routing)

    def add_specialised(self, out_TD: Tensor, x_TD: Tensor, routing: Routing) -> Tensor:
        """The weighted outputs of each token's experts, added in place; nothing for a token that has none."""
        expert_P, token_P = routing.mask_TE.T.nonzero(as_tuple=True)
        weight_P = routing.weights_TE[token_P, expert_P].to(x_TD.dtype)
        x_PD = x_TD.index_select(0, token_P)
        experts = cast(list[Expert], list(self.experts))
        out_PD = way(experts, x_PD)(experts, x_PD, routing.mask_TE.sum(0))
        return out_TD.index_add_(0, token_P, out_PD * weight_P[:, None])
