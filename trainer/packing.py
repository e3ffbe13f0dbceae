"""Documents into rows, rows into batches: one order for any number of processes, that can be taken up anywhere.

Each pass shuffles the documents, packs them into rows of the sequence length by best fit (longest first, each into the
fullest row that still has room: no document is cut), and shuffles the rows. The passes' rows follow each other without
a border, and a step takes the next so many of them; so how many rows a step takes may change from step to step and the
order stays. Of a step's rows, process r of w takes every w-th from the r-th on.

A row bounds how many tokens a step sees; inside a batch the documents stand end to end and do not see one another
(trainer/attention.py), so the little room that packing leaves costs nothing.

A pass depends on the seed, its number and the mixture alone; where a run stands is a pass and a row in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from trainer.mixture import Mixture

IGNORED = -1
"""The target of a token that need not be predicted."""


@dataclass(frozen=True, slots=True)
class Batch:
    """N tokens and what follows each (IGNORED where that is not to be learnt), with the documents' lengths."""

    tokens_N: Tensor
    targets_N: Tensor
    lengths: list[int]
    counts_N: Tensor
    """How much each token counts in the loss. Over all processes' batches of a step the counts of the tokens to be
    predicted add up to 1."""


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


def rows_of_pass(mixture: Mixture, room: int, seed: int, number: int) -> list[list[int]]:
    """The documents of each row of a pass."""
    generator = np.random.default_rng([seed, number])
    order = mixture.one_pass(generator)
    rows = pack((mixture.lengths[order] - 1).tolist(), room)
    return [[int(order[place]) for place in rows[turn]] for turn in generator.permutation(len(rows))]


@dataclass(slots=True)
class Position:
    """Where a run stands in its data: `number` passes are over, and `row` rows of the next."""

    number: int = 0
    row: int = 0


class Rows:
    """The rows of all passes one after the other, from a position on."""

    def __init__(self, mixture: Mixture, room: int, seed: int, position: Position | None = None) -> None:
        self.mixture, self.room, self.seed = mixture, room, seed
        self.position = position or Position()
        self._pass = rows_of_pass(mixture, room, seed, self.position.number)

    def take(self, count: int) -> list[list[int]]:
        """The next `count` rows."""
        taken: list[list[int]] = []
        while len(taken) < count:
            if self.position.row >= len(self._pass):
                self.position = Position(self.position.number + 1)
                self._pass = rows_of_pass(self.mixture, self.room, self.seed, self.position.number)
            piece = self._pass[self.position.row :][: count - len(taken)]
            self.position = Position(self.position.number, self.position.row + len(piece))
            taken += piece
        return taken


def collate(mixture: Mixture, documents: Sequence[int], evened: float = 0.0, whole: float | None = None) -> Batch:
    """Inputs are a document's tokens but the last, targets its tokens but the first.

    A token of a document with n targets counts as n ** -evened: 0 counts tokens alike, 1 counts documents alike.
    `whole` is what the counts of the step's targets come to, where these documents are a part of it.
    """
    pairs = [mixture.document(number) for number in documents]
    tokens = np.concatenate([tokens[:-1] for tokens, _ in pairs])
    targets = np.concatenate([np.where(learn, tokens, IGNORED)[1:] for tokens, learn in pairs])
    lengths = [len(tokens) - 1 for tokens, _ in pairs]
    counts = np.repeat(mixture.learnt[documents].astype(np.float64) ** -evened, lengths)
    counts /= weight_of(mixture, documents, evened) if whole is None else whole
    as_tensor = torch.from_numpy
    return Batch(
        as_tensor(tokens.astype(np.int64)),
        as_tensor(targets.astype(np.int64)),
        lengths,
        as_tensor(counts.astype(np.float32)),
    )


def weight_of(mixture: Mixture, documents: Sequence[int], evened: float) -> float:
    """What the counts of these documents' targets come to before they are scaled."""
    return float((mixture.learnt[documents].astype(np.float64) ** (1 - evened)).sum())


def shared_out(
    mixture: Mixture, rows: Sequence[Sequence[int]], evened: float, *, rank: int = 0, world: int = 1, pieces: int = 1
) -> list[Batch]:
    """A process's micro-batches of a step's rows: of its rows, piece p of `pieces` takes every so-manieth.

    There are `pieces` of them in every process, whatever it holds: a micro-batch without rows repeats the step's first
    row with counts of zero, so that all processes go through the same operations.
    """
    whole = weight_of(mixture, [number for row in rows for number in row], evened)
    mine = rows[rank::world]
    batches = []
    for piece in range(pieces):
        documents = [number for row in mine[piece::pieces] for number in row]
        batch = collate(mixture, documents or rows[0], evened, whole)
        if not documents:
            batch.counts_N.zero_()
        batches.append(batch)
    return batches
