"""Inflect and order a sentence anew, with verb and plural forms of the checker's own, and compare with the response.

args: the sentence by its parts (who, trait, what, look, verb, place) and features (tense, negated, question, pronoun;
in English many, things, passive, speaker; in Chinese order and time, the words for past and future); changes, a list of
[feature, value]. Contractions, 没 for 没有, commas, "that" and the place of the place where grammar leaves it free
are immaterial.
"""

from collections.abc import Mapping
from functools import cache
from itertools import product
from typing import Any

from filters.reading.answer import final_answer
from filters.verdict import Verdict, failed, passed

_LONGEST = 500
_FORMS = """
buy buys bought bought|sell sells sold sold|see sees saw seen|find finds found found|steal steals stole stolen
choose chooses chose chosen|count counts counted counted|draw draws drew drawn|lose loses lost lost
wash washes washed washed|eat eats ate eaten|pick picks picked picked|taste tastes tasted tasted
share shares shared shared|feed feeds fed fed|chase chases chased chased|raise raises raised raised
catch catches caught caught|weigh weighs weighed weighed|write writes wrote written
translate translates translated translated|print prints printed printed|discuss discusses discussed discussed
describe describes described described|copy copies copied copied|repair repairs repaired repaired
carry carries carried carried|borrow borrows borrowed borrowed|make makes made made|hide hides hid hidden
collect collects collected collected|order orders ordered ordered|mend mends mended mended|show shows showed shown
"""
_PLURALS = {
    "child": "children",
    "woman": "women",
    "man": "men",
    "fisherman": "fishermen",
    "sheep": "sheep",
    "fish": "fish",
    "goose": "geese",
    "mouse": "mice",
    "knife": "knives",
    "scarf": "scarves",
    "potato": "potatoes",
    "tomato": "tomatoes",
}
_CASES = {"I": "me", "he": "him", "she": "her", "we": "us", "they": "them"}
_MEASURES = """
苹果 梨 橙子 鸡蛋 蛋糕 西瓜 土豆 西红柿 蘑菇 桃子 柠檬 南瓜 故事 钟 杯子 碗 箱子 篮子 玩具 花瓶:个
胡萝卜 香蕉:根|马:匹|牛 猪:头|羊 猫 鸡 兔子 鸭子 鸟 鹅 老鼠 猴子:只|狗 鱼 船 裙子 围巾:条
书 词典 小说 杂志:本|信:封|地图 照片 桌子:张|报纸 报告:份|诗:首|灯:盏|自行车:辆|钢琴:架|鼓 镜子:面
椅子 刀 雨伞 伞 钥匙 吉他 小提琴:把|照相机 电脑:台|手表:块|衬衫 大衣 毛衣 夹克:件|帽子:顶
"""
_SHORT = {"won't": "will not", "can't": "cannot"}


@cache
def _verbs() -> dict[str, tuple[str, str, str]]:
    rows = [row.split() for row in _FORMS.replace("\n", "|").split("|") if row]
    return {base: (third, past, participle) for base, third, past, participle in rows}


@cache
def _measures() -> dict[str, str]:
    rows = [row.split(":") for row in _MEASURES.replace("\n", "|").split("|") if row]
    return {noun: measure for nouns, measure in rows for noun in nouns.split()}


def _plural(noun: str) -> str:
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun + ("es" if noun.endswith(("ch", "sh", "s", "x")) else "s")


def _noun_phrase(adjective: str, noun: str, many: bool) -> str:
    return f"the {adjective} {_plural(noun) if many else noun}"


