"""A row of an existing data set as a record on its way through the stages.

It holds what every record does on its way (pipeline/stages/generate.py), with the answer as its one
candidate, and beside it: extra (what else the row held), asked_by (the role of the turn before the answer, "" for a
document), args (what the recipe's check takes from the row, None where it has not got it), file and number (its place).
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from filters.reading.answer import final_answer
from pipeline.keyed import canonical, digest
from pipeline.schema import RECORD, Row
from pipeline.sources.language import language_of
from pipeline.sources.layouts import Example, Misfit, pick
from pipeline.sources.plain import plain
from prompts.tree import paths

SPLITS = {"train": "train", **dict.fromkeys(("test", "validation", "valid", "val", "dev", "eval"), "test")}
"""What is held out in other sets is held out here."""
LICENCES = ("licence", "license")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


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


UNJUDGED: Row = {"engine": "", "call": "", "critiques": [], "tier": None, "vote_share": None, "chosen": True}
"""What the only answer of a foreign row has not."""


def made(said: Example, layout: str) -> Row:
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
        "candidates": [candidate | UNJUDGED],
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
        "votes": {"held": False, "answers": 0, "agreeing": 0, "agreement": None, "distribution": []},
        "tier": None,
        "extra": canonical(extra) if extra else "",
    }


def _taken(extra: dict[str, Any], name: str, ours: Callable[[str], bool]) -> str:
    """A column's text, which then leaves `extra`; "" where it is not in our terms."""
    value = extra.get(name)
    if not isinstance(value, str) or not ours(value):
        return ""
    del extra[name]
    return value


def carried(values: Mapping[str, Any], said: Example) -> Row:
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
