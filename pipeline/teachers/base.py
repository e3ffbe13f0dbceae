"""The four verbs of a teacher, which are the paper's four steps (Hunyuan-Large, arXiv 2411.02265, section 2.1.1).

Verbs take many rows at once and return one value for each, in order, so that an engine can batch them; an error is a
value like any other and never takes its neighbours down. What a verb spends, it notes.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from pipeline.schema import Row


@dataclass(frozen=True, slots=True)
class Candidate:
    """One response to an instruction. `slip` names the mistake planted in it on purpose, if any; `engine` who gave it,
    and `call` its key in the call log; `fault` a reason to drop it that was seen when it came ("cut_off",
    "ungrounded", "apology", "nothing_said")."""

    content: str
    slip: str = ""
    engine: str = ""
    fault: str = ""
    call: str = ""


@dataclass(frozen=True, slots=True)
class Eliminated:
    """An evolution that is given up: why, and the child, which goes to rejected/ while its parent goes on."""

    child: Row
    reason: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Critique:
    """What a judge says of one candidate: a tier from 1 (worst) to 4 overall and for each criterion, and why.
    `call` is its key in the call log."""

    tier: int
    rationale: str
    judge: str
    call: str
    criteria: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failure:
    """A row for which there is no usable answer: why, and what it takes to ask again."""

    error: str
    request: dict[str, Any]


def source_of(seed: Row) -> Row:
    """Where a record comes from, as its row says it."""
    return {key: seed[key] for key in ("kind", "uri", "hash", "span", "title", "licence")} | {"seed": seed["id"]}


def born_by(seed: Row) -> str:
    """The operator that names what is drawn from a seed: "generate", or a round of augmentation with its node, for one
    seed may serve several nodes."""
    operator, node = seed.get("operator", "generate"), seed.get("node", "")
    return f"{operator}/{node}" if node else operator


class Teacher(Protocol):
    """Rows in, rows out; what a row holds is described in pipeline/stages/."""

    def generate(self, seeds: Sequence[Row], noted: Counter[str]) -> list[list[Row | Eliminated | Failure]]:
        """Instructions for each seed; an empty list for a seed that gives none."""

    def evolve(
        self, instructions: Sequence[Row], round_number: int, noted: Counter[str]
    ) -> list[Row | Eliminated | Failure | None]:
        """A harder child for each instruction, an eliminated one, or None where it was left as it is."""

    def respond(self, instructions: Sequence[Row], noted: Counter[str]) -> list[list[Candidate] | Failure]:
        """The candidate responses to each instruction."""

    def critique(self, rows: Sequence[Row], noted: Counter[str]) -> list[list[tuple[Critique, ...]] | Failure]:
        """What each judge says of each candidate of each row; nothing where the teacher has no say."""

    def close(self) -> None:
        """Free what it holds: engines, files."""
