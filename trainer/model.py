"""The decoder: token embedding, layers of attention and a mixture of experts, tied output head.

Pre-norm with RMSNorm, rotary positions, grouped-query attention with normalised queries and keys, SwiGLU experts, no
biases: the layout of Hunyuan-Large (arXiv 2411.02265, section 2.2). Embeddings are multiplied by sqrt(C) on the
way in, so that one matrix serves as input of size 1 and as head.

Queries and keys are normalised *after* the rotation, as Hunyuan does. A key is handed on normalised with unit weight,
and the key norm's weight is multiplied into the query instead: the scores are the same, and a key means the same
to every layer that might share it.

Shapes: N tokens (documents laid end to end), C model width, H query heads, K key/value heads, D head dimension.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from trainer.attention import Attend
from trainer.config import ModelConfig
from trainer.kernels import linear_cross_entropy, rms_norm, rotate
from trainer.linear import Linear
from trainer.moe import MoE, Routing


class Norm(nn.Module):
    def __init__(self, dim: int, eps: float) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(dim))
        self.eps = eps

    def forward(self, x: Tensor) -> Tensor:
        return rms_norm(x, self.weight, self.eps)


class Attention(nn.Module):
    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.head_dim, self.eps = config.head_dim, config.norm_eps
        self.query = Linear(config.dim, config.heads * config.head_dim)
        self.key = Linear(config.dim, config.kv_heads * config.head_dim)
        self.value = Linear(config.dim, config.kv_heads * config.head_dim)
        self.out = Linear(config.heads * config.head_dim, config.dim)
        self.query_norm = nn.Parameter(torch.ones(config.head_dim))
        self.key_norm = nn.Parameter(torch.ones(config.head_dim))

    def forward(self, layer: int, x_NC: Tensor, rotation: tuple[Tensor, Tensor], attend: Attend) -> Tensor:
        query_NHD = rotate(self.query(x_NC).unflatten(-1, (-1, self.head_dim)), *rotation)
        key_NKD = rotate(self.key(x_NC).unflatten(-1, (-1, self.head_dim)), *rotation)
        value_NKD = self.value(x_NC).unflatten(-1, (-1, self.head_dim))
        query_NHD = rms_norm(query_NHD, self.query_norm * self.key_norm, self.eps)
        key_NKD = rms_norm(key_NKD, None, self.eps)
        out: Tensor = self.out(attend(layer, query_NHD, key_NKD, value_NKD).flatten(1))
        return out


class Layer(nn.Module):
    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.attention_norm = Norm(config.dim, config.norm_eps)
        self.attention = Attention(config)
        self.moe_norm = Norm(config.dim, config.norm_eps)
        self.moe = MoE(config)

    def forward(
        self, layer: int, x_NC: Tensor, rotation: tuple[Tensor, Tensor], attend: Attend
    ) -> tuple[Tensor, Routing]:
        x_NC = x_NC + self.attention(layer, self.attention_norm(x_NC), rotation, attend)
        update_NC, routing = self.moe(self.moe_norm(x_NC))
        return x_NC + update_NC, routing


@dataclass(frozen=True, slots=True)
class Loss:
    """`text` is the mean cross entropy in nats a token; `balance` the layers' mean load-balance loss (1 is even)."""

    text: Tensor
    balance: Tensor


class Model(nn.Module):
    def __init__(self, config: ModelConfig, seed: int) -> None:
        super().__init__()
        self.config = config
        self.embedding = nn.Parameter(torch.empty(config.vocab_size, config.dim))
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.layers))
        self.norm = Norm(config.dim, config.norm_eps)
        self.draw_weights(seed)

    @torch.no_grad()
    def draw_weights(self, seed: int) -> None:
        """Normal weights of variance 1 / inputs; what writes into the residual stream starts at zero, so that
        every layer begins as the identity and the first steps train the head alone."""
        generator = torch.Generator().manual_seed(seed)
        for name, weight in self.named_parameters():
            if name.endswith(("out.weight", "down.weight")):
                weight.zero_()
            elif weight.ndim == 2:
                weight.normal_(0.0, 1 / math.sqrt(weight.shape[1]), generator=generator)

    def forward(
        self, tokens_N: Tensor, attend: Attend, dtype: torch.dtype = torch.float32
    ) -> tuple[Tensor, list[Routing]]:
        """The last layer's normalised states (N, C), and each layer's routing."""
        rotation = self.rotation(attend.positions_N, dtype)
        x_NC = F.embedding(tokens_N, self.embedding).to(dtype) * math.sqrt(self.config.dim)
        routings = []
        for number, layer in enumerate(self.layers):
            x_NC, routing = layer(number, x_NC, rotation, attend)
            routings.append(routing)
        return self.norm(x_NC), routings

    def rotation(self, positions_N: Tensor, dtype: torch.dtype) -> tuple[Tensor, Tensor]:
        """Cosine and sine of each position's angles, (N, 1, D / 2)."""
        half = self.config.head_dim // 2
        speeds = self.config.rope_theta ** (-torch.arange(half, dtype=torch.float32) / half)
        angles = positions_N[:, None, None].float() * speeds
        return angles.cos().to(dtype), angles.sin().to(dtype)

    def logits(self, x_NC: Tensor) -> Tensor:
        return F.linear(x_NC, self.embedding.to(x_NC.dtype))

    def loss(
        self, tokens_N: Tensor, targets_N: Tensor, attend: Attend, dtype: torch.dtype, counts_N: Tensor | None = None
    ) -> Loss:
        """Over the tokens whose target is not negative, each counted as `counts_N` says; the head is computed for those
        alone."""
        x_NC, routings = self(tokens_N, attend, dtype)
        wanted = (targets_N >= 0).nonzero().squeeze(1)
        counts = None if counts_N is None else counts_N[wanted]
        text = linear_cross_entropy(x_NC.index_select(0, wanted), self.embedding, targets_N[wanted], counts)
        return Loss(text, torch.stack([routing.balance() for routing in routings]).mean())
