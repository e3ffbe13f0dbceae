"""Attention by blocks of queries is PyTorch's attention."""

import pytest
import torch
from torch import Tensor
from torch.nn import functional as F

from trainer import causal as module
from trainer.causal import BLOCK, causal


def drawn(length: int, heads: int, kv_heads: int, dtype: torch.dtype = torch.float64) -> list[Tensor]:
    generator = torch.Generator().manual_seed(length)
    return [
        torch.randn(3, length, count, 8, generator=generator, dtype=dtype).requires_grad_()
        for count in (heads, kv_heads, kv_heads)
    ]


def plain(*parts: Tensor) -> Tensor:
    query, key, value = (part.transpose(1, 2) for part in parts)
    return F.scaled_dot_product_attention(query, key, value, is_causal=True, enable_gqa=True).transpose(1, 2)


@pytest.mark.parametrize("length", [1, 2, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 7])
@pytest.mark.parametrize(("heads", "kv_heads"), [(4, 4), (4, 2), (6, 1)])
def test_outputs_and_gradients_are_those_of_pytorch(length: int, heads: int, kv_heads: int) -> None:
    parts = drawn(length, heads, kv_heads)
    expected, out = plain(*parts), causal(*parts)
    torch.testing.assert_close(out, expected)
    upstream = torch.randn(out.shape, generator=torch.Generator().manual_seed(1), dtype=out.dtype)
    for ours, theirs in zip(
        torch.autograd.grad(out, parts, upstream), torch.autograd.grad(expected, parts, upstream), strict=True
    ):
        torch.testing.assert_close(ours, theirs)


def test_gradients_are_finite_differences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BLOCK", 3)
    assert torch.autograd.gradcheck(causal, drawn(7, 2, 1))


def test_no_query_sees_a_later_token() -> None:
    query, key, value = drawn(2 * BLOCK + 5, 2, 1)
    for place in (0, BLOCK - 1, BLOCK, 2 * BLOCK + 3):
        grads = torch.autograd.grad(causal(query, key, value)[:, place].sum(), (key, value))
        assert all((grad[:, place + 1 :] == 0).all() for grad in grads)
        assert (grads[1][:, : place + 1] != 0).all(), "every token up to it counts"
