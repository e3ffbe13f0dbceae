"""Several sources as one stock of documents, and the order in which passes go through it.

One pass takes each document of a source `epochs` times: whole times, and for the rest a part that is drawn anew in each
pass. Where sources have weights, the weights are their shares of the tokens, and `epochs` is the most that a source is
repeated: the scarcest source for its weight sets the length of a pass.

A document that is longer than a row is cut into rows where every token is to be predicted, and is left out and counted
where only the assistant's are: cut, it would teach to answer half a question.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.corpus import Corpus
from trainer.errors import BadInput
from trainer.sources import Source


@dataclass(frozen=True, slots=True)
class Part:
    """What of a source is trained on: spans of its corpus."""

    corpus: Corpus
    learn_all: bool
    starts: NDArray[np.int64]
    lengths: NDArray[np.int64]
    """Tokens of each span; one fewer are predicted from."""
    learnt: NDArray[np.int64]
    """Tokens of each span that are to be predicted."""
    skipped: int
    """Documents left out because they are longer than a row."""


def part(corpus: Corpus, source: Source, room: int) -> Part:
    """The spans of a source for rows of `room` tokens. Raises BadInput if nothing is left."""
    lengths, starts = corpus.lengths, corpus.starts[:-1]
    chosen = lengths >= max(2, source.min_tokens)
    learn_all = source.learn == "all" or source.reads == "text"
    fits = lengths <= room + 1
    skipped = 0
    if learn_all:
        starts, lengths = _cut(starts[chosen], lengths[chosen], room)
        learnt = lengths - 1
    else:
        skipped = int((chosen & ~fits).sum())
        chosen &= fits & (corpus.learnt > 0)
        starts, lengths, learnt = starts[chosen], lengths[chosen], corpus.learnt[chosen]
    if not len(starts):
        raise BadInput(
            f"{source.path}: no document is left to train on ({len(corpus)} read, {skipped} longer than {room} "
            f"tokens): raise the sequence length, or choose less strictly"
        )
    return Part(corpus, learn_all, starts, lengths, learnt, skipped)


def _cut(
    starts: NDArray[np.int64], lengths: NDArray[np.int64], room: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pieces of at most `room` + 1 tokens that overlap by one: every token but a document's first is predicted."""
    pieces = np.maximum(1, -(-(lengths - 1) // room))
    offsets = (np.arange(pieces.sum()) - np.repeat(np.cumsum(pieces) - pieces, pieces)) * room
    return np.repeat(starts, pieces) + offsets, np.minimum(np.repeat(lengths, pieces) - offsets, room + 1)


class Mixture:
    """Documents are numbered through all parts; `lengths` and `learnt` are by that number."""

    def __init__(self, parts: Sequence[Part], epochs: Sequence[float]) -> None:
        self.parts, self.epochs = parts, epochs
        self.firsts = np.cumsum([0, *(len(one.starts) for one in parts)])
        self.lengths = np.concatenate([one.lengths for one in parts])
        self.learnt = np.concatenate([one.learnt for one in parts])

    def __len__(self) -> int:
        return len(self.lengths)

    @property
    def skipped(self) -> int:
        return sum(one.skipped for one in self.parts)

    def one_pass(self, generator: np.random.Generator) -> NDArray[np.int64]:
        """The documents of a pass, shuffled; one occurs as often as its source's epochs say."""
        drawn = [self._taken(number, generator) for number in range(len(self.parts))]
        return generator.permutation(np.concatenate(drawn))

    def _taken(self, number: int, generator: np.random.Generator) -> NDArray[np.int64]:
        documents = np.arange(self.firsts[number], self.firsts[number + 1])
        whole, rest = divmod(self.epochs[number], 1)
        some = generator.permutation(documents)[: round(rest * len(documents))]
        return np.concatenate([np.tile(documents, int(whole)), some])

    def document(self, number: int) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
        """A document's tokens, and which of them are to be predicted."""
        place = int(np.searchsorted(self.firsts, number, "right")) - 1
        one, index = self.parts[place], number - self.firsts[place]
        span = slice(one.starts[index], one.starts[index] + one.lengths[index])
        learn = np.ones(one.lengths[index], np.bool_) if one.learn_all else one.corpus.learn[span].astype(np.bool_)
        return np.asarray(one.corpus.tokens[span]), learn


def mix(corpora: Sequence[Corpus], sources: Sequence[Source], room: int) -> Mixture:
    """Raises BadInput where some sources have a weight and others have none."""
    parts = [part(corpus, source, room) for corpus, source in zip(corpora, sources, strict=True)]
    weights = [source.weight for source in sources if source.weight is not None]
    if not weights:
        return Mixture(parts, [source.epochs for source in sources])
    if len(weights) < len(sources) or min(weights) <= 0:
        raise BadInput("a mixture gives a weight above 0 to all of its sources, or to none")
    tokens = [int((one.lengths - 1).sum()) for one in parts]
    ends = zip(sources, tokens, weights, strict=True)
    scale = min(source.epochs * count / weight for source, count, weight in ends)
    return Mixture(parts, [scale * weight / count for weight, count in zip(weights, tokens, strict=True)])
