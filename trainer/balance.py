"""What keeps a router from sending everything to few experts: the losses, and the bias that needs none.

With T_e the share of the tokens that ask for expert e (they add up to the number of experts a token) and P_e the mean
probability of e:

    load balance   E * sum_e T_e P_e                    Switch, arXiv 2101.03961, eq. 4
    P-Penalty      E * sum_e T_e w_e P_e                HMoE, arXiv 2408.10681, eq. 4; w_e the expert's width
    z              mean_t (log sum_e exp logit_te) ^ 2  ST-MoE, arXiv 2202.08906, eq. 5
    entropy        mean_t -sum_e p_te log p_te          HMoE, section 3.3, with the sign that the text asks for

HMoE says that the penalty equals the load balance at equal widths, which holds only if the widths are scaled; by their
mean it does. Loads are counted on what tokens asked for, before capacities. Each loss is the mean over the layers
(the papers leave mean or sum open).

Shapes: T tokens, E experts, L layers, S documents.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from trainer.config import RouterLosses
from trainer.routing import Router, Routing


class Loads:
    """How many tokens asked for each expert, layer by layer, in all micro-batches of a step so far.

    `reduce` adds up a tensor in place over the processes that train together; by default there is one.
    """

    def __init__(self, reduce: Callable[[Tensor], None] = lambda counts: None) -> None:
        self.reduce = reduce
        self.counts: dict[int, Tensor] = {}
        self.tokens: dict[int, Tensor] = {}

    def add(self, layer: int, demand_TE: Tensor) -> Tensor:
        """Count a micro-batch and return the T_e of the step so far."""
        new = torch.cat([demand_TE.sum(0), demand_TE.new_full((1,), 1, dtype=torch.long) * len(demand_TE)])
        self.reduce(new)
        counts, tokens = new[:-1], new[-1]
        self.counts[layer] = self.counts.get(layer, torch.zeros_like(counts)) + counts
        self.tokens[layer] = self.tokens.get(layer, torch.zeros_like(tokens)) + tokens
        return self.counts[layer] / self.tokens[layer]


@dataclass(frozen=True, slots=True)
class RouterLoss:
    """The mean over the layers of each loss, before its weight, and what a run's log tells of the routing."""

    balance: Tensor
    p_penalty: Tensor
    z: Tensor
    entropy: Tensor
    busiest: Tensor
    """Load of the busiest expert over the even load; 1 is even."""
    recycled: float
    """Share of the choices that went to another expert because theirs was full."""
    dropped: float
    """Share of the choices that found no room."""

    def weighted(self, losses: RouterLosses) -> Tensor:
        """The sum of those that have a weight; the way back goes through no others."""
        parts = (
            (losses.balance, self.balance),
            (losses.p_penalty, self.p_penalty),
            (losses.z, self.z),
            (losses.entropy, self.entropy),
        )
        return sum((weight * loss for weight, loss in parts if weight), self.balance.new_zeros(()))


def router_loss(
    routings: Sequence[Routing],
    widths: Sequence[int],
    losses: RouterLosses,
    positions_T: Tensor,
    loads: Loads | None = None,
) -> RouterLoss:
    """`positions_T` starts anew with each document; `loads` collects over a step, and serves the scope "global"."""
    loads = Loads() if loads is None else loads
    shares = [loads.add(layer, routing.demand_TE) for layer, routing in enumerate(routings)]
    evens = [balances(one, share_E, losses.scope, positions_T) for one, share_E in zip(routings, shares, strict=True)]
    scale_E = scaled(widths, losses.p_penalty_scale).to(evens[0])
    choices = sum(routing.demand_TE.sum() for routing in routings)
    return RouterLoss(
        balance=torch.stack([even_E.sum() for even_E in evens]).mean(),
        p_penalty=torch.stack([(even_E * scale_E).sum() for even_E in evens]).mean(),
        z=_mean(z, routings, losses.z),
        entropy=_mean(entropy, routings, losses.entropy),
        busiest=torch.stack([share_E.max() / share_E.mean() for share_E in shares]).mean(),
        recycled=float(sum(one.recycled for one in routings) / choices),
        dropped=float(sum(one.dropped for one in routings) / choices),
    )


def balances(routing: Routing, share_E: Tensor, scope: str, positions_T: Tensor) -> Tensor:
    """E * T_e * P_e for each expert (E): over the micro-batch, over the step so far, or the mean over documents."""
    probs_TE, demand_TE = routing.probs_TE, routing.demand_TE.to(routing.probs_TE.dtype)
    experts = probs_TE.shape[1]
    if scope == "global":
        return experts * share_E.to(probs_TE) * probs_TE.mean(0)
    if scope == "local":
        return experts * demand_TE.mean(0) * probs_TE.mean(0)
    document_T = (positions_T == 0).cumsum(0) - 1
    count_S = document_T.bincount().to(probs_TE.dtype)[:, None]
    empty_SE = probs_TE.new_zeros(len(count_S), experts)
    probs_SE = empty_SE.index_add(0, document_T, probs_TE) / count_S
    share_SE = empty_SE.index_add(0, document_T, demand_TE) / count_S
    return experts * (share_SE * probs_SE).mean(0)


def scaled(widths: Sequence[int], scale: str) -> Tensor:
    """Widths over their mean or their sum, or as they are."""
    unit = {"mean": sum(widths) / len(widths), "sum": sum(widths), "none": 1}[scale]
    return torch.tensor(widths, dtype=torch.float64) / unit


def z(routing: Routing) -> Tensor:
    return routing.logits_TE.logsumexp(-1).square().mean()


def _mean(loss: Callable[[Routing], Tensor], routings: Sequence[Routing], weight: float) -> Tensor:
    """Over the layers; zero, without the work, for a loss that nobody asked for."""
    if not weight:
        return routings[0].logits_TE.new_zeros(())
    return torch.stack([loss(one) for one in routings]).mean()


def entropy(routing: Routing) -> Tensor:
    return -(routing.probs_TE * routing.logits_TE.log_softmax(-1)).sum(-1).mean()


@torch.no_grad()
def shift_biases(routers: Sequence[Router], loads: Loads, rate: float) -> None:
    """After a step, raise by `rate` the bias of experts that too few tokens asked for, and lower the others'."""
    for layer, router in enumerate(routers):
        counts_E = loads.counts[layer].to(router.bias_E.dtype)
        router.bias_E += rate * torch.sign(counts_E.mean() - counts_E)