def _english(f: Mapping[str, Any]) -> list[str]:
    """All right English sentences, without their final stop."""
    third, past, participle = _verbs()[f["verb"]]
    doer = f["pronoun"] or _noun_phrase(f["trait"], f["who"], f["many"])
    thing = _noun_phrase(f["look"], f["what"], f["things"])
    person = {"": "p" if f["many"] else "s", "I": "1", "he": "s", "she": "s"}.get(f["pronoun"], "p")
    not_ = " not" if f["negated"] else ""
    reported = bool(f["speaker"])
    if f["passive"]:
        many = f["things"]
        be = {
            ("past", False): "were" if many else "was",
            ("present", False): "are" if many else "is",
            ("future", False): "will",
            ("past", True): "had",
            ("present", True): "were" if many else "was",
            ("future", True): "would",
        }[f["tense"], reported]
        verb = {"will": "be ", "would": "be ", "had": "been "}.get(be, "") + participle
        start = f"{be} {thing}{not_} {verb}" if f["question"] else f"{thing} {be}{not_} {verb}"
        by = f"by {_CASES.get(doer, doer)}"
        bodies = [f"{start} {by} {f['place']}", f"{start} {f['place']} {by}"]
    else:
        tense = "past" if reported and f["tense"] == "present" else f["tense"]
        if reported and f["tense"] != "present":
            had = f["tense"] == "past"
            bodies = [
                f"{doer} {'had' if had else 'would'}{not_} {participle if had else f['verb']} {thing} {f['place']}"
            ]
        elif tense == "future":
            bodies = [f"{doer} will{not_} {f['verb']} {thing} {f['place']}"]
            if f["question"]:
                bodies = [f"will {doer} {f['verb']} {thing} {f['place']}"]
        elif f["negated"] or f["question"]:
            do = "did" if tense == "past" else "does" if person == "s" else "do"
            start = f"{do} {doer}{not_}" if f["question"] else f"{doer} {do}{not_}"
            bodies = [f"{start} {f['verb']} {thing} {f['place']}"]
        else:
            form = past if tense == "past" else third if person == "s" else f["verb"]
            bodies = [f"{doer} {form} {thing} {f['place']}"]
    if reported:
        return [f"{f['speaker']} said {that}{body}" for body in bodies for that in ("that ", "")]
    return [body[0].upper() + body[1:] for body in bodies]


def _chinese(f: Mapping[str, Any]) -> list[str]:
    """All right Chinese sentences, without their final stop and with 没有 in full."""
    doer = f["pronoun"] or f["trait"] + f["who"]
    thing = "那" + _measures()[f["what"]] + f["look"] + f["what"]
    past = f["tense"] == "past"
    time = f["time"][0] if past else f["time"][1]
    place = "在" + f["place"]
    helper = ("没有" if past else "不会") if f["negated"] else ("" if past else "会")
    verb = f["verb"] + ("了" if past and not f["negated"] else "")
    first = thing if f["order"] == "被" else doer
    rest = {"plain": verb + thing, "把": f"把{thing}{verb}", "被": f"被{doer}{verb}"}[f["order"]]
    openings = (time + first, first + time)
    middles = (helper + place, place + helper)
    ending = "吗" if f["question"] else ""
    return [opening + middle + rest + ending for opening, middle in product(openings, middles)]


def _normal(text: str, chinese: bool) -> str:
    text = text.replace("’", "'").strip(" \n\t\"'“”*")
    if chinese:
        for mark in " ,，\n":
            text = text.replace(mark, "")
        return text.replace("没有", "没").replace("没", "没有")
    words = []
    for word in text.replace(",", " ").split():
        low = word.lower()
        if low in _SHORT:
            word = _SHORT[low]
        elif low.endswith("n't"):
            word = f"{word[:-3]} not"
        words.append(word)
    return " ".join(words)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if len(response) > _LONGEST:
        return failed("too_long", f"the response has {len(response)} characters; one sentence was asked for")
    features = {**args, **dict(args["changes"])}
    chinese = "order" in args
    stop = ("？" if chinese else "?") if features["question"] else ("。" if chinese else ".")
    right = [text + stop for text in (_chinese(features) if chinese else _english(features))]
    found = _normal(final_answer(response), chinese)
    if chinese:
        found = found.replace("?", "？").replace(".", "。")
    if not found:
        return failed("no_answer", f"the response is empty; expected {right[0]!r}")
    if found in right:
        return passed(right[0])
    if any(found.lower().rstrip(".?。？") == text[:-1].lower() for text in right):
        return failed("wrong_stop_or_capital", f"expected {right[0]!r}, found {found!r}")
    return failed("wrong_sentence", f"expected {right[0]!r}, found {found[:300]!r}")
