"""Documents into batches of nearly equal size.

Each pass over the corpus shuffles the documents, packs them into rows of the sequence length by best fit (longest
first, each into the fullest row that still has room: no document is cut), shuffles the rows, and deals them out as
batches.
A row bounds how many tokens a step sees; inside a batch the documents stand end to end and do not see one another
(trainer/attention.py), so the little room that packing leaves costs nothing.

A pass depends on the seed, its number and the corpus alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from trainer.data import Corpus

IGNORED = -1
"""The target of a token that need not be predicted."""


@dataclass(frozen=True, slots=True)
class Batch:
    """N tokens and what follows each (IGNORED where that is not to be learnt), with the documents' lengths."""

    tokens_N: Tensor
    targets_N: Tensor
    lengths: list[int]
    counts_N: Tensor
    """How much each token counts in the loss: alike, or by `evened` so that every document does."""


def pack(lengths: Sequence[int], room: int) -> list[list[int]]:
    """Rows of document numbers by best-fit decreasing; equal lengths keep their order.

    The free room of the open rows is kept as the bits of one integer, so that the fullest row with room is found
    without a search.
    """
    rows: list[list[int]] = []
    open_rows: list[list[int]] = [[] for _ in range(room + 1)]
    open_bits = 0
    for number in sorted(range(len(lengths)), key=lambda number: -lengths[number]):
        length = lengths[number]
        if length > room:
            raise ValueError(f"document {number} has {length} tokens; a row has room for {room}")
        fitting = open_bits >> length
        if fitting:
            free = length + (fitting & -fitting).bit_length() - 1
            row = open_rows[free].pop()
            if not open_rows[free]:
                open_bits &= ~(1 << free)
        else:
            free, row = room, len(rows)
            rows.append([])
        rows[row].append(number)
        open_rows[free - length].append(row)
        open_bits |= 1 << (free - length)
    return rows


def one_pass(corpus: Corpus, room: int, rows_per_batch: int, seed: int, number: int) -> Iterator[list[int]]:
    """The documents of each batch of a pass. A last batch that is not full is left out, unless it is the only one."""
    generator = np.random.default_rng([seed, number])
    order = generator.permutation(len(corpus))
    rows = pack((corpus.lengths[order] - 1).tolist(), room)
    turns = generator.permutation(len(rows))
    for start in range(0, max(1, len(rows) - rows_per_batch + 1), rows_per_batch):
        yield [int(order[place]) for row in turns[start : start + rows_per_batch] for place in rows[row]]


def collate(corpus: Corpus, documents: Sequence[int], evened: float = 0.0) -> Batch:
    """Inputs are a document's tokens but the last, targets its tokens but the first.

    A token of a document with n targets counts as n ** -evened: 0 counts tokens alike, 1 counts documents alike.
    """
    spans = [slice(corpus.starts[number], corpus.starts[number + 1]) for number in documents]
    tokens = np.concatenate([corpus.tokens[span][:-1] for span in spans])
    targets = np.concatenate([np.where(corpus.learn[span], corpus.tokens[span], IGNORED)[1:] for span in spans])
    lengths = [int(span.stop - span.start) - 1 for span in spans]
    learnt = [max(1, int(corpus.learn[span].sum())) for span in spans]
    counts = np.repeat(np.array(learnt, np.float32) ** -evened, lengths)
    as_tensor = torch.from_numpy
    return Batch(as_tensor(tokens.astype(np.int64)), as_tensor(targets.astype(np.int64)), lengths, as_tensor(counts))


def batches(corpus: Corpus, room: int, rows_per_batch: int, seed: int, evened: float = 0.0) -> Iterator[Batch]:
    """Batches without end, pass after pass."""
    number = 0
    while True:
        for documents in one_pass(corpus, room, rows_per_batch, seed, number):
            yield collate(corpus, documents, evened)
        number += 1
