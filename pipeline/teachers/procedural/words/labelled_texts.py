"""What the texts of the labelling families are made of: patterns that each belong to one label, in neutral frames."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LabelledTexts:
    """The texts of one language.

    A pattern that ends in a stop is a sentence of its own and goes into one of the `openings`; any other is a clause
    and goes into one of the `frames`. All may hold {slots} named in `fillers`. `asides` are sentences of no label.
    """

    patterns: dict[str, tuple[str, ...]]
    """By label, as it is named in the language."""
    fillers: dict[str, tuple[str, ...]]
    frames: tuple[str, ...]
    openings: tuple[str, ...]
    asides: tuple[str, ...]
    joint: str
    """What stands between two sentences."""


def lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


def listed(text: str) -> tuple[str, ...]:
    """Phrases that are parted by slashes."""
    return tuple(phrase.strip() for phrase in text.split("/"))
