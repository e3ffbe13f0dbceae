"""C4's rules for web pages (Raffel et al. 2020, arXiv 1910.10683, section 2.2).

The paper drops single lines (without terminal punctuation, short, about JavaScript) and then pages of fewer than five
sentences. As filters keep or reject and do not edit, the lines that C4 would drop count as not there. Its list of bad
words is a user's own here: `words.file`.
"""

import re
from dataclasses import dataclass

from filters.rules.passage import CJK_PATTERN, Family, Passage, within
from filters.verdict import Verdict, failed, passed


@dataclass(frozen=True, slots=True)
class C4(Family):
    terminal_punctuation: bool = True
    """Lines count only if they end in a mark that ends a sentence or a quotation."""
    min_line_words: int = 3
    min_sentences: int = 5
    lorem_ipsum: bool = True
    curly_bracket: bool = True
    """Reject pages with a curly bracket: code, which natural text has no use for."""
    javascript: bool = True
    """Lines that speak of JavaScript do not count: most warn that it is switched off."""
    policy: bool = True
    """Lines that speak of terms of use, privacy policies or cookies do not count (as in T5's released code)."""


_ENDS = (".", "!", "?", '"', "”", "。", "！", "？", "」")
_SENTENCE = re.compile(r"[.!?]+[\"”’')\]]*(?=\s|$)|[。！？]+[”」』]*")
_POLICY = re.compile(
    r"terms of use|privacy policy|cookie policy|uses cookies|use of cookies|use cookies|隐私政策|使用条款"
)


def page(passage: Passage, limits: C4) -> Verdict:
    lowered = passage.text.lower()
    if limits.lorem_ipsum and "lorem ipsum" in lowered:
        return failed("c4_lorem_ipsum", "the text of a template")
    if limits.curly_bracket and "{" in passage.text:
        return failed("c4_curly_bracket", f"{passage.text.count('{')} of them")
    sentences = 0
    for line in passage.text.split("\n"):
        if _counts(line.strip(), limits):
            sentences += len(_SENTENCE.findall(line))
            if sentences >= limits.min_sentences:
                return passed()
    return within("c4_sentences", "sentences in whole lines", sentences, least=limits.min_sentences)


def _counts(line: str, limits: C4) -> bool:
    if limits.terminal_punctuation and (not line.endswith(_ENDS) or line.endswith("...")):
        return False
    words = line.count(" ") + 1 + (0 if line.isascii() else len(CJK_PATTERN.findall(line)))
    if words < limits.min_line_words:
        return False
    lowered = line.lower()
    return not (limits.javascript and "javascript" in lowered) and not (limits.policy and _POLICY.search(lowered))
