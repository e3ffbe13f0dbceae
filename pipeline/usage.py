"""What the calls of a step cost: counted where they are made, summed with the books, shown with the manifest.

Figures travel as a stage's notes under "usage/<engine>/<what>".
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from pipeline.engines.base import Completion, Result

PREFIX = "usage"
WHAT = ("calls", "reused", "errors", "retries", "unparsed", "prompt_tokens", "completion_tokens", "milliseconds")
"""`calls` are answers that were sent for, `reused` those found in the log; tokens, retries and time count for both, as
they were when the answer was paid for. `unparsed` answers were asked again."""


def note(noted: Counter[str], engine: str, result: Result, *, reused: bool) -> None:
    """Count one result."""

    def add(what: str, amount: int) -> None:
        noted[f"{PREFIX}/{engine}/{what}"] += amount

    add("retries", result.retries)
    if isinstance(result, Completion):
        add("reused" if reused else "calls", 1)
        add("prompt_tokens", result.prompt_tokens)
        add("completion_tokens", result.completion_tokens)
        add("milliseconds", round(1000 * result.seconds))
    else:
        add("errors", 1)


def note_unparsed(noted: Counter[str], engine: str) -> None:
    noted[f"{PREFIX}/{engine}/unparsed"] += 1


def tokens(noted: Mapping[str, int]) -> int:
    """Of prompts and completions, over all engines in a stage's notes."""
    return sum(amount for key, amount in noted.items() if key.startswith(f"{PREFIX}/") and key.endswith("_tokens"))


def table(stages: list[dict[str, Any]], prices: Mapping[str, Mapping[str, float]]) -> list[dict[str, Any]]:
    """A row for each step and engine, with its cost where the recipe gives prices (of a million tokens)."""
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for stage in stages:
        for key, amount in stage["noted"].items():
            prefix, _, rest = key.partition("/")
            if prefix == PREFIX:
                engine, _, what = rest.rpartition("/")
                row = rows.setdefault((stage["stage"], engine), {"step": stage["stage"], "engine": engine})
                row[what] = amount
    for (_, engine), row in rows.items():
        price = prices.get(engine, {})
        cost = sum(row.get(f"{kind}_tokens", 0) * price.get(kind, 0.0) for kind in ("prompt", "completion"))
        row["cost"] = round(cost / 1e6, 6)
    return [{"cost": 0.0, **dict.fromkeys(WHAT, 0), **row} for row in rows.values()]
