"""How much arithmetic a token takes, and how much a device can do, for the share that is used (MFU)."""

import time

import torch

from trainer.config import ModelConfig

PEAKS = {"H100": 989e12, "H200": 989e12, "A100": 312e12}
"""Dense bfloat16 operations a second, from the makers' data sheets."""


def training_flops(config: ModelConfig, length: float) -> float:
    """Operations of forward and backward for one token in documents of `length` tokens.

    Two for each weight that takes part, and as many twice again on the way back (Kaplan et al., arXiv 2001.08361); for
    attention the products of queries with keys and of weights with values, over half the length on average.
    """
    weights = config.num_active_params - (0 if config.tied else config.vocab_size * config.dim)
    attention = 2 * config.layers * config.heads * config.head_dim * length
    return 6.0 * weights + 3.0 * attention


def peak_flops(device: str, dtype: torch.dtype) -> float:
    """Of a known GPU its maker's figure; of a processor what its fastest plain product reaches now."""
    if device.startswith("cuda"):
        name = torch.cuda.get_device_name(device)
        return next((peak for known, peak in PEAKS.items() if known in name), float("nan"))
    x = torch.ones(768, 768, dtype=dtype)
    times = []
    for _ in range(4):
        start = time.perf_counter()
        x @ x
        times.append(time.perf_counter() - start)
    return 2 * 768**3 / min(times)
