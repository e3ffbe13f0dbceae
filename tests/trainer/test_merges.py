"""Against byte-pair encoding written down as plainly as can be."""

from collections import Counter
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from trainer.merges import BOUNDARY, learn_merges

KNOWN = {0: b"a", 1: b"b", 2: b"c", 3: b"ab"}
SEQUENCES = st.lists(st.sampled_from([BOUNDARY, 0, 1, 2, 3]), max_size=40)


def learnt(tokens: list[int], count: int = 10, min_count: int = 2, without: bytes = b"") -> list[tuple[int, int, int]]:
    found = learn_merges(
        np.array(tokens, np.int32),
        KNOWN,
        lambda piece: not without or without not in piece,
        first_new=10,
        count=count,
        min_count=min_count,
    )
    return [(merge.first, merge.second, merge.token) for merge in found]


def plainly(tokens: list[int], count: int = 10, min_count: int = 2, without: bytes = b"") -> list[tuple[int, int, int]]:
    spelt, merges = dict(KNOWN), dict[tuple[int, int], int]()
    while True:
        pairs = Counter(pair for pair in pairwise(tokens) if BOUNDARY not in pair)
        wanted = [
            (-times, pair)
            for pair, times in pairs.items()
            if times >= min_count and not (without and without in spelt[pair[0]] + spelt[pair[1]])
        ]
        if not wanted:
            return [(*pair, token) for pair, token in merges.items()]
        _, (first, second) = min(wanted)
        spelling = spelt[first] + spelt[second]
        token = next((one for one, piece in spelt.items() if piece == spelling), None)
        if token is None:
            token = 10 + len(spelt) - len(KNOWN)
            if token == 10 + count:
                return [(*pair, token) for pair, token in merges.items()]
            spelt[token] = spelling
        merges.setdefault((first, second), token)
        merged: list[int] = []
        for one in tokens:
            merged.append(one)
            if merged[-2:] == [first, second]:
                merged[-2:] = [token]
        tokens = merged


@given(SEQUENCES, st.integers(1, 10), st.integers(1, 4), st.sampled_from([b"", b"c", b"ba"]))
def test_the_merges_are_those_of_plain_byte_pair_encoding(
    tokens: list[int], count: int, min_count: int, without: bytes
) -> None:
    assert learnt(tokens, count, min_count, without) == plainly(tokens, count, min_count, without)


def test_of_three_equal_tokens_in_a_row_the_first_two_are_merged() -> None:
    assert learnt([0, 0, 0, BOUNDARY, 0, 0, 0]) == [(0, 0, 10), (10, 0, 11)]


def test_two_pairs_that_spell_the_same_make_one_token() -> None:
    tokens = [3, 2, BOUNDARY] * 5 + [0, 1, 2, BOUNDARY] * 3
    assert learnt(tokens, without=b"x") == [(3, 2, 10), (0, 1, 3)]


def test_no_merge_reaches_across_a_boundary() -> None:
    assert learnt([0, BOUNDARY, 1] * 9, min_count=1) == [(1, 0, 10)]


def test_what_is_rarer_than_asked_for_is_not_learnt() -> None:
    assert learnt([0, 1, BOUNDARY, 0, 1], min_count=3) == []
    assert learnt([], min_count=1) == []
