"""Procedural records, made again from their seeds: prompt, key and candidates follow from recipe, seed and lineage.

This finds what no file can be held against, such as a prompt and its key that were both changed and sealed anew. It is
possible because the teacher's verbs are pure (pipeline/teachers/procedural/teacher.py): the same family draws the same
task for the same key, and the rounds of evolution that the lineage names are gone through again.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from pipeline.audit.record import Fault
from pipeline.keyed import canonical, share
from pipeline.recipe import Procedural, Recipe
from pipeline.schema import Row
from pipeline.stages.cleaning import clean
from pipeline.stages.write import conversation
from pipeline.teachers.procedural.teacher import NAME, ProceduralTeacher

GENERATE = "generate"
SHOWN = 160
"""Characters of a text that differs."""


class Rebirth:
    """Makes the records of one recipe again."""

    def __init__(self, recipe: Recipe) -> None:
        assert isinstance(recipe.teacher, Procedural)
        self.recipe, self.teacher = recipe, ProceduralTeacher(recipe, recipe.teacher)
        self._noted: Counter[str] = Counter()  # what the verbs note is of no interest here
        self._generated = lru_cache(64)(self._generate)

    def faults(self, row: Row, seed: Row | None) -> Iterator[Fault]:
        """What is stored other than it was born. `seed` is the row of seeds/, None for a seed without text."""
        if any(step["teacher"] != NAME for step in row["lineage"]):
            yield "lineage", f"the teacher is {NAME}, and the lineage names another"
            return
        source = row["source"]
        if source["kind"] != "none" and seed is None:
            yield "no_seed", f"seed {source['seed']} is not in seeds/"
            return
        spoken = seed or {**source, "id": source["seed"], **dict.fromkeys(("text", "title", "language"), "")}
        held_out = share(self.recipe.seed, spoken["id"], "split") < self.recipe.test_share
        spoken = spoken | {"split": "test" if held_out else "train"}
        born = self._again(row, spoken)
        if born is None:
            yield "not_born", "the recipe makes no such record of this seed, or not by the steps of its lineage"
            return
        chosen = next((place for place, one in enumerate(row["candidates"]) if one["chosen"]), 0)
        yield from _differences(row, self._stored(born, chosen))

    def _again(self, row: Row, seed: Row) -> Row | None:
        """The record's row as it left the last of its steps."""
        first, *further = row["lineage"]
        born = self._generated(canonical(seed), first["operator"]).get(first["id"])
        for step in further:
            if born is None:
                return None
            child = self.teacher.evolve([born], int(step["operator"].split("/")[1]), self._noted)[0]
            born = child if isinstance(child, dict) else None
        return born

    def _generate(self, seed: str, operator: str) -> dict[str, Row]:
        """By id, the instructions of a seed; one of augmentation may have been born for any node with a quota."""
        import json

        row: Row = json.loads(seed)
        nodes = [""] if operator == GENERATE else ["", *self.recipe.balance.nodes]
        seeds = [row if operator == GENERATE else row | {"operator": operator, "node": node} for node in nodes]
        made = self.teacher.generate(seeds, self._noted)
        return {one["id"]: one for instructions in made for one in instructions if isinstance(one, dict)}

    def _stored(self, born: Row, chosen: int) -> dict[str, Any]:
        """What a record must hold, under the names of `_held`: as it was born, and then cleaned as the rules do."""
        candidates = self.teacher.respond([born], self._noted)[0]
        contents = [candidate.content for candidate in candidates] if isinstance(candidates, list) else []
        evidence = {"checker": born["checker"], "arguments": canonical(born["args"]), "level": born["level"]}
        if chosen < len(contents):
            made = born | {"candidates": [{"content": text} for text in contents], "chosen": chosen}
            born = clean([made | {"verification": evidence}], self.recipe.rules)[0].row
            contents, evidence = [one["content"] for one in born["candidates"]], born["verification"]
        return {
            "id": born["id"],
            "prompt": conversation(born),
            **{name: evidence[name] for name in ("checker", "arguments", "level")},
            "category": born["category"],
            "family": born["family"],
            "language": born["language"],
            "difficulty": born["difficulty"],
            "split": born["split"],
            "source": born["source"],
            "lineage": born["lineage"],
            "candidates": contents,
        }


def _held(row: Row) -> dict[str, Any]:
    evidence = row["verification"]
    return {
        "prompt": row["messages"][:-1],
        "candidates": [candidate["content"] for candidate in row["candidates"]],
        **{name: evidence[name] for name in ("checker", "arguments", "level")},
        **{name: row[name] for name in ("id", "category", "family", "language", "difficulty", "split", "lineage")},
        "source": row["source"],
    }


def _differences(row: Row, expected: Mapping[str, Any]) -> Iterator[Fault]:
    held = _held(row)
    for name, value in expected.items():
        if held[name] != value:
            yield f"other_{name}", f"was born with {_short(value, held[name])}, found {_short(held[name], value)}"


def _short(value: Any, other: Any) -> str:
    """A value from a little before the place where it differs from another."""
    text, counterpart = canonical(value), canonical(other)
    pairs: Sequence[tuple[str, str]] = list(zip(text, counterpart, strict=False))
    place = next((index for index, (one, two) in enumerate(pairs) if one != two), len(pairs))
    start = max(0, place - SHOWN // 4)
    return ("…" if start else "") + text[start : start + SHOWN] + ("…" if start + SHOWN < len(text) else "")
