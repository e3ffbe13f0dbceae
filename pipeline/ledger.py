"""The books: what entered a stage, what was born in it, and where each one went. Nothing is lost in silence."""

import json
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Self

from pipeline.errors import UserError
from pipeline.keyed import canonical
from pipeline.shards import write_text


class OutOfBalance(UserError):
    """A stage lost or invented rows. Always a defect of Gristmill, never of the input."""


@dataclass(slots=True)
class Count:
    """The figures of one stage, over one shard or summed over all."""

    stage: str
    entered: int = 0
    born: int = 0
    out: int = 0
    failed: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    """By reason."""
    noted: Counter[str] = field(default_factory=Counter)
    """Other figures that a stage keeps, by name."""
    seconds: float = 0.0

    def check(self) -> Self:
        """in + born = out + rejected + failed, or OutOfBalance."""
        came, went = self.entered + self.born, self.out + self.rejected.total() + self.failed
        if came != went:
            raise OutOfBalance(
                f"stage {self.stage!r} does not balance: {self.entered} in + {self.born} born is not "
                f"{self.out} out + {self.rejected.total()} rejected + {self.failed} failed; please report this"
            )
        return self

    def add(self, other: "Count") -> None:
        self.entered += other.entered
        self.born += other.born
        self.out += other.out
        self.failed += other.failed
        self.rejected += other.rejected
        self.noted += other.noted
        self.seconds += other.seconds

    def as_dict(self) -> dict[str, Any]:
        return {
            "stage": self.stage,
            "in": self.entered,
            "born": self.born,
            "out": self.out,
            "rejected": dict(sorted(self.rejected.items())),
            "failed": self.failed,
            "noted": dict(sorted(self.noted.items())),
            "seconds": round(self.seconds, 3),
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        return cls(
            data["stage"],
            data["in"],
            data["born"],
            data["out"],
            data["failed"],
            Counter(data["rejected"]),
            Counter(data["noted"]),
            data["seconds"],
        )


def write_count(path: Path, count: Count) -> None:
    write_text(path, canonical(count.check().as_dict()))


def read_counts(work: Path, stages: list[str]) -> list[Count]:
    """The sum over the shards of each stage, in the order of the flow.

    Raises OutOfBalance when a stage does not balance or when rows went missing between two stages.
    """
    totals: list[Count] = []
    for stage in stages:
        total = Count(stage)
        for path in finished_shards(work, stage):
            total.add(Count.from_dict(json.loads(path.read_text(encoding="utf-8"))))
        totals.append(total.check())
    for before, after in pairwise(totals):
        if before.out != after.entered:
            raise OutOfBalance(
                f"{before.out} rows left stage {before.stage!r} but {after.entered} entered {after.stage!r}; "
                "please report this"
            )
    return totals


def finished_shards(work: Path, stage: str, suffix: str = ".json") -> list[Path]:
    """The books of a stage's finished shards, or with another suffix other files of it, over all rounds."""
    return sorted([*work.glob(f"{stage}/*{suffix}"), *work.glob(f"{stage}+*/*{suffix}")])
