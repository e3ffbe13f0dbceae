"""Lines and paragraphs that many documents of a collection share: menus, notices, licences. For pretraining text.

In C4 (Raffel et al. 2020, arXiv 1910.10683, section 2.2) all but one of each span of three sentences that recurs go;
Gopher's rules (filters/seed_quality.py) judge repetition within one document. Here a piece goes from every document if
it stands in more than `most` of them. Count each shard, add the counts, then strip: text is never in one place.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from filters.exact import keys

PIECES = {"lines": "\n", "paragraphs": "\n\n"}


@dataclass(frozen=True, slots=True)
class Repetition:
    """Both numbers are the project's own."""

    piece: str = "lines"
    """`lines`, or `paragraphs` (between blank lines)."""
    most: int = 10
    """Documents in which a piece may stand."""
    shortest: int = 20
    """Characters without the blanks around, below which a piece is never removed: brackets, headings, short speech."""

    def __post_init__(self) -> None:
        if self.piece not in PIECES:
            raise ValueError(f"pieces are one of {', '.join(PIECES)}, not {self.piece!r}")


@dataclass(frozen=True, slots=True)
class Counts:
    """`keys` (sorted, different) are hashes of pieces, `documents` in how many documents each stands."""

    keys: npt.NDArray[np.uint64]
    documents: npt.NDArray[np.int64]

    def __add__(self, other: "Counts") -> "Counts":
        """Those of two collections without a common document."""
        together, places = np.unique(np.concatenate((self.keys, other.keys)), return_inverse=True)
        documents = np.zeros(len(together), np.int64)
        np.add.at(documents, places, np.concatenate((self.documents, other.documents)))
        return Counts(together, documents)


@dataclass(frozen=True, slots=True)
class Stripped:
    """What is left of a document, and the pieces that went, each with the number of documents it stands in."""

    text: str
    removed: tuple[tuple[str, int], ...]


def counted(documents: Sequence[str], repetition: Repetition) -> Counts:
    """A piece that recurs within a document counts once for it."""
    pieces = [_long_enough(document.split(PIECES[repetition.piece]), repetition) for document in documents]
    of_document = np.repeat(np.arange(len(pieces)), [len(of_one) for of_one in pieces])
    found = keys([piece for of_one in pieces for piece in of_one])
    once = np.unique(np.stack((found, of_document.astype(np.uint64))), axis=1)[0]
    return Counts(*np.unique(once, return_counts=True))


def stripped(document: str, counts: Counts, repetition: Repetition) -> Stripped:
    mark = PIECES[repetition.piece]
    pieces = document.split(mark)
    judged = [place for place, piece in enumerate(pieces) if len(piece.strip()) >= repetition.shortest]
    numbers = _look_up(keys([pieces[place] for place in judged]), counts)
    gone = {place: number for place, number in zip(judged, numbers, strict=True) if number > repetition.most}
    left = [piece for place, piece in enumerate(pieces) if place not in gone]
    return Stripped(mark.join(left), tuple((pieces[place], number) for place, number in gone.items()))


def _long_enough(pieces: list[str], repetition: Repetition) -> list[str]:
    return [piece for piece in pieces if len(piece.strip()) >= repetition.shortest]


def _look_up(wanted: npt.NDArray[np.uint64], counts: Counts) -> list[int]:
    places = np.searchsorted(counts.keys, wanted)
    inside = np.minimum(places, max(0, len(counts.keys) - 1))
    known = counts.keys[inside] == wanted if len(counts.keys) else np.zeros(len(wanted), np.bool_)
    return [int(counts.documents[place]) if same else 0 for place, same in zip(inside, known, strict=True)]
