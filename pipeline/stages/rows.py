"""Rows of an existing data set become records: files are read, spilled by shard, and given ids and splits.

What such a record holds is what every record holds on its way (pipeline/stages/generate.py), with the answer as its one
candidate, and beside it: extra (what else the row held), asked_by (the role of the turn before the answer, "" for a
document), args (what the recipe's check takes from the row, None where it has not got it), file and number (its place).
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apache_beam as beam

from filters.reading.answer import final_answer
from pipeline.curation import Curation
from pipeline.errors import UserError
from pipeline.identity import PREFIX
from pipeline.keyed import canonical, digest, share
from pipeline.schema import RECORD, Row
from pipeline.sources import tables
from pipeline.sources.language import language_of
from pipeline.sources.layouts import KNOWN, LAYOUTS, Example, Layout, Misfit, example, pick, recognised
from pipeline.sources.plain import plain
from pipeline.sources.values import FileRef, Problem
from pipeline.stages.base import Outcome, Stage, finished, keep
from pipeline.stages.spill import Spills, close_task, gathered
from prompts.tree import paths

OPERATOR = "curate"
SPLITS = {"train": "train", **dict.fromkeys(("test", "validation", "valid", "val", "dev", "eval"), "test")}
"""What is held out in other sets is held out here."""
LICENCES = ("licence", "license")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


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
        row = _carried(item.values, said) if layout.name == "record" else _made(said, layout.name)
        row["source"] |= {"uri": row["source"]["uri"] or f"{task.file.uri}#{item.number}"}
        check = self.recipe.check
        return row | {
            "id": digest("row", canonical(said.turns)),
            "file": task.number,
            "number": item.number,
            "came_as": str(item.values.get("id") or ""),
            "args": arguments(check.args, item.values) if check else {},
        }


def arguments(wanted: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any] | None:
    """The arguments of a check, some of them from the row (pipeline.curation.Check); None if it lacks one."""
    found = {name: _argument(value, row) for name, value in wanted.items()}
    return None if None in found.values() else found


def _argument(value: Any, row: Mapping[str, Any]) -> Any:
    if isinstance(value, Mapping) and value.keys() in ({"column"}, {"column", "after"}):
        held, mark = pick(row, str(value["column"]), None), str(value.get("after", ""))
        if not mark:
            return plain(held)
        return held.rpartition(mark)[2].strip() if isinstance(held, str) and mark in held else None
    if isinstance(value, str) and value.startswith("$$"):
        return value[1:]
    return plain(pick(row, value[1:], None)) if isinstance(value, str) and value.startswith("$") else value


def _made(said: Example, layout: str) -> Row:
    """A record of a foreign row. What its columns say of language, category, family, split and licence is taken where
    it is in our terms; the rest stays in `extra`."""
    *before, last = said.turns
    asked = before[-1] if before else {"role": "", "content": ""}
    extra = dict(said.extra)
    taken = {
        "language": _taken(extra, "language", lambda text: bool(_LANGUAGE.fullmatch(text))),
        "category": _taken(extra, "category", lambda text: text in paths()),
        "family": _taken(extra, "family", bool),
        "split": SPLITS.get(_taken(extra, "split", lambda text: text in SPLITS), ""),
    }
    licence = next((text for name in LICENCES if (text := _taken(extra, name, bool))), "")
    content, answer = last["content"], final_answer(last["content"])
    candidate = {"content": content, "answer": answer, "passed": None, "reason": "", "detail": "", "slip": ""}
    return {
        **taken,
        "language": taken["language"] or language_of(asked["content"] or content),
        "difficulty": 1,
        "earlier": before[:-1],
        "prompt": asked["content"],
        "asked_by": asked["role"],
        "quote": "",
        "candidates": [candidate | {"engine": "", "call": "", "tier": None, "chosen": True}],
        "chosen": 0,
        "source": {
            "kind": layout,
            "seed": digest("asked", canonical(before or said.turns)),
            "uri": "",
            "hash": digest(content),
            "span": [0, 0],
            "title": "",
            "licence": licence,
        },
        "lineage": [],
        "verification": {"level": "", "checker": "", "arguments": "{}", "passed": None, "detail": ""},
        "votes": {"answers": 1, "agreeing": 1, "agreement": 1.0},
        "critique": None,
        "extra": canonical(extra) if extra else "",
    }


def _taken(extra: dict[str, Any], name: str, ours: Any) -> str:
    """A column's text, which then leaves `extra`; "" where it is not in our terms."""
    value = extra.get(name)
    if not isinstance(value, str) or not ours(value):
        return ""
    del extra[name]
    return value


def _carried(values: Mapping[str, Any], said: Example) -> Row:
    """A record of a data set of Gristmill's own: everything stays what it was."""
    row = {name: plain(value) for name, value in values.items() if name in RECORD.names}
    before = said.turns[:-1]
    asked = before[-1] if before else {"role": "", "content": ""}
    chosen = [place for place, candidate in enumerate(row["candidates"]) if candidate["chosen"]]
    if len(chosen) != 1 or row["candidates"][chosen[0]]["content"] != said.turns[-1]["content"]:
        raise Misfit("the chosen candidate of this record is not its answer; see `gristmill verify`")
    stored = {name: value for name, value in said.extra.items() if name not in RECORD.names and name != "extra"}
    extra = stored | (json.loads(values["extra"]) if values.get("extra") else {})
    return row | {
        "earlier": before[:-1],
        "prompt": asked["content"],
        "asked_by": asked["role"],
        "quote": "",
        "chosen": chosen[0],
        "extra": canonical(extra) if extra else "",
    }


def _printable(values: Mapping[str, Any]) -> Any:
    """A row that fits nothing, as text that any file can hold."""
    return json.loads(json.dumps(plain(values), ensure_ascii=False).encode("utf-8", "replace"))


class MakeRows(beam.DoFn):
    """Gather a shard's rows from all files and make records of them."""

    def __init__(self, recipe: Curation, work: Path) -> None:
        self.work, self.stage = work, NameRows(recipe)

    def process(self, shard: int) -> Iterator[int]:
        if not finished(self.work, self.stage.name, shard).exists():
            keep(self.work, self.stage, shard, gathered(self.work, shard), self.stage.name)
        yield shard


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
