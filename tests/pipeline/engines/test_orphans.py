"""The guard: what carries the mark ends with the run, however the run ends; an engine that ended well is let be."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.engines.orphans import Guard, marked

pytestmark = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="the guard reads /proc")

RUN = """
import subprocess, sys
from pipeline.engines.orphans import Guard
grandchild = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'input()']).wait()"
with Guard().marking():
    subprocess.Popen([sys.executable, "-c", grandchild])
print("started", flush=True)
sys.stdin.read()
"""


def test_the_death_of_a_run_ends_its_engines_processes() -> None:
    """Child and grandchild hold the writing end of the run's output: it ends when they have ended."""
    with subprocess.Popen([sys.executable, "-c", RUN], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"started\n"
        run.send_signal(signal.SIGKILL)
        assert run.stdout.read() == b""


def test_a_guard_that_is_dismissed_kills_nothing() -> None:
    guard = Guard()
    with guard.marking():
        child = subprocess.Popen([sys.executable, "-c", "print('up', flush=True); input()"], stdin=-1, stdout=-1)
    assert child.stdout is not None and child.stdout.readline() == b"up\n"
    assert marked(guard.mark) == [child.pid]
    assert "GRISTMILL_ENGINE" not in os.environ
    guard.dismiss()
    assert guard.process.returncode == 0
    child.communicate(b"\n")
    assert child.returncode == 0
