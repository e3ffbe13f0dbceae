"""How many of each group to keep so that none outgrows its share."""

from collections.abc import Mapping


def cap(counts: Mapping[str, int], max_share: float) -> int:
    """The largest number that a group may keep so that it makes at most `max_share` of all that is kept.

    With every group cut to that number c, c <= max_share * sum(min(count, c)) holds. 0 if no number will do, which
    cannot be when there are at least 1 / max_share groups of equal size.
    """
    low, high = 0, max(counts.values(), default=0)
    while low < high:
        middle = (low + high + 1) // 2
        if middle <= max_share * sum(min(count, middle) for count in counts.values()):
            low = middle
        else:
            high = middle - 1
    return low


def shares(counts: Mapping[str, int], target: int) -> dict[str, int]:
    """Quotas that add up to `target` at most: the same for every group, what a small one leaves going to the others."""
    quotas = dict.fromkeys(counts, 0)
    left, open_groups = target, sorted(counts, key=lambda name: (counts[name], name))
    for index, name in enumerate(open_groups):
        quotas[name] = min(counts[name], left // (len(open_groups) - index))
        left -= quotas[name]
    return quotas
