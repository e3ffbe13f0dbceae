"""Read the emotion out of each statement by the stems of telling words, and compare the labels named.

args: statements; labels (the list to choose from, English or Chinese); ask (which statements are asked about, counted
from 0); evidence (whether the telling words are asked for). An answer must name one label for each, in order, and where
evidence is asked for quote before that, word for word and in double quotes, what shows it.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from filters.reading.comma_list import comma_list
from filters.verdict import Verdict, failed, passed

_LONGEST = 4000
_STEMS = {
    "joy": r"smil|happy|laugh|delight|cheer|joy|singing|over the moon|grinn|glad|merry|high spirits",
    "sadness": r"cried|tears|heart felt heavy|wept|miserabl|sorrow|sobs?\b|mourn|heartbr|unhappy|grief|felt blue",
    "anger": r"slamm|furious|blood boil|shouted|clench|saw red|fuming|temper|so cross|livid|rage\b|anger|outrage",
    "fear": r"trembl|shak(?:e|ing)|terrif|scared|cold sweat|dared not|knees|dread|frighten|danger|panic|afraid",
    "surprise": r"jaw\b|believe my eyes|mouth wide|astonish|never expect|amaz|unawares|disbelief|aback|stunn"
    r"|dumbf|seen it coming",
    "disgust": r"stomach|sick at|nose\b|revolt|threw up|disgust|nause|gag|repuls|loath|foul\b",
    "pride": r"head high|proud|pride|truly earned|achiev|ten feet tall|patted myself|boast|own success|paid off"
    r"|champion|fine job",
    "shame": r"swallow me|blush|asham|anyone in the eye|hung my head|humili|embarrass|mortif|cover my face|guilt"
    r"|sinking",
    "gratitude": r"thank|grat(?:eful|itude)|kindness|owed|indebt|bless|repay|appreciat",
    "boredom": r"yawn|the clock|bored|fell asleep|dragged|counted the tiles|dull\b|tedious|doodl|interested"
    r"|minutes crawl|twiddl",
    "喜悦": r"笑|高兴|开心|乐得|欢[呼喜]|甜滋滋|快活|喜上|心花怒放",
    "悲伤": r"眼泪|哭|难过|伤心|刀割|悲痛|抽泣|碎了|泪流|忧伤|啜泣",
    "愤怒": r"气得|火冒|大吼|怒[气不]|愤怒|大骂|咬牙|雷霆|恼火|气炸",
    "恐惧": r"吓|害怕|抖|冷汗|发软|恐惧|胆战|悚然|怕得|惶恐|慌得",
    "惊讶": r"惊[讶奇得]|不敢相信|吃一惊|瞪大|没有想到|目瞪|愣|意料|料到|诧异",
    "厌恶": r"恶心|鼻子|反胃|厌恶|嫌|想吐|吐出|作呕|反感|胃里",
    "自豪": r"骄傲|自豪|挺起|得意|了不起|昂首|成果|夸自己|成就感|大拇指|扬眉",
    "羞愧": r"羞|地缝|惭愧|不好意思|火辣|丢脸|尴尬|无地|内疚|红着脸|难为情",
    "感激": r"谢|感激|恩情|报答|感恩|的好记",
    "无聊": r"哈欠|看钟|无聊|睡着|枯燥|闷得|没意思|太慢|打不起精神|兴趣|乏味",
}
_CUES = {
    label: re.compile(rf"\b(?:{stems})" if label.isascii() else stems, re.IGNORECASE) for label, stems in _STEMS.items()
}
_ENGLISH = tuple(label for label in _STEMS if label.isascii())
_CHINESE = tuple(label for label in _STEMS if not label.isascii())
_QUOTE = re.compile(r'[“"「『]([^“”"「」『』\n]{1,400})[”"」』]')
_SPEAKER = re.compile(r"^[^:：]{1,80}[:：]\s*")


@lru_cache(maxsize=4096)
def _reading(statement: str) -> tuple[str, int, int]:
    """The emotion that a statement shows and where the telling words stand; ("", 0, 0) if it shows none or several."""
    start = match.end() if (match := _SPEAKER.match(statement)) else 0
    labels = _ENGLISH if statement.isascii() else _CHINESE
    found = [(label, cue) for label in labels if (cue := _CUES[label].search(statement, start))]
    if len(found) != 1:
        return "", 0, 0
    label, cue = found[0]
    return label, *cue.span()


def _evidence(quotes: list[str], statement: str) -> bool:
    """Whether one of the quotes is in the statement and touches its telling words."""
    _, start, end = _reading(statement)
    folded = statement.casefold()
    places = ((folded.find(quote), len(quote)) for quote in quotes)
    return any(place >= 0 and place < end and place + length > start for place, length in places)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    asked = [args["statements"][number] for number in args["ask"]]
    expected = [_reading(statement)[0] for statement in asked]
    if not all(expected):
        return failed("unclear_task", f"a statement shows no emotion or several: {asked[expected.index('')]}")
    if len(response) > _LONGEST:
        return failed("too_long", f"the response has more than {_LONGEST} characters")
    found = [label.casefold() for label in comma_list(response)]
    outside = [label for label in found if label not in args["labels"]]
    if outside or not found:
        named = outside[0][:80] if outside else ""
        return failed("not_in_list", f"expected {', '.join(expected)}, found {named!r}, which is not in the list")
    if found != expected:
        return failed("wrong_label", f"expected {', '.join(expected)}, found {', '.join(found)}")
    quotes = [" ".join(quote.casefold().split()).strip(" ,.，。") for quote in _QUOTE.findall(response)]
    spoken = "\n".join(asked).casefold()
    for quote in quotes:
        if quote not in spoken:
            return failed("misquoted", f"{quote!r} does not stand in what was said")
    for statement, label in zip(asked, expected, strict=True):
        if args["evidence"] and not _evidence(quotes, statement):
            return failed("no_evidence", f"no quoted words show {label} in: {statement}")
    return passed(", ".join(expected))
