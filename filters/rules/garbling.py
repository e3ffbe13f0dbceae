"""Characters that no author wrote: text decoded wrongly, torn from a binary, or dressed up to mislead."""

import re
from dataclasses import dataclass

from ftfy.badness import badness

from filters.rules.passage import Family, Passage, within
from filters.verdict import Verdict, failed, passed


@dataclass(frozen=True, slots=True)
class Garbling(Family):
    """How many of each a record may hold."""

    max_replacement: int = 0
    """U+FFFD, which a decoder puts where it could not read on."""
    max_control: int = 0
    """Control characters other than tab, line feed and carriage return."""
    max_bidi: int = 0
    """Characters that turn the direction of what follows, with which text can read otherwise than it is (Boucher and
    Anderson 2021, arXiv 2111.00169), and tag characters outside flags, which nobody sees."""
    max_private: int = 0
    """Private-use characters: what they show depends on the font."""
    max_mojibake: int = 0
    """Sequences that arise when UTF-8 is read in another encoding, by the patterns of ftfy (Speer 2019)."""
    max_mixed_words: int = 0
    """Words in which a Latin letter stands beside a Cyrillic or Greek one of the same shape (Unicode TR 39, section 4:
    confusables)."""


BROKEN = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x{84}\x{86}-\x{9f}\x{fffd}-\x{ffff}\x{202a}-\x{202e}\x{2066}-\x{2069}"
    r"\x{e000}-\x{f8ff}\x{e0001}-\x{e007f}\x{f0000}-\x{10ffff}]"
)
"""All characters that these rules count one by one."""
_TWINS = "АВЕЗІЈКМНОРСТУХЅаеорсухіјѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
MIXED = f"[A-Za-z][{_TWINS}]|[{_TWINS}][A-Za-z]"
MOJIBAKE = "[\u0080-\u07ff\u2000-\u2bff\ufb00-\ufb06]{2}|锟斤拷|烫烫烫|屯屯屯"
"""A character of several bytes becomes as many characters, side by side, none of them Chinese."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0001-\U000e007f]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_SUSPECT = re.compile(MOJIBAKE)
_CHINESE_MOJIBAKE = re.compile("锟斤拷|烫烫烫|屯屯屯")
_MIXED_WORD = re.compile(f"[^\\W\\d_]*?(?:{MIXED})[^\\W\\d_]*")


def replacement(passage: Passage, limits: Garbling) -> Verdict:
    return within("replacement_characters", "U+FFFD", passage.text.count("\ufffd"), most=limits.max_replacement)


def control(passage: Passage, limits: Garbling) -> Verdict:
    return _count("control_characters", _CONTROL, passage.text, limits.max_control)


def bidi(passage: Passage, limits: Garbling) -> Verdict:
    return _count("hidden_characters", _BIDI, passage.text, limits.max_bidi)


def private(passage: Passage, limits: Garbling) -> Verdict:
    return _count("private_use_characters", _PRIVATE, passage.text, limits.max_private)


def mojibake(passage: Passage, limits: Garbling) -> Verdict:
    if not _SUSPECT.search(passage.text):
        return passed()
    count = badness(passage.text) + len(_CHINESE_MOJIBAKE.findall(passage.text))
    return within("mojibake", "sequences", count, most=limits.max_mojibake)


def mixed_scripts(passage: Passage, limits: Garbling) -> Verdict:
    if passage.text.isascii():
        return passed()
    return _count("mixed_scripts", _MIXED_WORD, passage.text, limits.max_mixed_words)


def _count(reason: str, pattern: re.Pattern[str], text: str, most: int) -> Verdict:
    found = pattern.findall(text)
    if len(found) <= most:
        return passed()
    return failed(reason, f"{len(found)}, at most {most} allowed; the first: {found[0]!a}")
