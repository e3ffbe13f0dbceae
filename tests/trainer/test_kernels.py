"""The hand-written backward passes against finite differences and against plain definitions."""

import pytest
import torch
from torch.nn import functional as F

from trainer.kernels import CHUNK, linear_cross_entropy, rms_norm, rotate, swiglu, token_log_probs


def randn(*shape: int, seed: int = 0) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64).requires_grad_()


def test_rms_norm() -> None:
    x, weight = randn(5, 3, 8), randn(8, seed=1)
    assert torch.autograd.gradcheck(lambda x, w: rms_norm(x, w, 1e-5), (x, weight))
    assert torch.autograd.gradcheck(lambda x: rms_norm(x, None, 1e-5), (x,))
    torch.testing.assert_close(rms_norm(x, weight, 1e-5), F.rms_norm(x, (8,), weight, 1e-5))


def test_swiglu() -> None:
    x = randn(4, 10)
    assert torch.autograd.gradcheck(swiglu, (x,))
    torch.testing.assert_close(swiglu(x), F.silu(x[:, :5]) * x[:, 5:])


def test_rotate_keeps_lengths_and_depends_on_distance_alone() -> None:
    angles = torch.arange(6, dtype=torch.float64)[:, None, None] * torch.tensor([1.0, 0.1])
    cos, sin = angles.cos(), angles.sin()
    x = randn(6, 2, 4)
    assert torch.autograd.gradcheck(lambda x: rotate(x, cos, sin), (x,))
    torch.testing.assert_close(rotate(x, cos, sin).norm(dim=-1), x.norm(dim=-1))
    query, key = randn(1, 1, 4, seed=1).expand(6, 1, 4), randn(1, 1, 4, seed=2).expand(6, 1, 4)
    scores = rotate(query, cos, sin)[:, 0] @ rotate(key, cos, sin)[:, 0].T
    torch.testing.assert_close(scores[1, 0], scores[5, 4])
    torch.testing.assert_close(scores[4, 1], scores[5, 2])


@pytest.mark.parametrize("tokens", [1, 7, CHUNK + 3])
def test_token_log_probs(tokens: int) -> None:
    x, weight = randn(tokens, 4), randn(11, 4, seed=1)
    targets = torch.arange(tokens) % 11
    torch.testing.assert_close(
        token_log_probs(x, weight, targets), -F.cross_entropy(x @ weight.T, targets, reduction="none")
    )
    if tokens < CHUNK:
        leaves = (x.requires_grad_(), weight.requires_grad_())
        assert torch.autograd.gradcheck(lambda x, weight: token_log_probs(x, weight, targets), leaves)


@pytest.mark.parametrize("tokens", [1, 7, CHUNK + 3])
def test_linear_cross_entropy(tokens: int) -> None:
    x, weight = randn(tokens, 4), randn(11, 4, seed=1)
    targets = torch.arange(tokens) % 11
    counts = 1.0 + torch.arange(tokens, dtype=torch.float64) % 3
    each = F.cross_entropy(x @ weight.T, targets, reduction="none")
    torch.testing.assert_close(linear_cross_entropy(x, weight, targets, counts), (each * counts).sum())
    if tokens < CHUNK:
        assert torch.autograd.gradcheck(lambda x, w: linear_cross_entropy(x, w, targets, counts), (x, weight))
        assert torch.autograd.gradcheck(lambda x, w: linear_cross_entropy(x, w, targets), (x, weight))
    loss, plain = linear_cross_entropy(x, weight, targets), F.cross_entropy(x @ weight.T, targets)
    torch.testing.assert_close(loss, plain)
    ours, theirs = torch.autograd.grad(loss, (x, weight)), torch.autograd.grad(plain, (x, weight))
    torch.testing.assert_close(ours, theirs)
