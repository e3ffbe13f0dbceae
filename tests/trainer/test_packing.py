from collections import Counter
from dataclasses import astuple

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from trainer.corpus import Corpus
from trainer.mixture import Mixture, mix
from trainer.packing import IGNORED, Position, Rows, collate, pack, rows_of_pass, shared_out
from trainer.sources import Source

CHAT, TEXT = Source(path="chats", reads="messages"), Source(path="texts", reads="text")


def corpus(lengths: list[int], first: int = 0) -> Corpus:
    """Document i holds the tokens 100 i, 100 i + 1, …; the odd ones are the assistant's."""
    tokens = np.concatenate([np.arange(n, dtype=np.int32) + 100 * i for i, n in enumerate(lengths, first)])
    learnt = [sum(token % 2 for token in range(100 * i, 100 * i + n)) for i, n in enumerate(lengths, first)]
    return Corpus(tokens, (tokens % 2).astype(np.uint8), np.cumsum([0, *lengths]), np.array(learnt))


def mixture(lengths: list[int], room: int = 10, source: Source = CHAT) -> Mixture:
    return mix([corpus(lengths)], [source], room)


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
    batch = collate(mixture([4, 3]), [1, 0])
    assert batch.tokens_N.tolist() == [100, 101, 0, 1, 2]
    assert batch.targets_N.tolist() == [101, IGNORED, 1, IGNORED, 3]
    assert batch.lengths == [2, 3]
    torch.testing.assert_close(batch.counts_N, torch.full((5,), 1 / 3))


def test_evened_counts_weigh_documents_alike() -> None:
    batch = collate(mixture([4, 3]), [1, 0], evened=1.0)
    assert batch.counts_N.tolist() == [0.5, 0.5, 0.25, 0.25, 0.25]


def test_a_pass_sees_every_document_once_in_an_order_of_its_own() -> None:
    whole = mixture([5, 9, 3, 7, 2, 8, 6, 4])
    passes = [rows_of_pass(whole, 10, 0, number) for number in range(3)]
    for seen in passes:
        assert Counter(number for row in seen for number in row) == Counter(range(8))
    assert passes[0] != passes[1]
    assert passes[0] == rows_of_pass(whole, 10, 0, 0) != rows_of_pass(whole, 10, 1, 0)


steps = st.lists(st.integers(1, 7), min_size=1, max_size=12)


@given(steps, st.integers(0, 10**6), st.integers(0, 11))
def test_rows_go_on_from_any_position_whatever_a_step_takes(sizes: list[int], seed: int, stop: int) -> None:
    whole = mixture([5, 9, 3, 7, 2, 8, 6, 4])
    order = Rows(whole, 10, seed)
    taken, places = [], []
    for size in sizes:
        places.append(astuple(order.position))
        taken.append(order.take(size))
    alone = Rows(whole, 10, seed).take(sum(sizes))
    assert [row for rows in taken for row in rows] == alone
    stop = min(stop, len(sizes) - 1)
    again = Rows(whole, 10, seed, Position(*places[stop]))
    assert [again.take(size) for size in sizes[stop:]] == taken[stop:]


@given(st.integers(1, 4), st.integers(1, 3), st.integers(1, 9))
def test_any_number_of_processes_share_the_same_step(world: int, pieces: int, count: int) -> None:
    whole = mixture([5, 9, 3, 7, 2, 8, 6, 4])
    rows = Rows(whole, 10, 0).take(count)
    (alone,) = shared_out(whole, rows, 0.5)
    parts = [batch for r in range(world) for batch in shared_out(whole, rows, 0.5, rank=r, world=world, pieces=pieces)]
    assert len(parts) == world * pieces

    def counted(batches: list) -> Counter:
        found: Counter[tuple[int, int, float]] = Counter()
        for batch in batches:
            for token, target, count in zip(batch.tokens_N, batch.targets_N, batch.counts_N, strict=True):
                if count > 0:
                    found[int(token), int(target), round(float(count), 7)] += 1
        return found

    assert counted(parts) == counted([alone])


def test_a_stock_smaller_than_a_step_comes_again() -> None:
    rows = Rows(mixture([3, 3]), 10, 0).take(3)
    assert [sorted(row) for row in rows] == [[0, 1]] * 3
