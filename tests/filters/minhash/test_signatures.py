import random
import unicodedata

import numpy as np
import pyarrow as pa
import pytest
from datasketch import MinHash, MinHashLSH
from hypothesis import example, given, settings
from hypothesis import strategies as st

from filters.minhash import Sketch, Texts, bands, shingle_hash, shingle_hash32, signatures
from filters.minhash.jaccard import jaccard
from filters.tokens import shingles, tokens

unhurried = settings(deadline=None)
"""The first call of a kernel compiles it."""

anything = st.text(st.characters())
"""Halves of surrogate pairs too."""
words = st.lists(st.sampled_from(["to", "be", "or", "not", "Straße", "北京", "e\u0301", "ΐ", "x_1", "\u00ad"])).map(
    " ".join
)


def by_datasketch(text: str, permutations: int, shingle: int) -> np.ndarray:
    sketch = MinHash(permutations, seed=1, hashfunc=shingle_hash32)
    sketch.update_batch(shingles(text, shingle))
    return sketch.hashvalues


@settings(max_examples=400)
@given(st.lists(anything | words, min_size=1, max_size=4), st.sampled_from([1, 16, 128]), st.integers(1, 6))
@example(["", "\ud83d", "\u0345ﬃ İstanbul", "각 각", "a\x00b"], 16, 2)
def test_signatures_are_those_of_datasketch(texts: list[str], permutations: int, shingle: int) -> None:
    signed = signatures(texts, permutations, shingle)
    assert signed.dtype == np.uint32
    for text, row in zip(texts, signed, strict=True):
        assert np.array_equal(row, by_datasketch(text, permutations, shingle))


@pytest.mark.parametrize("permutations", [1, 5, 16, 23, 128])
def test_every_count_of_shingles_and_of_permutations_is_signed_like_datasketch(permutations: int) -> None:
    """The kernel takes shingles by eights and permutations by vectors: no remainder of either may be lost."""
    texts = [" ".join(f"w{number}" for number in range(count)) for count in range(40)]
    for text, row in zip(texts, signatures(texts, permutations, 1), strict=True):
        assert np.array_equal(row, by_datasketch(text, permutations, 1))


@pytest.mark.parametrize("before", range(57, 69))
def test_texts_come_to_nfc_wherever_a_mark_stands(before: int) -> None:
    """The quick check passes over blocks of 64 bytes of ASCII: a mark may be the first character after one."""
    texts = [
        "a" * before + tail + "b" * after for tail in ("e\u0301", "\u0307\u0323", "\u2018", "é") for after in (0, 1, 70)
    ]
    composed = [unicodedata.normalize("NFC", text) for text in texts]
    assert texts != composed
    assert Texts.of(["plain", *texts, "plain"]).strings() == ["plain", *composed, "plain"]


@unhurried
@given(st.lists(st.text(st.characters(codec="utf-8")) | st.none(), min_size=1), st.data())
def test_every_arrow_layout_is_signed_like_the_strings(texts: list[str | None], data: st.DataObject) -> None:
    expected = signatures([text or "" for text in texts], 32, 3)
    column = pa.array(texts, pa.string())
    cut = data.draw(st.integers(0, len(texts)))
    layouts = [
        column,
        column.cast(pa.large_string()),
        column.cast(pa.string_view()),
        column.dictionary_encode(),
        pa.chunked_array([column[:cut], column[cut:]]),
    ]
    for layout in layouts:
        assert np.array_equal(signatures(layout, 32, 3), expected)
    assert np.array_equal(signatures(column[cut:], 32, 3), expected[cut:])


