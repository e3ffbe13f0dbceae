"""The vote over planted slips is right as often as the exact odds say. Seeded: the same figures in every run."""

import pytest

from benchmarks.self_consistency import Asked, asked, measure

TASKS = 60


@pytest.fixture(scope="module")
def tasks() -> list[Asked]:
    found, _ = asked(TASKS)
    assert len(found) > TASKS // 3
    return found


@pytest.mark.parametrize("rate", [0.3, 0.5])
def test_the_measured_vote_lies_within_the_binomial_interval(tasks: list[Asked], rate: float) -> None:
    cells = list(measure(tasks, TASKS, rate))
    for cell in cells:
        low, high = cell.interval
        assert low <= cell.right <= high, cell
    alone, most = (next(cell for cell in cells if cell.voters == voters) for voters in (1, 15))
    assert most.right > alone.right
    assert high - low < len(tasks) / 2  # an interval that could be missed
