import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.data import read_yaml
from prompts.tree import SEPARATOR, definition, leaves, name, paths, require, top_level, top_of


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


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_node_has_a_name_and_every_leaf_a_definition(language: str) -> None:
    assert len(leaves()) == 104
    names = [name(path, language) for path in paths()]
    definitions = [definition(path, language) for path in leaves()]
    assert len(set(definitions)) == 104
    assert all("\n" not in text and text[-1] in ".。" for text in definitions)
    for text in [*names, *definitions]:
        assert text == text.strip() and "  " not in text and "_" not in text
        assert language == "en" or re.search("[一-鿿]", text)


def test_the_names_file_names_nodes_alone() -> None:
    assert list(read_yaml("tree_names.yaml")) == list(paths())


def test_odd_spellings_stay_in_the_path_and_out_of_the_name() -> None:
    node = "Knowledge Utilization/Open-book Questions/Knowledge Questions/Abbreviation Explaination"
    assert node in paths() and name(node, "en") == "Abbreviation Explanation"
    assert name("Creation/Plan", "en") == "Plan" and name("Creation/Plan", "zh") == "计划"


def test_names_and_definitions_that_are_not_there_are_refused() -> None:
    with pytest.raises(ValueError, match="no node of the tree"):
        name("Creation/Plans", "en")
    with pytest.raises(ValueError, match="'Creation/Plan' has no definition of its own: name one of the leaves"):
        definition("Creation/Plan", "en")
    with pytest.raises(ValueError, match="'Code/Text2Code' is known in en, zh; found the language 'fr'"):
        name("Code/Text2Code", "fr")
