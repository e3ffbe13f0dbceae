"""What the steps that ask the teacher share."""

from pathlib import Path

from pipeline.recipe import Recipe
from pipeline.stages.base import Stage
from pipeline.teachers.base import Teacher
from pipeline.teachers.open import acquire, release


class Taught(Stage):
    """A stage with a teacher, which is built in the worker."""

    def __init__(self, recipe: Recipe, out: Path) -> None:
        """`out` is the output folder, where the call log lies."""
        self.recipe, self.out = recipe, out

    def setup(self) -> None:
        self.teacher: Teacher = acquire(self.recipe, self.out)

    def teardown(self) -> None:
        release(self.recipe, self.out)
