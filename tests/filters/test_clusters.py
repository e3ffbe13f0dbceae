import json
import os
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.buckets import buckets
from filters.clusters import Duplicates, Near, duplicates
from filters.minhash import Signatures, Sketch, Texts, bands
from filters.minhash.jaccard import jaccard
from filters.tokens import tokens

DATA = Path(os.environ.get("GRISTMILL_TEST_DATA", Path(__file__).parents[2] / "../shared/data"))
real = pytest.mark.skipif(not DATA.exists(), reason=f"no data at {DATA} (set GRISTMILL_TEST_DATA)")

THRESHOLD = 0.7
SKETCH = Sketch(128, 3)
Gone = dict[int, tuple[int, float, bool]]


def near(texts: list[str], sketch: Sketch = SKETCH, threshold: float = THRESHOLD, border: float = 3.0) -> Near:
    known = Texts.of(texts)
    count, rows = bands(threshold, sketch.permutations)
    return Near(sketch.sign(known), threshold, count, rows, known, sketch, border)


def sift(texts: list[str], border: float = 3.0) -> Duplicates:
    return duplicates(np.arange(len(texts)), near(texts, border=border))


def words(rng: random.Random, count: int) -> list[str]:
    return [f"w{rng.randrange(5000)}" for _ in range(count)]


def edited(rng: random.Random, original: list[str], edits: int) -> list[str]:
    changed = list(original)
    for place in rng.sample(range(len(changed)), edits):
        changed[place] = f"new{rng.randrange(10**9)}"
    return changed


def chain(rng: random.Random, links: int, length: int = 60) -> list[str]:
    made = [words(rng, length)]
    for _ in range(links - 1):
        made.append(edited(rng, made[-1], 1))
    return [" ".join(link) for link in made]


def by_dictionaries(exact: list[int], signatures: Signatures, threshold: float, count: int, rows: int) -> Gone:
    """The same rule, written for reading."""
    gone: Gone = {}
    whole: dict[int, int] = {}
    kept: list[dict[bytes, list[int]]] = [defaultdict(list) for _ in range(count)]
    for place, code in enumerate(exact):
        keys = [signatures[place, band * rows : (band + 1) * rows].tobytes() for band in range(count)]
        candidates = sorted({other for key, of_band in zip(keys, kept, strict=True) for other in of_band[key]})
        alike = {other: float((signatures[other] == signatures[place]).mean()) for other in candidates}
        best = max(candidates, key=lambda other: (alike[other], -other), default=-1)
        if code in whole:
            gone[place] = (whole[code], 1.0, True)
        elif best >= 0 and alike[best] >= threshold:
            gone[place] = (best, alike[best], False)
        else:
            whole[code] = place
            for key, of_band in zip(keys, kept, strict=True):
                of_band[key].append(place)
    return gone


@settings(deadline=None)
@given(st.data())
def test_what_goes_is_what_the_rule_says(data: st.DataObject) -> None:
    count = data.draw(st.integers(0, 25))
    number = st.integers(0, 2)  # few values, so that bands collide
    rows = st.lists(number, min_size=8, max_size=8)
    signatures = np.array(data.draw(st.lists(rows, min_size=count, max_size=count)), np.uint32).reshape(count, 8)
    exact = data.draw(st.lists(st.integers(0, 20), min_size=count, max_size=count))
    threshold = data.draw(st.sampled_from([0.25, 0.5, 0.75, 1.0]))
    expected = by_dictionaries(exact, signatures, threshold, 4, 2)
    found = duplicates([str(code) for code in exact], Near(signatures, threshold, 4, 2))
    columns = (found.kept.tolist(), map(pytest.approx, found.similarity.tolist()), found.exact.tolist())
    gone = {place: one for place, one in enumerate(zip(*columns, strict=True)) if one[0] >= 0}
    assert gone == expected


def test_copies_with_one_word_changed_go_and_the_first_stays() -> None:
    rng = random.Random(1)
    texts = []
    for _ in range(50):
        original = words(rng, 80)
        texts += [" ".join(original), " ".join(edited(rng, original, 1))]
    found = sift(texts)
    assert np.array_equal(found.kept, [place - 1 if place % 2 else -1 for place in range(100)])
    assert np.array_equal(found.cluster, [place - place % 2 for place in range(100)])


def test_a_chain_of_small_changes_is_not_collapsed_to_one() -> None:
    texts = chain(random.Random(2), 30)
    found = sift(texts)
    assert 2 <= found.stays.sum() < len(texts)
    for place in np.flatnonzero(~found.stays):
        assert found.stays[found.kept[place]]


