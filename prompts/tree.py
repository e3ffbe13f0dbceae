"""The category tree: 130 nodes in four levels, 6 at the top and 104 leaves (the structure of DINGO, arXiv 2407.03942).

A node's name is not unique (`Riddles` occurs twice), so a node is named by its path: the names from the top,
joined by "/". Odd spellings in the names are the original's and are kept byte for byte.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

SEPARATOR = "/"


@cache
def paths() -> tuple[str, ...]:
    """Every node of the tree as a path, parents before children, in the order of the file."""
    tree: dict[str, Any] = json.loads(files("prompts").joinpath("tree.json").read_text(encoding="utf-8"))

    def walk(node: dict[str, Any], prefix: tuple[str, ...]) -> list[str]:
        found = []
        for name, children in node.items():
            path = (*prefix, name)
            found += [SEPARATOR.join(path), *walk(children, path)]
        return found

    return tuple(walk(tree, ()))


@cache
def top_level() -> tuple[str, ...]:
    """The six categories at the top of the tree."""
    return tuple(path for path in paths() if SEPARATOR not in path)


def top_of(path: str) -> str:
    """The top-level category of a path."""
    return path.split(SEPARATOR, 1)[0]


def require(path: str) -> str:
    """Return `path` if it is a node of the tree; raise ValueError with the nearest names if it is not."""
    if path in paths():
        return path
    from difflib import get_close_matches

    near = get_close_matches(path, paths(), n=3, cutoff=0.3)
    raise ValueError(f"category {path!r} is no node of the tree; nearest: {', '.join(near) or 'none'}")
