"""Occasions on which somebody is asked for a fact: a sentence in front of the question, drawn from tables."""

import random
from collections.abc import Mapping

from pipeline.teachers.procedural.words.names import NAMES

OCCASIONS = {
    "en": (
        "{name} is doing a crossword {time}.",
        "Clue {number} of {name}'s crossword is hard.",
        "{name} and {other} play a quiz {time}.",
        "Quiz night at {name}'s {place}, question {number}.",
        "{name} has a question for {other} {time}.",
        "This is on page {number} of {name}'s workbook.",
        "{name} tests {other} with flash cards in the {place}.",
        "A poster in the {place} made {name} wonder.",
        "{other} bet {name} {number} coins on this.",
        "{name} is revising in the {place} for a test.",
        "Round {number}: {name} draws this card.",
        "{name} wrote this on the board of the {place}.",
        "Homework for {name}, exercise {number}.",
        "{name}'s class has a contest {time}.",
    ),
    "zh": (
        "{name}{time}在做填字游戏。",
        "这是{name}的填字游戏第{number}题。",
        "{name}和{other}{time}玩知识问答。",
        "{place}的问答比赛，第{number}题轮到{name}。",
        "{name}{time}这样问{other}。",
        "这道题在{name}的练习册第{number}页。",
        "{name}在{place}用卡片考{other}。",
        "{place}的海报让{name}很好奇。",
        "{other}拿{number}枚硬币和{name}打赌。",
        "{name}正在{place}复习备考。",
        "第{number}轮，{name}抽到了这张卡片。",
        "{name}把这道题写在{place}的黑板上。",
        "{name}的家庭作业第{number}题。",
        "{name}的班级{time}举行比赛。",
    ),
}
TIMES = {
    "en": "this morning|after lunch|on Monday|on Friday night|over breakfast|on the train|before class|at noon|today|"
    "on a rainy day|after school|on Sunday".split("|"),
    "zh": "今天早上|午饭后|星期一|星期五晚上|吃早饭时|在火车上|上课前|中午|今天|下雨天|放学后|星期天".split("|"),
}
PLACES = {
    "en": "club library café kitchen office museum studio workshop garden canteen hall classroom".split(),
    "zh": "俱乐部 图书馆 咖啡馆 厨房 办公室 博物馆 工作室 车间 花园 食堂 礼堂 教室".split(),
}
LARGEST = 60


def occasion(rng: random.Random, language: str, more: Mapping[str, tuple[str, ...]]) -> str:
    """One occasion, general or of `more` (templates by language with the same slots)."""
    name, other = rng.sample(NAMES[language], 2)
    return rng.choice((*OCCASIONS[language], *more[language])).format(
        name=name,
        other=other,
        time=rng.choice(TIMES[language]),
        place=rng.choice(PLACES[language]),
        number=rng.randint(2, LARGEST),
    )
