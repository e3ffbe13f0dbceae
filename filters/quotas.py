"""How many of each group to keep, and of which there are too few.

A record belongs to a group (its task family) and to a node of the category tree. Three limits hold at once: a node with
a quota keeps at most so many, no group outgrows its share or its capacity, and all together keep at most the target.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Quotas:
    max_share: float = 1.0
    """No group makes more than this share of what is kept."""
    target: int | None = None
    """Records to keep over all."""
    nodes: Mapping[str, int] = field(default_factory=dict)
    """Records to keep at or below a node; a record counts for the deepest node above it that has a quota."""
    capacities: Mapping[str, int] = field(default_factory=dict)
    """The most that a group can give before its records repeat each other."""

    def node_of(self, path: str) -> str:
        """The deepest node with a quota at or above a path; "" if there is none."""
        above = [node for node in self.nodes if path == node or path.startswith(node + "/")]
        return max(above, key=len, default="")


Member = tuple[str, str]
"""Group and node of a record."""


def surplus(members: Sequence[Member], quotas: Quotas) -> dict[int, str]:
    """What exceeds a limit, by place, with a sentence; those that come first in `members` stay."""
    over: dict[int, str] = {}
    nodes = [quotas.node_of(path) for _, path in members]
    _cut(over, nodes, quotas.nodes)
    left = [place for place in range(len(members)) if place not in over]
    counts = Counter(members[place][0] for place in left)
    fitting = {group: min(count, quotas.capacities.get(group, count)) for group, count in counts.items()}
    highest = cap(fitting, quotas.max_share)
    bounded = {group: min(count, highest) for group, count in fitting.items()}
    if quotas.target is None:
        _cut(over, [group for group, _ in members], bounded)
        return over
    promised = Counter(members[place][0] for place in left if nodes[place])  # a node's quota comes before the target
    rest = {group: max(0, count - promised[group]) for group, count in bounded.items()}
    free = shares(rest, max(0, quotas.target - promised.total()))
    _cut(over, [group if not node else "" for (group, _), node in zip(members, nodes, strict=True)], free)
    _cut(over, [group for group, _ in members], bounded)
    return over


def _cut(over: dict[int, str], groups: Sequence[str], limits: Mapping[str, int]) -> None:
    """Add to `over` what comes after a group's limit is reached."""
    taken: Counter[str] = Counter()
    for place, group in enumerate(groups):
        if place in over or group not in limits:
            continue
        taken[group] += 1
        if taken[group] > limits[group]:
            over[place] = f"{group}: at most {limits[group]}"


def deficits(kept: Sequence[Member], quotas: Quotas) -> dict[str, int]:
    """How many records are missing at each node with a quota, and under "" for the target."""
    have = Counter(quotas.node_of(path) for _, path in kept)
    missing = {node: wanted - have[node] for node, wanted in quotas.nodes.items() if have[node] < wanted}
    if quotas.target is not None:
        short = quotas.target - len(kept) - sum(missing.values())
        missing |= {"": short} if short > 0 else {}
    return missing


@dataclass(frozen=True, slots=True)
class NodeCount:
    """How many records a node was to have, how many were made for it, and how many of those were kept."""

    node: str
    wanted: int | None
    """With the quotas of nodes below it, whose records count for those alone; None for a node without one."""
    made: int
    kept: int


def by_node(
    made: Mapping[str, int], kept: Mapping[str, int], wanted: Mapping[str, int], always: Sequence[str]
) -> list[NodeCount]:
    """A line for each node with a quota and for those of `always`, by path; `made` and `kept` count records by path.

    A line counts all records at or below its node, so lines of nodes that lie below each other overlap. What lies below
    none of them, such as a record without a category, is a last line under "".
    """
    nodes = sorted({*wanted, *always})
    lines = [
        NodeCount(node, _below(wanted, node) if node in wanted else None, _below(made, node), _below(kept, node))
        for node in nodes
    ]
    rest = [sum(counts.values()) - sum(_below(counts, node) for node in _highest(nodes)) for counts in (made, kept)]
    return [*lines, NodeCount("", None, *rest)] if any(rest) else lines


def _below(counts: Mapping[str, int], node: str) -> int:
    return sum(count for path, count in counts.items() if path == node or path.startswith(node + "/"))


def _highest(nodes: Sequence[str]) -> list[str]:
    """Those that lie below none of the others."""
    return [node for node in nodes if not any(node.startswith(other + "/") for other in nodes)]


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
