"""The four verbs of a teacher, which are the paper's four steps (Hunyuan-Large, arXiv 2411.02265, section 2.1.1).

Verbs take many rows at once and return one value for each, in order, so that an engine can batch them; an error is a
value like any other and never takes its neighbours down.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.schema import Row


@dataclass(frozen=True, slots=True)
class Candidate:
    """One response to an instruction. `slip` names the mistake planted in it on purpose, if any."""

    content: str
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Eliminated:
    """An evolution that is given up: why, and the child, which goes to rejected/ while its parent goes on."""

    child: Row
    reason: str
    figure: str = ""


class Teacher(Protocol):
    """Rows in, rows out; what a row holds is described in pipeline/stages/."""

    def generate(self, seeds: Sequence[Row]) -> list[list[Row]]:
        """Instructions for each seed; an empty list for a seed that gives none."""

    def evolve(self, instructions: Sequence[Row], round_number: int) -> list[Row | Eliminated | None]:
        """A harder child for each instruction, an eliminated one, or None where it was left as it is."""

    def respond(self, instructions: Sequence[Row]) -> list[list[Candidate]]:
        """The candidate responses to each instruction."""
