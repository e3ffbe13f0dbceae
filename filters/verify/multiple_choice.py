"""Read which option a response chooses, by its letter, by letter and text, or by its text alone.

args: options (their texts in the order A, B, C …), answer (the letter of the right one). A response that names two
options where it states its answer has chosen none. Wordings of English and Chinese are known.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from filters.equivalence import cheaply_equivalent
from filters.reading.answer import plain
from filters.reading.stated_answer import LONGEST, stated_answer
from filters.verdict import Verdict, failed, passed

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

_LETTER_AND_TEXT = re.compile(
    r"(?:(?:the )?(?:option|choice|answer)|选项?|第)?\s*[(（\[]?([A-Z])[)）\]]?(?:\s*[.:：、,，)-]\s*|\s+|$)(.*)",
    re.IGNORECASE | re.DOTALL,
)
_LONE_LETTER = re.compile(r"(?<![A-Za-z0-9'])([A-Z])(?![A-Za-z0-9'])")
_ARTICLE = re.compile(r"[AI] (?!(?:and|or|is|was|but|not)\b)(?=[a-z])")
_DRESS = re.compile(r"[*_`$\"“”]|\\(?:text|mathrm|mathbf|textbf)|\\[()\[\]]|(?<=[A-Z])选?项")
_SHOWN = 200


def check(args: Mapping[str, Any], response: str) -> Verdict:
    options: Sequence[str] = [str(option) for option in args["options"]]
    right = str(args["answer"]).strip().strip("()").upper()
    if not 1 < len(options) <= len(LETTERS) or len(right) != 1 or right not in LETTERS[: len(options)]:
        return failed(
            "unclear_task", f"2 to {len(LETTERS)} options and the letter of one are needed, not {right[:20]!r}"
        )
    stated = stated_answer(response) or _last_line(response)
    if not stated:
        return failed("no_answer", f"expected {right}, found no answer")
    chosen = _chosen(stated, options)
    shown = f"expected {right}, found {', '.join(sorted(chosen)) or 'no option'} in {stated[:_SHOWN]!r}"
    if not chosen:
        return failed("no_choice", shown)
    if right in chosen and all(_same(options[LETTERS.index(one)], options[LETTERS.index(right)]) for one in chosen):
        return passed(shown)
    return failed("two_choices" if len(chosen) > 1 else "wrong_choice", shown)


def _last_line(response: str) -> str:
    lines = [line.strip() for line in response[-LONGEST:].splitlines() if line.strip()]
    return lines[-1] if lines else ""


def _same(one: str, other: str) -> bool:
    return plain(one) == plain(other) or cheaply_equivalent(one, other) is True


def _chosen(stated: str, options: Sequence[str]) -> set[str]:
    """The letters of the options that a statement names."""
    letters = LETTERS[: len(options)]
    whole = {letter for letter, option in zip(letters, options, strict=True) if _same(option, stated)}
    if whole:
        return whole
    text = " ".join(_DRESS.sub(" ", stated).replace("{", " ").replace("}", " ").split()).rstrip(".。 ")
    found = _LETTER_AND_TEXT.fullmatch(text)
    if found and found[1].upper() in letters and not (found[1] != found[1].upper() and found[2]):
        letter, rest = found[1].upper(), found[2].strip()
        if not rest:
            return {letter}
        named = {one for one, option in zip(letters, options, strict=True) if _same(option, rest)}
        if named:
            return named | {letter}
    return _letters(text, letters) | _texts(text, options, letters)


def _letters(text: str, letters: str) -> set[str]:
    return {letter for letter in _LONE_LETTER.findall(_ARTICLE.sub(" ", text)) if letter in letters}


def _texts(text: str, options: Sequence[str], letters: str) -> set[str]:
    """Options whose text stands in the statement, unless within that of a longer option that stands there too."""
    left, found = plain(text), set()
    for letter, option in sorted(zip(letters, map(plain, options), strict=True), key=lambda pair: -len(pair[1])):
        pattern = rf"(?<!\w){re.escape(option)}(?!\w)" if option.isascii() else re.escape(option)
        if len(option) > 1 and re.search(pattern, left):
            left = re.sub(pattern, " ", left)
            found.add(letter)
    return found
