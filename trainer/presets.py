"""Models with the settings at which they train: our own small ones, and those of the papers.

The shapes of `hunyuan-large` are those of the released configuration (arXiv 2411.02265, table 1; the expert's width and
the vocabulary from its config.json), those of `hmoe-*` of HMoE's table of models (arXiv 2408.10681). HMoE's text gives
its 3B model twelve blocks, which would come to 1.3 B parameters; with 24 the stated 2.55 B come out, so it has 24 here.
Rates, batches and lengths that a paper withholds are our own.
"""

from dataclasses import dataclass

from trainer.config import ModelConfig, RouterConfig, RouterLosses, Schedule, TrainConfig
from trainer.errors import BadInput
from trainer.widths import arithmetic, share_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A model with the rates and lengths at which it was found to learn well."""

    model: ModelConfig
    """`vocab_size` is what the tokenizer is trained for; a small corpus may yield a smaller one."""
    pretrain: TrainConfig
    sft: TrainConfig


def _hmoe(dim: int, layers: int, total_width: int) -> ModelConfig:
    return ModelConfig(
        vocab_size=32_000,
        dim=dim,
        layers=layers,
        heads=dim // 64,
        kv_heads=dim // 64,
        head_dim=64,
        shared_width=0,
        expert_widths=share_out(arithmetic(8), total_width),
        router=RouterConfig(kind="top_p", k=2),
        rope_theta=10_000.0,
        tied=False,
    )


_LONG = Schedule(shape="annealed", warmup=0.01, floor=0.1)
_FINE = Schedule(shape="cosine", warmup=0.01, floor=0.1)


def _at_scale(tokens: int, sequence: int, rows: int, losses: RouterLosses, schedule: Schedule = _LONG) -> TrainConfig:
    return TrainConfig(
        tokens=tokens,
        sequence=sequence,
        rows=rows,
        matrix_lr=0.01,
        vector_lr=3e-4,
        embedding_lr=3e-4,
        schedule=schedule,
        losses=losses,
    )


_EVEN = RouterLosses()
_HMOE = RouterLosses(balance=0.0, p_penalty=0.1, entropy=0.03)

PRESETS = {
    "tiny": Preset(
        model=ModelConfig(
            vocab_size=2048, dim=128, layers=2, heads=4, kv_heads=2, shared_width=128, expert_widths=(128,) * 4
        ),
        pretrain=TrainConfig(tokens=200_000, rows=4, threads=1, matrix_lr=0.015, vector_lr=0.02, embedding_lr=0.008),
        sft=TrainConfig(
            tokens=6_300_000,
            threads=2,
            sequence=128,
            rows=64,
            matrix_lr=0.0375,
            vector_lr=0.05,
            embedding_lr=0.02,
            evened=0.5,
        ),
    ),
    "small": Preset(
        model=ModelConfig(
            vocab_size=32_768,
            dim=768,
            layers=12,
            heads=12,
            kv_heads=4,
            head_dim=64,
            kv_share=2,
            shared_width=1536,
            expert_widths=(1536,) * 8,
        ),
        pretrain=_at_scale(8_000_000_000, 4096, 64, _EVEN),
        sft=_at_scale(300_000_000, 4096, 32, _EVEN, _FINE),
    ),
    "hunyuan-large": Preset(
        model=ModelConfig(
            vocab_size=128_512,
            dim=6400,
            layers=64,
            heads=80,
            kv_heads=8,
            head_dim=80,
            kv_share=2,
            shared_width=18_304,
            expert_widths=(18_304,) * 16,
            rope_theta=10_000.0,
            rope_alpha=100_000.0,
        ),
        pretrain=_at_scale(7_000_000_000_000, 4096, 2048, _EVEN),
        sft=_at_scale(3_000_000_000, 32_768, 64, _EVEN, _FINE),
    ),
    "hmoe-0.4b": Preset(
        model=_hmoe(768, 12, 12_288),
        pretrain=_at_scale(76_000_000_000, 4096, 640, _HMOE),
        sft=_at_scale(300_000_000, 4096, 32, _HMOE, _FINE),
    ),
    "hmoe-3b": Preset(
        model=_hmoe(1024, 24, 32_768),
        pretrain=_at_scale(64_000_000_000, 4096, 640, _HMOE),
        sft=_at_scale(300_000_000, 4096, 32, _HMOE, _FINE),
    ),
}


def preset(name: str) -> Preset:
    """A preset by its name. Raises BadInput with the known names."""
    if name not in PRESETS:
        raise BadInput(f"unknown preset {name!r}; known: {', '.join(PRESETS)}")
    return PRESETS[name]
