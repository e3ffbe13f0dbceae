import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from filters.clusters import cluster_sizes, removals
from filters.minhash import bands, shingles, signatures
from filters.quotas import cap, shares

PERMUTATIONS, THRESHOLD, SHINGLE = 128, 0.7, 3


def sift(texts: list[str]) -> dict[int, float]:
    count, rows = bands(THRESHOLD, PERMUTATIONS)
    signed = signatures(texts, PERMUTATIONS, SHINGLE)
    return {place: found.similarity for place, found in removals(texts, signed, THRESHOLD, count, rows).items()}


def words(rng: random.Random, count: int) -> list[str]:
    return [f"w{rng.randrange(5000)}" for _ in range(count)]


def test_copies_with_one_word_changed_go_and_the_first_stays() -> None:
    rng = random.Random(1)
    texts = []
    for _ in range(50):
        original = words(rng, 80)
        changed = [*original[:40], "other", *original[41:]]
        texts += [" ".join(original), " ".join(changed)]
    gone = sift(texts)
    assert set(gone) == set(range(1, 100, 2))
    assert all(similarity >= THRESHOLD for similarity in gone.values())


def test_a_chain_of_small_changes_is_not_collapsed_to_one() -> None:
    rng = random.Random(2)
    chain = [words(rng, 60)]
    for _ in range(30):
        link = list(chain[-1])
        link[rng.randrange(60)] = f"new{rng.randrange(10**6)}"
        chain.append(link)
    texts = [" ".join(link) for link in chain]
    gone = sift(texts)
    kept = [place for place in range(len(texts)) if place not in gone]
    assert 2 <= len(kept) < len(texts)


def test_equal_texts_make_one_cluster() -> None:
    found = removals(["a", "b", "a", "a"], None, THRESHOLD, 1, 1)
    assert {place: removal.kept for place, removal in found.items()} == {2: 0, 3: 0}
    assert cluster_sizes(found) == {0: 3}


@given(st.text(), st.text())
def test_signatures_are_equal_where_shingles_are(one: str, other: str) -> None:
    signed = signatures([one, other], 64, SHINGLE)
    if set(shingles(one, SHINGLE)) == set(shingles(other, SHINGLE)):
        assert np.array_equal(signed[0], signed[1])


@given(st.dictionaries(st.text(max_size=3), st.integers(1, 1000), min_size=1, max_size=30), st.floats(0.05, 1.0))
def test_no_group_outgrows_its_share(counts: dict[str, int], share: float) -> None:
    bound = cap(counts, share)
    kept = [min(count, bound) for count in counts.values()]
    assert all(count <= share * sum(kept) for count in kept)
    more = [min(count, bound + 1) for count in counts.values()]
    assert more == kept or max(more) > share * sum(more)


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 100), min_size=1, max_size=20), st.integers(0, 500))
def test_quotas_add_up_to_the_target(counts: dict[str, int], target: int) -> None:
    quotas = shares(counts, target)
    assert sum(quotas.values()) == min(target, sum(counts.values()))
    assert all(quotas[name] <= counts[name] for name in counts)
