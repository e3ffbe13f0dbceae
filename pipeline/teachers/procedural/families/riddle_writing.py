"""Write a riddle that never says its answer, with stated details and length."""

from pipeline.teachers.procedural.solving.drafting import DraftingFamily
from pipeline.teachers.procedural.words import play_chinese, play_english


class TaskFamily(DraftingFamily):
    id = "riddle_writing"
    category = "Creation/Thematic creation/Riddles"
    slip_kinds = ("detail_missing", "too_long", "too_short", "closing_lost", "word_not_avoided")
    scenes = {
        "en": {scene.name: scene for scene in play_english.SCENES if scene.node == play_english.RIDDLES},
        "zh": {scene.name: scene for scene in play_chinese.SCENES if scene.node == play_english.RIDDLES},
    }
    wordings = {
        "en": (
            "Write {task}. {brief} {demands}",
            "{brief} Think of {task}. {demands}",
            "Make up {task}.\\n{brief}\\n{list}",
            "Can you invent {task}? {brief} {demands}",
            "{Task}, please. {brief} {demands} Only the riddle.",
            "What could {task} sound like? {brief} {demands}",
        ),
        "zh": (
            "请写{task}。{brief}{demands}",
            "{brief}请编{task}。{demands}",
            "出{task}。\n{brief}\n{list}",
            "能不能想{task}？{brief}{demands}",
            "来{task}。{brief}{demands}只写谜面。",
            "{task}可以怎么写？{brief}{demands}",
        ),
    }
