"""Find the final answer in a response."""

import re
import unicodedata

MARK = {"en": "Answer:", "zh": "答案："}
"""What a worked answer ends with, by language: the last line that starts so holds the final answer."""

_FINAL = re.compile(r"^[ \t*#>]*(?:Answer|Final answer|答案)[*]*[ \t]*[:：][ \t*]*(.*)$", re.MULTILINE | re.IGNORECASE)


def final_answer(response: str) -> str:
    """The text after the last "Answer:" (or "答案：") to the end of the response; the whole response if it has none.

    White space at both ends is dropped. The answer may run over several lines.
    """
    marks = list(_FINAL.finditer(response))
    return response[marks[-1].start(1) :].strip() if marks else response.strip()


def plain(text: str) -> str:
    """NFKC, lower case, runs of white space as one blank, no final full stop: for comparing short answers."""
    folded = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return folded.rstrip(".。")
