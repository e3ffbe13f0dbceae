"""The folder against its manifest: the books, the files, and what the manifest says of the records."""

from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.audit.findings import Findings
from pipeline.keyed import canonical, digest
from pipeline.manifest import kept, losses, rows_in, sha256
from pipeline.output import FOLDERS, MANIFEST, RECIPE
from pipeline.recipe_file import read


def audit_books(out: Path, manifest: dict[str, Any], found: Findings) -> None:
    """Every stage balances, every file is there as it was written, no file has come along, and the recipe is the one
    that the manifest tells of."""
    for sentence in losses(manifest):
        found.lie(MANIFEST, 0, "", "books", sentence)
    if digest("recipe", canonical(manifest["recipe"])) != manifest["recipe_hash"]:
        found.lie(MANIFEST, 0, "", "recipe_changed", "the recipe in it has not the hash in it")
    if not (out / RECIPE).is_file():
        found.lie(RECIPE, 0, "", "file_missing", "the recipe is not there")
    elif read(out / RECIPE) != manifest["recipe"]:
        found.lie(RECIPE, 0, "", "recipe_changed", "is not the recipe that the manifest tells of")
    same = [_same(out, name, entry, found) for name, entry in manifest["files"].items()]
    whole = all(same)
    for path in (path for folder in FOLDERS for path in sorted((out / folder).rglob("*.parquet"))):
        if (name := str(path.relative_to(out))) not in manifest["files"]:
            whole = False
            found.lie(name, 0, "", "file_added", "the manifest knows no such file")
    if whole:
        counted = kept(out)
        for key in counted.keys() & manifest["kept"].keys():
            if counted[key] != manifest["kept"][key]:
                told = f"{key} is {manifest['kept'][key]} in the manifest, {counted[key]} in data/"
                found.lie(MANIFEST, 0, "", "figures", told)


def _same(out: Path, name: str, entry: dict[str, Any], found: Findings) -> bool:
    """Whether a file can be read; a difference from its entry is a lie either way."""
    path = out / name
    if not path.is_file():
        found.lie(name, 0, "", "file_missing", "the manifest names it, and it is not there")
        return False
    if sha256(path) != entry["sha256"]:
        found.lie(name, 0, "", "file_changed", "has not the hash that the manifest gives")
    try:
        rows = rows_in(path)
    except (pa.ArrowException, OSError) as error:
        found.lie(name, 0, "", "unreadable", str(error))
        return False
    if rows != entry["rows"]:
        found.lie(name, 0, "", "rows", f"holds {rows} rows, the manifest says {entry['rows']}")
    return True
