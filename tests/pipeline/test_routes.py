"""Values by node of the category tree."""

import pytest

from pipeline import routes


def test_one_value_holds_everywhere() -> None:
    assert routes.at(3) == routes.at(3, "Code/Text2Code") == 3


def test_the_deepest_node_at_or_above_a_category_counts() -> None:
    route = {"default": 1, "Creation": 2, "Creation/Plan": 3}
    assert routes.at(route, "Creation/Plan") == 3
    assert routes.at(route, "Creation/Specialized writing") == 2
    assert routes.at(route, "Code/Text2Code") == routes.at(route) == 1
    assert routes.at({"default": 1, "Cre": 2}, "Creation") == 1


def test_unknown_nodes_and_a_missing_default_are_errors() -> None:
    routes.check_nodes(3, "a tier")
    with pytest.raises(ValueError, match="category 'Cooking' is no node"):
        routes.check_nodes({"default": 1, "Cooking": 2}, "a tier")
    with pytest.raises(ValueError, match="steps: name an engine for 'default'"):
        routes.check_nodes({"Code": "big"}, "an engine", "steps: ")
