from collections import Counter
from itertools import islice

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.data import Corpus
from trainer.packing import IGNORED, batches, collate, one_pass, pack


def corpus(lengths: list[int]) -> Corpus:
    """Document i holds the tokens 100 i, 100 i + 1, …; the odd ones are to be learnt."""
    tokens = np.concatenate([np.arange(length, dtype=np.int32) + 100 * i for i, length in enumerate(lengths)])
    return Corpus(tokens, tokens % 2 == 1, np.cumsum([0, *lengths]))


@given(st.lists(st.integers(1, 50), max_size=60))
def test_every_document_is_packed_once_and_no_row_overflows(lengths: list[int]) -> None:
    rows = pack(lengths, 50)
    assert sorted(number for row in rows for number in row) == list(range(len(lengths)))
    assert all(sum(lengths[number] for number in row) <= 50 for row in rows)
    assert sum(sum(lengths[n] for n in row) <= 25 for row in rows) <= 1, "two half-empty rows would fit into one"


def test_the_fullest_row_with_room_is_taken() -> None:
    assert pack([60, 70, 30, 40], 100) == [[1, 2], [0, 3]]
    assert pack([50, 80, 20], 100) == [[1, 2], [0]]


def test_a_document_longer_than_a_row_is_an_error() -> None:
    with pytest.raises(ValueError, match="document 1 has 11 tokens"):
        pack([3, 11], 10)


def test_inputs_and_targets_are_shifted_inside_each_document() -> None:
    batch = collate(corpus([4, 3]), [1, 0])
    assert batch.tokens_N.tolist() == [100, 101, 0, 1, 2]
    assert batch.targets_N.tolist() == [101, IGNORED, 1, IGNORED, 3]
    assert batch.lengths == [2, 3]


def test_a_pass_sees_every_document_once_in_an_order_of_its_own() -> None:
    whole = corpus([5, 9, 3, 7, 2, 8, 6, 4])
    passes = [list(one_pass(whole, 10, 1, 0, number)) for number in range(3)]
    for seen in passes:
        assert Counter(number for documents in seen for number in documents) == Counter(range(8))
    assert passes[0] != passes[1]
    assert passes[0] == list(one_pass(whole, 10, 1, 0, 0))
    assert passes[0] != list(one_pass(whole, 10, 1, 1, 0))


def test_batches_go_on_over_several_passes_and_repeat_with_the_seed() -> None:
    whole = corpus([5, 9, 3, 7, 2, 8, 6, 4])
    first = [batch.tokens_N.tolist() for batch in islice(batches(whole, 10, 2, 3), 12)]
    assert first == [batch.tokens_N.tolist() for batch in islice(batches(whole, 10, 2, 3), 12)]
    assert len({tuple(batch) for batch in first}) > 6


def test_a_corpus_smaller_than_a_batch_still_trains() -> None:
    assert [batch.lengths for batch in islice(batches(corpus([3, 3]), 10, 8, 0), 2)] == [[2, 2], [2, 2]]
