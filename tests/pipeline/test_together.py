"""Steps on many shards at a time: a shard that fails stops the run with its reason, and costs no other its work."""

import errno
import threading
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pytest

import pipeline.calls
from pipeline.run import RunStopped
from pipeline.schema import Row
from pipeline.shards import write_table, write_work
from pipeline.stages.base import Outcome, Stage, Step, _RunTogether, finished, table
from pipeline.synth import synth
from tests.pipeline.engines.server import Server
from tests.pipeline.llm.milling import endpoint, hashes, logged, recipe_of, words_logged, words_of, write_notes
from tests.pipeline.llm.scripted import scripted

SHARDS = 12
BAD = 2


class Meeting(Stage):
    """Shard `BAD` waits until its neighbours are at work, then fails; they wait until that is known."""

    name = "first"

    def __init__(self, together: int) -> None:
        self.at_work, self.failed = threading.Barrier(together), threading.Event()
        self.entered: list[int] = []

    def process(self, rows: list[Row], shard: int) -> Outcome:
        self.entered.append(shard)
        self.at_work.wait(30)
        if shard == BAD:
            raise ValueError("shard 2 is rotten")
        assert self.failed.wait(30)
        return Outcome(out=rows)


class Observed(_RunTogether):
    """Tells the first stage once a failure has stopped the run."""

    def _shard(self, shard: int, stopped: threading.Event) -> None:
        try:
            super()._shard(shard, stopped)
        except ValueError:
            self.steps[0].stage.failed.set()
            raise


class Second(Stage):
    name = "second"

    def process(self, rows: list[Row], shard: int) -> Outcome:
        return Outcome(out=rows)


def test_a_shard_that_fails_stops_the_run_and_leaves_its_neighbours_whole(tmp_path: Path) -> None:
    for shard in range(SHARDS):
        write_work(table(tmp_path, "before", shard), [{"id": f"{shard}"}])
    meeting = Meeting(together=4)
    steps = [Step(meeting, tmp_path, ("before",), "first"), Step(Second(), tmp_path, ("first",), "second")]
    with pytest.raises(ValueError, match="shard 2 is rotten"):
        list(Observed(steps, in_flight=4).process(list(range(SHARDS))))
    assert sorted(meeting.entered) == [0, 1, 2, 3]  # those that waited for a thread never began
    whole = {shard for shard in range(SHARDS) if finished(tmp_path, "first", shard).exists()}
    assert whole == {0, 1, 3}
    assert all(table(tmp_path, "first", shard).exists() for shard in whole)
    assert not table(tmp_path, "first", BAD).exists()
    assert not (tmp_path / "second").exists()  # nor did those that went on begin another step


def test_a_disk_that_is_full_under_the_call_log_stops_the_run_and_it_goes_on_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs, out = write_notes(tmp_path / "docs", 3), tmp_path / "out"
    written = 0

    def full(path: Path, rows: pa.Table, **how: bool) -> None:
        nonlocal written
        written += 1
        if written > 20:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        write_table(path, rows, **how)

    with Server(scripted) as server:
        recipe = recipe_of(docs, {"local": endpoint(server.url)}, procedures=8)
        with monkeypatch.context() as patched, pytest.raises(RunStopped, match=r"No space left.*Free some space"):
            patched.setattr(pipeline.calls, "write_table", full)
            synth(recipe, out)
        durable, before = {words_logged(row) for row in logged(out)}, len(server.bodies)
        assert durable
        synth(recipe, out)
        sent = Counter(words_of(body) for body in server.bodies[before:])
        synth(recipe, tmp_path / "whole")
    assert durable.isdisjoint(sent) and set(sent.values()) == {1}
    assert hashes(out) == hashes(tmp_path / "whole")
