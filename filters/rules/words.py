"""A user's own list of words that no record may hold, such as slurs. None comes with Gristmill.

Words with blanks between them are found as whole words; Chinese ones anywhere. One pass over the text, whatever the
length of the list: words by a set, phrases and Chinese words by their beginning.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from filters.rules.passage import CJK, CJK_PATTERN, Family, Passage
from filters.verdict import Verdict, failed, passed


@dataclass(frozen=True, slots=True)
class Words(Family):
    file: str = ""
    """UTF-8, one word or phrase a line; what follows a # is a comment. "" for no list."""
    max_found: int = 0
    """So many may occur in a record."""


_WORD = re.compile(rf"[^\W_{CJK}]+(?:['’][^\W_{CJK}]+)*")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A list of words, ready to be looked for."""

    single: frozenset[str] = frozenset()
    phrases: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    """By their first word, split into words."""
    chinese: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By their first character."""

    def find(self, text: str) -> list[str]:
        """All that occur, in order of kind and place."""
        lowered = text.lower()
        tokens = _WORD.findall(lowered) if self.single or self.phrases else []
        found = [token for token in tokens if token in self.single] if self.single else []
        if self.phrases:
            for place, token in enumerate(tokens):
                phrases = self.phrases.get(token, ())
                found += [" ".join(one) for one in phrases if tuple(tokens[place : place + len(one)]) == one]
        if self.chinese and not text.isascii():
            for place in (match.start() for match in CJK_PATTERN.finditer(lowered)):
                found += [word for word in self.chinese.get(lowered[place], ()) if lowered.startswith(word, place)]
        return found


def lexicon(entries: Iterable[str]) -> Lexicon:
    """A lexicon of words and phrases; empty entries are left out."""
    single, phrases, chinese = set(), defaultdict(list), defaultdict(list)
    for entry in dict.fromkeys(" ".join(one.lower().split()) for one in entries):
        if CJK_PATTERN.match(entry):
            chinese[entry[0]].append(entry)
            continue
        parts = tuple(_WORD.findall(entry))
        if len(parts) == 1:
            single.add(parts[0])
        elif parts:
            phrases[parts[0]].append(parts)
    return Lexicon(
        frozenset(single), {k: tuple(v) for k, v in phrases.items()}, {k: tuple(v) for k, v in chinese.items()}
    )


@lru_cache(8)
def read(file: str) -> Lexicon:
    """The lexicon in a file. Raises ValueError with a sentence where it cannot be read or holds no word."""
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"rules.words.file: {file} cannot be read as UTF-8 text, one word a line ({error})") from None
    found = lexicon(line.partition("#")[0] for line in lines)
    if found == Lexicon():
        raise ValueError(f"rules.words.file: {file} holds no word; expected one word or phrase a line")
    return found


def listed(passage: Passage, limits: Words) -> Verdict:
    if not limits.file:
        return passed()
    found = read(limits.file).find(passage.text)
    if len(found) <= limits.max_found:
        return passed()
    return failed(
        "listed_word", f"{len(found)} of the list, at most {limits.max_found} allowed; the first: {found[0]!r}"
    )
