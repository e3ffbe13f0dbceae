"""Run small untrusted Python programs, many in one go, without network and without the user's files.

`run_programs` hands them to helper processes (`helper`, `confine`) that enter the sandbox once and then fork for every
program. Each program sees an empty scratch folder, the interpreter's standard library and nothing else; it has no
network, can start no other process, reach none, and is stopped at its limits.

How much stands between a program and the machine is a level (`levels`). `level()` tries the levels for real, the
strongest first, and says what is in force. Below `confined`, which needs Linux with Landlock (5.13 or later) and
seccomp, on x86-64 or 64-bit ARM, nothing is run unless the caller asks for that by name.

Programs repeat: string hashes are seeded alike, the environment and the clock's zone are fixed, and the order of
results is the order of the programs.
"""

import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from filters.sandbox import levels
from filters.sandbox.helper import NotStarted, kept
from filters.sandbox.levels import SandboxLevel

_ROOT = str(Path(__file__).resolve().parents[2])
_HELPER = (
    f"import sys; sys.path.insert(0, {_ROOT!r}); from filters.sandbox.confine import main; del sys.path[0]; main()"
)
_PER_HELPER = 16
"""A further helper is worth it for this many programs."""
_GRACE = 30.0

_PROBE = """
import errno, os, socket, sys

def refused(action, *arguments):
    try:
        action(*arguments)
    except OSError as error:
        return error.errno in (errno.EACCES, errno.EPERM, errno.ENOENT, errno.EROFS)
    return False

with open("written", "w") as file:
    file.write("x")
beside = os.path.abspath(".") + "-beside"
not_beside = refused(open, beside, "x")
if not not_beside:
    os.unlink(beside)
print("network" if refused(socket.socket) else "", end=" ")
print("files" if not_beside and refused(os.listdir, "/") and refused(open, sys.executable) else "")
print("names" if refused(os.stat, sys.executable) else "")
"""
_PROVED = {
    SandboxLevel.LIMITS: (),
    SandboxLevel.CONFINED: ("network", "files"),
    SandboxLevel.NAMESPACES: ("network", "files", "names"),
}
"""What the trial must find cut at each level."""


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
    allowed), "disk" (more in its scratch folder than fits there), "killed" (by a signal: a crash, mostly), "lost" (the
    helper died under it). `exit_code` is negative for a signal and None if lost. `stdout` is cut at the limit, of
    `stderr` the end is kept.
    """

    status: str
    stdout: str = ""
    stderr: str = ""
    exit_code: int | None = None


@dataclass(frozen=True, slots=True)
class Protection:
    """What is in force: the level, Landlock's version (0: none), the namespaces entered, the user id of programs."""

    level: SandboxLevel
    landlock: int
    namespaces: tuple[str, ...]
    user: int

    def __str__(self) -> str:
        held = "resource limits alone: files and network are open"
        if self.landlock:
            held = f"files: Landlock ABI {self.landlock}; network: seccomp"
        extra = ", ".join(self.namespaces) or "none"
        return f"level {self.level}: {held}; namespaces: {extra}; user id {self.user}"


def level(forced: SandboxLevel | None = None) -> Protection:
    """The strongest level that works here, by a real trial, once in a process; or the one that is `forced`, by this
    argument or the environment. Raises SandboxUnavailable, with what is missing.
    """
    only = forced or _spoken(levels.forced)
    reasons = []
    for one in [only] if only else reversed(SandboxLevel):
        tried = _tried(one)
        if isinstance(tried, Protection):
            return tried
        reasons.append(f"{one}: {tried}")
    raise SandboxUnavailable(f"untrusted programs cannot be run here ({'; '.join(reasons)})")


def required(minimum: SandboxLevel | None = None, forced: SandboxLevel | None = None) -> Protection:
    """What is in force, at least `minimum` (by default what the environment says, else `confined`).

    Raises SandboxUnavailable, with what is missing and what to do.
    """
    least = minimum or _spoken(levels.minimum)
    found = level(forced)
    if found.level.at_least(least):
        return found
    forced_by = forced or _spoken(levels.forced)
    missing = {} if forced_by else {one: why for one in SandboxLevel if isinstance(why := _tried(one), str)}
    why = "; ".join(f"{one}: {reason}" for one, reason in missing.items()) or f"{levels.FORCED} forces it"
    remedy = f"Unset {levels.FORCED}" if forced_by else _REMEDY[min(missing, key=list(SandboxLevel).index)]
    raise SandboxUnavailable(
        f"programs of others run at sandbox level {least} or above, and here there is only {found.level} ({why}). "
        f"{remedy}; or set sandbox.minimum: {found.level} in the recipe, which gives up {_GIVEN_UP[found.level]}"
    )


