"""When an evolved instruction, or what was answered to it, is given up: Evol-Instruct's elimination rules (WizardLM, Xu
et al. 2023, arXiv 2304.12244, section 3.3, "Elimination Evolving").

The paper names four conditions, in words; what is measured here is the project's own reading of them:

1. *No information gain over the parent* (`no_gain`). The paper asks a model. Here a child must say something that its
   parent does not: a word that is neither a stop word nor an inflected form of one of the parent's, or a figure (a
   number or an operator), counted in order, so that "3 - 7" is news after "7 - 3". Similarity of the whole texts is
   not asked for: with a passage in it a request can change its whole sense by one word, and a paraphrase that keeps
   the sense by synonyms is what only a model can tell.
2. *The answer apologises* (`apology`): it contains "sorry" and is shorter than 80 words.
3. *The answer is only punctuation and stop words* (`nothing_said`).
4. *The child copies words of the prompt that asked for it* (`copied_words`): "given prompt", "rewritten prompt",
   "#Rewritten Prompt#".
"""

import re
import unicodedata
from dataclasses import dataclass

from filters.novelty import longest_common_subsequence
from filters.stop_words import CHINESE, CHINESE_PHRASES, ENGLISH
from filters.tokens import tokens
from filters.verdict import Verdict, failed, passed


@dataclass(frozen=True, slots=True)
class Limits:
    """Where the rules draw the line."""

    min_gain: int = 1
    """New words and figures together; the project's own. One can be the whole difference: "in French"."""
    apology_words: int = 80
    """An apology in an answer of so many words and more is part of a real answer (the paper's number)."""


CHARACTERS_A_WORD = 1.5
"""Chinese characters for one English word; a usual rate of translators, the project's own choice here."""

COPIED = re.compile(
    r"#\s*(?:the )?(?:given|rewritten|created|original|new)[ _](?:prompt|instruction|request)\s*#"
    r"|\b(?:given|rewritten|created)[ _]prompts?\b|\brewritten[ _](?:instruction|request)s?\b"
    r"|</?(?:given|instruction|prompt)>"
    r"|#\s*(?:给定|所给|原始|改写后的?|重写后的?|新的?)(?:提示词?|指令|请求|问题)\s*#"
    r"|(?:给定|所给)的?(?:提示词?|指令)|(?:改写|重写)后?的(?:提示词?|指令|请求)",
    re.IGNORECASE,
)
"""The paper's words, those of its released code and of this project's prompts, and the Chinese ones."""

APOLOGY = re.compile(
    r"\bsorry\b|\bapologi[sz]e\b|\bapologies\b|\bas an? (?:ai|artificial intelligence|(?:large )?language model)\b"
    r"|\bi(?: can ?not| can['’]t| am (?:unable|not able) to|['’]m (?:unable|not able) to) "
    r"(?:help|assist|answer|provide|comply|fulfil|do (?:that|this))"
    r"|抱歉|对不起|很遗憾|不好意思|作为(?:一个|一名)?(?:大?语言模型|人工智能|AI)|我?无法(?:为[你您])?(?:回答|提供|完成|满足|协助)",
    re.IGNORECASE,
)
WANTED = re.compile(r"\bsorry\b|\bapolog|\bregret|\brefus|抱歉|对不起|遗憾|不好意思|道歉|致歉|拒绝", re.IGNORECASE)
"""In a request that asks for an apology or a refusal, neither is a fault."""

_FIGURE = re.compile(
    r"\d+(?:[.,]\d+)*|[二三四五六七八九十百千万亿两]|(?<=\d)\s?-(?=\s?\w)|-(?=\d)|(?<![*])[*](?![*])|[+/^=<>×÷≤≥%]"
)
_CHINESE_PHRASE = re.compile("|".join(sorted(CHINESE_PHRASES, key=len, reverse=True)))
_ENDINGS = ("ing", "ed", "es", "s", "d", "ly", "e")
_SHORTEST_STEM = 3


def judge_instruction(parent: str, child: str, limits: Limits) -> Verdict:
    """Whether an evolved instruction is one, and says more than the one it came from: rules 4 and 1."""
    words = new_words(parent, child)
    if not (words or says_something(child)):
        return failed("nothing_said", "only punctuation and stop words")
    held = " ".join(parent.casefold().split())
    for found in COPIED.finditer(child):
        if " ".join(found[0].casefold().split()) not in held:
            return failed("copied_words", f"{found[0]!r} is of the prompt that asked for it")
    if child.split() == parent.split():
        return failed("no_gain", "the prompt is the parent's")
    figures = new_figures(parent, child)
    if len(words) + figures < limits.min_gain:
        return failed("no_gain", f"{len(words)} new words and {figures} new figures, at least {limits.min_gain} wanted")
    return passed(f"{len(words)} new words and {figures} new figures")


def judge_answer(request: str, answer: str, limits: Limits) -> Verdict:
    """Whether an answer to an evolved instruction is no apology and says something: rules 2 and 3.

    For answers that no checker can decide: "Sorry" may be the right translation of a word.
    """
    found = APOLOGY.search(answer)
    if found and not WANTED.search(request) and (count := words_in(answer)) < limits.apology_words:
        return failed("apology", f"{found[0]!r} in {count:.0f} words, below {limits.apology_words}")
    return passed() if says_something(answer) else failed("nothing_said", "only punctuation and stop words")


def says_something(text: str) -> bool:
    """Whether there is more than punctuation and stop words. Symbols say something (an emoji, a sign of mathematics),
    and so does a lone letter: the key of an option."""
    if len(bare := text.strip(" \t\r\n.()[]*")) == 1 and bare.isalpha():
        return True
    return bool(content_words(text)) or any(unicodedata.category(character)[0] in "SN" for character in text)


def content_words(text: str) -> list[str]:
    """The tokens (English words, Chinese characters) that are no stop words, numbers or punctuation, in order."""
    kept = tokens(_CHINESE_PHRASE.sub(" ", text))
    return [token for token in kept if token not in ENGLISH and token not in CHINESE and token[0].isalpha()]


def new_words(parent: str, child: str) -> list[str]:
    """The child's content words that are no form of one of the parent's."""
    held = set(content_words(parent))
    unheard = [word for word in dict.fromkeys(content_words(child)) if word not in held]
    stems = set(map(stem, held)) if unheard else set()
    return [word for word in unheard if stem(word) not in stems]


def new_figures(parent: str, child: str) -> int:
    """How many of the child's figures the parent does not have in this order."""
    mine = figures_in(child)
    return len(mine) - longest_common_subsequence(figures_in(parent), mine)


def figures_in(text: str) -> list[str]:
    """Numbers and operators, in order. A hyphen counts beside a digit only, an asterisk when it stands alone."""
    return [found.strip() for found in _FIGURE.findall(text)]


def stem(word: str) -> str:
    """An English word without the ending of its inflection; a light stemmer, which leaves irregular forms alone."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def words_in(text: str) -> float:
    """Words of a text; a Chinese character counts as a part of one."""
    counted = [token for token in tokens(text) if token[0].isalnum()]
    characters = sum("\u3400" <= token <= "\u9fff" for token in counted)
    return len(counted) - characters + characters / CHARACTERS_A_WORD