def test_a_column_of_numbers_is_refused_with_its_type() -> None:
    with pytest.raises(TypeError, match="Arrow type int64: expected string"):
        signatures(pa.array([1, 2]), 16, 2)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"scheme": "sha"}, "scheme of a signature is one of affine32, fss, not 'sha'"),
        ({"unit": "lines"}, "unit of a shingle is one of words, letters, characters, not 'lines'"),
        ({"shingle": 0}, "at least one permutation and one token a shingle, not 128 and 0"),
    ],
)
def test_a_wrong_sketch_is_refused_by_a_sentence(wrong: dict, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Sketch(**wrong)


@unhurried
@given(st.lists(words, max_size=12), st.sampled_from(["affine32", "fss"]))
def test_the_number_of_threads_changes_nothing(texts: list[str], scheme: str) -> None:
    sketch = Sketch(32, 2, scheme=scheme)
    assert np.array_equal(sketch.sign(texts), sketch.sign(texts, threads=5))


@unhurried
@given(words | anything, st.integers(1, 4))
def test_the_unit_of_characters_makes_each_letter_a_token(text: str, shingle: int) -> None:
    letters = [found for character in unicodedata.normalize("NFC", text) if (found := "".join(tokens(character)))]
    runs = [" ".join(letters[start : start + shingle]) for start in range(max(1, len(letters) - shingle + 1))]
    expected = MinHash(16, hashfunc=shingle_hash32)
    expected.update_batch([run.encode("utf-8", "surrogatepass") for run in runs])
    assert np.array_equal(Sketch(16, shingle, unit="characters").sign([text])[0], expected.hashvalues)


@unhurried
@given(words | anything, words | anything, st.integers(1, 4))
def test_the_kernels_similarity_is_that_of_the_sets_of_shingles(one: str, other: str, shingle: int) -> None:
    left, right = set(shingles(one, shingle)), set(shingles(other, shingle))
    found = jaccard(Texts.of([one, other]), 0, 1, Sketch(16, shingle))
    assert found == pytest.approx(len(left & right) / len(left | right))


@unhurried
@given(words | anything, words | anything)
def test_equal_sets_have_equal_signatures_in_the_fast_scheme(one: str, other: str) -> None:
    signed = Sketch(32, 3, scheme="fss").sign([one, other])
    if set(shingles(one, 3)) == set(shingles(other, 3)):
        assert np.array_equal(signed[0], signed[1])


@pytest.mark.parametrize("scheme", ["affine32", "fss"])
@pytest.mark.parametrize("length", [10, 60, 1000])
def test_estimates_are_unbiased_and_as_close_as_stated(scheme: str, length: int) -> None:
    rng = random.Random(length)
    sketch = Sketch(128, 1, scheme=scheme)
    errors = []
    for _ in range(200):
        shared, alone = rng.randint(1, length), rng.randint(1, length)
        one = [f"s{rng.getrandbits(60)}" for _ in range(shared)]
        other = one + [f"o{rng.getrandbits(60)}" for _ in range(alone)]
        signed = sketch.sign([" ".join(one), " ".join(other)])
        errors.append(float((signed[0] == signed[1]).mean()) - shared / (shared + alone))
    assert abs(np.mean(errors)) < 4 * sketch.error / np.sqrt(len(errors))
    assert np.sqrt(np.mean(np.square(errors))) < 1.1 * sketch.error


def test_no_two_words_of_a_large_vocabulary_share_a_hash() -> None:
    vocabulary = [f"{stem}{number}".encode() for stem in ("a", "w", "token", "x_") for number in range(20_000)]
    assert len({shingle_hash32(word) for word in vocabulary}) > len(vocabulary) - 10  # 0.7 expected at random
    assert len({shingle_hash(word) for word in vocabulary}) == len(vocabulary)


def test_the_order_of_words_in_a_shingle_counts() -> None:
    assert len({shingle_hash(run) for run in (b"a b", b"b a", b"ab", b"a", b"a a", b"a a a")}) == 6


def test_bands_are_those_of_datasketch() -> None:
    assert bands(0.7, 128) == (MinHashLSH(0.7, 128).b, MinHashLSH(0.7, 128).r)
    assert bands(0.7, 128, missed=0.9)[1] < bands(0.7, 128)[1]
