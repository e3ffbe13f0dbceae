from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.tree import SEPARATOR, paths, require, top_level, top_of


def test_the_tree_has_the_sizes_of_its_source() -> None:
    levels = Counter(path.count(SEPARATOR) for path in paths())
    assert levels == {0: 6, 1: 25, 2: 65, 3: 34}
    assert len(paths()) == len(set(paths())) == 130
    assert sum(not any(other.startswith(path + SEPARATOR) for other in paths()) for path in paths()) == 104


def test_parents_come_before_their_children() -> None:
    seen: set[str] = set()
    for path in paths():
        parent, separator, _ = path.rpartition(SEPARATOR)
        assert not separator or parent in seen
        seen.add(path)


def test_the_top_level_is_six_names() -> None:
    assert top_level() == tuple(dict.fromkeys(top_of(path) for path in paths()))
    assert top_of("Creation/Plan/Travel plan") == "Creation"
    assert top_of("Code") == "Code"


def test_every_node_is_accepted() -> None:
    assert [require(path) for path in paths()] == list(paths())


def test_a_wrong_path_is_answered_with_near_ones() -> None:
    with pytest.raises(ValueError, match=r"no node of the tree; nearest: .*Code/Text2Code"):
        require("Code/Text2code")
    with pytest.raises(ValueError, match="nearest: none"):
        require("§")
    with pytest.raises(ValueError, match="no node"):
        require("Travel plan")


@given(st.text())
def test_only_nodes_are_accepted(path: str) -> None:
    try:
        assert require(path) in paths()
    except ValueError:
        assert path not in paths()
