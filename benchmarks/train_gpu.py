"""Tokens a second and MFU of dense and MoE models on one device.

    python benchmarks/train_gpu.py [--steps 20] [--tokens 65536] [--sequence 4096] [--models NAME,NAME] [--compile]

Each model trains for some steps on random tokens in packed rows, as the step loop does: forward, backward, clipping,
Muon and AdamW, in bfloat16. MFU is by trainer/flops.py, over the active parameters. A dense model here is a shared
expert and one sliver of a specialised one, so that both run the same code; its MFU is the bar for the MoE's. The last
line is `ratio: X`: the MoE's MFU over the dense model's, at the largest size that was measured (aim: 0.8). Without a
GPU it measures tiny models on the processor, to see that it runs, and says so.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Mapping
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "passive")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import torch
from torch import nn

from trainer.attention import Documents
from trainer.config import ModelConfig, TrainConfig
from trainer.flops import peak_flops, training_flops
from trainer.model import Model
from trainer.optim import optimizers
from trainer.precision import best_dtype


def shape(dim: int, layers: int, width: int, experts: tuple[int, ...]) -> ModelConfig:
    return ModelConfig(
        vocab_size=32_768,
        dim=dim,
        layers=layers,
        heads=dim // 128,
        kv_heads=max(1, dim // 512),
        head_dim=128,
        kv_share=2,
        shared_width=width,
        expert_widths=experts,
    )


MODELS: Mapping[str, ModelConfig] = {
    "dense-0.3b": shape(1024, 16, 4096, (64,)),
    "moe-0.3b": shape(1024, 16, 2048, (2048,) * 8),
    "dense-1b": shape(2048, 16, 8192, (64,)),
    "moe-1b": shape(2048, 16, 4096, (4096,) * 8),
    "tiny": shape(256, 2, 256, (256,) * 4),
    "tiny-dense": shape(256, 2, 512, (64,)),
}
"""Dense and MoE of a size have about as many active parameters."""


def measured(config: ModelConfig, device: str, tokens: int, sequence: int, steps: int, compile_: bool) -> list[float]:
    """Seconds of each step, warm-up left out."""
    train = TrainConfig(tokens=tokens, sequence=sequence, matrix_lr=0.01, vector_lr=1e-3, embedding_lr=1e-3)
    dtype = best_dtype()
    model = Model(config, seed=0).to(device)
    if compile_:
        model.compile_layers()
    optims = optimizers(model, config, train, dtype)
    lengths = [sequence] * max(1, tokens // sequence)
    drawn = torch.randint(config.vocab_size, (sum(lengths),), device=device)
    times = []
    for number in range(steps + 3):
        start = time.perf_counter()
        loss = model.loss(drawn, drawn.roll(-1), Documents(lengths, device=device), dtype)
        (loss.text + loss.router.weighted(train.losses)).backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        for optim in optims:
            optim.step()
            optim.zero_grad(set_to_none=True)
        if device.startswith("cuda"):
            torch.cuda.synchronize()
        if number >= 3:
            times.append(time.perf_counter() - start)
    return times


def main() -> None:
    options = argparse.ArgumentParser()
    gpu = torch.cuda.is_available()
    options.add_argument("--steps", type=int, default=20 if gpu else 2)
    options.add_argument("--tokens", type=int, default=65_536 if gpu else 1024)
    options.add_argument("--sequence", type=int, default=4096 if gpu else 256)
    options.add_argument("--models", default="dense-0.3b,moe-0.3b,dense-1b,moe-1b" if gpu else "tiny-dense,tiny")
    options.add_argument("--compile", action="store_true")
    chosen = options.parse_args()
    device = "cuda" if gpu else "cpu"
    print(torch.cuda.get_device_name() if gpu else "a processor: these figures say only that the script runs")
    peak, mfu = peak_flops(device, best_dtype()), {}
    print(f"{'model':12} {'params M':>9} {'active M':>9} {'tokens/s':>10} {'MFU':>6} {'GiB':>6}")
    for name in chosen.models.split(","):
        config = MODELS[name]
        if gpu:
            torch.cuda.reset_peak_memory_stats()
        times = measured(config, device, chosen.tokens, chosen.sequence, chosen.steps, chosen.compile)
        rate = chosen.tokens / statistics.median(times)
        mfu[name] = rate * training_flops(config, chosen.sequence) / peak
        memory = torch.cuda.max_memory_allocated() / 2**30 if gpu else float("nan")
        sizes = f"{config.num_params / 1e6:9.1f} {config.num_active_params / 1e6:9.1f}"
        print(f"{name:12} {sizes} {rate:10,.0f} {mfu[name]:6.1%} {memory:6.1f}", flush=True)
    names = list(mfu)
    if len(names) >= 2:
        print(f"ratio: {mfu[names[-1]] / mfu[names[-2]]:.2f}")


if __name__ == "__main__":
    main()
