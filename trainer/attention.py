"""Who attends to whom: documents laid end to end, and sequences that grow by a token.

The model calls `attend(slot, query, key, value)` and does not know which of the two it serves; layers that share keys
and values (cross-layer attention) name the same slot. A batch is one flat run
of N tokens with the lengths of its documents, so there is no padding in any token-wise layer and positions start
anew at each document. Attention gathers documents of similar length into right-padded groups: causal attention
never looks at what comes after, so no mask is needed, and a document cannot see another. On two cores that
took 24 ms where packed rows of 512 with a block-diagonal mask took 66 ms, and one call a document 35 ms.

Shapes: N tokens, H query heads, K key/value heads, D head dimension, B documents, L their padded length, P places in
the padded groups.
"""

from collections.abc import Sequence
from typing import Any, Protocol

import torch
from torch import Tensor
from torch.nn import functional as F

from trainer.causal import LONGEST, SHORTEST, causal

FULL = 0.8
"""A group takes documents down to this share of its longest one."""


class Attend(Protocol):
    """The model's view of a batch."""

    positions_N: Tensor
    """Position of each token in its document."""

    def __call__(self, slot: int, query_NHD: Tensor, key_NKD: Tensor, value_NKD: Tensor) -> Tensor: ...


def _precise(x: Tensor) -> Tensor:
    """PyTorch's attention on a processor without matrix tiles takes twice as long in bfloat16 as in float32."""
    return x.float() if x.dtype == torch.bfloat16 and x.device.type == "cpu" else x


class _Spread(torch.autograd.Function):
    """Tokens into padded groups. Padding is never attended to and its output is dropped, so its gradient is zero and
    the way back is a plain selection, not a sum over repeated tokens."""

    @staticmethod
    def forward(ctx: Any, x_N: Tensor, index_P: Tensor, where_N: Tensor) -> Tensor:
        ctx.save_for_backward(where_N)
        return x_N.index_select(0, index_P)

    @staticmethod
    def backward(ctx: Any, grad_P: Tensor) -> tuple[Tensor, None, None]:
        (where_N,) = ctx.saved_tensors
        return grad_P.index_select(0, where_N), None, None


class Documents:
    """Causal attention inside each of several documents laid end to end. `dropout` is of the attention weights."""

    def __init__(self, lengths: Sequence[int], dropout: float = 0.0, device: str | torch.device = "cpu") -> None:
        self.dropout = dropout
        sizes = torch.tensor(lengths)
        starts = sizes.cumsum(0) - sizes
        self.positions_N = torch.arange(int(sizes.sum())) - starts.repeat_interleave(sizes)
        self.last_B = starts + sizes - 1
        self.longest: list[int] = []
        """L of each group."""
        self.counts: list[int] = []
        """B * L of each group; they add up to P."""
        indices = []
        self.where_N = torch.empty_like(self.positions_N)
        for members in _similar(lengths):
            longest = lengths[members[0]]
            size, start = sizes[members, None], starts[members, None]
            steps = torch.arange(longest)
            index = start + torch.minimum(steps, size - 1)
            real = steps < size
            self.where_N[index[real]] = sum(self.counts) + real.flatten().nonzero().squeeze(1)
            indices.append(index.flatten())
            self.longest.append(longest)
            self.counts.append(index.numel())
        self.index_P = torch.cat(indices)
        """Token at each place of the padded groups; padding repeats the document's last."""
        for name in ("positions_N", "last_B", "where_N", "index_P"):
            setattr(self, name, getattr(self, name).to(device))

    def __call__(self, slot: int, query_NHD: Tensor, key_NKD: Tensor, value_NKD: Tensor) -> Tensor:
        spread = [
            _Spread.apply(_precise(x), self.index_P, self.where_N).split(self.counts)
            for x in (query_NHD, key_NKD, value_NKD)
        ]
        outputs = []
        for longest, *parts in zip(self.longest, *spread, strict=True):
            outputs.append(self.attend(*(part.unflatten(0, (-1, longest)) for part in parts)).flatten(0, 1))
        return torch.cat(outputs).index_select(0, self.where_N).to(query_NHD.dtype)

    def attend(self, query_BLHD: Tensor, key_BLKD: Tensor, value_BLKD: Tensor) -> Tensor:
        if query_BLHD.device.type == "cpu" and SHORTEST <= query_BLHD.shape[1] <= LONGEST and not self.dropout:
            return causal(query_BLHD, key_BLKD, value_BLKD)
        query, key, value = (x.transpose(1, 2) for x in (query_BLHD, key_BLKD, value_BLKD))
        out = F.scaled_dot_product_attention(query, key, value, is_causal=True, enable_gqa=True, dropout_p=self.dropout)
        return out.transpose(1, 2)