def test_equal_texts_make_one_cluster() -> None:
    found = duplicates(["a", "b", "a", "a"], None)
    assert found.kept.tolist() == [-1, -1, 0, 0]
    assert found.cluster.tolist() == [0, 1, 0, 0]


def test_a_cluster_of_equal_records_and_a_long_chain_take_linear_work() -> None:
    """Every comparison is measured here, so that the count is that of the comparisons."""
    equal = duplicates(np.arange(100_000), near(["one two three four five"] * 100_000, Sketch(16, 3), border=np.inf))
    assert equal.measured == 99_999
    assert equal.stays.sum() == 1
    for links in (500, 2000):
        found = sift(chain(random.Random(3), links), border=np.inf)
        assert found.measured < 6 * links


def test_the_keys_may_lie_in_a_file(tmp_path: Path) -> None:
    texts = chain(random.Random(4), 300)
    plain = sift(texts)
    np.save(tmp_path / "signatures.npy", SKETCH.sign(texts))
    mapped = np.load(tmp_path / "signatures.npy", mmap_mode="r")
    count, rows = bands(THRESHOLD, 128)
    known = Near(mapped, THRESHOLD, count, rows, Texts.of(texts), SKETCH)
    spilled = duplicates(np.arange(300), known, tmp_path)
    assert np.array_equal(plain.kept, spilled.kept)
    assert np.array_equal(plain.cluster, spilled.cluster)
    assert [path.name for path in tmp_path.iterdir()] == ["signatures.npy"]


def test_nothing_is_removed_from_nothing() -> None:
    assert len(duplicates([], Near(np.empty((0, 128), np.uint32), THRESHOLD, 14, 9)).kept) == 0


def test_signatures_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match=r"signatures of shape \(2, 8\) for 3 records and 4 bands of 2 rows"):
        buckets(np.arange(3), np.zeros((2, 8), np.uint32), 4, 2, None)


def test_no_record_goes_whose_true_similarity_is_below_the_threshold_by_more_than_the_stated_error() -> None:
    """10,000 pairs around the threshold, each a record and an edited copy."""
    rng = random.Random(5)
    texts = []
    for _ in range(10_000):
        original = words(rng, rng.randint(20, 60))
        texts += [" ".join(original), " ".join(edited(rng, original, rng.randint(1, 5)))]
    question = near(texts)
    assert question.texts
    known = question.texts
    found = duplicates(np.arange(len(texts)), question)
    gone = np.flatnonzero(~found.stays)
    true = np.array([jaccard(known, place, int(found.kept[place]), SKETCH) for place in gone])
    assert len(gone) > 2000
    assert (true < 0.8).sum() > 500
    assert true.min() >= THRESHOLD - SKETCH.error
    assert (true < THRESHOLD).sum() <= 3
    pairs = np.array([jaccard(known, place, place + 1, SKETCH) for place in range(0, len(texts), 2)])
    alike = pairs[pairs >= THRESHOLD]
    shared = 1 - (1 - alike**question.rows) ** question.bands  # the chance that a pair shares a band
    assert (~found.stays[1::2])[pairs >= THRESHOLD].mean() == pytest.approx(shared.mean(), abs=0.02)


def passages(name: str, length: int) -> list[list[str]]:
    everything = (DATA / "text" / name).read_text(encoding="utf-8").split()
    return [everything[start : start + length] for start in range(0, len(everything) - length, length)]


@real
@pytest.mark.parametrize("name", ["wikitext2-test.txt", "pride-and-prejudice.txt"])
def test_planted_copies_of_real_passages_are_found_and_nothing_else(name: str) -> None:
    rng = random.Random(6)
    originals = passages(name, 60)
    planted = rng.sample(range(len(originals)), 400)
    texts = [" ".join(one) for one in originals]
    texts += [" ".join(edited(rng, originals[place], 1)) for place in planted]
    before, after = sift(texts[: len(originals)]), sift(texts)
    copies = after.kept[len(originals) :]
    assert (copies == planted).mean() > 0.98
    assert np.array_equal(before.kept, after.kept[: len(originals)])


@real
def test_all_repeated_first_turns_of_dingo_are_found() -> None:
    turns = [
        sample["conversations"][0]["value"]
        for path in sorted((DATA / "dingo").glob("**/data.json"))
        for sample in json.loads(path.read_text("utf-8"))
    ]
    seen: set[str] = set()
    repeated = [place for place, turn in enumerate(turns) if turn in seen or seen.add(turn)]  # type: ignore[func-returns-value]
    assert len(repeated) == 43
    found = duplicates([" ".join(tokens(turn)) for turn in turns], near(turns))
    assert found.exact[repeated].all()
    by_likeness = duplicates(np.arange(len(turns)), near(turns))
    assert not by_likeness.stays[repeated].any()
