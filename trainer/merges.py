"""Learn merges on sequences of tokens: byte-pair encoding (Sennrich et al. 2016, arXiv 1508.07909, algorithm 1) that
goes on from the tokens that there are, and makes only those new ones that are wanted.

The tokens are one array; a merge works on all of its places at once. Where a pair stands is kept by pair, so a merge
costs what it changes. A place that has changed since is found out when its pair's turn comes.
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BOUNDARY = -1
"""In an array of tokens: no merge reaches across."""
GONE = -2
"""The second half of a merge."""
SHIFT = 32
"""A pair's key is its first token, shifted, plus its second."""


@dataclass(frozen=True, slots=True)
class Merge:
    first: int
    second: int
    token: int
    """What the two become."""
    bytes: bytes


def learn_merges(
    tokens_N: NDArray[np.int32],
    known: dict[int, bytes],
    wanted: Callable[[bytes], bool],
    *,
    first_new: int,
    count: int,
    min_count: int,
) -> list[Merge]:
    """Merge the most frequent wanted pair, again and again, until there are `count` new tokens.

    `known` has the bytes of the tokens in `tokens_N` (N tokens and boundaries); new tokens are numbered from
    `first_new`. Of equally frequent pairs the one with the lower ids comes first. A pair that spells a token which is
    there already is passed over: every merge makes a token. Fewer are learnt if no pair occurs `min_count` times.
    """
    spelt, taken = dict(known), set(known.values())
    pairs = _Pairs(tokens_N, lambda first, second: wanted(spelt[first] + spelt[second]), min_count)
    learnt: list[Merge] = []
    while len(learnt) < count and (best := pairs.pop()) is not None:
        first, second, places = best
        token, spelling = first_new + len(learnt), spelt[first] + spelt[second]
        if spelling in taken:
            continue
        taken.add(spelling)
        spelt[token] = spelling
        pairs.merge(first, second, places, token)
        learnt.append(Merge(first, second, token, spelling))
    return learnt


class _Pairs:
    """The tokens, and the wanted pairs of neighbours among them that are frequent enough: how often, and where.

    All pairs with a new token arise when it is made, for it is made of one pair only. From then on a pair can only
    become rarer, so one that is too rare at first is forgotten: most pairs are.
    """

    def __init__(self, tokens_N: NDArray[np.int32], wanted: Callable[[int, int], bool], min_count: int) -> None:
        size = len(tokens_N)
        self.tokens_N = np.append(tokens_N, np.int32(BOUNDARY)).astype(np.int32)
        self.next_N = np.minimum(np.arange(1, size + 2, dtype=np.int32), size)
        self.before_N = np.maximum(np.arange(-1, size, dtype=np.int32), 0)
        self.wanted, self.min_count = wanted, min_count
        self.counts: dict[int, int] = {}
        self.places: dict[int, NDArray[np.int32]] = {}
        """Where a pair stood when it arose."""
        self.queue: list[tuple[int, int]] = []
        """(-count, pair): the count is never below the true one, and is put right when its turn comes."""
        self._add(np.arange(size, dtype=np.int32))

    def pop(self) -> tuple[int, int, NDArray[np.int32]] | None:
        """The most frequent pair, which does not come again, and its places; none if no pair is left."""
        while self.queue:
            noted, key = heapq.heappop(self.queue)
            if key not in self.counts:
                continue
            if self.counts[key] == -noted:
                del self.counts[key]
                return *_halves(key), self.places.pop(key)
            heapq.heappush(self.queue, (-self.counts[key], key))
        return None

    def merge(self, first: int, second: int, places: NDArray[np.int32], token: int) -> None:
        at = self._standing(first, second, places)
        gone = self.next_N[at]
        self._remove(np.unique(np.concatenate([self.before_N[at], at, gone])))
        after = self.next_N[gone]
        self.tokens_N[at], self.tokens_N[gone] = token, GONE
        self.next_N[at], self.before_N[after] = after, at
        self._add(np.unique(np.concatenate([self.before_N[at], at])))

    def _standing(self, first: int, second: int, at: NDArray[np.int32]) -> NDArray[np.int32]:
        """Where the pair still stands, from left to right; of three equal tokens in a row the first two are a pair."""
        at = at[(self.tokens_N[at] == first) & (self.tokens_N[self.next_N[at]] == second)]
        if first != second or len(at) < 2:
            return at
        starts = np.append(True, self.next_N[at[:-1]] != at[1:])
        row_starts = np.flatnonzero(starts)
        in_row = np.arange(len(at)) - row_starts[np.cumsum(starts) - 1]
        return at[in_row % 2 == 0]

    def _keys(self, at: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The places that have a pair, and the pairs' keys."""
        first, second = self.tokens_N[at], self.tokens_N[self.next_N[at]]
        whole = (first >= 0) & (second >= 0)
        return at[whole], first[whole].astype(np.int64) << SHIFT | second[whole]

    def _add(self, at: NDArray[np.int32]) -> None:
        """Note the pairs at these places, all that there are of each."""
        at, keys = self._keys(at)
        order = np.argsort(keys, kind="stable")
        found, starts, counts = np.unique(keys[order], return_index=True, return_counts=True)
        frequent = counts >= self.min_count
        for key, start, count in zip(*(column[frequent].tolist() for column in (found, starts, counts)), strict=True):
            if self.wanted(*_halves(key)):
                self.counts[key], self.places[key] = count, at[order[start : start + count]]
                heapq.heappush(self.queue, (-count, key))

    def _remove(self, at: NDArray[np.int32]) -> None:
        found, counts = np.unique(self._keys(at)[1], return_counts=True)
        for key, count in zip(found.tolist(), counts.tolist(), strict=True):
            if key in self.counts:
                self.counts[key] -= count
                if self.counts[key] < self.min_count:
                    del self.counts[key], self.places[key]


def _halves(key: int) -> tuple[int, int]:
    return key >> SHIFT, key & ((1 << SHIFT) - 1)
