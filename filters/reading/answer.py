"""Find the final answer in a response."""

import re
import unicodedata

MARK = {"en": "Answer:", "zh": "答案："}
"""What a worked answer ends with, by language: the last line that starts so holds the final answer."""

_FINAL = re.compile(r"^[ \t*#>]*(?:Answer|Final answer|答案)[*]*[ \t]*[:：][ \t*]*(.*)$", re.MULTILINE | re.IGNORECASE)
_BOX = "\\boxed{"
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


def final_answer(response: str) -> str:
    r"""The text after the last "Answer:" (or "答案：") to the end of the response; else what stands in the last
    \boxed{}; the whole response if it has neither.

    White space at both ends is dropped. The answer may run over several lines.
    """
    stated = stated_answer(response)
    return response.strip() if stated is None else stated


def stated_answer(response: str) -> str | None:
    """The final answer where the response states one, in the sense of `final_answer`; None for free text."""
    marks = list(_FINAL.finditer(response))
    if marks:
        return response[marks[-1].start(1) :].strip()
    return boxed(response) or None


def boxed(response: str) -> str:
    r"""What stands in the last \boxed{…}, inner braces included; "" if there is none that closes."""
    start, depth = response.rfind(_BOX) + len(_BOX), 1
    if start < len(_BOX):
        return ""
    for brace in _BRACE.finditer(response, start):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return response[start : brace.start()].strip()
    return ""


def plain(text: str) -> str:
    """NFKC, lower case, runs of white space as one blank, no final full stop: for comparing short answers."""
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return folded.rstrip(".。")
