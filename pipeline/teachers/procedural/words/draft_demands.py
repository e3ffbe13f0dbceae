"""How a prompt states the demands on a document, and the words that it may ask to avoid."""

import random
from collections.abc import Mapping
from typing import Any

AVOIDABLE = {
    "en": (
        "very really please also great nice sure hope happy just good simply always never important however because "
        "finally clear together new best time easy everyone ! ? ;"
    ).split(),
    "zh": (
        "非常 十分 希望 但是 因为 所以 如果 大家 我们 一起 最后 重要 认真 已经 可以 感谢 欢迎 特别 真正 相信 ！ ？ ；"
    ).split(),
}

SAYINGS = {
    "en": {
        "opens": ("Begin the first line with “{}”.", "The first line starts with “{}”.", "Open with “{}”."),
        "closes": (
            "The last line has “{}”.",
            "End with a line that contains “{}”.",
            "Close with “{}” in the last line.",
        ),
        "line": ("One line of its own reads “{}”.", "Put “{}” on a line of its own."),
        "headings": (
            "Use these headings, each alone on its line and in this order: {}.",
            "Divide it under the headings {} (in this order, each on its own line).",
        ),
        "numbered": (
            "Number the {noun} from 1 to {}, one numbered line each.",
            "It has exactly {} {noun}, numbered 1., 2., 3. and so on.",
        ),
        "bullets": ("List exactly {} {noun}, each on a line that begins with “- ”.", "Give {} {noun} as “- ” lines."),
        "asked": ("Each of them ends in a question mark.",),
        "options": ("Each has {} answers to choose from, on lines lettered A., B., C. and so on.",),
        "turns": (
            "{first} and {second} speak by turns, {first} first, {} lines in all, each as “Name: words”.",
            "Write exactly {} lines of speech in the form “Name: words”; {first} begins and {second} replies, by "
            "turns.",
        ),
        "paragraphs": ("It has exactly {} blocks, with an empty line between them.",),
        "says": (
            "Mention, word for word: {}.",
            "These details must be in it exactly as written: {}.",
            "Be sure to give {} (in these words).",
        ),
        "avoids": ("Do without {}.", "Do not use {} anywhere.", "Avoid {} throughout."),
        "words": (
            "Length: {} to {} words in all.",
            "Keep the whole text between {} and {} words.",
            "Write at least {} and at most {} words, everything counted.",
        ),
    },
    "zh": {
        "opens": ("第一行以“{}”开头。", "开头第一行须以“{}”起笔。"),
        "closes": ("最后一行要有“{}”。", "结尾一行须出现“{}”。"),
        "line": ("“{}”单独占一行。", "其中有一行只写“{}”。"),
        "headings": ("依次使用下列小标题，各占一行：{}。", "按这个顺序分为几部分，标题单独成行：{}。"),
        "numbered": (
            "{noun}共{}条，每条一行，用“1.”“2.”这样的数字编号。",
            "写出正好{}条{noun}，从1开始编号，一条一行。",
        ),
        "bullets": ("列出正好{}条{noun}，每行以“- ”开头。", "{noun}写{}条，每条一行，行首用“- ”。"),
        "asked": ("每一题都以问号结尾。",),
        "options": ("每题有{}个选项，各占一行，用A.、B.、C.等字母标出。",),
        "turns": (
            "{first}和{second}轮流说话，{first}先说，一共{}句，每句写成“名字：话”。",
            "对话正好{}行，格式为“名字：话”，由{first}开头，{second}接话，交替进行。",
        ),
        "paragraphs": ("全文正好{}段（块），段与段之间空一行。",),
        "says": ("必须原样写出：{}。", "下列内容要一字不差地出现：{}。", "文中要写明{}（照原文）。"),
        "avoids": ("不要出现{}。", "全文不用{}。", "避免使用{}。"),
        "words": ("全文{}到{}字（数字和英文单词各算一字，标点不计）。", "篇幅：{}至{}字，标点不算，一个数字算一字。"),
    },
}
LABELS = {
    "en": {
        slot: label
        for slot, _, label in (
            part.partition("=")
            for part in (
                "act=what is to be done|cause=the reason|content=what it is about|count=how many|date=the date|"
                "day=the day|days=days|deadline=the closing date|deposit=the deposit|deputy=who stands in|"
                "duty=the present duties|earlier=the earlier employer|end=when it ends|event=the occasion|fee=the fee|"
                "firm=the firm|goods=the goods|holder=who is authorised|host=the host|leader=who leads the team|"
                "mail=the address|minutes=minutes it takes|model=the model|months=months of work|number=the number|"
                "offer=the offer|office=the place|order=the order number|pay=the pay|people=for whom|percent=percent|"
                "phone=the telephone number|price=the price|reason=the reason|rent=the rent|seats=places|"
                "section=the department|skill=what is expected|start=when it begins|street=the address|"
                "subject=the subject|task=a task of the post|team=people in the team|thing=what it is about|"
                "time=the time|tongue=the language|virtue=a virtue of the goods|weeks=weeks|wish=what is asked for|"
                "work=the work|year=the first year|years=years"
            ).split("|")
        )
    },
    "zh": {
        slot: label
        for slot, _, label in (
            part.partition("=")
            for part in (
                "act=委托事项|cause=事由|client=招标方|content=内容|count=数量|date=日期|day=日子|deadline=截止日期|"
                "deposit=押金|deputy=代管的人|duty=现在的职责|earlier=从前的单位|end=完成日期|event=活动|fee=总价|"
                "firm=单位|goods=货物|holder=受托人|host=主持人|leader=带队的人|mail=邮箱|model=型号|months=研制的月数|"
                "number=编号|offer=弥补的办法|office=地点|order=订单号|pay=月薪|people=对象|phone=电话|price=价格|"
                "reason=原因|rent=月租|section=部门|skill=要求|start=开始日期|street=地址|subject=专业|"
                "task=一项工作内容|"
                "thing=对象|time=时间|tongue=语言|virtue=货物的优点|weeks=天数|wish=要求|work=工作"
            ).split("|")
        )
    },
}
"""What a detail is, by its slot, told where the brief does not show it."""
ORDER = ("opens", "headings", "turns", "numbered", "asked", "options", "bullets", "paragraphs", "closes", "says")


def said(rng: random.Random, demands: Mapping[str, Any], labels: list[str], language: str, noun: str) -> list[str]:
    """A sentence for every demand; the length and what to avoid come last. A detail's label tells what it is."""
    sayings = SAYINGS[language]
    between = ", " if language == "en" else "、"
    told: list[str] = []
    for key in (*ORDER, "avoids", "words"):
        value = demands.get(key)
        if not value:
            continue
        way = rng.choice(sayings[key])
        match key:
            case "words":
                told.append(way.format(*value))
            case "headings" if len(value) == 1:
                told.append(rng.choice(sayings["line"]).format(value[0]))
            case "says":
                parts = [f"“{part}”{label}" for part, label in zip(value, labels, strict=True)]
                told.append(way.format(between.join(parts)))
            case "headings" | "avoids":
                told.append(way.format(between.join(f"“{part}”" for part in value)))
            case "turns":
                first, second = demands["speakers"]
                told.append(way.format(value, first=first, second=second))
            case _:
                told.append(way.format(value, noun=noun))
    return told
