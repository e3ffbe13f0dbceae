"""Answers, the most probable token by token or drawn: for many prompts at once, or for one as it comes.

Prompts are taken longest first in batches, so that a batch's caches are of one size. A batch starts with one pass over
its prompts laid end to end, then grows all sequences by a token a step; those that have ended are dropped from the
caches as soon as a quarter of the rows is idle.
"""

from collections.abc import Callable, Iterator, Sequence

import torch
from torch import Tensor

from trainer.attention import Cache
from trainer.model import Model
from trainer.tokenizer import ChatTokenizer, Message

BATCH = 192
IDLE = 0.25


def new_cache(model: Model, sequences: int, room: int) -> Cache:
    config = model.config
    return Cache(config.kv_layers, sequences, config.kv_heads, room, config.head_dim, model.embedding)


Choose = Callable[[Tensor], Tensor]
"""From logits (B, V) to a token for each sequence (B)."""


def most_probable(logits_BV: Tensor) -> Tensor:
    return logits_BV.argmax(-1)


def drawn(temperature: float, seed: int) -> Choose:
    """Tokens in proportion to their probability at a temperature; the same for the same seed and prompts."""
    generator = torch.Generator().manual_seed(seed)

    def choose(logits_BV: Tensor) -> Tensor:
        chances_BV = (logits_BV / temperature).softmax(-1).cpu()
        return torch.multinomial(chances_BV, 1, generator=generator).squeeze(1).to(logits_BV.device)

    return choose


@torch.inference_mode()
def complete(
    model: Model,
    prompts: Sequence[Sequence[int]],
    end: int,
    max_new: int,
    batch: int = BATCH,
    choose: Choose = most_probable,
) -> list[list[int]]:
    """What follows each prompt, up to and without `end`, at most `max_new` tokens."""
    completions: list[list[int]] = [[] for _ in prompts]
    by_length = sorted(range(len(prompts)), key=lambda number: -len(prompts[number]))
    for start in range(0, len(prompts), batch):
        numbers = by_length[start : start + batch]
        for number, tokens in zip(
            numbers, _complete([prompts[n] for n in numbers], model, end, max_new, choose), strict=True
        ):
            completions[number] = tokens
    return completions


def _complete(
    prompts: Sequence[Sequence[int]], model: Model, end: int, max_new: int, choose: Choose
) -> list[list[int]]:
    completions: list[list[int]] = [[] for _ in prompts]
    cache = new_cache(model, len(prompts), max(map(len, prompts)) + max_new)
    rows = list(range(len(prompts)))
    """Which completion each row of the cache belongs to; those of ended sequences stay until the next sweep."""
    ended: set[int] = set()
    prefill = cache.prefill([len(prompt) for prompt in prompts])
    states, _ = model(
        torch.tensor([token for prompt in prompts for token in prompt], device=model.embedding.device), prefill
    )
    states = states[prefill.last_B]
    for step in range(max_new):
        tokens_B = choose(model.logits(states))
        for row, token in zip(rows, tokens_B.tolist(), strict=True):
            if token == end:
                ended.add(row)
            elif row not in ended:
                completions[row].append(token)
        alive = [place for place, row in enumerate(rows) if row not in ended]
        if not alive or step == max_new - 1:
            break
        if len(alive) <= (1 - IDLE) * len(rows):
            keep = torch.tensor(alive, device=tokens_B.device)
            cache.keep(keep)
            tokens_B, rows = tokens_B[keep], [rows[place] for place in alive]
        states, _ = model(tokens_B, cache.grow())
    return completions


def answers(
    model: Model,
    tokenizer: ChatTokenizer,
    conversations: Sequence[Sequence[Message]],
    max_new: int,
    choose: Choose = most_probable,
) -> list[str]:
    """The assistant's next turn in each conversation."""
    completions = complete(model, tokenizer.prompts(conversations), tokenizer.end, max_new, choose=choose)
    return [tokenizer.decode(tokens) for tokens in completions]


@torch.inference_mode()
def stream(model: Model, tokenizer: ChatTokenizer, conversation: Sequence[Message], max_new: int) -> Iterator[str]:
    """The assistant's next turn, piece by piece; a character that spans tokens comes when it is whole."""
    (prompt,) = tokenizer.prompts([conversation])
    cache = new_cache(model, 1, len(prompt) + max_new)
    states, _ = model(torch.tensor(prompt, device=model.embedding.device), cache.prefill([len(prompt)]))
    tokens: list[int] = []
    shown = ""
    for _ in range(max_new):
        token = int(model.logits(states[-1]).argmax())
        if token == tokenizer.end:
            break
        tokens.append(token)
        text = tokenizer.decode(tokens)
        if not text.endswith("\N{REPLACEMENT CHARACTER}"):
            yield text[len(shown) :]
            shown = text
        states, _ = model(torch.tensor([token], device=model.embedding.device), cache.grow())
