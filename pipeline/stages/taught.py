"""What the three steps that ask the teacher share."""

from pipeline.recipe import Recipe
from pipeline.stages.base import Stage
from pipeline.teachers.base import Teacher
from pipeline.teachers.procedural.teacher import ProceduralTeacher


class Taught(Stage):
    """A stage with a teacher, which is built in the worker."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe

    def setup(self) -> None:
        self.teacher: Teacher = ProceduralTeacher(self.recipe)
