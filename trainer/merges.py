"""Learn merges on sequences of tokens: byte-pair encoding (Sennrich et al. 2016, arXiv 1508.07909, algorithm 1) that
goes on from the tokens that there are, and makes only those new ones that are wanted.

The tokens are one array; a merge works on all of its places at once. Where a pair stands is kept by pair, so a merge
costs what it changes. A place that has changed since is found out when its pair's turn comes.
"""

import heapq
from collections import defaultdict
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
    `first_new`. Two pairs that make the same bytes make the same token, so there may be more merges than new tokens. Of
    equally frequent pairs the one with the lower ids comes first. Fewer are learnt if no pair occurs `min_count` times.
    """
    spelt = dict(known)
    ids = {spelling: token for token, spelling in spelt.items()}
    pairs = _Pairs(tokens_N, lambda first, second: wanted(spelt[first] + spelt[second]))
    learnt: dict[tuple[int, int], Merge] = {}
    made = 0
    while (best := pairs.best(min_count)) is not None:
        first, second = best
        spelling = spelt[first] + spelt[second]
        if spelling not in ids:
            if made == count:
                break
            ids[spelling], spelt[first_new + made] = first_new + made, spelling
            made += 1
        pairs.merge(first, second, ids[spelling])
        learnt.setdefault(best, Merge(first, second, ids[spelling], spelling))
    return list(learnt.values())


class _Pairs:
    """The tokens, the wanted pairs of neighbours among them, how often each occurs, and where."""

    def __init__(self, tokens_N: NDArray[np.int32], wanted: Callable[[int, int], bool]) -> None:
        size = len(tokens_N)
        self.tokens_N = np.append(tokens_N, np.int32(BOUNDARY)).astype(np.int32)
        self.next_N = np.minimum(np.arange(1, size + 2, dtype=np.int32), size)
        self.before_N = np.maximum(np.arange(-1, size, dtype=np.int32), 0)
        self.wanted = wanted
        self.wishes: dict[int, bool] = {}
        self.counts: defaultdict[int, int] = defaultdict(int)
        self.places: defaultdict[int, list[NDArray[np.int32]]] = defaultdict(list)
        self.queue: list[tuple[int, int]] = []
        """(-count, pair): the count is never below the true one, and is put right when its turn comes."""
        self._add(np.arange(size, dtype=np.int32))

    def best(self, min_count: int) -> tuple[int, int] | None:
        """The most frequent wanted pair; none if it occurs less than `min_count` times."""
        while self.queue and -self.queue[0][0] >= min_count:
            noted, key = self.queue[0]
            if noted == -self.counts[key]:
                return key >> SHIFT, key & ((1 << SHIFT) - 1)
            heapq.heappop(self.queue)
            if 0 < self.counts[key] < -noted:
                heapq.heappush(self.queue, (-self.counts[key], key))
        return None

    def merge(self, first: int, second: int, token: int) -> None:
        at = self._places(first, second)
        gone = self.next_N[at]
        self._remove(np.unique(np.concatenate([self.before_N[at], at, gone])))
        after = self.next_N[gone]
        self.tokens_N[at], self.tokens_N[gone] = token, GONE
        self.next_N[at], self.before_N[after] = after, at
        self._add(np.unique(np.concatenate([self.before_N[at], at])))

    def _places(self, first: int, second: int) -> NDArray[np.int32]:
        """Where the pair stands, from left to right; of three equal tokens in a row the first two are a pair."""
        at = np.unique(np.concatenate(self.places.pop(first << SHIFT | second)))
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
        at, keys = self._keys(at)
        order = np.argsort(keys, kind="stable")
        found, starts, counts = np.unique(keys[order], return_index=True, return_counts=True)
        for key, start, count in zip(found.tolist(), starts.tolist(), counts.tolist(), strict=True):
            if self._wished(key):
                self.counts[key] += count
                self.places[key].append(at[order[start : start + count]])
                heapq.heappush(self.queue, (-self.counts[key], key))

    def _remove(self, at: NDArray[np.int32]) -> None:
        found, counts = np.unique(self._keys(at)[1], return_counts=True)
        for key, count in zip(found.tolist(), counts.tolist(), strict=True):
            if self._wished(key):
                self.counts[key] -= count

    def _wished(self, key: int) -> bool:
        if key not in self.wishes:
            self.wishes[key] = self.wanted(key >> SHIFT, key & ((1 << SHIFT) - 1))
        return self.wishes[key]
