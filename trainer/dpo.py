"""Direct preference optimisation (arXiv 2305.18290), as Hunyuan-Large mixes it (arXiv 2411.02265, section 3.2).

    loss = mean over pairs of -log sigmoid(beta * (margin - margin of the reference))        equation 7
         + sft_weight * mean cross entropy of the chosen responses' tokens
    margin = log p(chosen | prompt) - log p(rejected | prompt)

One stage mixes pairs made beforehand with pairs that the policy itself makes: between rounds it samples several
responses to prompts, a judge picks the best and the worst. The term on the chosen responses keeps their probability
from falling, and an average of the weights over the steps is what is kept. The paper withholds beta, the weight, the
decay and the rates; the values here are our own.

The reference is the model that training starts from. Its log-probabilities are computed once and kept on disk, by the
hashes of model and pairs.

Shapes: N tokens of a batch, B documents (chosen and rejected by turns), V vocabulary.
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from torch import Tensor
from torch.nn import functional as F

from trainer.attention import Documents
from trainer.balance import Loads, RouterLoss, router_loss
from trainer.config import Regime, TrainConfig
from trainer.errors import BadInput
from trainer.model import Loss, Model
from trainer.objective import Work
from trainer.packing import Position
from trainer.parallel import World
from trainer.routing import Routing
from trainer.token_cache import cache_folder
from trainer.tokenizer import ChatTokenizer, Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two responses to one prompt, as messages."""

    prompt: Sequence[Message]
    chosen: Sequence[Message]
    rejected: Sequence[Message]


@dataclass(frozen=True, slots=True, kw_only=True)
class DPOConfig:
    train: TrainConfig
    """Rates, schedule, average and so on; `rows` counts pairs, `tokens` and `sequence` are set from the pairs."""
    beta: float = 0.1
    sft_weight: float = 0.2
    epochs: float = 1.0
    longest: int = 2048
    """Tokens of a prompt with a response; longer pairs are left out and counted."""

    def __post_init__(self) -> None:
        if self.beta <= 0 or self.sft_weight < 0 or self.epochs <= 0:
            raise BadInput(
                f"dpo: beta ({self.beta}) and epochs ({self.epochs}) must be above 0, sft_weight ({self.sft_weight}) "
                f"at least 0"
            )


@dataclass(frozen=True, slots=True)
class Pairs:
    """Tokenised pairs: documents 2i and 2i + 1 are the chosen and the rejected side of pair i."""

    tokens: list[list[int]]
    prompts: list[int]
    """Tokens of each document before the response."""
    skipped: int
    hash: str

    def __len__(self) -> int:
        return len(self.tokens) // 2


def tokenise(pairs: Sequence[Pair], tokenizer: ChatTokenizer, longest: int) -> Pairs:
    """Raises BadInput if no pair is short enough."""
    prompts = [len(tokens) for tokens in tokenizer.prompts([list(pair.prompt) for pair in pairs])]
    sides = [[*pair.prompt, *side] for pair in pairs for side in (pair.chosen, pair.rejected)]
    rendered = [tokens for tokens, _ in tokenizer.chats(sides)]
    kept = [i for i in range(len(pairs)) if max(len(rendered[2 * i]), len(rendered[2 * i + 1])) <= longest + 1]
    if not kept:
        raise BadInput(f"none of {len(pairs)} preference pairs fits into {longest} tokens")
    tokens = [rendered[place] for i in kept for place in (2 * i, 2 * i + 1)]
    key = hashlib.sha256(json.dumps(tokens).encode()).hexdigest()
    return Pairs(tokens, [prompts[i] for i in kept for _ in range(2)], len(pairs) - len(kept), key)


@dataclass(frozen=True, slots=True)
class PairBatch:
    """Documents laid end to end with what follows each token; `document_N` says which one a token belongs to."""

    tokens_N: Tensor
    targets_N: Tensor
    lengths: list[int]
    learn_N: Tensor
    document_N: Tensor
    reference_B: Tensor
    pairs: int
    """Of the whole step, over all processes."""
    chosen_tokens: int
    """Response tokens of the chosen sides of the whole step."""
    counted: bool = True
    """False where a process has no pair of its own and only goes along."""


def collate(
    pairs: Pairs, numbers: Sequence[int], reference: NDArray[np.float32], pairs_of_step: Sequence[int]
) -> PairBatch:
    places = [place for number in numbers for place in (2 * number, 2 * number + 1)]
    texts = [pairs.tokens[place] for place in places]
    lengths = [len(text) - 1 for text in texts]
    learn = [
        step >= pairs.prompts[place] - 1
        for place, length in zip(places, lengths, strict=True)
        for step in range(length)
    ]
    return PairBatch(
        tokens_N=torch.tensor([token for text in texts for token in text[:-1]]),
        targets_N=torch.tensor([token for text in texts for token in text[1:]]),
        lengths=lengths,
        learn_N=torch.tensor(learn),
        document_N=torch.arange(len(texts)).repeat_interleave(torch.tensor(lengths)),
        reference_B=torch.from_numpy(reference[places]),
        pairs=len(pairs_of_step),
        chosen_tokens=sum(len(pairs.tokens[2 * number]) - pairs.prompts[2 * number] for number in pairs_of_step),
    )


