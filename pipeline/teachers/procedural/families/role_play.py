"""Answer in a stated role, with its greeting, its farewell and the words it has to use."""

from pipeline.teachers.procedural.solving.drafting import DraftingFamily
from pipeline.teachers.procedural.words import play_chinese, play_english


class TaskFamily(DraftingFamily):
    id = "role_play"
    category = "Creation/Simulation creation/Role-playing"
    slip_kinds = ("detail_missing", "too_long", "too_short", "opening_lost", "closing_lost", "word_not_avoided")
    scenes = {
        "en": {scene.name: scene for scene in play_english.SCENES if scene.node == play_english.ROLES},
        "zh": {scene.name: scene for scene in play_chinese.SCENES if scene.node == play_english.ROLES},
    }
    wordings = {
        "en": (
            "{brief} {demands}",
            "Play a role. {brief} {demands}",
            "Role play.\\n{brief}\\n{list}",
            "Let us act a scene: {brief} {demands} Give only what you say.",
            "{brief}\\nAnswer as this figure and nobody else. {demands}",
            "Here is your part: {brief}\\n\\n{demands}",
        ),
        "zh": (
            "{brief}{demands}",
            "请扮演一个角色。{brief}{demands}",
            "角色扮演\n{brief}\n{list}",
            "我们来演一场：{brief}{demands}只写你说的话。",
            "{brief}\n请只以这个人物的口吻回答。{demands}",
            "你的角色如下：{brief}\n\n{demands}",
        ),
    }
