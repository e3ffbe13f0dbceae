"""Write a knock-knock joke on a stated name, spoken by stated people."""

from pipeline.teachers.procedural.solving.drafting import DraftingFamily
from pipeline.teachers.procedural.words import play_english


class TaskFamily(DraftingFamily):
    id = "joke"
    category = "Creation/Thematic creation/Jokes"
    slip_kinds = ("detail_missing", "too_long", "too_short", "opening_lost", "part_lost", "word_not_avoided")
    scenes = {
        "en": {scene.name: scene for scene in play_english.SCENES if scene.node == play_english.JOKES},
    }
    wordings = {
        "en": (
            "Write {task}. {brief} {demands}",
            "{brief} Make {task} of it. {demands}",
            "Tell {task}.\\n{brief}\\n{list}",
            "I would like to hear {task}. {brief} {demands}",
            "{Task}, please! {brief} {demands} Nothing else.",
            "Do you know {task}? {brief} {demands}",
        ),
    }
