"""How wide each specialised expert is, where the total is given.

HMoE (arXiv 2408.10681, section 3.3) keeps the total of an equal mixture and shares it out unevenly. Its widths are
relative, and what to do when they do not divide the total is left open: here widths are multiples of `multiple`, shared
out by largest remainder, so that the total is kept exactly.
"""

from collections.abc import Sequence

from trainer.errors import BadInput

RATIO = 23 / 9
"""Widest over narrowest of HMoE's arithmetic widths, {9, 11, …, 23}."""


def equal(experts: int) -> list[float]:
    return [1.0] * experts


def arithmetic(experts: int, ratio: float = RATIO) -> list[float]:
    """Even steps from 1 to `ratio`."""
    return [1 + (ratio - 1) * number / max(1, experts - 1) for number in range(experts)]


def geometric(experts: int, ratio: float = 2.0) -> list[float]:
    """Each `ratio` times as wide as the one before; HMoE's {1, 2, 4, …, 128}."""
    return [ratio**number for number in range(experts)]


def hybrid(experts: int) -> list[float]:
    """Half of them 1, a quarter 2, a quarter 4: HMoE's {1, 1, 1, 1, 2, 2, 4, 4}."""
    if experts % 4:
        raise BadInput(f"hybrid widths need a number of experts that 4 divides, not {experts}")
    return [1.0] * (experts // 2) + [2.0] * (experts // 4) + [4.0] * (experts // 4)


def share_out(weights: Sequence[float], total: int, multiple: int = 32) -> tuple[int, ...]:
    """Widths in these proportions: multiples of `multiple`, at least one each, that add up to `total`.

    Raises BadInput where that cannot be.
    """
    units = total // multiple
    if total % multiple or units < len(weights) or not weights or min(weights) <= 0:
        raise BadInput(
            f"{len(weights)} experts cannot share a width of {total} in multiples of {multiple}: it must be a multiple "
            f"of that, at least one for each expert, and every weight above 0"
        )
    left = units - len(weights)  # one unit each beforehand, so that none is without width
    ideal = [max(0.0, units * weight / sum(weights) - 1) for weight in weights]
    scale = left / sum(ideal) if sum(ideal) else 0.0
    exact = [part * scale for part in ideal]
    whole = [int(part) for part in exact]
    by_remainder = sorted(range(len(weights)), key=lambda number: (whole[number] - exact[number], number))
    for number in by_remainder[: left - sum(whole)]:
        whole[number] += 1
    return tuple((part + 1) * multiple for part in whole)
