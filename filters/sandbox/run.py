"""Run small untrusted Python programs, many in one go, without network and without the user's files.

`run_programs` starts helper processes (`confine`) that enter the sandbox once and then fork for every program. Each
program sees an empty scratch folder, the interpreter's standard library and nothing else; it has no network, can
start no other executable, reach no other process, and is stopped at its limits, as a group.

What is required: Linux with Landlock (5.13 or later) and seccomp, on x86-64 or 64-bit ARM. Where the kernel also grants
namespaces (mounts, network, IPC, process ids), they are used. `level()` tries all this once and says what is in force;
where files or network cannot be cut, it raises SandboxUnavailable, and no program is ever run without.

Programs repeat: string hashes are seeded alike, the environment and the clock's zone are fixed, and the order of
results is the order of the programs.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

_ROOT = str(Path(__file__).resolve().parents[2])
_HELPER = (
    f"import sys; sys.path.insert(0, {_ROOT!r}); from filters.sandbox.confine import main; del sys.path[0]; main()"
)
_ENVIRONMENT = {"PYTHONHASHSEED": "0", "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1"}
_PER_HELPER = 16
"""A further helper (they start in tens of milliseconds) is worth it for this many programs."""
_GRACE = 30.0

_PROBE = """
import errno, os, socket, sys

def refused(action, *arguments):
    try:
        action(*arguments)
    except OSError as error:
        return error.errno in (errno.EACCES, errno.EPERM)
    return False

with open("written", "w") as file:
    file.write("x")
print("network" if refused(socket.socket) else "", end=" ")
print("files" if all((refused(os.listdir, "/"), refused(open, sys.executable), refused(open, "../x", "w"))) else "")
"""


class SandboxUnavailable(RuntimeError):
    """Untrusted programs cannot be run safely here; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one program may use. Memory is address space; `processes` counts threads too."""

    cpu_seconds: int = 2
    wall_seconds: float = 6.0
    memory_mib: int = 256
    processes: int = 16
    open_files: int = 64
    file_bytes: int = 1 << 20
    output_bytes: int = 1 << 16


@dataclass(frozen=True, slots=True)
class Result:
    """How a program ended.

    `status`: "ok" (exit code 0), "error" (another exit code), "timeout" (CPU or wall time), "output" (more of it than
    allowed), "killed" (by a signal: a crash, mostly), "lost" (the helper died under it). `exit_code` is negative for a
    signal and None if lost. `stdout` is cut at the limit, of `stderr` the end is kept.
    """

    status: str
    stdout: str = ""
    stderr: str = ""
    exit_code: int | None = None


@dataclass(frozen=True, slots=True)
class Protection:
    """What is in force: Landlock's version (files), seccomp (network), the namespaces granted, the user id."""

    landlock: int
    namespaces: tuple[str, ...]
    user: int

    def __str__(self) -> str:
        extra = ", ".join(self.namespaces) or "none"
        return f"files: Landlock ABI {self.landlock}; network: seccomp; namespaces: {extra}; user id {self.user}"


@cache
def level() -> Protection:
    """Try the sandbox once and say what is in force. Raises SandboxUnavailable."""
    protection, (result,) = _helper([_PROBE], Limits())
    for what in ("network", "files"):
        if what not in result.stdout.split():
            raise SandboxUnavailable(
                f"the sandbox does not cut the {what} ({protection}; the probe ended with {result.status!r} "
                f"{result.stderr.strip()!r}): programs are not run here"
            )
    return protection


def run_programs(programs: Sequence[str], limits: Limits = Limits()) -> list[Result]:
    """Run each program by itself; the results come in the order of the programs. Raises SandboxUnavailable."""
    if not programs:
        return []
    level()
    helpers = max(1, min(len(os.sched_getaffinity(0)), len(programs) // _PER_HELPER))
    shares = [programs[first::helpers] for first in range(helpers)]
    results: list[Result] = [Result("lost")] * len(programs)
    with ThreadPoolExecutor(helpers) as pool:
        for first, done in enumerate(pool.map(lambda share: _run_share(share, limits), shares)):
            results[first::helpers] = done
    return results


def _run_share(programs: Sequence[str], limits: Limits) -> list[Result]:
    """Run programs in one helper after another: a helper that dies loses the program it was at, and no other."""
    done: list[Result] = []
    while len(done) < len(programs):
        done += _helper(programs[len(done) :], limits)[1]
        if len(done) < len(programs):
            done.append(Result("lost"))
    return done


def _helper(programs: Sequence[str], limits: Limits) -> tuple[Protection, list[Result]]:
    """Start a helper, hand it programs, collect what it says until it ends."""
    if sys.platform != "linux":
        raise SandboxUnavailable(f"untrusted programs run on Linux only (Landlock, seccomp), not on {sys.platform}")
    with tempfile.TemporaryDirectory(prefix="sandbox-", ignore_cleanup_errors=True) as scratch:
        lines = [json.dumps({"scratch": scratch, "limits": asdict(limits)}), *map(json.dumps, programs)]
        process = subprocess.Popen(
            [sys.executable, "-s", "-S", "-P", "-B", "-c", _HELPER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_ENVIRONMENT,
            cwd=scratch,
            start_new_session=True,
        )
        try:
            out, err = process.communicate(
                "".join(f"{line}\n" for line in lines).encode(), timeout=_GRACE + len(programs) * limits.wall_seconds
            )
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
        except BaseException:
            process.kill()
            process.wait()
            raise
    said: list[dict[str, Any]] = [json.loads(line) for line in out.splitlines(keepends=True) if line.endswith(b"\n")]
    if not said:
        raise SandboxUnavailable(f"the sandbox did not start: {err.decode('utf-8', 'replace').strip()[-500:]}")
    for message in said:
        if "unavailable" in message:
            raise SandboxUnavailable(f"untrusted programs cannot be run safely here: {message['unavailable']}")
    hello = said[0] | {"namespaces": tuple(said[0]["namespaces"])}
    return Protection(**hello), [Result(**message) for message in said[1:]]
