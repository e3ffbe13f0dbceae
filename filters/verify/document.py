"""Check a written document for the parts, details and limits that the prompt states; how well it reads is not judged.

args["demands"], each optional: opens (the first line begins so), closes (the last line has this), headings (lines that
stand alone, in this order), numbered (lines numbered 1., 2., … up to this number), asked (every numbered line ends in a
question mark), options (so many lettered lines follow every numbered one), bullets (lines that begin with a dash),
speakers and turns (lines "Name: …" by turns, so many in all), paragraphs (blocks between empty lines), says (phrases),
avoids (words or marks), words (fewest and most; a Chinese character counts as one word, as does a number). Empty lines
count only for paragraphs, and marks of emphasis around a line do not count.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from filters.verdict import Verdict, failed, passed

_LONGEST = 12_000
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+(?:['’.,:-][^\W_\u3400-\u9fff]+)*")
_NUMBER = re.compile(r"(\d{1,3})[.)、．]\s*(\S.*)")
_LETTER = re.compile(r"([A-H])[.)、．]\s*\S")
_MARKS = " \t#*_`>"
_AROUND = _MARKS + ":：,，"


def check(args: Mapping[str, Any], response: str) -> Verdict:
    demands = args["demands"]
    if len(response) > _LONGEST:
        return failed("too_long", f"expected a document of at most {_LONGEST} characters, found {len(response)}")
    lines = [bare for line in response.splitlines() if (bare := line.strip(_MARKS))]
    if not lines:
        return failed("no_answer", "the response has no text")
    for judge in (_ends, _headings, _numbered, _bullets, _turns, _paragraphs, _words):
        if verdict := judge(demands, lines, response):
            return verdict
    return passed(f"{len(lines)} lines as demanded")


def _ends(demands: Mapping[str, Any], lines: Sequence[str], response: str) -> Verdict | None:
    opens, closes = demands.get("opens", ""), demands.get("closes", "")
    if opens and not lines[0].casefold().startswith(opens.casefold()):
        return failed("wrong_opening", f"expected {opens!r} at the beginning, found {lines[0][:80]!r}")
    if closes and not occurs(closes, lines[-1]):
        return failed("wrong_ending", f"expected {closes!r} in the last line, found {lines[-1][:80]!r}")
    return None


def _headings(demands: Mapping[str, Any], lines: Sequence[str], response: str) -> Verdict | None:
    place = 0
    alone = [line.strip(_AROUND).casefold() for line in lines]
    for heading in demands.get("headings", ()):
        try:
            place = alone.index(heading.strip(_AROUND).casefold(), place) + 1
        except ValueError:
            return failed("heading_missing", f"no line reads {heading!r}, or not in the order that is stated")
    return None


def _numbered(demands: Mapping[str, Any], lines: Sequence[str], response: str) -> Verdict | None:
    if "numbered" not in demands:
        return None
    found = [(int(match[1]), match[2], at) for at, line in enumerate(lines) if (match := _NUMBER.fullmatch(line))]
    numbers = [number for number, _, _ in found]
    if numbers != list(range(1, demands["numbered"] + 1)):
        return failed("wrong_numbering", f"expected lines numbered 1 to {demands['numbered']}, found {numbers[:20]}")
    for number, text, at in found:
        if demands.get("asked") and not text.rstrip().endswith(("?", "？")):
            return failed("not_a_question", f"number {number} does not end in a question mark")
        if "options" in demands:
            letters = ""
            for line in lines[at + 1 :]:
                match = _LETTER.match(line)
                if match is None:
                    break
                letters += match[1]
            wanted = "ABCDEFGH"[: demands["options"]]
            if letters != wanted:
                return failed("wrong_options", f"number {number} has the options {letters!r}, expected {wanted!r}")
    return None


def _bullets(demands: Mapping[str, Any], lines: Sequence[str], response: str) -> Verdict | None:
    found = sum(line.startswith(("- ", "• ", "– ")) for line in lines)
    if found != demands.get("bullets", found):
        return failed("wrong_bullets", f"expected {demands['bullets']} lines that begin with a dash, found {found}")
    return None


def _turns(demands: Mapping[str, Any], lines: Sequence[str], response: str) -> Verdict | None:
    if "turns" not in demands:
        return None
    speakers: list[str] = demands["speakers"]
    starts = [(f"{name}:", f"{name}：") for name in speakers]
    found = [name for line in lines for name, start in zip(speakers, starts, strict=True) if line.startswith(start)]
    expected = [speakers[turn % len(speakers)] for turn in range(demands["turns"])]
    if found != expected:
        return failed(
            "wrong_turns", f"expected {len(expected)} lines by turns, found {', '.join(found[:20]) or 'none'}"
        )
    return None


def _paragraphs(demands: Mapping[str, Any], lines: Sequence[str], response: str) -> Verdict | None:
    if "paragraphs" not in demands:
        return None
    found, inside = 0, False
    for line in response.splitlines():
        here = bool(line.strip())
        found += here and not inside
        inside = here
    if found != demands["paragraphs"]:
        return failed("wrong_paragraphs", f"expected {demands['paragraphs']} blocks of lines, found {found}")
    return None


def _words(demands: Mapping[str, Any], lines: Sequence[str], response: str) -> Verdict | None:
    for phrase in demands.get("says", ()):
        if not occurs(phrase, response):
            return failed("detail_missing", f"{phrase!r} does not occur")
    for phrase in demands.get("avoids", ()):
        if occurs(phrase, response):
            return failed("word_not_avoided", f"{phrase!r} must not occur")
    if "words" in demands:
        low, high = demands["words"]
        count = len(_WORD.findall(response))
        if not low <= count <= high:
            return failed("wrong_length", f"expected {low} to {high} words, found {count}")
    return None


def occurs(phrase: str, text: str) -> bool:
    """Whether a phrase stands in a text as a whole, in whatever case: not inside a longer Latin word or number."""
    phrase, text = " ".join(phrase.casefold().split()), " ".join(text.casefold().split())
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not (_joins(text[max(0, at - 2) : at][::-1], phrase[0]) or _joins(text[end : end + 2], phrase[-1])):
            return True
        at = text.find(phrase, end)
    return False


def _joins(outside: str, edge: str) -> bool:
    """Whether the characters beyond an edge of a phrase (the nearest first) go on with its word or number."""
    latin: Callable[[str], bool] = lambda character: character.isascii() and character.isalnum()  # noqa: E731
    if not outside or not latin(edge):
        return False
    if latin(outside[0]):
        return True
    return edge.isdigit() and outside[0] in ".,:" and outside[1:].isdigit()
