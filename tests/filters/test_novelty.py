import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.novelty import rouge_l


def test_by_hand() -> None:
    """a, c and d stand in both in this order: 3 of 4 and 3 of 5."""
    assert rouge_l("a b c d", "a c x d e") == pytest.approx(2 * 3 / 9)
    assert rouge_l("write a poem", "write a poem") == 1.0
    assert rouge_l("one", "two") == 0.0
    assert rouge_l("写一首诗", "写两首诗") == pytest.approx(0.75)


WORDS = st.lists(st.sampled_from("abc"), max_size=12)


@given(WORDS, WORDS)
def test_as_the_textbook_counts(left: list[str], right: list[str]) -> None:
    table = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            table[i + 1][j + 1] = table[i][j] + 1 if one == other else max(table[i][j + 1], table[i + 1][j])
    longest = table[-1][-1]
    expected = 2 * longest / (len(left) + len(right)) if left and right else float(left == right)
    assert rouge_l(" ".join(left), " ".join(right)) == pytest.approx(expected)
