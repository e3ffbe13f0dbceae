"""First weights that can already copy.

Most instruction tasks need a model to find in its context where a word stood before and to go on as the text did
there: an induction circuit (Olsson et al. 2022, arXiv 2209.11895). It takes two layers that are of no use without
each other, so it forms late: on synthetic records a tiny model had not formed it after 900,000 tokens. The weights of
such a circuit can be written down, and are the start instead of noise here. The architecture is unchanged and every
weight is trained as any other. (Starting from structured weights: Trockman and Kolter 2023, arXiv 2305.09828.)

Layer 0, first key head: keys and queries are nearly the same for all tokens (all embeddings share one coordinate),
and the query is turned back by one position, so that the rotary scores peak at the previous token. What it copies of
that token is written into a subspace of its own. Layer 1: a token looks for places whose *previous* token was
itself and copies the token that stands there, which the tied head reads as a prediction.

Shapes: C model width, D head dimension.
"""

import math

import torch
from torch import Tensor

from trainer.config import ModelConfig
from trainer.model import Attention, Layer, Model

SHARED = 2.0
"""Size of the coordinate that all embeddings share; the others have size 1."""
SHARP = 3.0
"""Norm weights of queries and of keys: scores reach sqrt(D) * SHARP ** 2."""
WRITTEN, COPIED = 0.175, 0.5
"""Sizes of what the two layers write, relative to a token's embedding."""
REST = 0.1
"""What remains of the random weights in layer 0's first heads."""
FAST, SLOW = 0.1, 0.01
"""Radians a token: pairs faster than FAST tell neighbours apart, pairs slower than SLOW compare over a document."""


def new_model(config: ModelConfig, seed: int) -> Model:
    """A model to train from nothing: random weights, with the circuit where there is room for it (two layers that each
    have keys of their own, and a subspace for each head)."""
    model = Model(config, seed)
    if config.layers >= 2 and config.kv_share == 1 and config.dim >= config.head_dim * (config.kv_heads + 2):
        plant_induction(model, torch.Generator().manual_seed(seed))
    return model


@torch.no_grad()
def plant_induction(model: Model, generator: torch.Generator) -> None:
    """Overwrite part of the attention of layers 0 and 1."""
    config = model.config
    width, size, repeats = config.dim, config.head_dim, config.heads // config.kv_heads
    previous, match = _attention(model, 0), _attention(model, 1)
    speeds = config.rope_theta ** (-torch.arange(size // 2, dtype=torch.float32) / (size // 2))
    seen_DC, *copied_DC, noted_DC = _subspaces(width, size, config.kv_heads + 2, generator)

    model.embedding[:, 0] = SHARED / math.sqrt(width)
    for attention in (previous, match):
        attention.query_norm.fill_(SHARP)
        attention.key_norm.fill_(SHARP)

    place_D = torch.cat([(speeds > FAST).float(), torch.zeros(size // 2)])
    for linear, turn in ((previous.key, 0.0), (previous.query, -1.0)):
        linear.weight[:size] *= REST
        linear.weight[:size, 0] += _turned(place_D / place_D.norm(), speeds * turn)
    previous.value.weight[:size] = seen_DC
    previous.out.weight[:, :size] = noted_DC.T * WRITTEN * math.sqrt(width)

    slow_D = (speeds < SLOW).float().repeat(2)[:, None]
    for head, copied in enumerate(copied_DC):
        _head(match.key.weight, head, size).copy_(noted_DC * slow_D)
        _head(match.value.weight, head, size).copy_(copied)
        first = head * repeats
        for query in range(first, first + repeats):
            _head(match.query.weight, query, size).copy_(seen_DC * slow_D)
        match.out.weight[:, first * size : (first + 1) * size] = copied.T * COPIED * math.sqrt(width)


def _attention(model: Model, number: int) -> Attention:
    layer = model.layers[number]
    assert isinstance(layer, Layer)
    return layer.attention


def _subspaces(width: int, size: int, count: int, generator: torch.Generator) -> list[Tensor]:
    """Subspaces (D, C), orthogonal but for a shared row where room is short, that leave coordinate 0 alone."""
    basis = torch.linalg.qr(torch.randn(width - 1, width - 1, generator=generator)).Q
    basis = torch.cat([torch.zeros(width - 1, 1), basis], 1)
    starts = [number * (width - 1 - size) // (count - 1) for number in range(count)]
    return [basis[start : start + size] for start in starts]


def _head(weight: Tensor, number: int, size: int) -> Tensor:
    return weight[number * size : (number + 1) * size]


def _turned(x_D: Tensor, angles: Tensor) -> Tensor:
    first, second = x_D.chunk(2)
    return torch.cat([first * angles.cos() - second * angles.sin(), first * angles.sin() + second * angles.cos()])
