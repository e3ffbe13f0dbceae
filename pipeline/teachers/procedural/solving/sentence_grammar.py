"""Write one sentence of a small grammar in any tense, number, person, voice, polarity and form.

A task's arguments give the sentence by its features; a change is another value of a feature.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pipeline.teachers.procedural.words.translation_words import NOUNS, VERBS, Noun, Verb

Features = Mapping[str, Any]

PARTICIPLES = dict(
    row.split()
    for row in """see seen, steal stolen, choose chosen, draw drawn, eat eaten, write written, hide hidden, show
    shown""".split(",")
)
"""Participles that differ from the past."""
OBJECTIVE = {"I": "me", "you": "you", "he": "him", "she": "her", "we": "us", "they": "them"}
PLURAL_PRONOUNS = ("you", "we", "they")
RESULTS = {
    "food": "洗干净 卖掉 吃掉 拿走 藏好",
    "animal": "抓住 喂饱 卖掉 洗干净 赶走 带走",
    "paper": "弄丢 卖掉 拿走 收好 藏好 撕破",
    "goods": "修好 搬走 卖掉 借走 弄坏 藏好 擦干净",
    "clothes": "洗干净 补好 弄丢 卖掉 收好 弄脏",
}
"""Chinese verbs with their result, by the kind of their object: only such go with 把 and 被."""


@cache
def noun(english: str) -> Noun:
    return next(one for one in NOUNS if one.english == english)


@cache
def chinese_noun(chinese: str) -> Noun:
    return next(one for one in NOUNS if one.chinese == chinese)


@cache
def verb(english: str) -> Verb:
    return next(one for one in VERBS if one.english == english)


def _phrase(name: str, adjective: str, many: bool) -> str:
    one = noun(name)
    return f"the {adjective} {one.plural if many else one.english}"


def english(f: Features) -> str:
    """The English sentence with these features."""
    pronoun = f["pronoun"]
    subject = pronoun or _phrase(f["who"], f["trait"], f["many"])
    plural = pronoun in PLURAL_PRONOUNS if pronoun else f["many"]
    agent = OBJECTIVE[pronoun] if pronoun else subject
    thing = _phrase(f["what"], f["look"], f["things"])
    if f["passive"]:
        words = _verbal(f, thing, f["things"], first=False)
        rest = ["by", agent, f["place"]]
    else:
        words = _verbal(f, subject, plural, first=pronoun == "I")
        rest = [thing, f["place"]]
    text = " ".join([*words, *rest])
    if f["speaker"]:
        return f"{f['speaker']} said that {text}."
    return text[0].upper() + text[1:] + ("?" if f["question"] else ".")


def _verbal(f: Features, subject: str, plural: bool, first: bool) -> list[str]:
    """Subject and verb in their order. Helper verbs come first in a question."""
    one, tense = verb(f["verb"]), f["tense"]
    participle = PARTICIPLES.get(one.english, one.past)
    negative = ["not"] if f["negated"] else []
    if f["speaker"]:
        helper, main = {
            "past": ("had", f"been {participle}" if f["passive"] else participle),
            "present": (
                ("were" if plural else "was") if f["passive"] else "did",
                participle if f["passive"] else one.english,
            ),
            "future": ("would", f"be {participle}" if f["passive"] else one.english),
        }[tense]
    elif f["passive"]:
        helper, main = {
            "past": ("were" if plural else "was", participle),
            "present": ("are" if plural else "is", participle),
            "future": ("will", f"be {participle}"),
        }[tense]
    else:
        present = "do" if plural or first else "does"
        helper, main = {"past": "did", "present": present, "future": "will"}[tense], one.english
    if f["question"]:
        return [helper, subject, *negative, main]
    if helper in ("did", "do", "does") and not negative:
        backshifted = f["speaker"] or tense == "past"
        return [subject, one.past if backshifted else one.third if helper == "does" else one.english]
    return [subject, helper, *negative, main]


def chinese(f: Features) -> str:
    """The Chinese sentence with these features; `order` is "plain", "把" or "被"."""
    subject = f["pronoun"] or f["trait"] + f["who"]
    thing = f"那{chinese_noun(f['what']).measure}{f['look']}{f['what']}"
    future = f["tense"] == "future"
    helper = {(True, True): "不会", (True, False): "会", (False, True): "没有"}.get((future, f["negated"]), "")
    done = "" if future or f["negated"] else "了"
    place = f"在{f['place']}"
    core = {
        "plain": f"{subject}{helper}{place}{f['verb']}{done}{thing}",
        "把": f"{subject}{helper}{place}把{thing}{f['verb']}{done}",
        "被": f"{thing}{helper}{place}被{subject}{f['verb']}{done}",
    }[f["order"]]
    return f"{f['time'][future]}{core}{'吗？' if f['question'] else '。'}"


def write(f: Features, language: str) -> str:
    return chinese(f) if language == "zh" else english(f)
