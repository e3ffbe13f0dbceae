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
    spelt, merges = dict(KNOWN), list[tuple[int, int, int]]()
    while len(merges) < count:
        pairs = Counter(pair for pair in pairwise(tokens) if BOUNDARY not in pair)
        spellings = {pair: spelt[pair[0]] + spelt[pair[1]] for pair in pairs}
        wanted = [
            (-times, pair)
            for pair, times in pairs.items()
            if times >= min_count
            and spellings[pair] not in spelt.values()
            and not (without and without in spellings[pair])
        ]
        if not wanted:
            break
        _, (first, second) = min(wanted)
        token = 10 + len(merges)
        spelt[token] = spellings[first, second]
        merges.append((first, second, token))
        merged: list[int] = []
        for one in tokens:
            merged.append(one)
            if merged[-2:] == [first, second]:
                merged[-2:] = [token]
        tokens = merged
    return merges


@given(SEQUENCES, st.integers(1, 10), st.integers(1, 4), st.sampled_from([b"", b"c", b"ba"]))
def test_the_merges_are_those_of_plain_byte_pair_encoding(
    tokens: list[int], count: int, min_count: int, without: bytes
) -> None:
    assert learnt(tokens, count, min_count, without) == plainly(tokens, count, min_count, without)


def test_of_three_equal_tokens_in_a_row_the_first_two_are_merged() -> None:
    assert learnt([0, 0, 0, BOUNDARY, 0, 0, 0]) == [(0, 0, 10), (10, 0, 11)]


def test_of_two_pairs_that_spell_the_same_the_more_frequent_one_is_merged() -> None:
    tokens = [1, 2, 0, BOUNDARY] * 5 + [0, 1, BOUNDARY] * 9
    assert learnt(tokens) == [(1, 2, 10), (10, 0, 11)], "a and b are a token already"


def test_no_merge_reaches_across_a_boundary() -> None:
    assert learnt([0, BOUNDARY, 1] * 9, min_count=1) == [(1, 0, 10)]


def test_what_is_rarer_than_asked_for_is_not_learnt() -> None:
    assert learnt([0, 1, BOUNDARY, 0, 1], min_count=3) == []
    assert learnt([], min_count=1) == []
