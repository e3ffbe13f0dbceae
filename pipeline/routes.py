"""Settings that differ by category: one value for all, or values by node of the category tree and a default."""

from collections.abc import Mapping
from typing import Any, TypeVar

from prompts.tree import SEPARATOR, require

DEFAULT = "default"

Value = TypeVar("Value")


def by_node(route: Value | Mapping[str, Value]) -> dict[str, Value]:
    """The values by node; one for all stands under "default"."""
    return dict(route) if isinstance(route, Mapping) else {DEFAULT: route}


def at(route: Value | Mapping[str, Value], category: str = "") -> Value:
    """The value of the deepest node at or above a category."""
    values = by_node(route)
    above = [node for node in values if category == node or category.startswith(f"{node}{SEPARATOR}")]
    return values[max(above, key=len, default=DEFAULT)]


def check_nodes(route: Any, what: str, where: str = "") -> None:
    """Raise ValueError for a node that the tree does not have, and where no value, called `what`, is there for the
    others. `where` stands before the sentence."""
    values = by_node(route)
    for node in values:
        if node != DEFAULT:
            require(node)
    if DEFAULT not in values:
        raise ValueError(f"{where}name {what} for {DEFAULT!r}, for the nodes that are not listed")
