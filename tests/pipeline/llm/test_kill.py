"""A run killed at any moment asks again for what was in flight at most, and writes the same bytes in the end."""

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.recipe import Recipe
from pipeline.synth import synth
from tests.pipeline.engines.server import Server
from tests.pipeline.llm.milling import endpoint, hashes, logged, recipe_of, words_logged, words_of, write_notes
from tests.pipeline.llm.scripted import scripted

CHILD = """
import os, signal, sys
from pathlib import Path
import pipeline.calls
from pipeline.recipe import load
from pipeline.synth import synth

recipe, out, moment, count, workers = sys.argv[1], Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
flushes, write = 0, pipeline.calls.write_table

def write_and_die(path, table, **how):
    global flushes
    flushes += 1
    if flushes == count and moment == "before a flush":
        os.kill(os.getpid(), signal.SIGKILL)
    if flushes == count and moment == "in a flush":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_name(f".{path.name}.{os.getpid()}.tmp").write_bytes(b"half a file")
        os.kill(os.getpid(), signal.SIGKILL)
    write(path, table, **how)
    if flushes == count and moment == "after a flush":
        os.kill(os.getpid(), signal.SIGKILL)

pipeline.calls.write_table = write_and_die
synth(load(recipe), out, workers=workers)
"""

MOMENTS = [
    ("before a flush", 1),
    ("after an answer", 1),
    ("after a flush", 1),
    ("in a flush", 3),
    ("after an answer", 9),
    ("before a flush", 10),
    ("after a flush", 14),
    ("after an answer", 17),
    ("in a flush", 18),
    ("after an answer", 12),
]
"""Where the run dies, one time after the other: at the nth answer or file of calls since it was started again."""


@dataclass
class Death:
    """What was known when a process died: every request that had come to the server, and the answers on disk."""

    sent: Counter[str]
    durable: set[str]


def visits(server: Server) -> Counter[str]:
    return Counter(words_of(body) for body in server.bodies)


def killing(child: "subprocess.Popen[str]", at: int) -> Callable[[int], None]:
    """Kills a process once the server has sent so many answers."""

    def after_answer(answers: int) -> None:
        if answers == at:
            os.kill(child.pid, signal.SIGKILL)

    return after_answer


def die(server: Server, recipe: Path, out: Path, moment: str, count: int, workers: int = 1) -> Death:
    """Run in a process that is killed at that moment."""
    command = [sys.executable, "-c", CHILD, str(recipe), str(out), moment, str(count), str(workers)]
    answered = server.answers
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdin=subprocess.PIPE, text=True) as child:
        if moment == "after an answer":
            server.after_answer = killing(child, answered + count)
        _, said = child.communicate()
    server.after_answer = lambda answers: None
    assert child.returncode == -signal.SIGKILL, (moment, count, said[-2000:])
    server.wait_until_left()
    return Death(visits(server), {words_logged(row) for row in logged(out)})


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return write_notes(tmp_path / "docs", 3)


def small(docs: Path, server: Server) -> Recipe:
    return recipe_of(docs, {"local": endpoint(server.url)}, procedures=8, evolve={"rounds": 1, "share": 0.5})


def test_killed_ten_times_nothing_durable_is_sent_again_and_the_bytes_are_the_same(docs: Path, tmp_path: Path) -> None:
    path, out, whole = tmp_path / "recipe.yaml", tmp_path / "out", tmp_path / "whole"
    with Server(scripted) as undisturbed:
        synth(small(docs, undisturbed), whole)
    with Server(scripted) as server:
        recipe = small(docs, server)
        path.write_text(recipe.to_yaml())
        deaths = [die(server, path, out, moment, count) for moment, count in MOMENTS]
        assert not (out / "manifest.json").exists()
        synth(recipe, out)
        sent = visits(server)

    assert hashes(out) == hashes(whole)
    assert set(sent) == set(visits(undisturbed))
    assert {words_logged(row) for row in logged(out)} == set(sent)
    nothing_paid_twice(sent, deaths)
    assert any(death.durable for death in deaths)
    assert any(death.sent.keys() - death.durable for death in deaths)
    assert not list(out.rglob(".*.tmp"))


def test_workers_end_with_the_run_and_leave_the_rest_to_the_next(docs: Path, tmp_path: Path) -> None:
    """A worker that outlived its run would go on asking, beside the run that takes its place."""
    path, out = tmp_path / "recipe.yaml", tmp_path / "out"
    with Server(scripted) as server:
        recipe = small(docs, server)
        path.write_text(recipe.to_yaml())
        death = die(server, path, out, "after an answer", 40, workers=2)
        synth(recipe, out)
        sent = visits(server)
        synth(recipe, tmp_path / "whole")
    assert hashes(out) == hashes(tmp_path / "whole")
    assert death.sent.total() < sent.total()
    nothing_paid_twice(sent, [death])


def nothing_paid_twice(sent: Counter[str], deaths: list[Death]) -> None:
    """What was durable at a death was not sent after it; what was sent more than once was in flight at a death."""
    for death in deaths:
        assert not {words for words in death.durable if sent[words] > death.sent[words]}
    in_flight = Counter(words for death in deaths for words in death.sent if words not in death.durable)
    assert all(times - 1 <= in_flight[words] for words, times in sent.items())
