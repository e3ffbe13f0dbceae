r"""Find the answer that a worked response states, whatever the convention: "Answer:", GSM8K's "####", \boxed{}, "the
answer is", "答案是", a short response as it stands, and else nothing.
"""

import re

from filters.reading.answer import boxed

LONGEST = 20_000
"""Characters of a response that are looked at: the last ones."""

_MARKS = re.compile(
    r"^[ \t*#>]*(?:final[ ]answer|answer|答案|最终答案)[ \t]*\**[ \t]*[:：][ \t]*\**[ \t]*(?P<answer>.*)$"
    r"|^[ \t]*\#\#\#\#[ \t]*(?P<hashes>.+)$",
    re.MULTILINE | re.IGNORECASE,
)
_PHRASE = re.compile(
    r"(?:answer(?:[ ](?:choice|option))?[ ](?:is|would[ ]be|must[ ]be)|correct[ ](?:answer|option|choice)[ ]is|"
    r"答案(?:应该|应当)?[是为选]|(?:故|因此|所以|应该?)?选(?:择)?(?:项)?)[ \t]*[:：]?[ \t]*(?P<answer>[^\n]+)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?<!\b[A-Z])[.。!！](?:\s|$)|[,，;；]?\s+(?:because|since)\b|[,，;；]\s*(?:as|so|因为|所以)")
_SHORT = 200
"""Characters of a response of one line that may itself be the answer; the project's own."""


def stated_answer(response: str) -> str:
    """One line, or what stands in a box; "" if the response states no answer in a form known here.

    The last statement counts. Where the line that states it holds a box, the box's content is the answer.
    """
    text = response[-LONGEST:].strip()
    marks = list(_MARKS.finditer(text))
    if marks:
        return _line(text[marks[-1].start(marks[-1].lastgroup or 0) :])
    if inside := boxed(text):
        return inside
    phrases = list(_PHRASE.finditer(text))
    if phrases:
        return _sentence(phrases[-1]["answer"])
    return text if "\n" not in text and len(text) <= _SHORT else ""


def _line(text: str) -> str:
    """The first line with something on it, or the box in what follows."""
    first = next((line.strip() for line in text.splitlines() if line.strip(" \t*")), "")
    if "\\boxed{" in first or first in ("$$", "\\["):
        return boxed(text) or first
    return first


def _sentence(text: str) -> str:
    """Up to the end of the sentence or the reason that follows; "B. Paris" and "3.5" go on after the point."""
    return _ENDS.split(text)[0].strip()
