"""The exact odds of a vote, against every outcome counted one by one and against Condorcet's binomial."""

from collections import Counter
from itertools import product
from math import comb, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.plurality import interval, odds, successes


def counted(shares: list[float], votes: int, least: float) -> tuple[float, float]:
    """Probabilities that answer 0 and that any other answer wins, over all outcomes."""
    right = wrong = 0.0
    for outcome in product(range(len(shares)), repeat=votes):
        tally = Counter(outcome).most_common(2)
        if (len(tally) == 1 or tally[0][1] > tally[1][1]) and tally[0][1] / votes >= least:
            probability = prod(shares[answer] for answer in outcome)
            right += probability * (tally[0][0] == 0)
            wrong += probability * (tally[0][0] != 0)
    return right, wrong


@given(
    st.lists(st.integers(1, 9), min_size=1, max_size=4), st.integers(1, 6), st.sampled_from([0.0, 0.4, 0.5, 0.7, 1.0])
)
def test_the_odds_are_those_of_all_outcomes_counted(parts: list[int], votes: int, least: float) -> None:
    shares = [part / sum(parts) for part in parts]
    found = odds(shares[0], shares[1:], votes, least)
    assert (found.right, found.wrong) == pytest.approx(counted(shares, votes, least))
    assert found.right + found.wrong + found.undecided == pytest.approx(1.0)


@pytest.mark.parametrize("votes", [1, 3, 4, 9, 15])
def test_with_one_wrong_answer_the_odds_are_condorcets_binomial(votes: int) -> None:
    majority = sum(comb(votes, n) * 0.7**n * 0.3 ** (votes - n) for n in range(votes // 2 + 1, votes + 1))
    assert odds(0.7, [0.3], votes).right == pytest.approx(majority)


def test_the_more_wrong_answers_differ_the_more_often_the_right_one_wins() -> None:
    assert odds(0.4, [0.6], 9).right < odds(0.4, [0.3, 0.3], 9).right < odds(0.4, [0.1] * 6, 9).right


def test_probabilities_that_do_not_sum_to_one_are_an_error() -> None:
    with pytest.raises(ValueError, match=r"sum to 1; found 3 votes"):
        odds(0.5, [0.4], 3)
    with pytest.raises(ValueError, match="found 0 votes"):
        odds(1.0, [], 0)


def test_successes_of_equal_trials_are_binomial() -> None:
    assert list(successes([0.3] * 5)) == pytest.approx([comb(5, n) * 0.3**n * 0.7 ** (5 - n) for n in range(6)])


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_the_interval_holds_its_share_of_the_distribution(probabilities: list[float]) -> None:
    low, high = interval(probabilities, 0.9)
    assert 0 <= low <= high <= len(probabilities)
    assert successes(probabilities)[low : high + 1].sum() >= 0.9 - 1e-9
