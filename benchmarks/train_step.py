"""A training step of ours beside transformers' HunYuanMoEV1, on a processor.

    python benchmarks/train_step.py [--rounds 7] [--width 256] [--layers 6] [--rows 8] [--sequence 512] [--no-compile]

The same weights, tokens and optimizer (AdamW, fused) on both sides: forward, backward and step, with two experts a
token (with one, transformers scales its weight to 1 and computes something else). The losses must agree before anything
is timed. Each side is a process of its own, as its user has it: for transformers nothing is set; ours keeps the memory
that a step frees, as the step loop does (trainer/memory.py). Two tables, each in float32 and bfloat16; the peers are

* at equal widths, whole step and expert layer alone: transformers with its own ways to run experts, `eager` (a loop
  over them) and `grouped_mm` (one grouped product); the whole step also with either under torch.compile, unless
  `--no-compile` leaves that out (it needs a C++ compiler and about a minute). Its third way, `batched_mm`, copies the
  weights for each token and took a hundred times as long;
* at HMoE's arithmetic widths (arXiv 2408.10681): transformers with its experts filled up with zeros to the widest and
  run by `grouped_mm`, plain and compiled, which is what a user has, for no library runs unequal widths; and our own
  model with its experts padded in the same way, which leaves the padding as the only difference. A zero column of
  `down` and a zero row of `gate` and `up` keep the output; their gradients are zero too, so padding stays padding.

Rows marked "memory kept" give transformers our memory setting, which is no part of it: they show what is left of the
ratio without it. Rounds are interleaved, and the order inside a round turns; a ratio is the median over the rounds of
peer over ours. At the end stand the ratios to the fastest peer: as it comes, compiled, and with memory kept. The last
line is `ratio: X`: the equal-width step in float32 beside transformers' faster way to run experts, as it comes.
"""

import argparse
import math
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from benchmarks.side_by_side import Step, Way, compare
from trainer import experts as ways
from trainer.attention import Documents
from trainer.config import ModelConfig, Regime, RouterConfig
from trainer.experts import Expert
from trainer.kernels import swiglu
from trainer.memory import keep_memory
from trainer.model import Model
from trainer.widths import arithmetic, equal, share_out

EXPERTS = 8
DTYPES = {"float32": torch.float32, "bfloat16": torch.bfloat16}
WAYS = ("eager", "grouped_mm")
"""transformers' `experts_implementation`."""


@dataclass(frozen=True, slots=True)
class Size:
    width: int
    layers: int
    rows: int
    sequence: int

    @property
    def tokens(self) -> int:
        return self.rows * self.sequence


def our_model(size: Size, widths: tuple[int, ...]) -> Model:
    """Two experts a token, a shared expert as wide as the mean, a head of its own; every weight drawn."""
    config = ModelConfig(
        vocab_size=8192,
        dim=size.width,
        layers=size.layers,
        heads=size.width // 32,
        kv_heads=size.width // 64,
        shared_width=sum(widths) // len(widths),
        expert_widths=widths,
        router=RouterConfig(kind="top_k", k=2),
        rope_theta=10_000.0,
        tied=False,
    )
    model, generator = Model(config, seed=0), torch.Generator().manual_seed(1)
    with torch.no_grad():
        for weight in model.parameters():
            if weight.ndim == 2:
                weight.normal_(0, weight.shape[1] ** -0.5, generator=generator)
    return model


def their_model(ours: Model, way: str) -> nn.Module:
    """transformers' model with our weights. It does not scale the embedding, so it gets it scaled; it norms keys
    where we norm queries with both weights, which are ones here."""
    from transformers import HunYuanMoEV1Config, HunYuanMoEV1ForCausalLM

    config = ours.config
    theirs = HunYuanMoEV1ForCausalLM._from_config(
        HunYuanMoEV1Config(
            vocab_size=config.vocab_size,
            hidden_size=config.dim,
            intermediate_size=max(config.expert_widths),
            num_hidden_layers=config.layers,
            num_attention_heads=config.heads,
            num_key_value_heads=config.kv_heads,
            head_dim=config.head_dim,
            num_experts=len(config.expert_widths),
            moe_topk=config.router.k,
            rms_norm_eps=config.norm_eps,
            rope_theta=config.rope_theta,
            tie_word_embeddings=False,
            use_cache=False,
        ),
        attn_implementation="sdpa",
        experts_implementation=way,
    )
    narrower = copy(theirs.config)
    narrower.intermediate_size = config.shared_width  # only the specialised experts are padded
    for layer in theirs.model.layers:
        layer.mlp.shared_mlp = type(layer.mlp.shared_mlp)(narrower)
    theirs.load_state_dict(renamed(ours), strict=True)
    return theirs


