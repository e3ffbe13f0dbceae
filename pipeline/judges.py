"""Several judges of one answer: which tier counts, and how far they agree over a run.

What each rating was travels as a stage's notes under "judges/<panel>/<criterion>/<tiers>", the tiers sorted, with how
many answers were rated so. So the agreement of a run is reckoned from sums over its shards.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from filters.agreement import krippendorff_alpha
from pipeline.keyed import canonical
from pipeline.schema import CRITERIA, Row

PREFIX = "judges"
OVERALL = "overall"


def tier(critiques: Sequence[Row], rule: Literal["minimum", "mean"]) -> int | None:
    """The tier that counts: the lowest, or the mean rounded down; None where nobody judged."""
    if not critiques:
        return None
    tiers = [int(critique["tier"]) for critique in critiques]
    return min(tiers) if rule == "minimum" else sum(tiers) // len(tiers)


def note(noted: Counter[str], candidates: Iterable[Row]) -> None:
    """Count the ratings of one row's candidates where several judges gave them; equal candidates were judged once."""
    for critiques in {candidate["content"]: candidate["critiques"] for candidate in candidates}.values():
        if len(critiques) < 2:
            continue
        panel = canonical([critique["judge"] for critique in critiques])
        rated = {name: [critique["criteria"][name] for critique in critiques] for name in CRITERIA}
        rated[OVERALL] = [critique["tier"] for critique in critiques]
        for name, tiers in rated.items():
            noted[f"{PREFIX}/{panel}/{name}/{','.join(map(str, sorted(tiers)))}"] += 1


def table(stages: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """A row for each panel: how many answers it judged, the share on which all gave the same overall tier, and
    Krippendorff's alpha (ordinal) overall and by criterion, None where all tiers are the same."""
    rated: dict[str, dict[str, dict[tuple[int, ...], int]]] = {}
    for stage in stages:
        for key, count in stage["noted"].items():
            if key.startswith(f"{PREFIX}/"):
                panel, name, tiers = key.removeprefix(f"{PREFIX}/").rsplit("/", 2)
                rated.setdefault(panel, {}).setdefault(name, {})[tuple(map(int, tiers.split(",")))] = count
    return [_row(panel, criteria) for panel, criteria in sorted(rated.items())]


def _row(panel: str, criteria: dict[str, dict[tuple[int, ...], int]]) -> dict[str, Any]:
    overall = criteria[OVERALL]
    answers = sum(overall.values())
    alphas = {name: krippendorff_alpha(criteria[name].items()) for name in (OVERALL, *CRITERIA)}
    return {
        "judges": json.loads(panel),
        "answers": answers,
        "same_tier": round(sum(count for tiers, count in overall.items() if len(set(tiers)) == 1) / answers, 4),
        "alpha": {name: None if alpha is None else round(alpha, 4) for name, alpha in alphas.items()},
    }
