"""Preference pairs: the chosen answer to an instruction against the worst other one, and by how much it is better.

The margin is in [0, 1]. It is 1 where a check decided between the two: the rejected answer failed its checker, or was
cut off or ungrounded. Else it is the mean of what else is known of the pair: the difference of their tiers, divided by
the three between the worst and the best, and the difference of their shares of the votes (the weight that
Self-Consistency Preference Optimization, arXiv 2411.04109, gives a pair). So votes and tiers that speak against each
other make a small margin.
"""

from collections.abc import Sequence
from dataclasses import dataclass

TIERS_BETWEEN = 3
"""Steps from the worst tier of a critique, 1, to the best, 4."""


@dataclass(frozen=True, slots=True)
class Contender:
    """What is known of one answer. `failed_check` says that something other than a vote or a critique decided against
    it; `tier` is None where nobody judged it, `vote_share` where no vote was held."""

    text: str
    passed: bool
    failed_check: bool
    tier: int | None
    vote_share: float | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Places of the two among the contenders, and the margin between them."""

    chosen: int
    rejected: int
    margin: float


def pair(contenders: Sequence[Contender], chosen: int, min_margin: float) -> Pair | None:
    """The chosen answer with the one that is worst beside it; None where no pair is real.

    A pair is real if the texts differ, the chosen one passed and has a margin above 0, and the other one failed or lies
    at least `min_margin` below. Of equally bad ones, one that failed and then the first is taken.
    """
    best = contenders[chosen]
    if not best.passed:
        return None
    found = [
        Pair(chosen, place, between)
        for place, other in enumerate(contenders)
        if other.text.strip() != best.text.strip()
        and (between := margin(best, other)) > 0
        and (not other.passed or between >= min_margin)
    ]
    return max(found, key=lambda one: (one.margin, not contenders[one.rejected].passed, -one.rejected), default=None)


def margin(better: Contender, worse: Contender) -> float:
    """By how much the one is better, in [-1, 1]; 0 where nothing is known."""
    if worse.failed_check and not better.failed_check:
        return 1.0
    known = []
    if better.tier is not None and worse.tier is not None:
        known.append((better.tier - worse.tier) / TIERS_BETWEEN)
    if better.vote_share is not None and worse.vote_share is not None:
        known.append(better.vote_share - worse.vote_share)
    return sum(known) / len(known) if known else 0.0
