"""Words of the frame around a text that got into the text: marks of prompts, of chat templates, unfilled slots."""

import re
from dataclasses import dataclass

from filters.rules.passage import Family, Passage, prose
from filters.verdict import Verdict, failed, passed


@dataclass(frozen=True, slots=True)
class Leaks(Family):
    marks: bool = True
    """Reject the marks of this project's prompts, of Evol-Instruct's (#Given Prompt#) and of common chat templates."""
    phrases: tuple[str, ...] = ()
    """Further words that must not occur, in any case of letters, such as those of one's own prompts."""


MARKS_SIGN = (
    r"(?i)</?[a-z_]+>|<\||\[/?INST\]|<</?SYS>>|<｜|#[a-z ]*(?:prompt|instruction)"
    r"|###\s*(?:instruction|response|human|assistant|input)|\{\{|\{(?:instruction|document|prompt|passage|persona)\}"
    r"|rewritten|改写后|【"
)
TAGS = "instruction|given|response|answer_text|rewritten|document_text|think|thinking"
"""Tags in which this project's prompts ask for an answer, and those of models that think aloud."""
CONTROL = (
    "im_start|im_end|im_sep|endoftext|eot_id|begin_of_text|end_of_text|start_header_id|end_header_id|user|assistant"
    "|system|end"
)
SLOTS = "instruction|document|prompt|passage|input|code|persona|style|attitude|message|length|guard|turns"

_INLINE_CODE = re.compile(r"`[^`\n]+`")
_MARKS = re.compile(
    rf"""
    \#+\ * (?:the\ )? (?:given | rewritten | created | new | original)\ (?:prompt | instruction) \ * \#
    | \#\#\#\ (?:instruction | response | human | assistant | input) \ * :
    | </?(?:{TAGS})>
    | <\|(?:{CONTROL})\|> | <｜[^｜\n]{{1,30}}｜> | <(?:start | end)_of_turn> | \[/?INST\] | <</?SYS>>
    | \{{\{{ -?\ * (?:{SLOTS}) \ *-? \}}\}}
    | (?<![\w$"'({{]) \{{ (?:instruction | document | prompt | passage | persona) \}} (?![\w}})])
    | \b rewritten\ (?:prompt | instruction | request) \b
    | 【(?:改写后的 | 给定的 | 新的 | 原始)? (?:指令 | 提示词? | 请求)】 | 改写后的 (?:指令 | 提示词? | 请求)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def marks(passage: Passage, limits: Leaks) -> Verdict:
    """Outside code, where such marks may be what a program handles; not in a response whose prompt has them too."""
    if not limits.marks:
        return passed()
    asked = passage.asked.lower()
    for found in _MARKS.finditer(_INLINE_CODE.sub("", prose(passage.text))):
        if found.group().lower() not in asked:
            return failed("leaked_prompt", f"the mark {found.group()[:60]!r}")
    return passed()


def phrases(passage: Passage, limits: Leaks) -> Verdict:
    if not limits.phrases:
        return passed()
    text, asked = prose(passage.text).lower(), passage.asked.lower()
    for phrase in limits.phrases:
        if phrase.lower() in text and phrase.lower() not in asked:
            return failed("leaked_prompt", f"the words {phrase!r}")
    return passed()