def renamed(ours: Model) -> dict[str, Tensor]:
    state, found = ours.state_dict(), {}
    found["model.embed_tokens.weight"] = state["embedding"] * ours.config.dim**0.5
    found["lm_head.weight"] = state["head"]
    found["model.norm.weight"] = state["norm.weight"]
    for number in range(ours.config.layers):
        here, there = f"layers.{number}.", f"model.layers.{number}."
        for our_name, name in (
            ("attention_norm.weight", "input_layernorm.weight"),
            ("moe_norm.weight", "post_attention_layernorm.weight"),
            ("attention.query.weight", "self_attn.q_proj.weight"),
            ("attention.key.weight", "self_attn.k_proj.weight"),
            ("attention.value.weight", "self_attn.v_proj.weight"),
            ("attention.out.weight", "self_attn.o_proj.weight"),
            ("attention.query_norm", "self_attn.query_layernorm.weight"),
            ("attention.key_norm", "self_attn.key_layernorm.weight"),
            ("moe.router.weight", "mlp.gate.wg.weight"),
            ("moe.shared.down.weight", "mlp.shared_mlp.down_proj.weight"),
        ):
            found[there + name] = state[here + our_name]
        gate, up = state[here + "moe.shared.gate_up.weight"].chunk(2)
        found[there + "mlp.shared_mlp.gate_proj.weight"], found[there + "mlp.shared_mlp.up_proj.weight"] = gate, up
        gate_up, down = stacked(list(ours.layers[number].moe.experts))
        found[f"{there}mlp.experts.gate_up_proj"], found[f"{there}mlp.experts.down_proj"] = gate_up, down
    return {name: weight.detach() for name, weight in found.items()}


def stacked(experts: list[Expert]) -> tuple[Tensor, Tensor]:
    """All gates and ups (E, 2W, D) and all downs (E, D, W), filled up with zeros to the widest."""
    widest = max(expert.width for expert in experts)
    halves = [
        [F.pad(half, (0, 0, 0, widest - expert.width)) for half in expert.gate_up.weight.chunk(2)] for expert in experts
    ]
    down = [F.pad(expert.down.weight, (0, widest - expert.width)) for expert in experts]
    return torch.stack([torch.cat(pair) for pair in halves]), torch.stack(down)


@dataclass(frozen=True, slots=True)
class Task:
    """What both sides do."""

    size: Size
    widths: tuple[int, ...]
    dtype: torch.dtype

    def tokens(self) -> Tensor:
        return torch.randint(8192, (self.size.rows, self.size.sequence), generator=torch.Generator().manual_seed(2))

    def states(self) -> Tensor:
        """Of one layer's tokens, (T, D)."""
        generator = torch.Generator().manual_seed(3)
        return torch.randn(self.size.tokens, self.size.width, generator=generator).to(self.dtype).requires_grad_()

    @property
    def agree(self) -> float:
        """How far apart values may be, relatively."""
        return 1e-4 if self.dtype == torch.float32 else 2e-2


def our_step(task: Task, pads: bool = False) -> Step:
    keep_memory()
    model, tokens_RS = our_model(task.size, task.widths), task.tokens()
    optim = torch.optim.AdamW(model.parameters(), lr=1e-5, fused=True)
    targets = F.pad(tokens_RS[:, 1:], (0, 1), value=-1).flatten()
    documents = Documents([task.size.sequence] * task.size.rows)

    def step() -> float:
        with running(padded if pads else None):
            loss = model.loss(tokens_RS.flatten(), targets, documents, task.dtype).text
            loss.backward()
        optim.step()
        optim.zero_grad(set_to_none=True)
        return loss.item()

    return step


def their_step(task: Task, way: str, compiles: bool = False, keeps: bool = False) -> Step:
    if keeps:
        keep_memory()
    model, tokens_RS = their_model(our_model(task.size, task.widths), way), task.tokens()
    if compiles:
        model.compile()
    optim = torch.optim.AdamW(model.parameters(), lr=1e-5, fused=True)

    def step() -> float:
        with torch.autocast("cpu", task.dtype, enabled=task.dtype != torch.float32):
            loss = model(input_ids=tokens_RS, labels=tokens_RS).loss
        loss.backward()
        optim.step()
        optim.zero_grad(set_to_none=True)
        return float(loss.detach())

    return step


def padded(experts: list[Expert], x_PD: Tensor, counts_E: Tensor) -> Tensor:
    """Experts of unequal widths as one stack of the widest, filled up with zeros: exact, and as much work as that."""
    gate_up, down = (weights.to(x_PD.dtype).mT for weights in stacked(experts))
    ends = counts_E.cumsum(0).to(torch.int32)
    return F.grouped_mm(swiglu(F.grouped_mm(x_PD, gate_up, offs=ends)), down, offs=ends)


