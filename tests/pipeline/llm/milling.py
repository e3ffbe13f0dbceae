"""A small run with a scripted model, for the tests of the flow: sources, recipe, and what lies in the folder then."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from pipeline.keyed import canonical
from pipeline.recipe import Recipe, check
from pipeline.schema import Row
from tests.pipeline.engines.server import Body

FOLDERS = ("data", "preferences", "seeds", "rejected", "failed")


def write_notes(root: Path, count: int) -> Path:
    """A folder of notes of three paragraphs each."""
    root.mkdir(parents=True)
    for number in range(count):
        paragraphs = [
            f"The harbour of town {number} holds {10 + number} boats and {3 + part} cranes. Each day the crew counts "
            f"crates and writes report {100 * number + part}. Nobody leaves before the keeper has signed the book of "
            f"day {part}. The lamps are lit at {part + 5} in the evening."
            for part in range(3)
        ]
        text = "\n\n".join(f"# Part {part}\n\n{text}" for part, text in enumerate(paragraphs))
        (root / f"note-{number}.md").write_text(text)
    return root


def endpoint(url: str, **more: Any) -> dict[str, Any]:
    return {"kind": "endpoint", "url": f"{url}/v1", "model": "scripted", **more}


def recipe_of(docs: Path, engines: dict[str, Any], *, procedures: int = 30, **more: Any) -> Recipe:
    """A recipe with a language-model teacher; `teacher` in `more` adds to the teacher, others replace whole keys."""
    sources = [{"kind": "documents", "path": str(docs)}, {"kind": "procedures", "count": procedures}]
    teacher = {"kind": "llm", "engines": engines, **more.pop("teacher", {})}
    plain: dict[str, Any] = {
        "name": "asked",
        "seed": 1,
        "work_shards": 4,
        "seeds": {"sources": sources},
        "teacher": teacher,
        "generate": {"per_seed": 2},
        "evolve": {"rounds": 2, "share": 0.5},
        "respond": {"candidates": 2},
    }
    return check(plain | more)


def rows(out: Path, folder: str) -> list[Row]:
    return [row for path in sorted((out / folder).glob("*.parquet")) for row in pq.read_table(path).to_pylist()]


def logged(out: Path) -> list[Row]:
    """All rows of a call log."""
    return [row for path in sorted((out / "calls").rglob("[!.]*.parquet")) for row in pq.read_table(path).to_pylist()]


def hashes(out: Path, folders: tuple[str, ...] = FOLDERS) -> dict[str, str]:
    return {
        str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in folders
        for path in sorted((out / folder).iterdir())
    }


def words_of(body: Body) -> str:
    """What tells a request from every other: what it says, and its seed."""
    return canonical([body["messages"], body["seed"]])


def words_logged(row: Row) -> str:
    """The same of a row of the call log."""
    request = json.loads(row["request"])
    return canonical([request["messages"], request["sampling"]["seed"]])
