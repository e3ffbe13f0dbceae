"""Experts that can be full, and what becomes of the tokens they turn away.

Recycle routing (Hunyuan-Large, arXiv 2411.02265, section 2.2.3 and figure 2): a token whose expert is full goes to
another expert, drawn at random among those with room, instead of being lost to all. The report leaves open which tokens
an expert keeps, how the draw is made and how a recycled output is weighted. Here, as in the released code, the draw is
uniform over the free *slots*, so that no capacity is ever exceeded, and a recycled token counts with its own
probability for the expert where it ends; which tokens are kept is our own choice: those that want the expert most.

Shapes: T tokens, E experts, X choices beyond capacity.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from trainer.config import Regime


@dataclass(frozen=True, slots=True)
class Fitted:
    """A mask (T, E) that no expert's capacity is exceeded in, and how many choices it cost."""

    mask_TE: Tensor
    recycled: int
    dropped: int


def capacity(choices: int, experts: int, factor: float) -> int:
    """Tokens that an expert takes: `factor` times its even share of the choices, at least one."""
    return max(1, math.ceil(choices * factor / experts))


def within(demand_TE: Tensor, probs_TE: Tensor, regime: Regime) -> Fitted:
    """Keep to the capacity of `regime.capacity_factor`, which must be given.

    Drawn from PyTorch's generator: equal for equal seeds. A choice is dropped where no slot is free any more and, with
    several experts a token, where the draw gives the token an expert that it has already.
    """
    assert regime.capacity_factor is not None
    asked = int(demand_TE.sum())
    room = capacity(asked, demand_TE.shape[1], regime.capacity_factor)
    kept_TE = demand_TE & (rank(demand_TE, probs_TE) < room)
    beyond = asked - int(kept_TE.sum())
    if not beyond or regime.overflow == "drop":
        return Fitted(kept_TE, 0, beyond)
    token_X = (demand_TE & ~kept_TE).nonzero()[:, 0]
    mask_TE = recycle(kept_TE, token_X, room)
    recycled = int(mask_TE.sum()) - int(kept_TE.sum())
    return Fitted(mask_TE, recycled, beyond - recycled)


def rank(demand_TE: Tensor, probs_TE: Tensor) -> Tensor:
    """Each token's place in the queue of each expert, the most probable first; the earlier where they are equal."""
    wish_TE = probs_TE.masked_fill(~demand_TE, -1.0)
    order_TE = wish_TE.argsort(dim=0, descending=True, stable=True)
    places_TE = torch.arange(len(wish_TE), device=wish_TE.device)[:, None].expand_as(order_TE)
    return torch.empty_like(order_TE).scatter(0, order_TE, places_TE)


def recycle(kept_TE: Tensor, token_X: Tensor, room: int) -> Tensor:
    """Give the tokens that were turned away free slots, drawn without replacement."""
    experts = torch.arange(kept_TE.shape[1], device=kept_TE.device)
    slots = experts.repeat_interleave(room - kept_TE.sum(0))
    given = min(len(slots), len(token_X))
    drawn = slots[torch.randperm(len(slots), device=slots.device)[:given]]
    lucky = token_X[torch.randperm(len(token_X), device=slots.device)[:given]]
    mask_TE = kept_TE.clone()
    mask_TE[lucky, drawn] = True
    return mask_TE
