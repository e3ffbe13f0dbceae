"""Whether a response was cut off before its end: the engine says so, or a structure is left open.

What an answer may end with differs from task to task (a label, a table, a drawing, the line of a poem), so a missing
full stop alone proves nothing. By default only what cannot be an end is rejected.
"""

import re
from dataclasses import dataclass

from filters.rules.passage import CJK, Family, Passage, prose, split_fences
from filters.verdict import Verdict, failed, passed


@dataclass(frozen=True, slots=True)
class Truncation(Family):
    finish: bool = True
    """Reject what an engine cut off at the limit of its length."""
    structure: bool = True
    """Reject an open fence, and prose that stops inside a bracket, a quotation, a sentence or a list."""
    min_words: int = 8
    """Words (for Chinese twice as many characters) in the last line from which it counts as prose."""
    full_stop: bool = False
    """Reject prose of several sentences whose last line has no mark at its end. Off: titles, signatures and labelled
    answers have none."""


_END = tuple(".!?…:;\"'”’)]}*_`|>。！？；：」』】》）～~—")
_STOPS = re.compile(r"[.!?](?=\s)|[。！？]")
_OPENING = dict(zip("([{（［【《「『“", ")]}）］】》」』”", strict=True))
_CLOSING = {closing: opening for opening, closing in _OPENING.items()}
_FACE = re.compile(r"[:;=8xX]'?-?[(\[{)\]}]")
_BARE_ITEM = re.compile(r"(?:[-*+•]|\(?\d{1,3}[.)、])")
_ITEM = re.compile(r"(?:[-*+•]|\(?\d{1,3}[.)、])\s*\S")
_WORD = re.compile(rf"[{CJK}]|[^\W\d_]+")
_LETTERS = re.compile(r"[^\W\d_]")
UNENDING = frozenset("the a an and or nor than whose because although their its your our my every".split())
"""Words with which hardly an English sentence ends."""
PROSE_SHARE = 0.6
"""Share of letters among the characters of a line, blanks aside, from which it can be prose; drawings, tables and
formulas lie below."""
MAX_COMMAS = 0.34
"""Commas a word up to which a line is prose; above it is a list of words, which may end with any of them."""


def finish(passage: Passage, limits: Truncation) -> Verdict:
    if limits.finish and passage.finish == "length":
        return failed("cut_off", "the engine stopped at the limit of its length")
    return passed()


def fence(passage: Passage, limits: Truncation) -> Verdict:
    if not limits.structure:
        return passed()
    open_blocks = [block for block in split_fences(passage.text)[1] if not block.closed]
    return failed("open_fence", f"a code block of {len(open_blocks[0].body)} characters") if open_blocks else passed()


def list_item(passage: Passage, limits: Truncation) -> Verdict:
    """The last line is the mark of a list item with nothing behind it, and the line above is a whole item."""
    lines = passage.text.rstrip().rsplit("\n", 2)
    if not limits.structure or len(lines) < 2 or len(lines[-1]) > 8:
        return passed()
    before, last = lines[-2].strip(), lines[-1].strip()
    if _BARE_ITEM.fullmatch(last) and _ITEM.match(before) and _kind(before) == _kind(last):
        return failed("open_list_item", f"the last item is {last!r}")
    return passed()


def _kind(item: str) -> str:
    return re.sub(r"\d+", "1", _BARE_ITEM.match(item)[0]) if _BARE_ITEM.match(item) else ""  # type: ignore[index]


def sentence(passage: Passage, limits: Truncation) -> Verdict:
    """The last line is prose without a mark at its end, and breaks off inside a bracket or a quotation, after a comma
    or after a word that no sentence ends with."""
    last = prose(passage.text).rstrip().rpartition("\n")[2].strip()
    if passage.text.rstrip().endswith(("```", "~~~")) or not last or last.endswith(_END) or not _prose(last, limits):
        return passed()
    if limits.structure:
        if inside := _left_open(last):
            return failed("open_bracket" if inside not in '“「『"' else "open_quote", f"{inside} in {_tail(last)!r}")
        if last.endswith((",", "，", "、")) or _last_word(last) in UNENDING:
            return failed("unfinished_sentence", f"it ends {_tail(last)!r}")
    if limits.full_stop and len(_STOPS.findall(passage.text)) > 1:
        return failed("unfinished_sentence", f"no mark after {_tail(last)!r}")
    return passed()


def _prose(line: str, limits: Truncation) -> bool:
    found = _WORD.findall(line)
    chinese = sum(not word.isascii() and len(word) == 1 for word in found)
    if len(found) - chinese / 2 < limits.min_words:
        return False
    solid = "".join(line.split())
    commas = sum(map(line.count, ",，、;"))
    return len(_LETTERS.findall(solid)) >= PROSE_SHARE * len(solid) and commas <= MAX_COMMAS * len(found)


def _left_open(line: str) -> str:
    """The innermost bracket or quotation mark that the line opens and does not close; "" if there is none."""
    opened: list[str] = []
    for mark in _FACE.sub("", line):
        if mark in _OPENING:
            opened.append(mark)
        elif mark in _CLOSING and opened and opened[-1] == _CLOSING[mark]:
            opened.pop()
    if opened:
        return opened[-1]
    return '"' if re.search(r'(?:^|\s)"\S[^"]*$', line) and line.count('"') % 2 else ""


def _last_word(line: str) -> str:
    return line.rsplit(None, 1)[-1].lower()


def _tail(line: str) -> str:
    return line[-40:]
