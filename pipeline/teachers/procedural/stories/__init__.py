"""The stories that word problems tell: one class each, gathered here."""

from pipeline.teachers.procedural.stories import amounts, measures, money, rates
from pipeline.teachers.procedural.stories.story import Story

STORIES: dict[str, Story] = {
    story.id: story for module in (money, rates, amounts, measures) for story in module.STORIES
}
"""By id, as a task's arguments name them."""
