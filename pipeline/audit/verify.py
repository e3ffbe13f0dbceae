"""The whole audit of a folder: its books, then every shard with its records, pairs and seeds, several at a time."""

import logging
import platform
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from filters.sandbox.run import SandboxUnavailable
from pipeline import output
from pipeline.audit.books import audit_books
from pipeline.audit.findings import Findings
from pipeline.audit.shard import ShardFiles, audit_shard
from pipeline.errors import UserError
from pipeline.recipe import Procedural, Recipe, check
from pipeline.sandbox import require_sandbox
from pipeline.schema import SCHEMA_VERSION

Watch = Callable[[int], AbstractContextManager[Callable[[], None]]]
"""Given the number of shards, shows progress; what it yields is called after each."""


@dataclass(frozen=True, slots=True)
class Audit:
    findings: Findings
    not_made_again: str
    """Why no record was made again from its seed; "" where they were."""
    files: int

    def as_dict(self) -> dict[str, Any]:
        return {"files": self.files, **self.findings.as_dict(), "not_made_again": self.not_made_again}


def verify(out: Path, *, workers: int = 1, watch: Watch | None = None) -> Audit:
    """Check a finished data set again from its files alone; what is found does not depend on `workers`.

    Raises UserError for a folder without a manifest, and where answers must be run and nothing can be run safely here.
    """
    manifest = output.manifest_of(out)
    found = Findings()
    audit_books(out, manifest, found)
    recipe, why_not = recipe_to_repeat(manifest)
    if recipe:
        require_sandbox(recipe)
    shards = list(shards_of(out, manifest["recipe"]["work_shards"]))
    with watch(len(shards)) if watch else nullcontext(lambda: None) as done:
        for one in _audited(out, shards, recipe, workers):
            found.add(one)
            done()
    return Audit(found, why_not, len(manifest["files"]))


def _audited(out: Path, shards: list[ShardFiles], recipe: Recipe | None, workers: int) -> Iterator[Findings]:
    try:
        if workers == 1 or len(shards) < 2:
            yield from (audit_shard(out, shard, recipe) for shard in shards)
            return
        with ProcessPoolExecutor(
            min(workers, len(shards)),
            get_context("spawn"),
            initializer=logging.disable,  # of what Beam warns as it loads
            initargs=(logging.WARNING,),
        ) as pool:
            yield from pool.map(audit_shard, [out] * len(shards), shards, [recipe] * len(shards))
    except SandboxUnavailable as error:
        raise UserError(f"{out}: some answers must be run to be checked. {error}") from None


def shards_of(out: Path, work_shards: int) -> Iterator[ShardFiles]:
    """The files of data/, preferences/ and seeds/ that belong together, by the number in their names."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: {"data": [], "preferences": [], "seeds": []})
    for folder in ("data", "preferences", "seeds"):
        for path in sorted((out / folder).glob("*.parquet")):
            _, _, number = path.stem.partition("-")
            found[number][folder].append(str(path.relative_to(out)))
    for number, files in sorted(found.items()):
        data, preferences, seeds = (tuple(files[name]) for name in ("data", "preferences", "seeds"))
        yield ShardFiles(number, data, preferences, seeds, work_shards)


def recipe_to_repeat(manifest: dict[str, Any]) -> tuple[Recipe | None, str]:
    """The recipe by which records can be made again here; None with the reason where they cannot."""
    stored = manifest["recipe"]
    if "seeds" not in stored:
        return None, "the data set was curated, not made"
    if stored["teacher"]["kind"] != Procedural().kind:
        return None, "a language model was the teacher; its answers are in calls/"
    if manifest["schema_version"] != SCHEMA_VERSION or _versions(manifest["versions"]) != _versions(here()):
        return None, "it was made by another version of Gristmill or Python"
    try:
        return check(stored, output.MANIFEST), ""
    except UserError as error:
        return None, f"its recipe cannot be used here: {error}"


def here() -> dict[str, str]:
    return {"gristmill": version("gristmill"), "python": platform.python_version()}


def _versions(named: dict[str, str]) -> tuple[str, str]:
    """What must be the same for the same tasks to be drawn: Gristmill, and the minor version of Python."""
    return named["gristmill"], named["python"].rpartition(".")[0]