def response_log_probs(
    model: Model, batch: PairBatch, attend: Documents, dtype: torch.dtype, regime: Regime
) -> tuple[Tensor, list[Routing]]:
    """Log-probability of each document's response (B), and the routings."""
    device = attend.positions_N.device
    learnt = batch.learn_N.to(device).nonzero().squeeze(1)
    each, routings = model.log_probs(
        batch.tokens_N.to(device), batch.targets_N.to(device), learnt, attend, dtype, regime
    )
    document = batch.document_N.to(device)[learnt]
    return each.new_zeros(len(batch.lengths)).index_add(0, document, each), routings


@torch.no_grad()
def reference_log_probs(
    model: Model, weights: str, pairs: Pairs, dtype: torch.dtype, at_once: int, cache: Path | None = None
) -> NDArray[np.float32]:
    """Of each document's response by the model that training starts from, by the hash of its weights; from the cache,
    where it has them."""
    key = hashlib.sha256(f"{weights} {pairs.hash} {dtype}".encode()).hexdigest()
    path = (cache or cache_folder()) / "reference" / f"{key}.safetensors"
    if path.is_file():
        return load_file(path)["log_probs"].numpy()
    found = np.zeros(len(pairs.tokens), np.float32)
    for start in range(0, len(pairs), at_once):
        numbers = list(range(start, min(start + at_once, len(pairs))))
        batch = collate(pairs, numbers, found, numbers)
        attend = Documents(batch.lengths, device=next(model.parameters()).device)
        values, _ = response_log_probs(model, batch, attend, dtype, Regime())
        found[2 * start : 2 * start + len(values)] = values.float().cpu().numpy()
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    save_file({"log_probs": torch.from_numpy(found)}, partial)
    partial.rename(path)
    return found


class Preferences:
    """The objective of a step: pairs, drawn epoch by epoch in an order of the seed."""

    def __init__(self, pairs: Pairs, reference: NDArray[np.float32], config: DPOConfig) -> None:
        self.pairs, self.reference, self.config = pairs, reference, config
        self.length = float(np.mean([len(tokens) for tokens in pairs.tokens]))
        self.position = Position()

    def go_to(self, positions: Mapping[str, Position]) -> None:
        self.position = positions.get("pairs", Position())

    def positions(self) -> dict[str, Position]:
        return {"pairs": self.position}

    def work(self, number: int, world: World) -> Work:
        train = self.config.train
        chosen = self._take(train.rows_at(number))
        mine = chosen[world.rank :: world.size]
        batches = [
            collate(self.pairs, mine[piece :: train.pieces] or chosen[:1], self.reference, chosen)
            for piece in range(train.pieces)
        ]
        idle = [not mine[piece :: train.pieces] for piece in range(train.pieces)]
        batches = [replace(batch, counted=not empty) for batch, empty in zip(batches, idle, strict=True)]
        tokens = sum(len(self.pairs.tokens[2 * n]) + len(self.pairs.tokens[2 * n + 1]) - 2 for n in chosen)
        return Work(batches, tokens, self.position.number)

    def _take(self, count: int) -> list[int]:
        taken: list[int] = []
        while len(taken) < count:
            order = np.random.default_rng([self.config.train.seed, self.position.number]).permutation(len(self.pairs))
            piece = order[self.position.row :][: count - len(taken)].tolist()
            taken += piece
            self.position = Position(self.position.number, self.position.row + len(piece))
            if self.position.row >= len(self.pairs):
                self.position = Position(self.position.number + 1)
        return taken

    def loss(self, model: Model, batch: PairBatch, dtype: torch.dtype, loads: Loads, world: World) -> Loss:
        train = self.config.train
        attend = Documents(batch.lengths, train.regime.attention_dropout, world.device)
        log_probs_B, routings = response_log_probs(model, batch, attend, dtype, train.regime)
        router = router_loss(routings, model.config.expert_widths, train.losses, attend.positions_N, loads)
        share = float(batch.counted)
        return preference_loss(log_probs_B, batch, self.config, router, share)

    def look(self, model: Model, dtype: torch.dtype, world: World) -> float | None:
        return None


def preference_loss(log_probs_B: Tensor, batch: PairBatch, config: DPOConfig, router: RouterLoss, share: float) -> Loss:
    """A micro-batch's part of the step's loss; `share` is 0 for one that only keeps the processes in step."""
    reference_B = batch.reference_B.to(log_probs_B)
    chosen, rejected = log_probs_B[0::2], log_probs_B[1::2]
    margin = (chosen - rejected) - (reference_B[0::2] - reference_B[1::2])
    preferred = -F.logsigmoid(config.beta * margin).sum() / batch.pairs
    likely = -chosen.sum() / batch.chosen_tokens
    told = {
        "accuracy": (margin > 0).sum() * share / batch.pairs,
        "margin": margin.detach().sum() * share / batch.pairs,
        "preference_loss": preferred.detach() * share,
        "chosen_loss": likely.detach() * share,
    }
    return Loss((preferred + config.sft_weight * likely) * share, router, told)