@contextmanager
def running(way: ways.Way | None) -> Iterator[None]:
    """Every mixture runs its experts this way; its own where there is none."""
    from trainer import moe

    before = moe.way
    moe.way = (lambda experts, x_PD: way) if way else before
    try:
        yield
    finally:
        moe.way = before


def our_layer(task: Task) -> Step:
    keep_memory()
    mixture = our_model(task.size, task.widths).layers[0].moe
    return layer_step(mixture, lambda x: mixture(x, Regime())[0], task.states())


def their_layer(task: Task, way: str) -> Step:
    peer = their_model(our_model(task.size, task.widths), way)

    def call(x_TD: Tensor) -> Tensor:
        with torch.autocast("cpu", task.dtype, enabled=task.dtype != torch.float32):
            out = peer.model.layers[0].mlp(x_TD[None])
            return (out[0] if isinstance(out, tuple) else out)[0]

    return layer_step(peer, call, task.states())


def layer_step(mixture: nn.Module, call: Callable[[Tensor], Tensor], x_TD: Tensor) -> Step:
    """Forward and backward of one mixture of experts alone, router and shared expert included."""
    upstream = torch.randn(x_TD.shape, generator=torch.Generator().manual_seed(4))

    def step() -> float:
        out = call(x_TD)
        out.backward(upstream.to(out.dtype))
        mixture.zero_grad(set_to_none=True)
        return float(out.detach().float().square().mean())

    return step


PLAIN, COMPILED, KEPT = "transformers ", ", compiled", ", memory kept"
"""What the names of the peers have in them."""


def theirs(task: Task, way: str, compiles: bool) -> list[Way]:
    """A peer as it comes and with the memory setting of ours, plain and, if wanted, compiled."""
    found = []
    for name, build in (
        (PLAIN + way, partial(their_step, task, way)),
        (way + COMPILED, partial(their_step, task, way, compiles=True)),
    )[: 2 if compiles else 1]:
        found += [Way(name, build), Way(name + KEPT, partial(build, keeps=True))]
    return found


def equal_widths(size: Size, name: str, rounds: int, compiles: bool) -> dict[str, float]:
    task = Task(size, share_out(equal(EXPERTS), EXPERTS * 2 * size.width), DTYPES[name])
    layers = [Way("ours", partial(our_layer, task))]
    layers += [Way(PLAIN + way, partial(their_layer, task, way)) for way in WAYS]
    title = f"equal widths, {name}: one mixture of experts, forward and backward"
    compare(title, layers, rounds, size.tokens, task.agree)
    steps = [Way("ours", partial(our_step, task))]
    steps += [peer for way in WAYS for peer in theirs(task, way, compiles)]
    return compare(f"equal widths, {name}: whole step", steps, rounds, size.tokens, task.agree)


def arithmetic_widths(size: Size, name: str, rounds: int, compiles: bool) -> dict[str, float]:
    widths = share_out(arithmetic(EXPERTS), EXPERTS * 2 * size.width)
    task = Task(size, widths, DTYPES[name])
    steps = [Way("ours", partial(our_step, task)), Way("ours padded", partial(our_step, task, pads=True))]
    steps += theirs(task, "grouped_mm", compiles)
    title = f"arithmetic widths {widths[0]} to {widths[-1]}, {name}: whole step"
    return compare(title, steps, rounds, size.tokens, task.agree)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--width", type=int, default=256)
    options.add_argument("--layers", type=int, default=6)
    options.add_argument("--rows", type=int, default=8)
    options.add_argument("--sequence", type=int, default=512)
    options.add_argument("--compile", action=argparse.BooleanOptionalAction, default=True)
    chosen = options.parse_args()
    size = Size(chosen.width, chosen.layers, chosen.rows, chosen.sequence)
    found = {}
    for name in DTYPES:
        found["equal", name] = equal_widths(size, name, chosen.rounds, chosen.compile)
        found["arithmetic", name] = arithmetic_widths(size, name, chosen.rounds, chosen.compile)
    print(
        "\nwhole step, the fastest peer's time over ours: as it comes, compiled, with memory kept (plain or compiled)"
    )
    for (widths, name), ratios in found.items():
        kinds = (fastest(ratios, kind) for kind in (PLAIN, COMPILED, KEPT))
        print(f"  {widths:10} {name:8}", *(f"{ratio:.2f}" for ratio in kinds))
    print(f"ratio: {fastest(found['equal', 'float32'], PLAIN):.2f}")


def fastest(ratios: dict[str, float], kind: str) -> float:
    """The smallest ratio of the peers of one kind; no number where there is none."""
    return min((ratio for way, ratio in ratios.items() if kind_of(way) == kind), default=math.nan)


def kind_of(way: str) -> str:
    if way.endswith(KEPT):
        return KEPT
    return next((kind for kind in (COMPILED, PLAIN) if kind in way), "")


if __name__ == "__main__":
    main()
