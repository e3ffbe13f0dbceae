"""A model with rows for more tokens than it was trained with, where its tokenizer was extended.

A new row is the mean of the old ones, so a new token's logit is the mean of the old logits, whatever the text. By
Jensen's inequality its exponential is at most the mean of theirs: m new tokens take at most m / (n + m) of the
probability from n old ones, and what the old ones have among themselves is unchanged. Rows drawn at random can take
nearly all of it. (Hewitt 2021, "Initializing New Word Embeddings for Pretrained Language Models".) A little noise tells
the new rows apart.
"""

from dataclasses import replace
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from trainer import checkpoint
from trainer.errors import BadInput
from trainer.model import Model
from trainer.tokenizer import ChatTokenizer

NOISE = 0.01
"""Of the old rows' standard deviation in each coordinate. The project's own figure."""


@torch.no_grad()
def grow_vocabulary(model: Model, tokens: int, *, noise: float = NOISE, seed: int = 0) -> None:
    """Give the embedding, and the head where it is a matrix of its own, rows for `tokens` tokens in all. In place; make
    the optimizer afterwards. Raises BadInput if the model has more already."""
    if tokens < model.config.vocab_size:
        raise BadInput(
            f"the model has {model.config.vocab_size:,} tokens already; a vocabulary only grows, not to {tokens:,}"
        )
    generator = torch.Generator().manual_seed(seed)
    model.embedding = _grown(model.embedding, tokens, noise, generator)
    if model.head is not None:
        model.head = _grown(model.head, tokens, noise, generator)
    model.config = replace(model.config, vocab_size=tokens)


def _grown(old_VC: Tensor, tokens: int, noise: float, generator: torch.Generator) -> nn.Parameter:
    drawn = torch.randn(tokens - len(old_VC), old_VC.shape[1], generator=generator).to(old_VC)
    new_VC = old_VC.mean(0) + noise * old_VC.std(0) * drawn
    return nn.Parameter(torch.cat([old_VC, new_VC]))


def is_checkpoint(folder: Path) -> bool:
    """Whether a folder holds a model of this trainer, and not a tokenizer alone or a model of another program."""
    config = folder / checkpoint.CONFIG
    return (folder / checkpoint.WEIGHTS).is_file() and config.is_file() and "expert_widths" in config.read_text("utf-8")


def grow_checkpoint(source: Path, out: Path, tokenizer: Tokenizer, *, overwrite: bool = False) -> None:
    """The checkpoint `source` with a tokenizer that extends its own, to train on from. Raises BadInput if `out` is
    there already, unless it may be overwritten."""
    chat = ChatTokenizer(tokenizer)
    run = {"kind": "grow", "from": str(source), "vocab_size": chat.vocab_size}
    with checkpoint.writing(out, run, overwrite=overwrite) as folder:
        model, _ = checkpoint.load(source)
        grow_vocabulary(model, chat.vocab_size)
        checkpoint.save(folder, model.config, model.state_dict(), chat)
