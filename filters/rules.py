"""Rules on the text of a record: what no good instruction record looks like, whatever its task.

Each rule answers with a reason and the figure it judged by. Where a limit has a source it is named; the others are the
project's own.
"""

import re
from dataclasses import dataclass

from filters.verdict import Verdict, failed, passed

_CJK = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_LETTER = re.compile(r"[^\W\d_]")
_BROKEN = re.compile("[\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_FENCED = re.compile(r"```.*?```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Limits:
    """Where the rules draw the line."""

    max_characters: int = 6000
    """Prompt and response together; the project's own, about 1,500 tokens."""
    min_response_characters: int = 1
    max_repeated_lines: float = 0.5
    """Share of the response's non-empty lines that repeat an earlier one. Gopher drops a document above 0.30 of
    duplicate lines (Rae et al. 2021, arXiv 2112.11446, table A1); answers are short and hold tables and drawings, so
    the project allows more and looks only at responses of eight lines and up, outside code."""


def judge(prompt: str, response: str, language: str, limits: Limits) -> Verdict:
    """The first rule that a record breaks, or a pass."""
    for rule in (_length, _broken_characters, _repeated_lines, _language):
        verdict = rule(prompt, response, language, limits)
        if not verdict.passed:
            return verdict
    return passed()


def cjk_share(text: str) -> float:
    """Share of Chinese characters among the letters of a text; 0 for a text without letters."""
    letters = len(_LETTER.findall(text))
    return len(_CJK.findall(text)) / letters if letters else 0.0


def _length(prompt: str, response: str, language: str, limits: Limits) -> Verdict:
    total = len(prompt) + len(response)
    if total > limits.max_characters:
        return failed("too_long", f"{total} characters, at most {limits.max_characters}")
    if len(response.strip()) < limits.min_response_characters:
        return failed("too_short", f"{len(response.strip())} characters, at least {limits.min_response_characters}")
    return passed()


def _broken_characters(prompt: str, response: str, language: str, limits: Limits) -> Verdict:
    found = _BROKEN.search(prompt) or _BROKEN.search(response)
    return failed("broken_characters", f"U+{ord(found.group()):04X}") if found else passed()


def _repeated_lines(prompt: str, response: str, language: str, limits: Limits) -> Verdict:
    lines = [line.strip() for line in _FENCED.sub("", response).splitlines() if line.strip()]
    if len(lines) < 8:
        return passed()
    repeated = 1 - len(set(lines)) / len(lines)
    if repeated > limits.max_repeated_lines:
        return failed("repeated_lines", f"{repeated:.2f} of the lines, at most {limits.max_repeated_lines}")
    return passed()


def _language(prompt: str, response: str, language: str, limits: Limits) -> Verdict:
    """A prompt in Chinese has Chinese in it, and one in English is not mostly Chinese."""
    found = cjk_share(prompt)
    if language == "zh" and found == 0.0:
        return failed("wrong_language", "no Chinese in a prompt that should be Chinese")
    if language == "en" and found > 0.5:
        return failed("wrong_language", f"{found:.2f} of the prompt's letters are Chinese")
    return passed()
