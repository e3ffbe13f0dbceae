"""The four verbs, asked of language models."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pipeline.calls import CallLog
from pipeline.engines import registry
from pipeline.engines.settings import ReplaySettings
from pipeline.output import CALLS, REPLAYS
from pipeline.recipe import Recipe
from pipeline.schema import Row
from pipeline.teachers.base import Candidate, Critique, Eliminated, Failure
from pipeline.teachers.llm import critique, evolve, generate, respond
from pipeline.teachers.llm.asking import Asker
from pipeline.teachers.llm.settings import LLM


class LLMTeacher:
    """Each verb draws its questions, asks them all at once, and makes rows of the answers."""

    def __init__(self, recipe: Recipe, settings: LLM, out: Path) -> None:
        self.recipe, self.settings = recipe, settings
        self.log = CallLog(out / CALLS, also=recorded(settings))
        self.asker = Asker(settings, recipe.seed, self.log, replays(settings, out))

    def generate(self, seeds: Sequence[Row], noted: Counter[str]) -> list[list[Row | Eliminated | Failure]]:
        return generate.instructions(self.asker, self.recipe, seeds, noted)

    def evolve(
        self, instructions: Sequence[Row], round_number: int, noted: Counter[str]
    ) -> list[Row | Eliminated | Failure | None]:
        return evolve.children(self.asker, self.recipe, instructions, round_number, noted)

    def respond(self, instructions: Sequence[Row], noted: Counter[str]) -> list[list[Candidate] | Failure]:
        return respond.candidates(self.asker, self.recipe, instructions, noted)

    def critique(self, rows: Sequence[Row], noted: Counter[str]) -> list[list[tuple[Critique, ...]] | Failure]:
        return critique.verdicts(self.asker, self.recipe, rows, noted)

    def close(self) -> None:
        self.log.close()
        registry.close_all()


def recorded(settings: LLM) -> list[Path]:
    """The call logs of other runs that the engines of the kind "replay" read."""
    return [Path(one.calls).expanduser() for one in settings.engines.values() if isinstance(one, ReplaySettings)]


def replays(settings: LLM, out: Path) -> dict[str, int]:
    """How often each question was begun anew, from the record of it in this folder and in those that it replays."""
    found: dict[str, int] = {}
    for folder in (*(calls.parent for calls in recorded(settings)), out):
        path = folder / REPLAYS
        begun: dict[str, int] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        found |= {place: max(times, found.get(place, 0)) for place, times in begun.items()}
    return found
