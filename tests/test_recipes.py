"""Every recipe that comes with Gristmill is one that can be used."""

from pathlib import Path

import pytest

from pipeline.curation import either
from pipeline.recipe import Recipe
from pipeline.recipe_file import read
from pipeline.teachers.llm.check import mistakes

RECIPES = sorted((Path(__file__).parents[1] / "recipes").glob("*.yaml"))


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_a_recipe_that_comes_with_gristmill_is_valid(path: Path) -> None:
    recipe = either(read(path), str(path))
    assert not isinstance(recipe, Recipe) or mistakes(recipe) == []
