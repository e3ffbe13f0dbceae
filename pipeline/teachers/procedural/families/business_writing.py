"""Write a business document: a letter, an advertisement, a contract, a form, with stated details and form."""

from pipeline.teachers.procedural.solving.drafting import DraftingFamily
from pipeline.teachers.procedural.words import business_chinese, business_english, papers_chinese, papers_english


class TaskFamily(DraftingFamily):
    id = "business_writing"
    category = "Creation/Specialized writing/Email"
    nodes = (
        "Creation/Specialized writing/Email",
        "Creation/Specialized writing/Advertising",
        "Creation/Specialized writing/Contract",
        "Creation/Specialized writing/Bid",
        "Creation/Specialized writing/Recruitment manuscript",
        "Creation/Specialized writing/Official account article",
        "Creation/Specialized writing/Questionnaire",
        "Creation/Specialized writing/Resume",
        "Creation/Specialized writing/Personal documents",
    )
    scenes = {
        "en": {scene.name: scene for scene in (*business_english.SCENES, *papers_english.SCENES)},
        "zh": {scene.name: scene for scene in (*business_chinese.SCENES, *papers_chinese.SCENES)},
    }
    wordings = {
        "en": (
            "Write {task}. {brief} {demands}",
            "{brief} Draft {task} for this. {demands}",
            "I need {task}. The situation: {brief}\n\nWhat it has to look like:\n{list}",
            "Please compose {task} on the following matter.\n\n{brief}\n\n{demands}",
            "Task: {task}.\nFacts: {brief}\nRules:\n{list}\nGive only the text itself.",
            "Can you help with {task}? {brief} {demands} Answer with the finished text alone.",
        ),
        "zh": (
            "请写{task}。{brief}{demands}",
            "{brief}请据此拟{task}。{demands}",
            "我需要{task}。情况如下：{brief}\n\n写作要求：\n{list}",
            "请就下面的事情起草{task}。\n\n{brief}\n\n{demands}",
            "任务：{task}\n事实：{brief}\n规则：\n{list}\n只给出正文即可。",
            "能帮忙写{task}吗？{brief}{demands}直接给出成文。",
        ),
    }
