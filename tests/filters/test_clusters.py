import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from filters.clusters import cluster_sizes, removals
from filters.minhash import bands, signatures
from filters.tokens import shingles

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
