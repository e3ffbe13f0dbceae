import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.errors import BadInput
from trainer.widths import arithmetic, equal, geometric, hybrid, share_out


def test_hmoes_widths_come_out() -> None:
    """arXiv 2408.10681: {9, 11, …, 23} and {1, 1, 1, 1, 2, 2, 4, 4} at totals of 12,288 and 32,768."""
    assert share_out(arithmetic(8), 12_288) == (864, 1056, 1248, 1440, 1632, 1824, 2016, 2208)
    assert share_out(arithmetic(8), 32_768) == (2304, 2816, 3328, 3840, 4352, 4864, 5376, 5888)
    assert share_out(hybrid(8), 12_288) == (768, 768, 768, 768, 1536, 1536, 3072, 3072)
    assert share_out(equal(8), 12_288) == (1536,) * 8


def test_geometric_widths_double_but_for_rounding() -> None:
    widths = share_out(geometric(8), 12_288, multiple=1)
    assert sum(widths) == 12_288
    assert all(abs(wide / narrow - 2) < 0.03 for narrow, wide in itertools.pairwise(widths))


@given(
    st.lists(st.floats(0.01, 100), min_size=1, max_size=12),
    st.integers(1, 200),
    st.sampled_from([1, 8, 32, 128]),
)
def test_the_total_is_kept_in_multiples_and_wider_stays_wider(weights: list[float], extra: int, multiple: int) -> None:
    total = (len(weights) + extra) * multiple
    widths = share_out(weights, total, multiple)
    assert sum(widths) == total
    assert all(width >= multiple and width % multiple == 0 for width in widths)
    by_weight = [width for _, width in sorted(zip(weights, widths, strict=True))]
    assert all(later >= earlier - multiple for earlier, later in itertools.pairwise(by_weight))


@pytest.mark.parametrize(("weights", "total"), [([1.0], 33), ([1.0, 1.0, 1.0], 64), ([], 64), ([0.0, 1.0], 640)])
def test_what_cannot_be_shared_is_refused(weights: list[float], total: int) -> None:
    with pytest.raises(BadInput, match="cannot share"):
        share_out(weights, total)


def test_hybrid_needs_a_multiple_of_four() -> None:
    with pytest.raises(BadInput, match="4 divides"):
        hybrid(6)
