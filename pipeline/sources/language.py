"""A first guess at a text's language from its letters: "en", "zh" or "other"."""

import re

SAMPLE = 10_000
"""Characters looked at: enough to tell, and bounded for texts of any size."""
CJK_SHARE = 0.2
KANA_SHARE = 0.1
ASCII_SHARE = 0.5

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
_KANA_OR_HANGUL = re.compile(r"[\u3040-\u30ff\u1100-\u11ff\uac00-\ud7af]")
_ASCII = re.compile(r"[A-Za-z]")


def language_of(text: str) -> str:
    """ "zh" if Chinese characters are over a fifth of the letters, "en" if ASCII letters dominate, else "other".

    Japanese and Korean, which mix Chinese characters with their own, are "other".
    """
    sample = text[:SAMPLE]
    ascii_letters = len(_ASCII.findall(sample))
    if sample.isascii():
        return "en" if ascii_letters else "other"
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return "other"
    if len(_KANA_OR_HANGUL.findall(sample)) > KANA_SHARE * letters:
        return "other"
    if len(_HAN.findall(sample)) > CJK_SHARE * letters:
        return "zh"
    return "en" if ascii_letters > ASCII_SHARE * letters else "other"
