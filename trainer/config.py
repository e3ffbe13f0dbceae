"""Settings of a model and of a training run, as plain values.

Everything that decides a run's outcome stands here, so that a checkpoint can carry it and a run can be repeated.
"""

from dataclasses import dataclass
from typing import Literal

from trainer.errors import BadInput


@dataclass(frozen=True, slots=True, kw_only=True)
class RouterConfig:
    """Which specialised experts a token is sent to, and how their outputs are weighted.

    `top_1`: the most probable one, weighted by its raw softmax probability, so that the router learns (Hunyuan-Large,
    arXiv 2411.02265, section 2.2.3). `top_k`: the k most probable, weights renormalised. `top_p`: the most probable
    until their probabilities reach p, at least one, weights renormalised (HMoE, arXiv 2408.10681, eq. 9 and 10).
    """

    kind: Literal["top_1", "top_k", "top_p"] = "top_1"
    k: int = 1
    """Experts a token: exactly, for `top_k`; for `top_p` the number assumed where active parameters are counted."""
    p: float = 0.6
    """HMoE's threshold."""

    def __post_init__(self) -> None:
        if self.k < 1 or (self.kind == "top_1" and self.k != 1):
            raise BadInput(f"router: k must be at least 1, and 1 for top_1 (found {self.k} for {self.kind})")
        if not 0.0 < self.p <= 1.0:
            raise BadInput(f"router: p must be above 0 and at most 1 (found {self.p})")


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelConfig:
    """A decoder whose every layer has attention and a mixture of experts (one shared or none, several specialised)."""

    vocab_size: int
    dim: int
    """Width of the residual stream."""
    layers: int
    heads: int
    kv_heads: int
    """Key and value heads; each serves heads / kv_heads query heads (GQA, arXiv 2305.13245)."""
    head_dim: int = 32
    """32 is the smallest that vLLM's CPU attention takes."""
    kv_share: int = 1
    """Layers in a row that read one layer's keys and values (CLA, arXiv 2405.12981); Hunyuan-Large has 2."""
    shared_width: int
    """Hidden width of the shared expert, which sees every token; 0 for none."""
    expert_widths: tuple[int, ...]
    """Hidden width of each specialised expert; see trainer/widths.py."""
    router: RouterConfig = RouterConfig()
    rope_theta: float = 100_000.0
    rope_alpha: float = 1.0
    """NTK-alpha: stretches the base to theta * alpha ** (d / (d - 2)), d the head dimension, at every length."""
    norm_eps: float = 1e-5
    tied: bool = True
    """Whether the embedding serves as the output head too."""

    def __post_init__(self) -> None:
        if self.kv_heads < 1 or self.heads % self.kv_heads:
            raise BadInput(f"heads ({self.heads}) must be a multiple of kv_heads ({self.kv_heads})")
        if self.head_dim % 2 or self.head_dim < 4:
            raise BadInput(f"head_dim ({self.head_dim}) must be even and at least 4: rotary positions turn pairs")
        if not self.expert_widths or min(self.expert_widths) < 1:
            raise BadInput(
                f"expert_widths {self.expert_widths}: a mixture needs at least one expert, none without width"
            )
        if self.router.k > len(self.expert_widths):
            raise BadInput(f"router: k is {self.router.k}, but there are {len(self.expert_widths)} experts")
        if self.kv_share < 1 or self.shared_width < 0:
            raise BadInput(
                f"kv_share ({self.kv_share}) must be at least 1, shared_width ({self.shared_width}) at least 0"
            )

    @property
    def rope_base(self) -> float:
        return self.rope_theta * self.rope_alpha ** (self.head_dim / (self.head_dim - 2))

    @property
    def kv_layers(self) -> int:
        """Layers that have keys and values of their own: each first of `kv_share` in a row."""
        return -(-self.layers // self.kv_share)

    @property
    def num_params(self) -> int:
        return self._outside + self.layers * (self._everywhere + self._expert(sum(self.expert_widths)))

    @property
    def num_active_params(self) -> int:
        """Parameters that take part in one token's forward pass, for an evenly loaded router; `router.k` experts."""
        chosen = self._expert(sum(self.expert_widths)) * self.router.k // len(self.expert_widths)
        return self._outside + self.layers * (self._everywhere + chosen)

    @property
    def _outside(self) -> int:
        """Embedding, head, last norm, and the projections to keys and values, which not all layers have."""
        tables = (1 if self.tied else 2) * self.vocab_size * self.dim
        return tables + self.dim + self.kv_layers * 2 * self.dim * self.head_dim * self.kv_heads

    @property
    def _everywhere(self) -> int:
        """What every token passes in each layer: queries and output, norms, router, shared expert."""
        attention = 2 * self.dim * self.head_dim * self.heads
        norms = 2 * self.dim + 2 * self.head_dim
        return attention + norms + self.dim * len(self.expert_widths) + self._expert(self.shared_width)

    def _expert(self, width: int) -> int:
        return 3 * self.dim * width


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """What holds while a model trains and not when it answers. What is drawn comes from PyTorch's own generator, which
    the step loop seeds anew for every step, so that a resumed run draws the same."""

    attention_dropout: float = 0.0
    hidden_dropout: float = 0.0
    """Of what attention and experts add to the residual stream. Hunyuan-Large fine-tunes with 0.1 and 0.2 (§ 3.1)."""
    capacity_factor: float | None = None
    """An expert takes at most this times its even share of a batch's tokens; None sets no bound."""
    overflow: Literal["recycle", "drop"] = "recycle"
    """What becomes of a token whose expert is full: another expert with room, drawn at random (Hunyuan-Large, section
    2.2.3), or the shared expert alone."""

    def __post_init__(self) -> None:
        for name in ("attention_dropout", "hidden_dropout"):
            if not 0.0 <= getattr(self, name) < 1.0:
                raise BadInput(f"{name} must be at least 0 and below 1, not {getattr(self, name)}")
        if self.capacity_factor is not None and self.capacity_factor <= 0:
            raise BadInput(f"capacity_factor must be above 0, or none, not {self.capacity_factor}")


@dataclass(frozen=True, slots=True, kw_only=True)
class RouterLosses:
    """Weights of the losses that keep a router's choice even, and the losses' forms; 0 leaves one out.

    The paper of Hunyuan-Large names load-balance losses without a weight (section 2.2.4); 0.01 is HMoE's baseline.
    """

    balance: float = 0.01
    """Load balance, E * sum of load times mean probability (arXiv 2101.03961, equation 4)."""
    scope: Literal["local", "sequence", "global"] = "local"
    """Over which tokens loads are counted: a micro-batch's, each document's, or all micro-batches' and ranks' (arXiv
    2501.11873)."""
    z: float = 0.0
    """Router z-loss (arXiv 2202.08906, equation 5)."""
    p_penalty: float = 0.0
    """HMoE's P-Penalty (arXiv 2408.10681, equation 4), for experts of unequal width; the paper's weight is 0.1."""
    p_penalty_scale: Literal["mean", "sum", "none"] = "mean"
    """What widths are divided by. The paper leaves it open; by the mean the penalty equals the load balance at equal
    widths."""
    entropy: float = 0.0
    """Of the router's probabilities, for top_p; the paper's weight is 0.03. Lowered, which sharpens the choice, as the
    text says; the sign of the printed equation would raise it."""
    bias_rate: float = 0.0
    """Step of the auxiliary-loss-free bias on the choice (arXiv 2408.15664)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The learning rate over a run, as a share of its peak.

    After a linear rise over `warmup` of the steps:

    * `trapezoid`: the peak, then a linear fall to `floor` over the last `decay` of the steps;
    * `cosine`: a cosine from the peak to `floor`; fine-tuning goes to a tenth (Hunyuan-Large, section 3.1);
    * `annealed`: Hunyuan-Large's three phases (section 2.3.2): a long gradual decay, here a cosine from the peak to
      `before_annealing`, then a linear fall to `floor` in the last `annealing` of the steps. The report gives the last
      5 % and a tenth of the peak; the shape and the height of the long decay are our own.
    """

    shape: Literal["trapezoid", "cosine", "annealed"] = "trapezoid"
    warmup: float = 0.02
    floor: float = 0.0
    decay: float = 0.7
    before_annealing: float = 0.3
    annealing: float = 0.05

    def __post_init__(self) -> None:
        for name in ("warmup", "floor", "decay", "before_annealing", "annealing"):
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise BadInput(f"schedule: {name} is a share from 0 to 1, not {getattr(self, name)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainConfig:
    """How a run goes through its tokens."""

    seed: int = 0
    tokens: int
    """Tokens to train on, prompts included; the data are gone through as often as that takes."""
    sequence: int = 512
    """Length of a packed row; longer pretraining documents are cut into pieces of it."""
    rows: int = 4
    """Packed rows in a step, over all processes."""
    first_rows: int | None = None
    """Rows of the first step, where the batch warms up; the learning rate goes with the root of the rows meanwhile."""
    rows_warmup: float = 0.1
    """Share of the steps in which the rows rise from `first_rows`."""
    pieces: int = 1
    """Micro-batches that a process cuts its rows into; one does for what fits into memory."""
    optimizer: Literal["muon", "adamw"] = "muon"
    """Of the matrices between the embedding and the head; everything else takes AdamW."""
    matrix_lr: float
    """Peak rate of those matrices."""
    vector_lr: float
    """Peak rate of norms and routers."""
    embedding_lr: float
    """Peak rate of embedding and head. Tied, they move at every step for every token; too fast, and rare
    tokens become alike."""
    expert_lr: float = 1.0
    """Rate of the specialised experts over that of other matrices: they see a part of each batch (Hunyuan-Large, §
    2.2.4, has about 0.31)."""
    noise_tokens: float | None = None
    """The surge law's B_noise in tokens; where it is given, the law sets `expert_lr` (trainer/laws/surge.py)."""
    weight_decay: float = 0.0
    clip: float = 1.0
    """Largest norm of the gradient; larger ones are scaled down to it."""
    ema: float = 0.0
    """Share of the old average that a step keeps, where the weights are averaged over the steps; 0 for no average."""
    schedule: Schedule = Schedule()
    regime: Regime = Regime()
    losses: RouterLosses = RouterLosses()
    evened: float = 0.0
    """0 counts every token to be predicted alike; 1 counts every document alike, so that a one-word answer weighs as
    much as a poem; between the two, a token of n counts as n ** -evened."""
    precision: Literal["best", "float32", "bfloat16"] = "best"
    """Of activations; see trainer/precision.py."""
    recompute: bool = False
    """Compute activations again on the way back instead of keeping them: less memory, about a third more work."""
    compile: bool = False
    """Hand attention and the shared experts to torch.compile; refused on a processor."""
    threads: int = 0
    """Of PyTorch while it trains; 0 leaves its own choice. Operations of a tiny model on small batches are too small to
    be shared: on two cores one thread made 13,100 tokens a second where two made 11,000 (16 rows of 128)."""
    save_every: int = 200
    """Steps between the states that an interrupted run goes on from."""
    evaluate_every: int = 0
    """Steps between looks at the loss on the test split; 0 for none."""

    def __post_init__(self) -> None:
        for name in ("tokens", "sequence", "rows", "pieces", "save_every"):
            if getattr(self, name) < 1:
                raise BadInput(f"{name} must be at least 1, not {getattr(self, name)}")
        if self.first_rows is not None and not 1 <= self.first_rows <= self.rows:
            raise BadInput(f"first_rows must be from 1 to rows ({self.rows}), not {self.first_rows}")
        if not 0.0 <= self.ema < 1.0:
            raise BadInput(f"ema must be at least 0 and below 1, not {self.ema}")

    @property
    def steps(self) -> int:
        """Steps in which the rows come to `tokens`."""
        fewer = 0.0 if self.first_rows is None else self.rows_warmup * (self.rows - self.first_rows) / 2
        return max(1, round(self.tokens / (self.sequence * (self.rows - fewer))))

    def rows_at(self, step: int) -> int:
        """Rows of a step, counted from 0."""
        rise = self.rows_warmup * self.steps
        if self.first_rows is None or step >= rise:
            return self.rows
        return self.first_rows + round((self.rows - self.first_rows) * step / rise)
