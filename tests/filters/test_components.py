from collections import defaultdict

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from filters.components import band_hashes, groups, roots, shared

KEYED = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 19)), max_size=60)
"""Keys with their records."""


def by_sets(pairs: list[tuple[int, int]], count: int) -> list[int]:
    """The lowest record of each one's component, written for reading."""
    lowest = list(range(count))
    for _ in range(count):
        by_key = defaultdict(list)
        for key, record in pairs:
            by_key[key].append(record)
        for members in by_key.values():
            best = min(lowest[record] for record in members)
            for record in members:
                lowest[record] = best
    return lowest


@given(KEYED, st.integers(1, 4), st.integers(1, 3))
def test_components_found_piece_by_piece_are_those_of_all_at_once(
    pairs: list[tuple[int, int]], pieces: int, ranges: int
) -> None:
    pairs = [(key * 2**60 + key, record) for key, record in pairs]
    edges, found = [], []
    for piece in range(pieces):
        mine = [pair for pair in pairs if pair[1] % pieces == piece]
        found.append(
            shared(*(np.array([pair[i] for pair in mine], kind) for i, kind in ((0, np.uint64), (1, np.int64))))
        )
        edges.append(found[-1].edges)
    for number in range(ranges):
        parts = [one.within(number, ranges) for one in found]
        edges.append(shared(*(np.concatenate([part[i] for part in parts]) for i in (0, 1))).edges)
    assert roots(20, edges).tolist() == by_sets(pairs, 20)


def test_a_key_that_all_share_is_one_entry_a_piece() -> None:
    found = shared(np.full(1000, 7, np.uint64), np.arange(1000))
    assert len(found.keys) == 1 and len(found.edges) == 999


def test_the_largest_keys_fall_into_the_last_range() -> None:
    found = shared(np.array([0, 2**63 - 1, 2**63, 2**64 - 1], np.uint64), np.arange(4))
    assert [found.within(number, 2)[1].tolist() for number in (0, 1)] == [[0, 1], [2, 3]]


@given(st.lists(st.integers(0, 9), min_size=1, max_size=40), st.integers(1, 5), st.randoms())
def test_groups_hold_whole_components_in_the_order_given(of_record: list[int], number: int, random) -> None:  # type: ignore[no-untyped-def]
    lowest = np.array([of_record.index(one) for one in of_record])
    order = list(range(len(lowest)))
    random.shuffle(order)
    made = groups(lowest, np.array(order), number)
    assert len(made) == number
    together = [record for group in made for record in group.tolist()]
    assert sorted(together) == [record for record, one in enumerate(of_record) if of_record.count(one) > 1]
    components = [set(lowest[group].tolist()) for group in made]
    assert sum(map(len, components)) == len(set().union(*components))
    for group in made:
        places = [order.index(record) for record in group]
        assert places == sorted(places)


def test_bands_of_different_number_have_different_keys() -> None:
    keys = band_hashes(np.ones((2, 4), np.uint32), 2, 2)
    assert keys.shape == (2, 2)
    assert (keys[:, 0] == keys[:, 1]).all() and keys[0, 0] != keys[1, 0]
