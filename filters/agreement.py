"""How far several judges agree beyond chance: Krippendorff's alpha (Content Analysis, 4th edition, chapter 12).

Observed over expected disagreement, taken from the coincidences of values within units. It takes any number of judges,
units that only some of them rated, and four levels of measurement. 1 is perfect agreement, 0 that of chance, below 0
systematic disagreement.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import permutations
from typing import Literal

Metric = Literal["nominal", "ordinal", "interval", "ratio"]
Rating = float


def krippendorff_alpha(units: Iterable[tuple[Sequence[Rating], int]], metric: Metric = "ordinal") -> float | None:
    """Alpha of units, given as the ratings of a unit (in any order, missing ones left out) with how many units have
    them. A unit with a single rating says nothing and is passed over.

    None where alpha is not defined: no unit has two ratings, or all ratings are equal.
    """
    coincidences: dict[tuple[Rating, Rating], float] = {}
    for ratings, count in sorted((tuple(sorted(ratings)), count) for ratings, count in units):
        for pair, times in Counter(permutations(ratings, 2)).items():
            coincidences[pair] = coincidences.get(pair, 0.0) + count * times / (len(ratings) - 1)
    totals: dict[Rating, float] = {}
    for (one, _), weight in sorted(coincidences.items()):
        totals[one] = totals.get(one, 0.0) + weight
    values = sorted(totals)
    total = sum(totals.values())
    difference = _differences(metric, values, totals)
    observed = sum(weight * difference(one, other) for (one, other), weight in sorted(coincidences.items()))
    expected = sum(totals[one] * totals[other] * difference(one, other) for one in values for other in values)
    return 1.0 - (total - 1.0) * observed / expected if expected else None


def _differences(
    metric: Metric, values: Sequence[Rating], totals: Mapping[Rating, float]
) -> Callable[[Rating, Rating], float]:
    """Squared differences between two values at a level of measurement."""

    def ordinal(one: Rating, other: Rating) -> float:
        """The ranks between the two, by how often the values there were used."""
        low, high = min(one, other), max(one, other)
        between = sum(totals[value] for value in values if low <= value <= high)
        return (between - (totals[low] + totals[high]) / 2) ** 2

    kinds: dict[Metric, Callable[[Rating, Rating], float]] = {
        "nominal": lambda one, other: float(one != other),
        "ordinal": ordinal,
        "interval": lambda one, other: (one - other) ** 2,
        "ratio": lambda one, other: ((one - other) / (one + other)) ** 2 if one != other else 0.0,
    }
    return kinds[metric]
