"""The output folder: who may write there, and what is in it when a run is done."""

import fcntl
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.curation import Curation, either
from pipeline.errors import UserError
from pipeline.recipe import Recipe
from pipeline.recipe_file import RecipeFile, differences, read
from pipeline.shards import write_text

MANIFEST = "manifest.json"
RECIPE = "recipe.yaml"
INPUTS = "work/inputs.json"
LOCK = ".lock"
CALLS = "calls"
REPLAYS = "replays.json"
BEFORE = "before"
FOLDERS = ("data", "preferences", "seeds", "rejected", "failed")
MADE = (MANIFEST, *FOLDERS, "README.md")
"""What a run makes; the manifest first, without which a folder counts as unfinished. calls/ and replays.json stay."""


@contextmanager
def opened(out: Path, recipe: RecipeFile, *, extend: bool = False) -> Iterator[Path]:
    """Hold the output folder for one run of one recipe; yields the folder for work in progress.

    With `extend` another recipe may take the folder over: what the former one made moves to before/, and calls/ stays,
    so that every answer that still fits is used again. Raises UserError when the path is a file, when it holds
    something else, when it holds another recipe's output, or when another run holds it.
    """
    if out.exists() and not out.is_dir():
        raise UserError(f"{out}: is a file; the output of a run is a folder. Name another with --out")
    if out.is_dir() and not (out / RECIPE).exists() and any(path.name != LOCK for path in out.iterdir()):
        raise UserError(f"{out}: holds files that are not Gristmill's; name an empty or a new folder with --out")
    try:
        (out / "work").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"{out}: cannot be made ({error.strerror}); name another folder with --out") from None
    with (out / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UserError(f"{out}: another run is writing there; wait for it to end or name another folder") from None
        _claim(out, recipe, extend)
        sweep(out)
        yield out / "work"


def _claim(out: Path, recipe: RecipeFile, extend: bool) -> None:
    path = out / RECIPE
    if path.exists():
        before = stored(out)
        if type(before) is not type(recipe):
            raise UserError(f"{out}: holds the output of another kind of recipe; name another folder with --out")
        differing = differences(before.resolved(), recipe.resolved())
        if not differing:
            return
        if not extend:
            listed = "; ".join(differing[:6]) + ("; …" if len(differing) > 6 else "")
            extension = ", or use --extend to make this one here from the answers that still fit"
            raise UserError(
                f"{out}: holds the output of another recipe, which differs in {listed}. Name another folder"
                f"{extension if isinstance(recipe, Recipe) else ''}"
            )
        set_aside(out, before.hash)
    write_text(path, f"# The resolved recipe of this data set; its hash is {recipe.hash}\n{recipe.to_yaml()}")


def stored(out: Path) -> Recipe | Curation:
    """The recipe that a folder was made from, or UserError."""
    path = out / RECIPE
    if not path.is_file():
        raise UserError(f"{out}: holds no {RECIPE}, so it is no output of Gristmill")
    return either(read(path), str(path))


def recipe_of(out: Path) -> Recipe:
    """The recipe that made a folder's records, or UserError."""
    found = stored(out)
    if not isinstance(found, Recipe):
        raise UserError(f"{out}: was curated from an existing data set; no teacher made it")
    return found


def set_aside(out: Path, name: str) -> Path:
    """Move what a run made to before/<name>, where it stays, and make room for another.

    The recipe is copied, not moved, so that the folder is known as Gristmill's whenever this is broken off.
    """
    place = out / BEFORE / name
    number = 1
    while place.exists():
        number += 1
        place = out / BEFORE / f"{name}-{number}"
    place.mkdir(parents=True)
    shutil.copy(out / RECIPE, place / RECIPE)
    for made in MADE:
        if (out / made).exists():
            (out / made).rename(place / made)
    if (out / "work").exists():
        clear_work(out)
    (out / "work").mkdir()
    return place


def sweep(out: Path) -> None:
    """Remove what killed writers left half written. Only for who holds the folder: nobody else is writing there."""
    for folder in (*FOLDERS, CALLS):
        for path in (out / folder).rglob(".*.tmp"):
            path.unlink()


def same_inputs(out: Path, now: dict[str, str]) -> None:
    """Write down the inputs of a new run; for one that goes on, refuse inputs that have changed since."""
    path = out / INPUTS
    if not path.exists():
        write_text(path, json.dumps(now, indent=0, sort_keys=True))
        return
    before: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    changed = sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
    if changed:
        raise UserError(
            f"{out}: {len(changed)} input files changed since this run began (such as {changed[0]}); "
            "name another folder to start afresh"
        )


def complete(out: Path) -> dict[str, Any] | None:
    """The manifest of a finished run, None for one that is not."""
    path = out / MANIFEST
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def manifest_of(out: Path) -> dict[str, Any]:
    """The manifest, or UserError."""
    if not out.is_dir():
        raise UserError(f"{out}: no such folder; make one with `gristmill synth RECIPE --out {out}`")
    manifest = complete(out)
    if manifest is None:
        raise UserError(f"{out}: holds no finished data set ({MANIFEST} is missing); run the same synth again to go on")
    return manifest


def clear_work(out: Path) -> None:
    """Remove work in progress, once everything is in its place."""
    shutil.rmtree(out / "work")
