"""Correct a text rule by rule where the words stand, and compare.

args: language; sentences, some of them wrong. The answer must be the corrected text; blanks, quotation marks around
it and the case of its first letter are immaterial. The rules know no sentences: they look at a word and its neighbours.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from filters.reading.answer import final_answer
from filters.reading.sentences import squeeze
from filters.verdict import Verdict, failed, passed

_IRREGULAR = {
    "bought": "buy", "sold": "sell", "drew": "draw", "found": "find", "broke": "break", "chose": "choose",
    "stole": "steal", "hid": "hide", "brought": "bring", "lost": "lose", "made": "make", "kept": "keep", "sent": "send",
}  # fmt: skip
_REGULAR = (
    "carry wash paint fix collect admire watch listen depend respond apologise insist suffer believe object "
    "specialise participate rely"
).split()
_VERBS = [*_REGULAR, *_IRREGULAR.values()]
_NOUNS = (
    "lamp box knife basket umbrella toy picture shelf clock brush map chair dish kite vase ladder diary engine poster "
    "guitar scarf"
).split()
_ADJECTIVES = frozenset(
    "blue cheap dirty elegant empty expensive green heavy new old orange red small ugly unusual yellow".split()
)
_SEVERAL = frozenset("two three four five six seven eight nine several many".split())
_LINKS = (
    "listen to,depend on,respond to,apologise for,insist on,suffer from,believe in,object to,specialise in,"
    "participate in,rely on"
).split(",")
_COMPARABLE = "tall old strong happy fast young brave funny loud kind lazy quick short proud shy".split()
_MODALS = frozenset("can must should might".split())
_WORD = re.compile(r"[A-Za-z]+")


def _s_form(word: str) -> str:
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:s|x|ch|sh)$", word) else "s")


def _plural(noun: str) -> str:
    if noun in ("knife", "shelf", "scarf"):
        return {"knife": "knives", "shelf": "shelves", "scarf": "scarves"}[noun]
    return _s_form(noun)


def _past(verb: str) -> str:
    for past, base in _IRREGULAR.items():
        if base == verb:
            return past
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if re.search(r"[^aeiou]y$", verb) else verb + "ed"


def _comparative(word: str) -> str:
    if word.endswith("e"):
        return word + "r"
    return word[:-1] + "ier" if word.endswith("y") and word != "shy" else word + "er"


_BASE = {form: verb for verb in _VERBS for form in (verb, _s_form(verb), _past(verb))}
_SINGULAR = {form: noun for noun in _NOUNS for form in (noun, _plural(noun))}
_POSITIVE = {form: word for word in _COMPARABLE for form in (word, _comparative(word))}
_PREPOSITION = dict(link.split() for link in _LINKS)


def _verb(tokens: list[str], at: int) -> str:
    """The form that the verb at a place must have, by what stands before it."""
    base, before = _BASE[tokens[at]], tokens[:at]
    if "did" in before or not _MODALS.isdisjoint(before):
        return base
    if before[0] not in ("Nowadays", "These"):
        return _past(base)
    many = "and" in before or "they" in before or "we" in before
    return base if many else _s_form(base)


@lru_cache(maxsize=4096)
def _english(sentence: str) -> str:
    tokens = sentence[:-1].split()
    if tokens[0] in ("Where", "When", "Why", "How") and "did" in tokens:
        tokens.remove("did")
        tokens.insert(1, "did")
    verb = next((at for at, token in enumerate(tokens) if token in _BASE and at), None)
    if verb is not None:
        tokens[verb] = _verb(tokens, verb)
        if (link := _PREPOSITION.get(_BASE[tokens[verb]])) is not None:
            tokens[verb + 1] = link
    for at in range(len(tokens) - 2):
        if tokens[at] in ("a", "an") or tokens[at] in _SEVERAL:
            one, other = tokens[at + 1 : at + 3]
            if one in _SINGULAR and other in _ADJECTIVES:
                one, other = other, one
            if other not in _SINGULAR:
                continue
            noun = _SINGULAR[other]
            many = tokens[at] in _SEVERAL
            article = tokens[at] if many else "an" if one[0] in "aeiou" else "a"
            tokens[at : at + 3] = [article, one, _plural(noun) if many else noun]
            if tokens[0] == "There":
                tokens[1] = "are" if many else "is"
            break
    if verb is None and tokens[0] != "There":
        tokens = [token for token in tokens if token != "more"]
        tokens[2], tokens[3] = _comparative(_POSITIVE[tokens[2]]), "than"
    return " ".join(tokens) + sentence[-1]


_MEASURES = {
    word: measure
    for measure, words in {
        "本": "书 词典", "匹": "马", "辆": "自行车 汽车", "张": "地图 邮票", "把": "雨伞", "双": "鞋 袜子", "封": "信",
        "朵": "玫瑰", "件": "衬衫 毛衣", "条": "围巾", "顶": "帽子", "支": "钢笔 铅笔", "盏": "台灯",
    }.items()
    for word in words.split()
}  # fmt: skip
_MEASURE = "".join(sorted({*_MEASURES.values(), "架"}))
_COUNTED = re.compile(f"了([二两三四五六七八九十])[{_MEASURE}]({'|'.join(_MEASURES)})(?=。)")
_HOW_WELL = re.compile(r"([跑写唱画睡讲跳])[的地](?=很)")
_HOW = re.compile(r"(高兴|认真|慢慢|轻轻|仔细|悄悄|耐心|兴奋|安静|急忙|热情)[的得](?=[打读回走收介修擦讲])")
_WHICH = re.compile(r"(喜欢[^，。的地得]{2})[地得]")
_WHERE = re.compile(r"(吃饭|看书|散步|唱歌|钓鱼|做作业|锻炼|画画|聊天|休息)(在[^，。]{2,3})(?=。)")
_PAST = re.compile(r"^(昨天|上周|前天|去年|上个月)(.{2})不(?=[去上参来回看打出])")
_FUTURE = re.compile(r"^(明天|下周|后天|明年|下个月)(.{2})没有")
_SECOND_LINK = re.compile(r"(虽然|因为|只要|只有|不但)([^，。]+)，([^，。]{0,2})(但是|所以|就|才|而且)")
_SECOND = {"虽然": "但是", "因为": "所以", "只要": "就", "只有": "才", "不但": "而且"}


@lru_cache(maxsize=4096)
def _chinese(sentence: str) -> str:
    text = _COUNTED.sub(lambda m: f"了{m[1].replace('二', '两')}{_MEASURES[m[2]]}{m[2]}", sentence)
    if not (clauses := _SECOND_LINK.search(text)):
        text = _HOW_WELL.sub(r"\1得", text)
    text = _HOW.sub(r"\1地", text)
    text = _WHICH.sub(r"\1的", text)
    text = _WHERE.sub(r"\2\1", text)
    text = _PAST.sub(r"\1\2没有", text)
    text = _FUTURE.sub(r"\1\2不", text)
    if clauses:
        text = _SECOND_LINK.sub(lambda m: f"{m[1]}{m[2]}，{m[3]}{_SECOND[m[1]]}", text)
    return text


def check(args: Mapping[str, Any], response: str) -> Verdict:
    chinese = args["language"] == "zh"
    mend = _chinese if chinese else _english
    right = ("" if chinese else " ").join(mend(sentence) for sentence in args["sentences"])
    found = squeeze(final_answer(response))
    if not found:
        return failed("no_answer", f"expected {right!r}, found nothing")
    if len(found) > 2 and found[0] + found[-1] in ('""', "“”"):
        found = found[1:-1]
    if chinese:
        found = found.replace(" ", "")
    if found == right or found[:1].upper() + found[1:] == right:
        return passed(right)
    if found == squeeze(("" if chinese else " ").join(args["sentences"])):
        return failed("unchanged", f"the text was given back as it was; expected {right!r}")
    return failed("wrong_text", f"expected {right!r}, found {found[:400]!r}")
