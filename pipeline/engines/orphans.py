"""No process of an engine outlives a run that was killed.

vLLM's core process does not notice the death of the process that started it, and would hold the GPU's memory until
somebody ends it by hand. A death signal (PR_SET_PDEATHSIG) does not reach it: the signal must be asked for inside the
child, before vLLM's own code runs there, and again in each child of the child. So a guard stands beside the run: a
process of a few megabytes that waits for the end of a pipe, which the kernel closes however the run ends, and then
kills every process that carries the mark of this engine in its environment.
"""

import contextlib
import os
import signal
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MARK = "GRISTMILL_ENGINE"
DISMISSED = b"."


class Guard:
    """Stands from its making until `dismiss`, or until this process ends."""

    def __init__(self) -> None:
        self.mark = f"{os.getpid()}-{uuid.uuid4().hex}"
        environment = {name: value for name, value in os.environ.items() if name != MARK}
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-S", __file__, self.mark],
            stdin=subprocess.PIPE,
            env=environment,
            start_new_session=True,  # an interrupt from the keyboard is not for the guard
        )

    @contextmanager
    def marking(self) -> Iterator[None]:
        """Processes that are started inside, and all that they start, carry the mark."""
        before = os.environ.get(MARK)
        os.environ[MARK] = self.mark
        try:
            yield
        finally:
            if before is None:
                del os.environ[MARK]
            else:
                os.environ[MARK] = before

    def dismiss(self) -> None:
        """The engine has ended its processes itself: kill nothing."""
        with contextlib.suppress(BrokenPipeError):
            self.process.communicate(DISMISSED)


def marked(mark: str) -> list[int]:
    """Processes of this user whose environment at their start held the mark."""
    entry = f"{MARK}={mark}".encode()
    found = []
    for place in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):  # it has ended meanwhile, or belongs to another user
            if entry in place.read_bytes().split(b"\0"):
                found.append(int(place.parent.name))
    return found


def main() -> None:
    if os.read(0, 1) == DISMISSED:
        return
    while processes := marked(sys.argv[1]):  # again, for those that were just being started
        for process in processes:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)


if __name__ == "__main__":
    main()