_REMEDY = {
    SandboxLevel.LIMITS: "Use Linux",
    SandboxLevel.CONFINED: (
        "Use Linux 5.13 or later with landlock in /sys/kernel/security/lsm, and a container profile that lets Landlock "
        "and seccomp through"
    ),
    SandboxLevel.NAMESPACES: (
        "Grant namespaces: root with CAP_SYS_ADMIN, or user namespaces (sysctl user.max_user_namespaces above 0, and "
        "kernel.apparmor_restrict_unprivileged_userns=0 where it exists)"
    ),
}
"""What to do about the weakest level that is missing."""
_GIVEN_UP = {
    SandboxLevel.LIMITS: "protection against intruders: programs read the user's files and use the network",
    SandboxLevel.CONFINED: "a file tree and a network of its own",
    SandboxLevel.NAMESPACES: "nothing",
}


def _spoken(ask: Callable[[], Any]) -> Any:
    """What the environment says, with a wrong word as SandboxUnavailable: nothing may be run then."""
    try:
        return ask()
    except ValueError as error:
        raise SandboxUnavailable(str(error)) from None


@cache
def _tried(one: SandboxLevel) -> Protection | str:
    """What is in force at a level, or why it cannot be had."""
    try:
        protection, results = _run([_PROBE], Limits(), one)
    except SandboxUnavailable as error:
        return str(error)
    result = results[0] if results else Result("lost")
    open_ends = [what for what in _PROVED[one] if what not in result.stdout.split()]
    if result.status != "ok" or open_ends:
        return (
            f"the trial does not find cut: {', '.join(open_ends) or 'nothing'} (it ended with {result.status!r} "
            f"{result.stderr.strip()!r})"
        )
    return protection


def run_programs(
    programs: Sequence[str], limits: Limits = Limits(), *, forced: SandboxLevel | None = None
) -> list[Result]:
    """Run each program by itself; the results come in the order of the programs.

    With `forced` they run at that very level, be it below the minimum: who writes it answers for it. Raises
    SandboxUnavailable.
    """
    if not programs:
        return []
    one = required(forced, forced).level
    helpers = max(1, min(len(os.sched_getaffinity(0)), len(programs) // _PER_HELPER))
    shares = [programs[first::helpers] for first in range(helpers)]
    results: list[Result] = [Result("lost")] * len(programs)
    with ThreadPoolExecutor(helpers) as pool:
        for first, done in enumerate(pool.map(lambda share: _run_share(share, limits, one), shares)):
            results[first::helpers] = done
    return results


def _run_share(programs: Sequence[str], limits: Limits, one: SandboxLevel) -> list[Result]:
    """Run programs in one helper after another: a helper that dies loses the program it was at, and no other."""
    done: list[Result] = []
    while len(done) < len(programs):
        done += _run(programs[len(done) :], limits, one)[1]
        if len(done) < len(programs):
            done.append(Result("lost"))
    return done


def _run(programs: Sequence[str], limits: Limits, one: SandboxLevel) -> tuple[Protection, list[Result]]:
    """Hand programs to a helper; fewer results than programs come back if it dies."""
    if sys.platform != "linux":
        raise SandboxUnavailable(f"untrusted programs run on Linux only (Landlock, seccomp), not on {sys.platform}")
    try:
        with kept(_HELPER, {"level": one, "limits": asdict(limits)}) as helper:
            said = helper.run(programs, _GRACE + len(programs) * limits.wall_seconds)
            for message in (helper.hello, *said):
                if "unavailable" in message:
                    raise SandboxUnavailable(message["unavailable"])
    except NotStarted as error:
        raise SandboxUnavailable(f"the sandbox did not start: {str(error)[-500:]}") from None
    hello = helper.hello | {"namespaces": tuple(helper.hello["namespaces"])}
    return Protection(one, **hello), [Result(**message) for message in said]
