"""One shard of a data set: its records, the pairs made of them, and its seeds."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.audit.answers import wrong_answers
from pipeline.audit.findings import Findings
from pipeline.audit.preferences import pair_faults
from pipeline.audit.rebirth import Rebirth
from pipeline.audit.record import faults
from pipeline.identity import seed_id, shard_of
from pipeline.keyed import digest
from pipeline.recipe import Recipe
from pipeline.schema import Row
from pipeline.shards import ROW_GROUP_ROWS

_NUMBER = re.compile(r"(\d{5})-of-(\d{5})")


@dataclass(frozen=True, slots=True)
class ShardFiles:
    """The files of one shard, relative to the folder."""

    number: str
    """ "00000-of-00002", as in their names."""
    data: tuple[str, ...]
    preferences: tuple[str, ...]
    seeds: tuple[str, ...]
    work_shards: int


def audit_shard(out: Path, files: ShardFiles, recipe: Recipe | None) -> Findings:
    """Everything that is wrong in a shard. `recipe` makes its records again; None where that cannot be done."""
    shard = _Shard(out, files, Rebirth(recipe) if recipe else None)
    for name in files.seeds:
        shard.read(name, shard.seeds)
    for name in files.data:
        shard.read(name, shard.records)
    for name in files.preferences:
        shard.read(name, shard.pairs)
    return shard.found


@dataclass(slots=True)
class _Shard:
    out: Path
    files: ShardFiles
    rebirth: Rebirth | None
    found: Findings = field(default_factory=Findings)
    ids: set[str] = field(default_factory=set)
    paired: dict[str, Row] = field(default_factory=dict)
    """The records that pairs were made of."""
    _wanted: set[str] | None = None

    def read(self, name: str, audit: Callable[[str, int, list[Row]], None]) -> None:
        """Go through a file in batches; one that cannot be read is a lie of the folder's own."""
        start = 1
        try:
            for rows in _batches(self.out / name):
                audit(name, start, rows)
                start += len(rows)
        except (pa.ArrowException, OSError) as error:
            self.found.lie(name, start, "", "unreadable", str(error))

    def seeds(self, name: str, start: int, rows: list[Row]) -> None:
        for row, seed in enumerate(rows, start):
            if seed["hash"] != digest(seed["text"]) or seed["id"] != seed_id(seed["text"]):
                self.found.lie(
                    name, row, seed["id"], "other_seed", "the text has not the hash and the id that are stored"
                )

    def records(self, name: str, start: int, rows: list[Row]) -> None:
        split = Path(name).name.partition("-")[0]
        seeds = self._seeds_of(rows) if self.rebirth else {}
        for row, record in enumerate(rows, start):
            self._record(name, row, record, split)
            if self.rebirth:
                self.found.made_again += 1
                for what, detail in self.rebirth.faults(record, seeds.get(record["source"]["seed"])):
                    self.found.lie(name, row, record["id"], what, detail)
        wrong = set()
        for place, (what, detail) in wrong_answers(rows):
            self.found.lie(name, start + place, rows[place]["id"], what, detail)
            wrong.add(place)
        for place, record in enumerate(rows):
            if checker := record["verification"]["checker"]:
                self.found.checked[checker] += 1
                self.found.wrong[checker] += place in wrong

    def _record(self, name: str, row: int, record: Row, split: str) -> None:
        identity, found = record["id"], self.found
        found.records += 1
        found.sealed += bool(record["verification"].get("seal"))
        for what, detail in faults(record):
            found.lie(name, row, identity, what, detail)
        if record["split"] != split:
            found.lie(name, row, identity, "split", f"says {record['split']!r} in a file of {split!r}")
        if identity in self.ids:
            found.lie(name, row, identity, "bad_id", "another record has the same id")
        elif not self._belongs(identity):
            found.lie(name, row, identity, "bad_id", "an id that begins so belongs to another file")
        self.ids.add(identity)
        if identity in self._pairs_wanted():
            self.paired[identity] = record

    def _belongs(self, identity: str) -> bool:
        """Whether the id lies in this file's range: then an id that is unique here is unique everywhere."""
        named = _NUMBER.fullmatch(self.files.number)
        if not named or not re.match(r"[0-9a-f]{8}", identity):
            return True
        number, count = map(int, named.groups())
        return shard_of(identity, self.files.work_shards) * count // self.files.work_shards == number

    def _pairs_wanted(self) -> set[str]:
        if self._wanted is None:
            self._wanted = set()
            for name in self.files.preferences:
                try:
                    self._wanted |= set(pq.read_table(self.out / name, columns=["id"])["id"].to_pylist())
                except (pa.ArrowException, OSError):
                    continue  # reported when the file is read
        return self._wanted

    def pairs(self, name: str, start: int, rows: list[Row]) -> None:
        for row, pair in enumerate(rows, start):
            for what, detail in pair_faults(pair, self.paired.get(pair["id"])):
                self.found.lie(name, row, pair["id"], what, detail)

    def _seeds_of(self, rows: Sequence[Row]) -> dict[str, Row]:
        """The seeds of these records. Files are sorted by id, so few row groups are read."""
        wanted = sorted({row["source"]["seed"] for row in rows if row["source"]["kind"] != "none"})
        if not wanted:
            return {}
        tables = [pq.read_table(self.out / name, filters=[("id", "in", wanted)]) for name in self.files.seeds]
        return {row["id"]: row for table in tables for row in table.to_pylist()}


def _batches(path: Path) -> Iterator[list[Row]]:
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(ROW_GROUP_ROWS):
            yield batch.to_pylist()
