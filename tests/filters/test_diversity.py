import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.diversity import distinct, self_bleu


def test_equal_texts_are_as_alike_as_can_be() -> None:
    text = "the quick brown fox jumps over the lazy dog"
    assert self_bleu([text, text]) == pytest.approx(1.0)
    assert distinct([text, text]) == pytest.approx(0.5)


def test_texts_without_a_common_word_are_unlike() -> None:
    assert self_bleu(["a b c d e", "f g h i j"]) == 0.0
    assert distinct(["a b c d e", "f g h i j"]) == 1.0


def test_bleu_by_hand() -> None:
    """Six words against seven: precisions 6/6, 4/5, 2/4, 1/3; brevity exp(1 - 7/6). And back: 6/7, 4/6, 2/5, 1/4."""
    one, other = "a b c d x y", "a b c d z x y"
    there = (6 / 6 * 4 / 5 * 2 / 4 * 1 / 3) ** 0.25 * math.exp(1 - 7 / 6)
    back = (6 / 7 * 4 / 6 * 2 / 5 * 1 / 4) ** 0.25
    assert self_bleu([one, other]) == pytest.approx((there + back) / 2)


@given(st.lists(st.text(alphabet="ab c三四", max_size=30), max_size=8))
def test_both_are_shares(texts: list[str]) -> None:
    assert 0.0 <= self_bleu(texts) <= 1.0 + 1e-9
    assert 0.0 <= distinct(texts) <= 1.0
