"""The loss on documents that were held out."""

import torch

from trainer.attention import Documents
from trainer.config import TrainConfig
from trainer.mixture import Mixture
from trainer.model import Model
from trainer.packing import collate, pack
from trainer.parallel import World

MOST_ROWS = 64
"""Rows that are looked at: the same each time, so that figures along a run compare."""


@torch.no_grad()
def loss_on(model: Model, mixture: Mixture, config: TrainConfig, dtype: torch.dtype, world: World) -> float:
    """Cross entropy in nats a token to be predicted. Every process computes the whole of it."""
    rows = pack((mixture.lengths - 1).tolist(), config.sequence)[:MOST_ROWS]
    total = learnt = 0.0
    for start in range(0, len(rows), config.rows):
        documents = [number for row in rows[start : start + config.rows] for number in row]
        batch = collate(mixture, documents)
        attend = Documents(batch.lengths, device=world.device)
        loss = model.loss(
            batch.tokens_N.to(world.device),
            batch.targets_N.to(world.device),
            attend,
            dtype,
            batch.counts_N.to(world.device),
        )
        count = float(mixture.learnt[documents].sum())
        total, learnt = total + loss.text.item() * count, learnt + count
    return total / learnt
