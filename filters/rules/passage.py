"""What a rule looks at: a text with what is known of it, and the views of a text that several rules share."""

import re
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache
from typing import Any, ClassVar

from filters.verdict import Verdict, failed, passed


class Part(StrEnum):
    """Which text of a record a rule looks at."""

    PROMPT = "prompt"
    """Each turn of the user."""
    RESPONSE = "response"
    """Each turn of the assistant."""
    WHOLE = "whole"
    """All turns together."""
    DOCUMENT = "document"
    """A text that is no conversation: a page, a passage."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to judge.

    `asked` is the turn that a response answers. `language` is an ISO 639-1 code, `format` one of json, table, list and
    code where a record states what is wanted, `finish` an engine's reason to stop ("stop", "length"); each is "" where
    it is not known.
    """

    text: str
    language: str = ""
    asked: str = ""
    format: str = ""
    finish: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """Base of the limits of a family of rules. A recipe may name only the keys there are; shares lie in 0 to 1."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    def __post_init__(self) -> None:
        for one in fields(self):
            value = getattr(self, one.name)
            if isinstance(value, float) and not 0 <= value <= 1:
                raise ValueError(f"{one.name} is a share: it must be at least 0 and at most 1 (found {value})")
            if isinstance(value, int) and value < 0:
                raise ValueError(f"{one.name} must be at least 0 (found {value})")


def within(reason: str, what: str, value: float, *, least: float = 0, most: float | None = None) -> Verdict:
    """The verdict of a figure: rejected for `reason` outside its bounds."""
    if value < least:
        return failed(reason, f"{what}: {value:.4g}, at least {least:g} wanted")
    if most is not None and value > most:
        return failed(reason, f"{what}: {value:.4g}, at most {most:g} allowed")
    return passed()


CJK = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af\U00020000-\U0003ffff"
CJK_PATTERN = re.compile(f"[{CJK}]")
_WORD = re.compile(rf"[{CJK}]|[^\W_{CJK}]+(?:['’-][^\W_{CJK}]+)*")
_FENCE = re.compile(r"^[ \t]{0,3}(`{3,}|~{3,})[ \t]*([^\n`]*)$", re.MULTILINE)


def words(text: str) -> list[str]:
    """The words of a text, lower-cased; each Chinese, Japanese or Korean character is a word of its own."""
    return _WORD.findall(text.lower())


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block of Markdown: its language as written, what stands in it, and whether it is closed."""

    language: str
    body: str
    closed: bool


@lru_cache(256)
def split_fences(text: str) -> tuple[str, tuple[Fence, ...]]:
    """A text without its fenced blocks, and the blocks (CommonMark 0.31, section 4.5: a block ends at a fence of the
    same character, at least as long, with nothing behind it)."""
    if "```" not in text and "~~~" not in text:
        return text, ()
    outside: list[str] = []
    blocks: list[Fence] = []
    end, opened, language = 0, None, ""
    for found in _FENCE.finditer(text):
        mark, label = found[1], found[2].strip()
        if opened is None:
            outside.append(text[end : found.start()])
            opened, language, end = mark, label, found.end()
        elif mark[0] == opened[0] and len(mark) >= len(opened) and not label:
            blocks.append(Fence(language, text[end : found.start()], closed=True))
            opened, end = None, found.end()
    if opened is None:
        outside.append(text[end:])
    else:
        blocks.append(Fence(language, text[end:], closed=False))
    return "".join(outside), tuple(blocks)


def prose(text: str) -> str:
    """A text without its fenced blocks."""
    return split_fences(text)[0]
