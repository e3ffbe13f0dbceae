"""How many records each family can give before they repeat each other.

`capacity.json` is measured by benchmarks/dedup_loss.py --write: for each family without seeds the largest number of
records of which near-duplicate removal, by the recipe's defaults, takes at most a tenth. Families that reached the
largest number measured have no entry: they are wide enough. Nor have families over seeds: what they give depends on
the seeds.
"""

import json
from functools import cache
from importlib.resources import files


@cache
def capacities() -> dict[str, int]:
    """Records by family."""
    text = files("pipeline.teachers.procedural").joinpath("capacity.json").read_text(encoding="utf-8")
    found: dict[str, int] = json.loads(text)
    return found
