"""A piece of personal data in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Where it stands, what kind it is and the value without separators, by which two mentions are the same."""

    kind: str
    start: int
    end: int
    value: str
