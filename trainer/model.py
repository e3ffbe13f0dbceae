"""The decoder: token embedding, layers of attention and a mixture of experts, tied output head.

Pre-norm with RMSNorm, rotary positions, grouped-query attention with normalised queries and keys, SwiGLU experts, no
biases: the layout of Hunyuan-Large (arXiv 2411.02265, section 2.2). Embeddings are multiplied by sqrt(C) on the
way in, so that one matrix serves as input of size 1 and as head.

Queries and keys are normalised *after* the rotation, as Hunyuan does. Keys and values are shared by `kv_share` layers
in a row (cross-layer attention, arXiv 2405.12981): the first of them projects, the others read. A key is handed on
after the rotation, normalised with unit weight, and each layer multiplies its own key norm's weight into its query
instead: the scores are the same, so that sharing is exact, and one cache serves all the layers that share.

Shapes: N tokens (documents laid end to end), C model width, H query heads, K key/value heads, D head dimension.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils.checkpoint import checkpoint

from trainer.attention import Attend
from trainer.balance import Loads, RouterLoss, router_loss
from trainer.config import ModelConfig, Regime, RouterLosses
from trainer.errors import BadInput
from trainer.kernels import linear_cross_entropy, rms_norm, rotate, token_log_probs
from trainer.linear import Linear
from trainer.moe import MoE
from trainer.routing import Router, Routing


class Norm(nn.Module):
    def __init__(self, dim: int, eps: float) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(dim))
        self.eps = eps

    def forward(self, x: Tensor) -> Tensor:
        return rms_norm(x, self.weight, self.eps)


@dataclass(frozen=True, slots=True)
class Shared:
    """Keys and values (N, K, D) of the layer that last projected some."""

    key_NKD: Tensor
    value_NKD: Tensor


class Attention(nn.Module):
    """`projects` says whether the layer has keys and values of its own; the others read those they are given."""

    def __init__(self, config: ModelConfig, projects: bool) -> None:
        super().__init__()
        self.head_dim, self.eps, self.projects = config.head_dim, config.norm_eps, projects
        self.query = Linear(config.dim, config.heads * config.head_dim)
        if projects:
            self.key = Linear(config.dim, config.kv_heads * config.head_dim)
            self.value = Linear(config.dim, config.kv_heads * config.head_dim)
        self.out = Linear(config.heads * config.head_dim, config.dim)
        self.query_norm = nn.Parameter(torch.ones(config.head_dim))
        self.key_norm = nn.Parameter(torch.ones(config.head_dim))

    def forward(
        self, slot: int, x_NC: Tensor, rotation: tuple[Tensor, Tensor], attend: Attend, shared: Shared | None
    ) -> tuple[Tensor, Shared]:
        """What the layer adds, and the keys and values for the layers after it. `slot` is their place in a cache."""
        query_NHD = rotate(self.query(x_NC).unflatten(-1, (-1, self.head_dim)), *rotation)
        query_NHD = rms_norm(query_NHD, self.query_norm * self.key_norm, self.eps)
        if self.projects or shared is None:
            shared = self.project(x_NC, rotation)
        out: Tensor = self.out(attend(slot, query_NHD, shared.key_NKD, shared.value_NKD).flatten(1))
        return out, shared

    def project(self, x_NC: Tensor, rotation: tuple[Tensor, Tensor]) -> Shared:
        key_NKD = rotate(self.key(x_NC).unflatten(-1, (-1, self.head_dim)), *rotation)
        return Shared(rms_norm(key_NKD, None, self.eps), self.value(x_NC).unflatten(-1, (-1, self.head_dim)))


class Layer(nn.Module):
    def __init__(self, config: ModelConfig, number: int) -> None:
        super().__init__()
        self.slot = number // config.kv_share
        self.attention_norm = Norm(config.dim, config.norm_eps)
        self.attention = Attention(config, projects=number % config.kv_share == 0)
        self.moe_norm = Norm(config.dim, config.norm_eps)
        self.moe = MoE(config)

    def forward(
        self,
        x_NC: Tensor,
        rotation: tuple[Tensor, Tensor],
        attend: Attend,
        shared: Shared | None,
        regime: Regime,
        recompute: bool = False,
    ) -> tuple[Tensor, Shared, Routing]:
        """With `recompute`, what lies between the residual stream's states is computed again on the way back; the
        routing is not, for it must not change."""
        run = partial(checkpoint, use_reentrant=False) if recompute else _call
        attended_NC, shared = run(self.attend, x_NC, rotation, attend, shared)
        x_NC = x_NC + F.dropout(attended_NC, regime.hidden_dropout)
        normed_NC = self.moe_norm(x_NC)
        routing = self.moe.route(normed_NC, regime)
        update_NC = run(self.moe.mix, normed_NC, routing)
        return x_NC + F.dropout(update_NC, regime.hidden_dropout), shared, routing

    def attend(
        self, x_NC: Tensor, rotation: tuple[Tensor, Tensor], attend: Attend, shared: Shared | None
    ) -> tuple[Tensor, Shared]:
        found: tuple[Tensor, Shared] = self.attention(self.slot, self.attention_norm(x_NC), rotation, attend, shared)
        return found


def _call(function: Callable[..., Any], *arguments: Any) -> Any:
    return function(*arguments)


ANSWERING = Regime()
"""Nothing is dropped, and no expert is ever full."""


@dataclass(frozen=True, slots=True)
class Loss:
    """`text` is what is to fall: for text the mean cross entropy in nats a token."""

    text: Tensor
    router: RouterLoss
    told: Mapping[str, Tensor] = field(default_factory=dict)
    """Figures that an objective tells beyond its loss, by name."""


class Model(nn.Module):
    def __init__(self, config: ModelConfig, seed: int) -> None:
        super().__init__()
        self.config = config
        self.embedding = nn.Parameter(torch.empty(config.vocab_size, config.dim))
        self.head = None if config.tied else nn.Parameter(torch.empty(config.vocab_size, config.dim))
        self.layers = nn.ModuleList(Layer(config, number) for number in range(config.layers))
        self.norm = Norm(config.dim, config.norm_eps)
        self.draw_weights(seed)

    @torch.no_grad()
    def draw_weights(self, seed: int) -> None:
        """Normal weights of variance 1 / inputs; what writes into the residual stream starts at zero, so that
        every layer begins as the identity and the first steps train the head alone."""
        if self.embedding.is_meta:  # counted, not used
            return
        generator = torch.Generator().manual_seed(seed)
        for name, weight in self.named_parameters():
            if name.endswith(("out.weight", "down.weight")):
                weight.zero_()
            elif weight.ndim == 2:
                weight.normal_(0.0, 1 / math.sqrt(weight.shape[1]), generator=generator)

    def forward(
        self,
        tokens_N: Tensor,
        attend: Attend,
        dtype: torch.dtype = torch.float32,
        regime: Regime = ANSWERING,
        recompute: bool = False,
    ) -> tuple[Tensor, list[Routing]]:
        """The last layer's normalised states (N, C), and each layer's routing."""
        x_NC = F.embedding(tokens_N, self.embedding).to(dtype) * math.sqrt(self.config.dim)
        return self.through(x_NC, attend, regime, recompute)

    def through(
        self, x_NC: Tensor, attend: Attend, regime: Regime = ANSWERING, recompute: bool = False
    ) -> tuple[Tensor, list[Routing]]:
        """From what enters the first layer to the last one's normalised states, in the precision of `x_NC`."""
        rotation = self.rotation(attend.positions_N, x_NC.dtype)
        shared, routings = None, []
        for layer in self.layers:
            x_NC, shared, routing = layer(x_NC, rotation, attend, shared, regime, recompute)
            routings.append(routing)
        return self.norm(x_NC), routings

    def rotation(self, positions_N: Tensor, dtype: torch.dtype) -> tuple[Tensor, Tensor]:
        """Cosine and sine of each position's angles, (N, 1, D / 2)."""
        half = self.config.head_dim // 2
        precise = torch.promote_types(dtype, torch.float32)
        speeds = self.config.rope_base ** (-torch.arange(half, dtype=precise, device=positions_N.device) / half)
        angles = positions_N[:, None, None].to(precise) * speeds
        return angles.cos().to(dtype), angles.sin().to(dtype)

    @property
    def output(self) -> Tensor:
        """The head's weights (V, C); the embedding where they are tied."""
        return self.embedding if self.head is None else self.head

    def logits(self, x_NC: Tensor) -> Tensor:
        return F.linear(x_NC, self.output.to(x_NC.dtype))

    def loss(
        self,
        tokens_N: Tensor,
        targets_N: Tensor,
        attend: Attend,
        dtype: torch.dtype,
        counts_N: Tensor | None = None,
        regime: Regime = ANSWERING,
        losses: RouterLosses = RouterLosses(),  # noqa: B008  (a value)
        loads: Loads | None = None,
        recompute: bool = False,
    ) -> Loss:
        """Over the tokens whose target is not negative, each counted as `counts_N` says; the head is computed for those
        alone."""
        x_NC, routings = self(tokens_N, attend, dtype, regime, recompute)
        wanted = (targets_N >= 0).nonzero().squeeze(1)
        counts = None if counts_N is None else counts_N[wanted]
        text = linear_cross_entropy(x_NC.index_select(0, wanted), self.output, targets_N[wanted], counts)
        return Loss(text, router_loss(routings, self.config.expert_widths, losses, attend.positions_N, loads))

    def log_probs(
        self,
        tokens_N: Tensor,
        targets_N: Tensor,
        wanted: Tensor,
        attend: Attend,
        dtype: torch.dtype,
        regime: Regime = ANSWERING,
    ) -> tuple[Tensor, list[Routing]]:
        """The log-probabilities of the wanted tokens' targets, float32 at least, and each layer's routing."""
        x_NC, routings = self(tokens_N, attend, dtype, regime)
        return token_log_probs(x_NC.index_select(0, wanted), self.output, targets_N[wanted]), routings

    def compile_layers(self) -> None:
        """Hand the parts without data-dependent shapes to torch.compile: attention and the shared experts. Raises
        BadInput on a processor."""
        if self.embedding.device.type == "cpu":
            raise BadInput(
                "compile is for a GPU: on a processor torch 2.13 fails on the way back through compiled layers, and "
                "compiled operations are no faster there; leave `compile` out"
            )
        for layer in self.layers:
            assert isinstance(layer, Layer)
            layer.attention.compile(dynamic=True)
            if layer.moe.shared is not None:
                layer.moe.shared.compile(dynamic=True)

    @property
    def routers(self) -> list[Router]:
        return [layer.moe.router for layer in self.layers if isinstance(layer, Layer)]
