"""Self-consistency: of several answers to a question the one that most of them agree on (arXiv 2203.11171, section 2).

Answers are the same by a rule that the caller gives, not by their letters, and each may weigh more or less (by the tier
of its critique, say). Nothing here depends on the order in which the answers come.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from filters.verdict import Verdict, failed, passed


@dataclass(frozen=True, slots=True)
class Equivalence:
    """When two answers are the same. Equal keys settle it cheaply; only where keys differ is
    `equivalent(expected, found)` asked. Without it the keys alone decide."""

    key: Callable[[str], str]
    equivalent: Callable[[str, str], bool] | None = None

    def same(self, expected: str, found: str) -> bool:
        return self.key(expected) == self.key(found) or self.beyond_keys(expected, found)

    def beyond_keys(self, expected: str, found: str) -> bool:
        """Whether answers with different keys are the same."""
        return self.equivalent is not None and self.equivalent(expected, found)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Answers that are the same: as the heaviest of their spellings says it, their places, and what they weigh."""

    answer: str
    places: tuple[int, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Vote:
    """The whole distribution, heaviest cluster first; equal weights stand in the order of their answers."""

    clusters: tuple[Cluster, ...]

    @property
    def votes(self) -> int:
        """How many answers cast a vote."""
        return sum(len(cluster.places) for cluster in self.clusters)

    @property
    def weight(self) -> float:
        return math.fsum(cluster.weight for cluster in self.clusters)

    @property
    def agreement(self) -> float:
        """The heaviest cluster's share of the weight, in [0, 1]; 0 without votes."""
        return self.clusters[0].weight / self.weight if self.clusters else 0.0

    @property
    def tied(self) -> tuple[Cluster, ...]:
        """The heaviest clusters: one where there is a winner, several where there is none."""
        return tuple(cluster for cluster in self.clusters if cluster.weight == self.clusters[0].weight)

    def of(self, place: int) -> Cluster | None:
        """The cluster that an answer belongs to; None for one that cast no vote."""
        return next((cluster for cluster in self.clusters if place in cluster.places), None)


def vote(answers: Sequence[str], same: Equivalence, weights: Sequence[float] | None = None) -> Vote:
    """Cluster the answers and weigh the clusters; an empty answer casts no vote, and without `weights` each counts 1.

    Keys are grouped first. Then, from the heaviest group down, a group joins the first cluster whose first group is
    equivalent to it, so that `equivalent` is asked once for a pair of group and cluster. Raises ValueError for a weight
    that is not above 0.
    """
    heavy = [1.0] * len(answers) if weights is None else list(map(float, weights))
    if any(weight <= 0 for answer, weight in zip(answers, heavy, strict=True) if answer):
        raise ValueError(f"weights of votes must be above 0, found {min(heavy)}: leave an answer empty to leave it out")
    spellings = dict.fromkeys(filter(None, answers))
    # a lone spelling needs no key, and to find one is most of the work
    keys = (
        {spelling: same.key(spelling) for spelling in spellings} if len(spellings) > 1 else dict.fromkeys(spellings, "")
    )
    groups: dict[str, list[int]] = defaultdict(list)
    for place, answer in enumerate(answers):
        if answer:
            groups[keys[answer]].append(place)
    gathered: list[tuple[str, list[int]]] = []
    for _, places in sorted(groups.items(), key=lambda group: (-_weigh(group[1], heavy), group[0])):
        spelling = _spelling(places, answers, heavy)
        for expected, others in gathered:
            if same.beyond_keys(expected, spelling):
                others.extend(places)
                break
        else:
            gathered.append((spelling, places))
    clusters = [Cluster(answer, tuple(sorted(places)), _weigh(places, heavy)) for answer, places in gathered]
    return Vote(tuple(sorted(clusters, key=lambda cluster: (-cluster.weight, cluster.answer))))


def decided(found: Vote, min_agreement: float) -> Verdict:
    """Whether a vote has a winner: rejects "no_votes", a "tie", and "low_agreement" below the least share."""
    if not found.clusters:
        return failed("no_votes", "no answer cast a vote")
    if len(found.tied) > 1:
        share = f"{found.clusters[0].weight:g} of {found.weight:g}"
        return failed("tie", f"{len(found.tied)} answers have {share} votes each")
    figure = f"agreement {found.agreement:.3f}, at least {min_agreement:g}"
    return passed(figure) if found.agreement >= min_agreement else failed("low_agreement", figure)


def _weigh(places: Sequence[int], weights: Sequence[float]) -> float:
    """The exactly rounded sum, so that the order of the answers cannot make or break a tie."""
    return math.fsum(weights[place] for place in places)


def _spelling(places: Sequence[int], answers: Sequence[str], weights: Sequence[float]) -> str:
    """The heaviest of several spellings of one answer; of equal ones the first in the order of strings."""
    spellings: dict[str, list[int]] = defaultdict(list)
    for place in places:
        spellings[answers[place]].append(place)
    return min(spellings, key=lambda spelling: (-_weigh(spellings[spelling], weights), spelling))
