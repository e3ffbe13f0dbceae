"""Settings of a model and of a training run, as plain values.

Everything that decides a run's outcome stands here, so that a checkpoint can carry it and a run can be repeated.
"""

from dataclasses import dataclass

from trainer.errors import BadInput


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelConfig:
    """A decoder whose every layer has attention and a mixture of experts (one shared, several specialised)."""

    vocab_size: int
    dim: int
    """Width of the residual stream."""
    layers: int
    heads: int
    kv_heads: int
    """Key and value heads; each serves heads / kv_heads query heads (GQA, arXiv 2305.13245)."""
    head_dim: int = 32
    """32 is the smallest that vLLM's CPU attention takes."""
    shared_width: int
    """Hidden width of the shared expert, which sees every token."""
    expert_widths: tuple[int, ...]
    """Hidden width of each specialised expert; a token is sent to one of them."""
    rope_theta: float = 100_000.0
    norm_eps: float = 1e-5

    def __post_init__(self) -> None:
        if self.kv_heads < 1 or self.heads % self.kv_heads:
            raise BadInput(f"heads ({self.heads}) must be a multiple of kv_heads ({self.kv_heads})")
        if self.head_dim % 2:
            raise BadInput(f"head_dim ({self.head_dim}) must be even: rotary positions turn pairs")
        if not self.expert_widths:
            raise BadInput("expert_widths is empty: a mixture needs at least one specialised expert")

    @property
    def num_params(self) -> int:
        return (
            self.vocab_size * self.dim + self.dim + self.layers * (self._dense + self._expert(sum(self.expert_widths)))
        )

    @property
    def num_active_params(self) -> int:
        """Parameters that take part in one token's forward pass, for an evenly loaded router."""
        chosen = sum(self.expert_widths) // len(self.expert_widths)
        return self.vocab_size * self.dim + self.dim + self.layers * (self._dense + self._expert(chosen))

    @property
    def _dense(self) -> int:
        """What every token passes in a layer: attention, norms, router, shared expert."""
        attention = 2 * self.dim * self.head_dim * (self.heads + self.kv_heads)
        norms = 2 * self.dim + 2 * self.head_dim
        return attention + norms + self.dim * len(self.expert_widths) + self._expert(self.shared_width)

    def _expert(self, width: int) -> int:
        return 3 * self.dim * width


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainConfig:
    """How a run goes through its tokens."""

    seed: int = 0
    tokens: int
    """Tokens to train on, prompts included; the data are gone through as often as that takes."""
    sequence: int = 512
    """Length of a packed row; longer pretraining documents are cut into pieces of it."""
    rows: int = 4
    """Packed rows in a step."""
    matrix_lr: float
    """Peak rate of the matrices between the embedding and the head (Muon)."""
    vector_lr: float
    """Peak rate of norms and routers (AdamW)."""
    embedding_lr: float
    """Peak rate of the embedding (AdamW). Tied to the head, it moves at every step for every token; too fast, and rare
    tokens become alike."""
    weight_decay: float = 0.0
    warmup: float = 0.02
    """Share of the steps in which the rate rises to its peak."""
    decay: float = 0.7
    """Share of the steps, at the end, in which it falls to `floor` of the peak."""
    floor: float = 0.0
    balance: float = 0.01
    """Weight of the load-balance loss."""
    evened: float = 0.0
    """0 counts every token to be predicted alike; 1 counts every document alike, so that a one-word answer weighs as
    much as a poem; between the two, a token of n counts as n ** -evened."""
    threads: int = 0
    """Of PyTorch while it trains; 0 leaves its own choice. A tiny model's operations are too small to be shared: on two
    cores one thread made 16,600 tokens a second where two made 12,200."""
    clip: float = 1.0
    """Largest norm of the gradient; larger ones are scaled down to it."""

    def __post_init__(self) -> None:
        for name in ("tokens", "sequence", "rows"):
            if getattr(self, name) < 1:
                raise BadInput(f"{name} must be at least 1, not {getattr(self, name)}")

    @property
    def steps(self) -> int:
        return max(1, round(self.tokens / (self.sequence * self.rows)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A model with the rates and lengths at which it was found to learn well."""

    model: ModelConfig
    """`vocab_size` is what the tokenizer is trained for; a small corpus may yield a smaller one."""
    pretrain: TrainConfig
    sft: TrainConfig


PRESETS = {
    "tiny": Preset(
        model=ModelConfig(
            vocab_size=2048, dim=128, layers=2, heads=4, kv_heads=2, shared_width=128, expert_widths=(128,) * 4
        ),
        pretrain=TrainConfig(tokens=200_000, rows=4, threads=1, matrix_lr=0.015, vector_lr=0.02, embedding_lr=0.008),
        sft=TrainConfig(
            tokens=4_700_000,
            threads=1,
            sequence=128,
            rows=8,
            matrix_lr=0.015,
            vector_lr=0.02,
            embedding_lr=0.008,
            evened=0.5,
        ),
    ),
}


def preset(name: str) -> Preset:
    """A preset by its name. Raises BadInput with the known names."""
    if name not in PRESETS:
        raise BadInput(f"unknown preset {name!r}; known: {', '.join(PRESETS)}")
    return PRESETS[name]
