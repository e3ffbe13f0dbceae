"""A few records that a recipe would make, made in a temporary folder."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
from rich.console import RenderableType

from gristmill.explain import story
from pipeline.recipe import Recipe, check
from pipeline.synth import synth

SEEDS_PER_RECORD = 12
"""Seeds drawn for each record to be shown: some give none, some are rejected."""


def preview(recipe: Recipe, n: int) -> Iterator[RenderableType]:
    """The stories of the first `n` records by id, of a run over few seeds of each source."""
    data = recipe.resolved()
    for source in data["seeds"]["sources"]:
        if source["kind"] == "procedures":
            source["count"] = min(source["count"], n * SEEDS_PER_RECORD)
        else:
            source["limit"] = dict.fromkeys(("document", "code"), n * SEEDS_PER_RECORD)
    data["balance"] = {"max_share": 1.0}
    data["work_shards"] = 1
    with tempfile.TemporaryDirectory(prefix="gristmill-preview-") as folder:
        out = Path(folder) / "out"
        synth(check(data), out)
        ids = [
            identity
            for path in sorted((out / "data").glob("*.parquet"))
            for identity in pq.read_table(path)["id"].to_pylist()
        ]
        for identity in sorted(ids)[:n]:
            yield story(out, identity)
