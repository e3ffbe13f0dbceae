"""The caller's end of a helper process: start it, hand it programs, read its results, keep it for the next batch.

To start a helper takes as long as to run twenty programs, so those that end a batch in good order are kept, by their
settings. Each program is a fork of its helper all the same, and finds nothing that an earlier one left.
"""

import json
import os
import selectors
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any

_ENVIRONMENT = {"PYTHONHASHSEED": "0", "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1"}
_START_SECONDS, _END_SECONDS = 30.0, 2.0
"""The project's own: far more than either takes."""

Message = dict[str, Any]


class NotStarted(RuntimeError):
    """The helper ended before it said what is in force; the message is what it wrote to stderr."""


class Helper:
    """One helper process, an interpreter that runs the code `main`, which reads the settings from its first line.

    `hello` is what it said first: what is in force, or why nothing can be run.
    """

    def __init__(self, main: str, settings: Mapping[str, Any]) -> None:
        scratch = tempfile.mkdtemp(prefix="sandbox-")
        command = [sys.executable, "-s", "-S", "-P", "-B", "-c", main]
        self._process: subprocess.Popen[bytes] = _starter().submit(_start, command, scratch).result()
        self.end = weakref.finalize(self, _end, self._process, scratch, os.getpid())
        """Kill the process and remove its folder; done by itself when the helper is forgotten or the interpreter
        exits."""
        assert self._process.stdin and self._process.stdout and self._process.stderr
        self._to, self._from = self._process.stdin.fileno(), self._process.stdout.fileno()
        os.set_blocking(self._to, False)
        self._tail = b""
        if not (said := self._exchange([{**settings, "scratch": scratch}], _START_SECONDS)):
            self._process.kill()
            raise NotStarted(self._process.stderr.read().decode("utf-8", "replace").strip())
        self.hello = said[0]

    def run(self, programs: Sequence[str], seconds: float) -> list[Message]:
        """The results of the programs, in order; fewer than there are programs when the helper died, or did not
        answer within so many seconds: that is the end of it."""
        said = self._exchange(programs, seconds)
        if len(said) < len(programs):
            self.end()
        return said

    @property
    def alive(self) -> bool:
        return self.end.alive and self._process.poll() is None

    def _exchange(self, lines: Sequence[Any], seconds: float) -> list[Message]:
        """Write lines of JSON while reading as many; neither side waits for the other to be done."""
        rest = memoryview("".join(f"{json.dumps(line)}\n" for line in lines).encode())
        said: list[Message] = []
        deadline = time.monotonic() + seconds
        with selectors.DefaultSelector() as ready:
            ready.register(self._to, selectors.EVENT_WRITE)
            ready.register(self._from, selectors.EVENT_READ)
            while len(said) < len(lines):
                events = ready.select(max(0.0, deadline - time.monotonic()))
                descriptors = [key.fd for key, _ in events]
                if self._to in descriptors:
                    with suppress(BrokenPipeError):  # it has ended: what it said before stands in the other pipe
                        rest = rest[os.write(self._to, rest) :]
                        if not rest:
                            ready.unregister(self._to)
                if self._from in descriptors:
                    chunk = os.read(self._from, 1 << 16)
                    *whole, self._tail = (self._tail + chunk).split(b"\n")
                    said += map(json.loads, whole)
                    if not chunk:
                        break
                if not events:
                    break
        return said


@contextmanager
def kept(main: str, settings: Mapping[str, Any]) -> Iterator[Helper]:
    """A helper for the block: one kept from an earlier batch with these settings, or a new one. Raises NotStarted."""
    settled = main, json.dumps(settings)
    with _lock:
        idle = _idle[settled]
        alive = [helper for helper in idle if helper.alive]
        idle[:] = alive[:-1]
    helper = alive[-1] if alive else Helper(main, settings)
    good = False
    try:
        yield helper
        good = helper.alive
    finally:
        with _lock:
            idle = _idle[settled]
            if good and len(idle) < len(os.sched_getaffinity(0)):
                idle.append(helper)
            else:
                helper.end()


def end_idle() -> None:
    """End the helpers at rest, which otherwise live as long as this process."""
    with _lock:
        for helper in [helper for idle in _idle.values() for helper in idle]:
            helper.end()
        _idle.clear()


_lock = threading.Lock()
_idle: defaultdict[tuple[str, str], list[Helper]] = defaultdict(list)
"""Helpers at rest, by code and settings: the level and the limits are among these."""


@cache
def _starter() -> ThreadPoolExecutor:
    """The thread that starts all helpers of a process, and lasts as long: a helper dies with the thread that started
    it, not only with the process."""
    return ThreadPoolExecutor(1, thread_name_prefix="start of sandbox helpers")


def _begin_anew() -> None:
    """In a fork: the helpers are the parent's, as is the thread that starts them, and another may hold the lock."""
    global _lock
    _lock = threading.Lock()
    _idle.clear()
    _starter.cache_clear()


os.register_at_fork(after_in_child=_begin_anew)


def _start(command: Sequence[str], scratch: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_ENVIRONMENT,
        cwd=scratch,
        start_new_session=True,
    )


def _end(process: subprocess.Popen[bytes], scratch: str, owner: int) -> None:
    if os.getpid() != owner:
        return
    assert process.stdin and process.stdout and process.stderr
    process.stdin.close()  # one at rest leaves by itself, and takes along what it is in a namespace of its own
    try:
        process.wait(_END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    process.stdout.close()
    process.stderr.close()
    shutil.rmtree(scratch, ignore_errors=True)
