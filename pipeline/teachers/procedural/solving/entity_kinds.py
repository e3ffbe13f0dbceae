"""The kinds of things that `entity_extraction` asks for, each with a definition that leaves nothing to taste.

They are found by scanning a text once for its unbroken runs of certain characters.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby, pairwise
from string import ascii_letters, ascii_uppercase, digits

LETTERS = frozenset(ascii_letters)
DIGITS = frozenset(digits)
NAME = LETTERS | DIGITS | {"_"}
DOTTED = NAME | {"."}
HYPHENATED = LETTERS | {"-"}
WORD_NOTE = "A word is an unbroken run of the letters A-Z and a-z."

Scan = Callable[[str, str], list[str]]


def runs(text: str, members: frozenset[str]) -> list[str]:
    """The longest unbroken runs of these characters, in order."""
    return ["".join(group) for inside, group in groupby(text, members.__contains__) if inside]


def words_in(text: str) -> list[str]:
    return runs(text, LETTERS)


def numbers(text: str, _: str) -> list[str]:
    return [run for run in runs(text, NAME) if DIGITS.issuperset(run)]


def capitals(text: str, _: str) -> list[str]:
    return [word for word in words_in(text) if len(word) > 1 and word.isupper()]


def capitalised(text: str, _: str) -> list[str]:
    """Walk the text piece by piece: a piece between single blanks counts if the one before ends in a letter."""
    found = []
    pieces = text.split(" ")
    for before, piece in pairwise(pieces):
        if before[-1:] in LETTERS and piece[:1] in LETTERS:
            word = words_in(piece)[0]
            if word[0] in ascii_uppercase and len(word) > 1 and word[1:].islower():
                found.append(word)
    return found


def dotted(text: str, _: str) -> list[str]:
    found = []
    for run in runs(text, DOTTED):
        parts = run.strip(".").split(".")
        if len(parts) > 1 and all(len(part) > 1 and part[0] not in DIGITS for part in parts):
            found.append(run.strip("."))
    return found


def underscored(text: str, _: str) -> list[str]:
    return [run for run in runs(text, NAME) if "_" in run and not LETTERS.isdisjoint(run)]


def hyphenated(text: str, _: str) -> list[str]:
    return [run for run in runs(text, HYPHENATED) if "-" in run and all(run.split("-"))]


def doubled(text: str, _: str) -> list[str]:
    def has_pair(word: str) -> bool:
        return any(a == b and a.islower() for a, b in pairwise(word))

    return [word for word in words_in(text) if has_pair(word)]


def ending(text: str, value: str) -> list[str]:
    return [word for word in words_in(text) if word.endswith(value)]


def initial(text: str, value: str) -> list[str]:
    return [word for word in words_in(text) if word.startswith(value)]


def long_words(text: str, value: str) -> list[str]:
    return [word for word in words_in(text) if len(word) >= int(value)]


def backquoted(text: str, _: str) -> list[str]:
    """The pieces between marks; single and double backquotes mark alike."""
    return between(text.replace("``", "`"), "`")


def quoted(text: str, _: str) -> list[str]:
    return between(text, '"')


def between(text: str, mark: str) -> list[str]:
    return [piece for line in text.split("\n") for piece in line.split(mark)[1::2]]


def pairs_up(mark: str) -> Callable[[str], bool]:
    """Whether the marks of each line pair up around something that has no blank at its ends."""

    def suits(text: str) -> bool:
        single = text.replace(mark * 2, mark) if mark == "`" else text
        if mark * 2 in single:
            return False
        even = all(line.count(mark) % 2 == 0 for line in single.split("\n"))
        return even and all(piece and piece == piece.strip(" .`'\"*[]") for piece in between(single, mark))

    return suits


def same_width(text: str) -> bool:
    """Whether backquotes pair up, and each pair has as many on its left as on its right."""
    widths = [len(run) for run in runs(text, frozenset("`"))]
    return pairs_up("`")(text) and widths[::2] == widths[1::2]


def anything(text: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Kind:
    """`text` names the kind in the prompt; `values` are what its {value} may be; `suits` tells whether the definition
    is plain in a text; `of_words`: the prompt must say what a word is."""

    text: str
    scan: Scan
    values: tuple[str, ...] = ("",)
    of_words: bool = False
    suits: Callable[[str], bool] = anything


KINDS = {
    "number": Kind(
        "the whole numbers (runs of digits that touch no letter and no underscore; 3.5 counts as 3 and 5)", numbers
    ),
    "capitals": Kind("the words of two or more letters in CAPITALS only", capitals, of_words=True),
    "capitalised": Kind(
        "the words of one capital and then small letters that follow a letter and a single blank "
        "(so none that comes first in its line or sentence)",
        capitalised,
        of_words=True,
    ),
    "dotted": Kind(
        "the dotted names, such as os.path (parts of two or more letters, digits or underscores that start with no "
        "digit, joined by full stops; one at an end is not part of the name)",
        dotted,
    ),
    "underscored": Kind(
        "the names with an underscore (unbroken runs of letters, digits and underscores with at least one letter and "
        "one underscore)",
        underscored,
    ),
    "hyphenated": Kind(
        "the hyphenated words (runs of letters and single hyphens that start and end with a letter and have a hyphen)",
        hyphenated,
    ),
    "doubled": Kind("the words with a small letter twice in a row (as in book)", doubled, of_words=True),
    "ending": Kind(
        'the words that end in "{value}"',
        ending,
        ("ing", "ed", "er", "ly", "ion", "ment", "al", "le", "or", "es", "ent", "ts", "te", "ne", "th", "y"),
        of_words=True,
    ),
    "initial": Kind(
        'the words that begin with a small "{value}"', initial, tuple("abcdefghilmnoprstuvw"), of_words=True
    ),
    "long": Kind("the words of {value} letters or more", long_words, ("8", "9", "10", "11", "12"), of_words=True),
    "backquoted": Kind("the pieces between backquotes (without the backquotes)", backquoted, suits=same_width),
    "quoted": Kind(
        "the pieces between straight double quotes (without the quotes)",
        quoted,
        suits=pairs_up('"'),
    ),
}
