"""The category tree: 130 nodes in four levels, 6 at the top and 104 leaves (the structure of DINGO, arXiv 2407.03942).

A node's name is not unique (`Riddles` occurs twice), so a node is named by its path: the names from the top,
joined by "/". Odd spellings in the paths are the original's and are kept byte for byte; what a node is called in a
prompt, and what belongs to a leaf, is in tree_names.yaml.
"""

import json
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any

from prompts.data import in_language, read_yaml

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
def version() -> str:
    """Names the tree as it stands: a hash of its paths. What was trained for one tree says nothing about another."""
    return blake2b("\n".join(paths()).encode("utf-8"), digest_size=8).hexdigest()


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


@cache
def leaves() -> tuple[str, ...]:
    """The nodes without children: those that instructions are filed under."""
    parents = {path.rpartition(SEPARATOR)[0] for path in paths()}
    return tuple(path for path in paths() if path not in parents)


def name(path: str, language: str) -> str:
    """What a node is called, in "en" or "zh"; for people and prompts, not an identifier. Raises ValueError for what is
    no node, and for another language."""
    node = _names()[require(path)]
    texts = {"en": node.get("en", path.rpartition(SEPARATOR)[2]), "zh": node["zh"]}
    return in_language(texts, language, f"category {path!r}")


def definition(path: str, language: str) -> str:
    """What belongs to a leaf, in one sentence. Raises ValueError for a node that has children: only a leaf is narrow
    enough for one."""
    if require(path) not in leaves():
        raise ValueError(f"category {path!r} has no definition of its own: name one of the leaves below it")
    return in_language(_names()[path]["definition"], language, f"category {path!r}")


@cache
def _names() -> dict[str, Any]:
    return read_yaml("tree_names.yaml")
