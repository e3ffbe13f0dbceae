"""Which number format the activations take."""

import torch


def best_dtype() -> torch.dtype:
    """bfloat16 where the processor multiplies it in hardware (AMX or AVX512-BF16), else float32.

    Weights and optimizer state stay float32 either way.
    """
    fast = torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()
    return torch.bfloat16 if fast else torch.float32
