"""What became of the evolutions that were tried: counted where it is decided, by operator, and shown with the manifest.

Figures travel as a stage's notes under "operator/<name>/<what>". `born` is a child that was handed on; it may still be
given up when its answers come, which the later stage notes with its reason.
"""

from collections import Counter, defaultdict
from typing import Any

from pipeline.schema import Row
from pipeline.teachers.base import Failure

PREFIX = "operator"
BORN, FAILED, ELIMINATED = "born", "failed", "eliminated_"
BEGINS = "evolve"
"""The stage in which children are tried."""


def note(noted: Counter[str], operator: str, what: str) -> None:
    """Count one; nothing for a row that was not evolved, whose operator is ""."""
    if operator:
        noted[f"{PREFIX}/{operator}/{what}"] += 1


def operator_of(row: Row) -> str:
    """The operator that a row was evolved by last; "" for one that was not."""
    step: str = row["lineage"][-1]["operator"] if row["lineage"] else ""
    verb, _, rest = step.partition("/")
    return rest.rpartition("/")[2] if verb == BEGINS else ""


def operator_asked(failure: Failure) -> str:
    """The operator whose question got no usable answer: its template is called "evolve/<operator>.<language>"."""
    name: str = failure.request["template"].rpartition(".")[0]
    return name.rpartition("/")[2]


def table(stages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A row for each operator: how many children were tried, how many went on to be checked, how many failed for want
    of an answer, and how many were eliminated for which reason. tried = kept + failed + eliminated."""
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for stage in stages:
        for key, count in stage["noted"].items():
            prefix, _, rest = key.partition("/")
            if prefix == PREFIX:
                operator, _, what = rest.rpartition("/")
                counted[operator][what] += count
                counted[operator]["tried"] += count if stage["stage"] == BEGINS else 0
    return [_row(operator, tally) for operator, tally in sorted(counted.items())]


def _row(operator: str, tally: Counter[str]) -> dict[str, Any]:
    eliminated = {
        what.removeprefix(ELIMINATED): count for what, count in sorted(tally.items()) if what.startswith(ELIMINATED)
    }
    kept = tally["tried"] - tally[FAILED] - sum(eliminated.values())
    return {
        "operator": operator,
        "tried": tally["tried"],
        "kept": kept,
        "failed": tally[FAILED],
        "eliminated": eliminated,
    }
