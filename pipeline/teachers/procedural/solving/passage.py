"""Sentences and words of a document seed, kept only where no reader could split them otherwise.

The families that quote a passage ask about its sentences and words, so their borders must be beyond doubt: sentences
with an abbreviation inside, or a bracket or a mark left open, are left out, and a passage is a run of neighbours.
"""

import random
import re
from collections import Counter
from itertools import pairwise

_FENCE = re.compile(r"^[ \t]*(```|~~~).*?(?:^[ \t]*\1[^\n]*$|\Z)", re.MULTILINE | re.DOTALL)
_BLANK_LINES = re.compile(r"\n\s*\n")
_NOT_PROSE = re.compile(r"^(?:\s|[>|@:]|[*+-]\s|#+\s|[-=*_~^]{3,}|\d+[.)]\s|\.\. )", re.MULTILINE)
_PIECE = re.compile(r"\S.*?(?:[.!?][\"')”’]*(?=\s)|$)")
_SENTENCE = re.compile(r"[A-Z][\w ,.;:!?'\"()/`%&+=*\[\]<>{}#@$~^|\\’“”–—-]{20,216}[\w)\"'`”’][.!?][\"')”’]*", re.ASCII)
_HIDDEN_END = re.compile(r"[.!?][^\w\s]*\s", re.ASCII)
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|al|ca|approx|resp|incl|Mrs?|Ms|Dr|Prof|St|No|Fig|Sec|Eq|Ch|Vol|pp?|[A-Za-z])\.\W*$"
)
_OPENING = re.compile(r"[A-Z\"'(`“]")
_WORD = re.compile(r"(?<!\S)[\"'(“]*([A-Za-z]+)[\"',.;:)!?”]*(?!\S)")

SHORTEST_TERM = 4
FUNCTION_WORDS = frozenset(
    """about above after again against also although always among another because been before being below between both
    cannot could does doing done down during each either else ever every from further given have having here hers
    herself himself however into itself just least less like made make many might more most much must myself neither
    never none nothing once only other others ought ours over same several shall should since some such than that their
    theirs them themselves then there these they this those though through thus together toward under unless until upon
    used uses using very want well were what whatever when where whether which while whom whose will with within without
    would your yours""".split()
)
"""Words of four letters and more that carry no topic: nothing is asked about them."""


def _clean(piece: str) -> bool:
    """Whether a piece is one whole plain sentence."""
    return (
        _SENTENCE.fullmatch(piece) is not None
        and piece.count(" ") >= 3
        and not _HIDDEN_END.search(piece)
        and not _ABBREVIATED.search(piece)
        and piece.count("(") == piece.count(")")
        and piece.count("[") == piece.count("]")
        and piece.count("“") == piece.count("”")
        and piece.count('"') % 2 == 0
        and piece.count("`") % 2 == 0
        and piece.count("*") % 2 == 0
    )


def split(text: str) -> list[str]:
    """The sentences of a passage made by `window`, or the pieces of any one-line text."""
    return _PIECE.findall(text)


def runs(text: str) -> list[list[str]]:
    """Runs of neighbouring plain sentences (23 to about 220 characters each), white space as single blanks.

    Lists, tables, headings and code break a run, as does a sentence that is not plain.
    """
    found: list[list[str]] = [[]]
    for block in _BLANK_LINES.split(_FENCE.sub("\n\n#\n\n", text)):
        if _NOT_PROSE.search(block):
            found.append([])
            continue
        pieces = split(" ".join(block.split()))
        for piece, following in pairwise([*pieces, "A"]):
            if _clean(piece) and _OPENING.match(following):
                found[-1].append(piece)
            else:
                found.append([])
    return [run for run in found if run]


def window(rng: random.Random, text: str, least: int, most: int, longest: int) -> list[str] | None:
    """`least` to `most` neighbouring sentences, all different, of at most `longest` characters when joined by blanks;
    None if the text has no such run."""
    choices = []
    for run in runs(text):
        for start in range(len(run)):
            size, stop = -1, start
            while stop < len(run) and stop - start < most and size + 1 + len(run[stop]) <= longest:
                size += 1 + len(run[stop])
                stop += 1
            if stop - start >= least and len({s.lower() for s in run[start:stop]}) == stop - start:
                choices.append((run, start, stop))
    if not choices:
        return None
    run, start, stop = rng.choice(choices)
    return run[start : rng.randint(max(start + least, stop - 1), stop)]


def words(text: str) -> list[str]:
    """The plain words in order: letters between blanks, with at most quotation marks, brackets or stops around."""
    return _WORD.findall(text)


def all_plain(sentence: str) -> bool:
    """Whether all that stands between blanks is a plain word."""
    return len(words(sentence)) == len(sentence.split())


def clear_words(text: str) -> dict[str, int]:
    """How often each plain word occurs, in lower case; only the words that occur in no other form (inside a longer
    word, a hyphenated or a dotted one), so that counting them needs no convention."""
    lower = text.lower()
    return {word: n for word, n in Counter(words(lower)).items() if lower.count(word) == n}


def terms(text: str) -> dict[str, int]:
    """The clear words one can ask about, with their number of occurrences."""
    return {
        word: n for word, n in clear_words(text).items() if len(word) >= SHORTEST_TERM and word not in FUNCTION_WORDS
    }
