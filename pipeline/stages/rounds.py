"""Rounds of augmentation: whether another one begins, what it is to make up for, and what ended them.

A round begins while records are missing and the tokens that the recipe allows are not spent. What is decided lies in a
file, so that a run that goes on decides nothing anew.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline import usage
from pipeline.keyed import canonical
from pipeline.ledger import Count, finished_shards
from pipeline.recipe import Recipe
from pipeline.shards import write_text

TARGET, BUDGET, ROUNDS = "target", "budget", "rounds"
"""What ends them: nothing is missing, the tokens are spent, or there are no more rounds."""
ASKING = ("generate", "evolve", "respond", "critique")
"""The stages that ask models."""


def deficits_file(work: Path, round_number: int) -> Path:
    """What the round of this number is to make up for."""
    return work / f"missing+{round_number}.json"


def write_deficits(path: Path, work: Path, missing: Mapping[str, int], budget: int | None) -> None:
    """Decide over the next round by the books of what is finished."""
    over = bool(missing) and budget is not None and spent(work) >= budget
    ended_by = BUDGET if over else "" if missing else TARGET
    write_text(path, canonical({"missing": missing, "ended_by": ended_by}))


def read_deficits(work: Path, round_number: int) -> dict[str, int]:
    """Records that the round is to make, by node; none if it does not begin."""
    decided = _read(deficits_file(work, round_number))
    missing: dict[str, int] = decided["missing"]
    return {} if decided["ended_by"] else missing


def spent(work: Path) -> int:
    """Tokens of prompts and completions in the books of all finished shards, answers from the call log included: so the
    same log ends a run at the same round."""
    return sum(usage.tokens(count.noted) for count in _finished(work))


def ended(work: Path, recipe: Recipe, done: Path) -> dict[str, Any] | None:
    """How far the run came with what `balance` wants, and what ended it; None for a recipe that wants no number.

    `done` is where the last decision wrote what is missing for good.
    """
    balance = recipe.balance
    wanted = balance.target or sum(round(amount) for amount in balance.nodes.values())
    if not wanted:
        return None
    missing: dict[str, int] = _read(done)["missing"]
    decided = [_read(deficits_file(work, number))["ended_by"] for number in range(1, balance.augmentations + 1)]
    ended_by = TARGET if not missing else BUDGET if BUDGET in decided else ROUNDS
    return {"wanted": wanted, "kept": wanted - sum(missing.values()), "ended_by": ended_by}


def _finished(work: Path) -> Iterator[Count]:
    for stage in ASKING:
        for path in finished_shards(work, stage):
            yield Count.from_dict(_read(path))


def _read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data
