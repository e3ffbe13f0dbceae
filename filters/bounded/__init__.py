"""Call a pure function in another process, under limits on its processor time and memory.

For work whose cost nobody can foresee from its input: algebra on an answer, a pattern that backtracks. Signals would
not do, since they reach the main thread only and would disturb whoever else uses them in our process. The limit counts
processor time, not the clock's, so that a busy machine does not change a verdict.

The child is not a sandbox: it runs our own functions on strange input, never a response's code.
"""

import atexit
import json
import os
import select
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

_ROOT = str(Path(__file__).resolve().parents[2])
_CHILD = f"import sys; sys.path.insert(0, {_ROOT!r}); from filters.bounded.child import main; main()"
_STANDSTILL = 120.0
"""Seconds on the clock after which a child that neither answers nor meets its own limit is given up: one that waits."""


class LimitReached(RuntimeError):
    """The call met its limit of time or memory, or its process died; nothing is known of the answer."""


class _Child:
    """One process that answers calls, one after the other."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONSAFEPATH": "1", "PYTHONHASHSEED": "0"},
        )
        self._owner = os.getpid()

    def ask(self, request: dict[str, Any]) -> dict[str, Any] | None:
        """The child's answer; None if it died or stands still."""
        assert self._process.stdin and self._process.stdout
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
            ready, _, _ = select.select([self._process.stdout], [], [], _STANDSTILL)
            line = self._process.stdout.readline() if ready else b""
        except OSError:
            return None
        answer: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
        return answer

    def stop(self) -> None:
        if self._owner == os.getpid():
            self._process.kill()
            self._process.communicate()


_idle: list[_Child] = []
_room = threading.BoundedSemaphore(os.cpu_count() or 1)


def call(function: str, *args: Any, seconds: int) -> Any:
    """What `function` ("package.module:name", with its module's import not counted) gives for JSON values.

    `seconds` of processor time may pass, in whole seconds as the kernel counts them. Raises LimitReached; RuntimeError
    for an exception in the function, which is a fault of ours.
    """
    with _room:
        try:
            child = _idle.pop()
        except IndexError:
            child = _Child()
        answer = child.ask({"function": function, "args": args, "seconds": seconds})
        if answer is None:
            child.stop()
            raise LimitReached(
                f"{function} did not end within {seconds} seconds of processor time or ran out of memory"
            )
        _idle.append(child)
    if "error" in answer:
        raise RuntimeError(f"{function} failed: {answer['error']}")
    return answer["value"]


@atexit.register
def _stop_all() -> None:
    while _idle:
        _idle.pop().stop()


def _forget() -> None:
    """A fork of this process has children of its own: those of its parent are not to be spoken to by two."""
    global _room
    _idle.clear()
    _room = threading.BoundedSemaphore(os.cpu_count() or 1)


os.register_at_fork(after_in_child=_forget)
