"""Rows of an existing data set become records: files are read, spilled by shard, and given ids and splits."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apache_beam as beam

from pipeline.curation import Curation
from pipeline.errors import UserError
from pipeline.identity import PREFIX
from pipeline.keyed import canonical, digest, share
from pipeline.schema import Row
from pipeline.sources import tables
from pipeline.sources.layouts import KNOWN, LAYOUTS, Layout, Misfit, example, recognised
from pipeline.sources.plain import plain
from pipeline.sources.values import FileRef, Problem
from pipeline.stages.base import Outcome, Stage, finished
from pipeline.stages.foreign import arguments, carried, made
from pipeline.stages.spill import Spills, close_task

OPERATOR = "curate"


@dataclass(frozen=True, slots=True)
class Task:
    """A file that one worker reads in one go."""

    number: int
    file: FileRef


def plan(recipe: Curation, inputs: Sequence[str]) -> list[Task]:
    """A task for each file, in the order of their names. Raises UserError for what is not there, and where no file
    holds a row that can be read as an instruction or a document."""
    files = tables.table_files(inputs)
    layout = _named(recipe)
    found: list[str] = []
    for file in files:
        rows, problems = tables.first_rows(file)
        if recognised(rows, [layout] if layout else LAYOUTS):
            return [Task(number, file) for number, file in enumerate(files)]
        if rows:
            found.append(f"{file.uri} has {', '.join(list(rows[0])[:12])}")
        else:
            found.append(f"{file.uri}: {problems[0].figure if problems else 'there are no rows'}")
    expected = ", ".join(layout.needed) if layout else f"one of: {KNOWN}"
    more = f"; and {len(found) - 3} more" if len(found) > 3 else ""
    raise UserError(
        f"no file holds rows with known columns: {'; '.join(found[:3])}{more}. Expected {expected}. Name the columns "
        "in the recipe, such as columns: {prompt: question, response: best_answer}"
    )


def _named(recipe: Curation) -> Layout | None:
    return Layout("named", **recipe.columns.model_dump()) if recipe.columns else None


def fingerprint(tasks: Sequence[Task]) -> dict[str, str]:
    """Names and sizes of the files: what must not change between the start of a run and its end."""
    return {task.file.uri: str(task.file.size) for task in tasks}


class ReadRows(beam.DoFn):
    """Read a file and spill its rows by shard."""

    def __init__(self, recipe: Curation, work: Path) -> None:
        self.recipe, self.work = recipe, work

    def process(self, task: Task) -> Iterator[int]:
        if not finished(self.work, "read", task.number).exists():
            self._read(task)
        yield task.number

    def _read(self, task: Task) -> None:
        layout = _named(self.recipe) or recognised(tables.first_rows(task.file)[0])
        spills, outcome = Spills(self.work, task.number, self.recipe.work_shards), Outcome()
        for item in tables.rows(task.file):
            if isinstance(item, Problem):
                outcome.problem("read", item)
                continue
            try:
                if layout is None:
                    raise Misfit(f"the file's first rows have none of the known columns ({KNOWN})")
                row = self._row(item, layout, task)
                size = len(canonical(row).encode())
            except (Misfit, UnicodeEncodeError) as error:
                figure = str(error) if isinstance(error, Misfit) else "it holds half a character (a lone surrogate)"
                place = f"{task.file.uri}#{item.number}"
                outcome.problem(
                    "read", Problem(place, "misfit", f"row {item.number}: {figure}"), _printable(item.values)
                )
            else:
                spills.add(row, size)
        spills.write()
        close_task(self.work, task.number, outcome, spills.rows)

    def _row(self, item: tables.Row, layout: Layout, task: Task) -> Row:
        """A record without its final id, which follows once its equals are known."""
        said = example(item.values, layout)
        row = carried(item.values, said) if layout.name == "record" else made(said, layout.name)
        row["source"] |= {"uri": row["source"]["uri"] or f"{task.file.uri}#{item.number}"}
        check = self.recipe.check
        return row | {
            "id": digest("row", canonical(said.turns)),
            "file": task.number,
            "number": item.number,
            "came_as": str(item.values.get("id") or ""),
            "args": arguments(check.args, item.values) if check else {},
        }


def _printable(values: Mapping[str, Any]) -> Any:
    """A row that fits nothing, as text that any file can hold."""
    return json.loads(json.dumps(plain(values), ensure_ascii=False).encode("utf-8", "replace"))


class NameRows(Stage):
    """Ids by content and occurrence, and the split: rows that ask the same are all held out or none."""

    name = "rows"

    def __init__(self, recipe: Curation) -> None:
        self.recipe = recipe

    def process(self, rows: list[Row], shard: int) -> Outcome:
        outcome = Outcome()
        seen: Counter[str] = Counter()
        for row in sorted(rows, key=lambda row: (row["id"], row["file"], row["number"])):
            content = row["id"]
            identity = content[:PREFIX] + digest(self.recipe.seed, content, OPERATOR, seen[content], size=12)
            seen[content] += 1
            held_out = share(self.recipe.seed, row["source"]["seed"], "split") < self.recipe.test_share
            step = {
                "operator": OPERATOR,
                "id": identity,
                "parent": row["came_as"],
                **dict.fromkeys(("template", "template_hash", "teacher", "seed", "call"), ""),
            }
            outcome.out.append(
                row
                | {
                    "id": identity,
                    "split": row["split"] or ("test" if held_out else "train"),
                    "lineage": [*row["lineage"], step],
                }
            )
        return outcome
