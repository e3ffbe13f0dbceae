"""The end of a program: at its limits or by itself, with all that it started, and nothing left in its folder."""

import os
import select
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from filters.sandbox.kernel import Unavailable
from filters.sandbox.namespaces import SCRATCH_BYTES, SCRATCH_FILES

_ERROR_TAIL = 4096
_MEASURE_SECONDS = 0.05
"""Between two looks at a scratch folder that has no size of its own."""
_SWEEP_SECONDS = 5.0


def watch(program: tuple[int, int, int], limits: dict[str, Any], scratch: Path | None) -> dict[str, Any]:
    """Wait for a program and collect what it wrote; kill its whole group at its end or at a limit.

    `program` is what `fork.fork_program` gives: a process id and the ends of stdout and stderr. A `scratch` folder that
    nothing else bounds is measured now and then.
    """
    pid, out, err = program
    start = time.monotonic()
    deadline, look = start + limits["wall_seconds"], start + _MEASURE_SECONDS
    written, status = {out: bytearray(), err: bytearray()}, ""
    ended = os.pidfd_open(pid)
    poll = select.poll()
    for descriptor in (out, err, ended):
        os.set_blocking(descriptor, False)
        poll.register(descriptor, select.POLLIN)

    def drain(descriptor: int) -> bool:
        """Read what is there. False at the end of the stream or at the limit."""
        try:
            chunk = os.read(descriptor, 1 << 16)
        except BlockingIOError:
            return True
        written[descriptor] += chunk
        return bool(chunk) and len(written[descriptor]) <= limits["output_bytes"]

    open_ends = {out, err}
    running = True
    while running:
        now = time.monotonic()
        if now >= deadline:
            status = "timeout"
            break
        if scratch and now >= look:
            look = now + _MEASURE_SECONDS
            if overfull(scratch):
                status = "disk"
                break
        for descriptor, _ in poll.poll((min(deadline, look) - now if scratch else deadline - now) * 1000):
            if descriptor == ended:
                running = False
            elif not drain(descriptor):
                poll.unregister(descriptor)
                open_ends.discard(descriptor)
                if len(written[descriptor]) > limits["output_bytes"]:
                    status, running = "output", False
    os.killpg(pid, signal.SIGKILL)  # the leader is not collected yet, so the group is still its own
    _, code = os.waitpid(pid, 0)
    exit_code = os.waitstatus_to_exitcode(code)
    for descriptor in open_ends:
        while len(written[descriptor]) <= limits["output_bytes"]:
            before = len(written[descriptor])
            drain(descriptor)
            if len(written[descriptor]) == before:
                break
    for descriptor in (out, err, ended):
        os.close(descriptor)
    if not status and scratch and overfull(scratch, ended=True):
        status = "disk"
    if not status:
        over = max(map(len, written.values())) > limits["output_bytes"]
        status = "output" if over else _status(exit_code)
    return {
        "status": status,
        "exit_code": exit_code,
        "stdout": written[out][: limits["output_bytes"]].decode("utf-8", "replace"),
        "stderr": written[err][-_ERROR_TAIL:].decode("utf-8", "replace"),
    }


def _status(exit_code: int) -> str:
    if exit_code == -signal.SIGXCPU:
        return "timeout"
    return "killed" if exit_code < 0 else "error" if exit_code else "ok"


def overfull(scratch: Path, ended: bool = False) -> bool:
    """Whether a folder holds more than a scratch folder may, or hides what it holds: nested deeper than a path may be
    long, or closed.

    Closed folders are opened where the program has `ended`. While it runs they are not: it could put a link in the
    place of one, and have a folder of the user's opened.
    """
    count = used = 0
    pending = [str(scratch)]
    while pending:
        folder = pending.pop()
        try:
            if ended:
                os.chmod(folder, 0o700)  # noqa: PTH101
            entries = list(os.scandir(folder))
        except FileNotFoundError:  # removed meanwhile
            continue
        except OSError:
            return True
        for entry in entries:
            count += 1
            try:
                used += entry.stat(follow_symlinks=False).st_blocks * 512
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
            except FileNotFoundError:
                continue
            except OSError:
                return True
            if count > SCRATCH_FILES or used > SCRATCH_BYTES:
                return True
    return False


def sweep(alone: bool) -> None:
    """Kill and collect what a program has left: orphans fall to the helper, and a dead process counts until collected.

    `alone` says that whatever the helper may signal is its own. Raises Unavailable if the rest multiplies faster than
    it is killed.
    """
    deadline = time.monotonic() + _SWEEP_SECONDS
    while time.monotonic() < deadline:
        try:
            if os.waitpid(-1, os.WNOHANG)[0]:
                continue
            for pid in [-1] if alone else list(_children()):
                os.kill(pid, signal.SIGKILL)
            os.waitpid(-1, 0)
        except ProcessLookupError:
            continue
        except ChildProcessError:
            return
    raise Unavailable("a program left processes behind that multiply faster than they are killed")


def _children() -> Iterator[int]:
    """The process ids of this process's children, by what /proc shows."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid():
            yield int(path.parent.name)


def wipe(folder: Path) -> None:
    """Empty a folder whatever a program left in it: closed folders, or nests deeper than a path may be long."""
    moved = 0
    pending = [folder]
    while pending:
        current = pending.pop()
        for entry in list(os.scandir(current)):
            if not entry.is_dir(follow_symlinks=False):
                os.unlink(entry.path)  # noqa: PTH108
                continue
            os.chmod(entry.path, 0o700)  # noqa: PTH101
            lifted = folder / f"wiped-{moved}"
            while os.path.lexists(lifted):
                moved += 1
                lifted = folder / f"wiped-{moved}"
            os.rename(entry.path, lifted)  # noqa: PTH104
            pending.append(lifted)
        if current != folder:
            current.rmdir()
