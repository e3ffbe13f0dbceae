"""How often a vote is right: the exact prediction to hold a measured one against.

Assumed is what self-consistency assumes: answers are drawn independently of each other from one distribution, right
with probability p and otherwise spread over the wrong answers. The counts are then multinomial. With a single wrong
answer this is the binomial of Condorcet's jury theorem, P(X > k/2); the more the wrong answers differ, the fewer right
ones win.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb, factorial
from typing import Any

import numpy as np
import numpy.typing as npt

Polynomial = npt.NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Odds:
    """Probabilities that the right answer wins, that a wrong one does, and that none wins (a tie, or too little
    agreement). They sum to 1."""

    right: float
    wrong: float
    undecided: float


def odds(right: float, wrong: Sequence[float], votes: int, min_agreement: float = 0.0) -> Odds:
    """The odds of a vote of so many equal votes.

    `right` is the probability of the right answer, `wrong` those of each wrong one; a winner has more votes than every
    other answer and at least the share `min_agreement` of them. Raises ValueError unless probabilities sum to 1.
    """
    if votes < 1 or min(right, *wrong, 1.0) < 0 or abs(right + sum(wrong) - 1.0) > 1e-9:
        raise ValueError(
            f"expected at least one vote and probabilities that sum to 1; found {votes} votes and probabilities of the "
            f"right answer {right} and of wrong ones {sum(wrong)} together"
        )
    right_wins = any_wins = 0.0
    for most in range(1, votes + 1):
        if most / votes >= min_agreement:
            below, one_at = _leading(wrong, most, votes)
            alone = comb(votes, most) * right**most * factorial(votes - most) * float(below[votes - most])
            fewer = _terms(right, votes)
            fewer[most:] = 0.0
            another = factorial(votes) * float(np.convolve(one_at, fewer)[votes])
            right_wins += alone
            any_wins += alone + another
    return Odds(right_wins, max(0.0, any_wins - right_wins), max(0.0, 1.0 - any_wins))


def _leading(wrong: Sequence[float], most: int, votes: int) -> tuple[Polynomial, Polynomial]:
    """Exponential generating functions, by the number of votes for wrong answers: that each has fewer than `most`, and
    that one has `most` and the others fewer."""
    below: Polynomial = np.zeros(votes + 1)
    one_at: Polynomial = np.zeros(votes + 1)
    below[0] = 1.0
    for share in wrong:
        fewer, exactly = _terms(share, votes), _terms(share, votes)
        fewer[most:] = 0.0
        exactly[:most] = exactly[most + 1 :] = 0.0
        one_at = (np.convolve(one_at, fewer) + np.convolve(below, exactly))[: votes + 1]
        below = np.convolve(below, fewer)[: votes + 1]
    return below, one_at


def _terms(share: float, votes: int) -> Polynomial:
    """share ** n / n! for n from 0 to `votes`."""
    return np.array([share**count / factorial(count) for count in range(votes + 1)])


def successes(probabilities: Sequence[float]) -> Polynomial:
    """The distribution of the number of successes in independent trials with these probabilities, for 0 to n of them
    (Poisson's binomial; the binomial where all are equal)."""
    found: Polynomial = np.ones(1)
    for probability in probabilities:
        found = np.convolve(found, (1.0 - probability, probability))
    return found


def interval(probabilities: Sequence[float], confidence: float = 0.99) -> tuple[int, int]:
    """The least and the greatest number of successes that the central part of that distribution covers."""
    cumulated = np.cumsum(successes(probabilities))
    tail = (1.0 - confidence) / 2
    low, high = np.searchsorted(cumulated, [tail, 1.0 - tail])
    return int(low), min(int(high), len(probabilities))
