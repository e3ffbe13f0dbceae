"""What a check says of an answer, and how strong that word is."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How an answer was verified, strongest first. Only the first two are called *verified*."""

    PROVED = "proved"
    """Recomputed from the prompt's arguments by code that shares nothing with the solver."""
    EXECUTED = "executed"
    """A program ran and passed."""
    CONSTRAINT = "constraint"
    """The stated constraints hold; the quality of the text is not judged."""
    AGREED = "agreed"
    """Voted by equivalence among several candidates."""
    JUDGED = "judged"
    """A critique model approved."""

    @property
    def verified(self) -> bool:
        return self in (Level.PROVED, Level.EXECUTED)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one check.

    `reason` is a short machine-readable word when the answer fails ("wrong_value", "no_answer", …) and empty when it
    passes; `detail` is a sentence for people: what was expected and what was found.
    """

    passed: bool
    reason: str = ""
    detail: str = ""


def passed(detail: str = "") -> Verdict:
    return Verdict(True, "", detail)


def failed(reason: str, detail: str = "") -> Verdict:
    return Verdict(False, reason, detail)
