"""Write a speech, a script, an outline, a dialogue, a diary or a story with stated details and form."""

from pipeline.teachers.procedural.solving.drafting import DraftingFamily
from pipeline.teachers.procedural.words import scripts_chinese, scripts_english


class TaskFamily(DraftingFamily):
    id = "speech_and_script"
    category = "Creation/Specialized writing/Speech"
    nodes = (
        "Creation/Specialized writing/Speech",
        "Creation/Specialized writing/Video script",
        "Creation/Specialized writing/Thesis",
        "Creation/Specialized writing/Outline/Story outline",
        "Creation/Specialized writing/Outline/Thesis outline",
        "Creation/Thematic creation/Dialogues",
        "Creation/Thematic creation/Diaries-Travel notes",
        "Creation/Thematic creation/After reading-After watching-After listening feelings",
        "Creation/Thematic creation/Stories-Novels-Scripts",
    )
    scenes = {
        "en": {scene.name: scene for scene in scripts_english.SCENES},
        "zh": {scene.name: scene for scene in scripts_chinese.SCENES},
    }
    wordings = {
        "en": (
            "Please write {task}. {brief} {demands}",
            "{brief} Make {task} out of this. {demands}",
            "Wanted: {task}.\nWhat it is about: {brief}\nWhat to heed:\n{list}",
            "Try your hand at {task}. {brief}\n\n{demands}",
            "{Task}, please. {brief} {demands} Nothing but the text itself.",
            "Could you compose {task}? Here is what I have in mind: {brief} {demands}",
        ),
        "zh": (
            "请写{task}。{brief}{demands}",
            "{brief}请把它写成{task}。{demands}",
            "征文：{task}\n内容：{brief}\n注意：\n{list}",
            "试着写{task}。{brief}\n\n{demands}",
            "来{task}。{brief}{demands}只要正文。",
            "可以帮我写{task}吗？我的设想是：{brief}{demands}",
        ),
    }