def _similar(lengths: Sequence[int]) -> list[list[int]]:
    """The documents' numbers, longest first, in groups whose shortest is at least FULL of the longest."""
    groups: list[list[int]] = []
    for number in sorted(range(len(lengths)), key=lambda number: -lengths[number]):
        if groups and lengths[number] >= FULL * lengths[groups[-1][0]]:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


class Cache:
    """Keys and values of B growing sequences, right-padded, one tensor (B, K, room, D) a slot: one for each layer that
    projects, so with layers that share there are fewer slots than layers.

    `prefill(documents)` and `grow()` give the model its view; both store what the model computes.
    """

    def __init__(self, slots: int, sequences: int, kv_heads: int, room: int, head_dim: int, like: Tensor) -> None:
        """In the number format and on the device of `like`."""
        self.keys = [like.new_zeros(sequences, kv_heads, room, head_dim) for _ in range(slots)]
        self.values = [torch.zeros_like(key) for key in self.keys]
        self.lengths_B = torch.zeros(sequences, dtype=torch.long, device=like.device)

    def store(self, slot: int, rows_N: Tensor, positions_N: Tensor, key_NKD: Tensor, value_NKD: Tensor) -> None:
        self.keys[slot][rows_N, :, positions_N] = key_NKD
        self.values[slot][rows_N, :, positions_N] = value_NKD

    def keep(self, rows: Tensor) -> None:
        """Forget all sequences but these."""
        self.keys = [key.index_select(0, rows) for key in self.keys]
        self.values = [value.index_select(0, rows) for value in self.values]
        self.lengths_B = self.lengths_B[rows]

    def prefill(self, lengths: Sequence[int]) -> "Prefill":
        return Prefill(self, lengths)

    def grow(self) -> "Growth":
        return Growth(self)


class Prefill(Documents):
    """The first pass over prompts: attention as over any documents, keys and values stored."""

    def __init__(self, cache: Cache, lengths: Sequence[int]) -> None:
        device = cache.lengths_B.device
        super().__init__(lengths, device=device)
        self.cache = cache
        cache.lengths_B = torch.tensor(lengths, device=device)
        self.rows_N = torch.arange(len(lengths), device=device).repeat_interleave(cache.lengths_B)

    def __call__(self, slot: int, query_NHD: Tensor, key_NKD: Tensor, value_NKD: Tensor) -> Tensor:
        self.cache.store(slot, self.rows_N, self.positions_N, key_NKD, value_NKD)
        return super().__call__(slot, query_NHD, key_NKD, value_NKD)


class Growth:
    """One new token for each sequence, attending to all before it."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache
        self.positions_N = cache.lengths_B
        self.rows_N = torch.arange(len(cache.lengths_B), device=self.positions_N.device)
        self.room = int(self.positions_N.max()) + 1
        places = torch.arange(self.room, device=self.positions_N.device)
        self.seen_B11L = (places <= self.positions_N[:, None])[:, None, None]
        cache.lengths_B = cache.lengths_B + 1

    def __call__(self, slot: int, query_NHD: Tensor, key_NKD: Tensor, value_NKD: Tensor) -> Tensor:
        self.cache.store(slot, self.rows_N, self.positions_N, key_NKD, value_NKD)
        keys, values = self.cache.keys[slot][:, :, : self.room], self.cache.values[slot][:, :, : self.room]
        return F.scaled_dot_product_attention(
            query_NHD[:, :, None], keys, values, attn_mask=self.seen_B11L, enable_gqa=True
        ).squeeze(2)
