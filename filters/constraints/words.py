"""Words and sentences of a text in English, Chinese, or a mixture."""

import re

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(rf"[{HAN}]|[^\W{HAN}]+")
_JOINED = re.compile(rf"[^\W{HAN}]+(?:['’-][^\W{HAN}]+)*")
_END = re.compile(r"[。！？]+|[.!?…]+(?=[\"')\]”’*]*(?:\s|$))")
_CLOSERS = "\"')]”’」』*"
ABBREVIATIONS = frozenset("mr mrs ms dr prof st jr sr vs e.g i.e cf fig approx gov p.s p.p.s".split())
"""What a stop follows within a sentence, even before a capital letter."""


def has_han(text: str) -> bool:
    return _HAN.search(text) is not None


def count_words(text: str) -> int:
    """Runs of letters, digits and underscores, as IFEval counts; each Chinese character is a word of its own, which is
    how Chinese counts the length of a text."""
    return sum(1 for _ in _WORD.finditer(text))


def joined_words(text: str) -> list[str]:
    """Words with their inner hyphens and apostrophes; Chinese characters separate them."""
    return _JOINED.findall(text)


def count_sentences(text: str) -> int:
    """Sentences: each ends in a stop before a blank or the end (not before a small letter; "." not after an
    abbreviation, an initial or a number alone at the start of a line), or in a Chinese stop anywhere; what follows the
    last stop is one more."""
    count = place = 0
    filled = False
    for stop in _END.finditer(text):
        filled = filled or any(map(str.isalnum, text[place : stop.start()]))
        place = stop.end()
        if filled and _ends(text, stop):
            count += 1
            filled = False
    return count + (filled or any(map(str.isalnum, text[place:])))


def _ends(text: str, stop: re.Match[str]) -> bool:
    if stop.group()[0] in "。！？":
        return True
    if text[stop.end() : stop.end() + 8].lstrip(_CLOSERS + " ")[:1].islower():
        return False
    if stop.group() != ".":
        return True
    before = text[max(0, stop.start() - 12) : stop.start()]
    last = before.split()[-1].lstrip("\"'(*“‘").lower() if before.strip() else ""
    if last in ABBREVIATIONS or (len(last) == 1 and last.isalpha() and last.isascii()):
        return False
    _, newline, line = before.rpartition("\n")
    return not (line.strip().isdigit() and (newline or len(before) < 12))
