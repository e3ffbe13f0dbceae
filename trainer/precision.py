"""Which number format the activations take."""

import torch


def best_dtype() -> torch.dtype:
    """bfloat16 where the device multiplies it in hardware (a GPU, AMX or AVX512-BF16), else float32.

    Weights and optimizer state stay float32 either way.
    """
    if torch.cuda.is_available():
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float32
    fast = torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()
    return torch.bfloat16 if fast else torch.float32


def dtype_of(name: str) -> torch.dtype:
    """By the name that a configuration gives it; "best" for the fastest."""
    return {"float32": torch.float32, "bfloat16": torch.bfloat16}.get(name) or best_dtype()
