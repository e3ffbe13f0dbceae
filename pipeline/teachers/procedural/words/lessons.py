"""Scenes in which somebody meets an exercise: a sentence in front of it, drawn from tables."""

import random

from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.occasions import LARGEST, PLACES, TIMES

LESSONS = {
    "en": (
        "{name} is stuck on exercise {number} {time}.",
        "{name} and {other} argue about problem {number}.",
        "{other} wrote this for {name} on the wall of the {place}.",
        "This comes from page {number} of {name}'s notebook.",
        "{name} tutors {other} in the {place} {time}.",
        "The study group of {name} and {other} reached question {number} {time}.",
        "On {name}'s worksheet, number {number} reads as follows.",
        "{other} texted {name} a problem {time}.",
        "Practice round {number} for {name}, in the {place}.",
        "{name} missed the lesson and asks {other} about task {number}.",
        "{name} has {number} minutes left in the test.",
        "{name} found a slip of paper in the {place} {time}.",
        "Only {name} tried problem {number} in the contest.",
        "{other} promised {name} a cake for solving this {time}.",
        "Before the exam, {name} reviews sheet {number} with {other}.",
    ),
    "zh": (
        "{name}{time}被第{number}题难住了。",
        "{name}和{other}为第{number}题争论起来。",
        "{other}在{place}的墙上给{name}写了这道题。",
        "这道题出自{name}笔记本的第{number}页。",
        "{name}{time}在{place}给{other}辅导功课。",
        "{name}和{other}的学习小组{time}做到了第{number}题。",
        "{name}的练习卷上第{number}题是这样的。",
        "{other}{time}给{name}发来一道题。",
        "{name}在{place}做第{number}轮练习。",
        "{name}缺了课，向{other}请教第{number}题。",
        "考试还剩{number}分钟，{name}做到了这里。",
        "{name}{time}在{place}捡到一张纸条。",
        "竞赛中只有{name}尝试了第{number}题。",
        "{other}答应{name}，{time}解出这题就请吃蛋糕。",
        "考前，{name}和{other}一起复习第{number}张卷子。",
    ),
}


def lesson(rng: random.Random, language: str) -> str:
    """One scene."""
    name, other = rng.sample(NAMES[language], 2)
    return rng.choice(LESSONS[language]).format(
        name=name,
        other=other,
        time=rng.choice(TIMES[language]),
        place=rng.choice(PLACES[language]),
        number=rng.randint(2, LARGEST),
    )
