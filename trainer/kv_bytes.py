"""Bytes of keys and values that a token of context takes, by kind of attention (Hunyuan-Large, table 2)."""

from trainer.config import ModelConfig

BFLOAT16 = 2


def kv_bytes_per_token(config: ModelConfig, element: int = BFLOAT16) -> dict[str, int]:
    """For this model's heads and layers: all heads (MHA), grouped (GQA), one (MQA), each shared across layers or not.

    `here` is what the model itself takes. CLA shares between two layers where the model itself shares between none.
    """
    shared = -(-config.layers // max(2, config.kv_share))
    one_head = 2 * config.head_dim * element
    return {
        "MHA": one_head * config.heads * config.layers,
        "GQA": one_head * config.kv_heads * config.layers,
        "MQA": one_head * config.layers,
        "CLA": one_head * config.heads * shared,
        "GQA+CLA": one_head * config.kv_heads * shared,
        "here": one_head * config.kv_heads * config.kv_layers,
    }
