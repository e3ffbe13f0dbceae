"""Muon or AdamW for the matrices, AdamW for the rest, and a rate of their own for the specialised experts.

Muon (Keller Jordan, kellerjordan.github.io/posts/muon) replaces a matrix's momentum by the nearest orthogonal matrix,
so that every direction is learnt at the same speed. The orthogonalisation is a few products of small matrices; here
all matrices of one shape (the experts, above all) are orthogonalised in one batched product: 45 ms a step for the
tiny model in bfloat16, where `torch.optim.Muon`, one matrix after the other, took 58 ms.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

from trainer.config import ModelConfig, TrainConfig
from trainer.laws.surge import expert_ratio
from trainer.parallel import like, whole

COEFFICIENTS = (3.4445, -4.7750, 2.0315)
ROUNDS = 5


def orthogonalise(matrices_BMN: Tensor) -> Tensor:
    """The nearest orthogonal matrix of each, roughly: singular values end between about 0.7 and 1.2.

    A quintic Newton-Schulz iteration whose coefficients are steep at zero rather than exact at one.
    """
    a, b, c = COEFFICIENTS
    tall = matrices_BMN.shape[1] > matrices_BMN.shape[2]
    x = matrices_BMN.mT if tall else matrices_BMN
    x = x / (torch.linalg.matrix_norm(x, keepdim=True) + 1e-7)
    for _ in range(ROUNDS):
        gram = x @ x.mT
        x = torch.baddbmm(x, torch.baddbmm(gram, gram, gram, beta=b, alpha=c), x, beta=a)
    return x.mT if tall else x


class Muon(torch.optim.Optimizer):
    """Momentum, orthogonalised; the step's size does not depend on the gradient's.

    A matrix (outputs, inputs) moves by lr * sqrt(max(1, outputs / inputs)), so that one rate serves all shapes. Where
    matrices are spread over processes, each process orthogonalises the whole of them and keeps its part.
    """

    def __init__(
        self,
        params: Iterable[Any],
        lr: float,
        momentum: float = 0.95,
        weight_decay: float = 0.0,
        dtype: torch.dtype = torch.float32,
    ) -> None:
        super().__init__(params, {"lr": lr, "momentum": momentum, "weight_decay": weight_decay})
        self.dtype = dtype

    @torch.no_grad()
    def step(self, closure: Any = None) -> None:  # type: ignore[override]
        for group in self.param_groups:
            shapes: dict[torch.Size, list[Tensor]] = defaultdict(list)
            for param in group["params"]:
                if param.grad is not None:
                    shapes[param.shape].append(param)
            for shape, params in shapes.items():
                updates = self._updates(params, group["momentum"])
                size = group["lr"] * math.sqrt(max(1.0, shape[0] / shape[1]))
                torch._foreach_mul_(params, 1 - group["lr"] * group["weight_decay"])
                torch._foreach_add_(params, updates, alpha=-size)

    def _updates(self, params: list[Tensor], momentum: float) -> list[Tensor]:
        grads = [param.grad for param in params if param.grad is not None]
        for param in params:
            if not self.state[param]:
                self.state[param]["momentum"] = torch.zeros_like(param)
        moments = [self.state[param]["momentum"] for param in params]
        torch._foreach_lerp_(moments, grads, 1 - momentum)
        ahead = torch._foreach_lerp(grads, moments, momentum)  # Nesterov
        orthogonal = orthogonalise(torch.stack([whole(one) for one in ahead]).to(self.dtype)).to(params[0].dtype)
        return [like(param, update) for param, update in zip(params, orthogonal, strict=True)]


def optimizers(
    model: nn.Module, shape: ModelConfig, config: TrainConfig, dtype: torch.dtype
) -> list[torch.optim.Optimizer]:
    """Every parameter in one of the groups; `lr` of each group is the peak, which the schedule scales."""
    found: dict[str, list[Tensor]] = defaultdict(list)
    for name, param in model.named_parameters():
        found[group_of(name, param)].append(param)
    slower = config.expert_lr if config.noise_tokens is None else of_law(shape, config, config.noise_tokens)
    matrices: list[dict[str, Any]] = [
        {"params": found["matrices"], "lr": config.matrix_lr},
        {"params": found["experts"], "lr": config.matrix_lr * slower},
    ]
    others: list[dict[str, Any]] = [
        {"params": found["tables"], "lr": config.embedding_lr, "weight_decay": 0.0},
        {"params": found["vectors"], "lr": config.vector_lr, "weight_decay": 0.0},
    ]
    if config.optimizer == "adamw":
        return [adamw([*matrices, *others], config.weight_decay)]
    muon = Muon(matrices, config.matrix_lr, weight_decay=config.weight_decay, dtype=dtype)
    return [muon, adamw(others, 0.0)]


def adamw(groups: list[dict[str, Any]], weight_decay: float) -> torch.optim.AdamW:
    return torch.optim.AdamW(groups, betas=(0.9, 0.95), eps=1e-10, weight_decay=weight_decay, fused=True)


def group_of(name: str, param: Tensor) -> str:
    """By the name that the model gives a parameter."""
    if name in ("embedding", "head"):
        return "tables"
    if param.ndim != 2 or name.endswith("router.weight"):
        return "vectors"
    return "experts" if ".moe.experts." in name else "matrices"


def of_law(shape: ModelConfig, config: TrainConfig, noise: float) -> float:
    """The experts' rate over the others' by the surge law, at this batch and this noise."""
    return expert_ratio(config.rows * config.sequence, noise, len(shape.expert_widths) / shape.router.k)
