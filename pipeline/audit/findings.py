"""What an audit finds: a tally, and the lies with their place."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

SHOWN = 20
"""Lies that are kept word for word; the rest are counted."""


@dataclass(frozen=True, slots=True, order=True)
class Lie:
    """Something that a file says and that is not so."""

    file: str
    row: int
    """From 1; 0 for the file as a whole."""
    id: str
    what: str
    """A machine-readable word: "wrong_answer", "broken_seal", "file_changed", …"""
    detail: str


@dataclass(slots=True)
class Findings:
    """Of one shard, or summed over all."""

    records: int = 0
    sealed: int = 0
    made_again: int = 0
    """Records that were made again from their seeds and held against what is stored."""
    checked: Counter[str] = field(default_factory=Counter)
    """By checker: records whose answers were checked again."""
    wrong: Counter[str] = field(default_factory=Counter)
    """By checker: those of them in which a verdict is not what is stored."""
    lies: int = 0
    first: list[Lie] = field(default_factory=list)

    def lie(self, file: str, row: int, identity: str, what: str, detail: str) -> None:
        self.lies += 1
        if len(self.first) < SHOWN:
            self.first.append(Lie(file, row, identity, what, detail))

    def add(self, other: "Findings") -> None:
        self.records += other.records
        self.sealed += other.sealed
        self.made_again += other.made_again
        self.checked += other.checked
        self.wrong += other.wrong
        self.lies += other.lies
        self.first = [*self.first, *other.first][:SHOWN]

    def as_dict(self) -> dict[str, Any]:
        by_checker = {
            checker: {"checked": count, "right": count - self.wrong[checker], "wrong": self.wrong[checker]}
            for checker, count in sorted(self.checked.items())
        }
        return {
            "records": self.records,
            "checked": self.checked.total(),
            "not_checked": self.records - self.checked.total(),
            "unsealed": self.records - self.sealed,
            "made_again": self.made_again,
            "by_checker": by_checker,
            "lies": self.lies,
            "first": [
                {"file": lie.file, "row": lie.row, "id": lie.id, "what": lie.what, "detail": lie.detail}
                for lie in self.first
            ],
        }
