import random

import numpy as np
import pytest

from filters.decontaminate import Item
from filters.semantic import Meaning, duplicates, paraphrases, verdicts, word_encoder


def by_letters(texts: list[str]) -> np.ndarray:
    """An encoder that knows only how often each letter comes."""
    return np.array([[text.count(letter) for letter in "abcdefgh"] for text in texts], np.float32)


def test_texts_of_one_meaning_go_and_name_the_one_kept() -> None:
    kept, similarity = duplicates(["aab", "ccd", "baa", "abac", "dcc"], Meaning(0.95), by_letters)
    assert kept.tolist() == [-1, -1, 0, -1, 1]
    assert similarity[2] == pytest.approx(1)
    judged = verdicts(["aab", "baa"], Meaning(0.95), by_letters)
    assert (judged[1].reason, judged[1].detail) == ("semantic_duplicate", "1.000 to record 0")


def test_the_built_in_encoder_finds_the_same_words_in_another_order_over_many_cells() -> None:
    rng = random.Random(1)
    originals = [[f"w{rng.randrange(3000)}" for _ in range(40)] for _ in range(600)]
    texts = [" ".join(words) for words in originals] + [" ".join(rng.sample(words, 40)) for words in originals[:200]]
    meaning = Meaning(0.99, cell=100)
    kept, _ = duplicates(texts, meaning)
    assert kept.tolist() == [-1] * 600 + list(range(200))
    assert np.array_equal(kept, duplicates(texts, meaning)[0])


def test_paraphrases_of_an_item_are_found_by_the_encoder_given() -> None:
    items = [Item("letters", "1", "aab"), Item("letters", "2", "gh")]
    found = paraphrases(["hg", "aba", "ccc", ""], items, by_letters, 0.9)
    assert [match and match.item for match in found] == ["2", "1", None, None]


@pytest.mark.parametrize("texts", [[], [""], ["", "!"], ["one"]])
def test_few_and_empty_texts_stay(texts: list[str]) -> None:
    assert (duplicates(texts)[0] == -1).all()


def test_an_encoder_of_the_wrong_shape_is_named() -> None:
    with pytest.raises(ValueError, match=r"array of shape \(1, 2\) for 2 texts: expected one row a text"):
        duplicates(["a", "b"], encoder=lambda texts: np.zeros((1, 2), np.float32))


def test_the_built_in_encoder_has_the_dimensions_asked_for() -> None:
    texts = [" ".join(f"w{(place * number) % 97}" for number in range(30)) for place in range(80)]
    assert word_encoder(16)(texts).shape == (80, 16)
