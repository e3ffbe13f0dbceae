"""Krippendorff's alpha against the published example, and its limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.agreement import Metric, krippendorff_alpha

# Four observers, twelve units, 0 for a missing value: the example of Krippendorff, "Computing Krippendorff's
# Alpha-Reliability", part C.
OBSERVERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3),
    (0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0),
)
UNITS = [(tuple(value for value in unit if value), 1) for unit in zip(*OBSERVERS, strict=True)]

RATINGS = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=2, max_size=30)


@pytest.mark.parametrize(
    ("metric", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_the_published_example_comes_out(metric: Metric, alpha: float) -> None:
    assert krippendorff_alpha(UNITS, metric) == pytest.approx(alpha, abs=5e-4)


def test_alpha_is_not_defined_without_pairs_or_variation() -> None:
    assert krippendorff_alpha([]) is None
    assert krippendorff_alpha([((3,), 5)]) is None
    assert krippendorff_alpha([((3, 3), 5)]) is None


@given(RATINGS)
def test_alpha_does_not_depend_on_the_order_of_units_or_judges(ratings: list[tuple[int, int]]) -> None:
    units = [(pair, 1) for pair in ratings]
    turned = [(pair[::-1], 1) for pair in reversed(ratings)]
    assert krippendorff_alpha(units) == krippendorff_alpha(turned)


@given(RATINGS, st.integers(2, 5))
def test_counts_stand_for_repeated_units(ratings: list[tuple[int, int]], times: int) -> None:
    counted = krippendorff_alpha([(pair, times) for pair in ratings])
    repeated = krippendorff_alpha([(pair, 1) for pair in ratings * times])
    assert counted == (None if repeated is None else pytest.approx(repeated))


@given(RATINGS)
def test_alpha_is_one_for_perfect_agreement_and_never_more(ratings: list[tuple[int, int]]) -> None:
    found = krippendorff_alpha([(pair, 1) for pair in ratings])
    assert found is None or found <= 1.0
    if len({one for one, _ in ratings}) > 1:
        assert krippendorff_alpha([((one, one), 1) for one, _ in ratings]) == pytest.approx(1.0)
