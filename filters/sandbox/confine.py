"""The child side of the sandbox: one helper process goes behind its fences, then runs programs one after the other.

Each program is a fork of the helper, in a scratch folder that is wiped before the next. A program starts only after
every fence of the level asked for stands: a system call that fails here ends the fork, not the protection.

`main` speaks JSON lines: in, the settings and then one program a line; out, what is in force (or `unavailable`) and
then one result a line. Only the standard library and the modules beside this file are imported, since the helper runs
without site-packages.
"""

import gc
import json
import os
import signal
import time
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from filters.sandbox import landlock, namespaces, seccomp
from filters.sandbox.fork import Fences, fork_program
from filters.sandbox.kernel import SET_CHILD_SUBREAPER, SET_PDEATHSIG, Unavailable, prctl
from filters.sandbox.levels import SandboxLevel
from filters.sandbox.ordinary_user import leave_root, tasks_of
from filters.sandbox.watch import sweep, watch, wipe

_POPULAR = (
    "abc bisect collections copy dataclasses datetime decimal enum fractions functools heapq itertools math operator "
    "random re statistics string textwrap typing"
).split()
"""Modules loaded once in the helper, so that programs find them loaded."""
_RECOUNT_SECONDS = 1.0
"""How old the count of the same user's other tasks may be (the project's own figure): a helper lives long."""


def main() -> None:
    """Serve programs until the input ends."""
    jobs = os.fdopen(os.dup(0), "rb")
    results = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)

    def say(message: dict[str, Any]) -> None:
        results.write(json.dumps(message) + "\n")
        results.flush()

    settings = json.loads(jobs.readline())
    level, scratch, limits = SandboxLevel(settings["level"]), Path(settings["scratch"]), settings["limits"]
    try:
        fences, alone, in_force = enter(level, scratch, limits)
    except (Unavailable, OSError) as error:
        say({"unavailable": str(error)})
        return
    for name in _POPULAR:
        import_module(name)
    gc.collect()
    gc.freeze()
    say(in_force)
    bounded = level is SandboxLevel.NAMESPACES
    counted = time.monotonic()
    for line in jobs:
        if not alone and time.monotonic() - counted > _RECOUNT_SECONDS:
            fences, counted = replace(fences, others=tasks_of(os.getuid())), time.monotonic()
        try:
            result = watch(fork_program(json.loads(line), fences), limits, None if bounded else scratch)
            sweep(alone)
        except Unavailable as error:
            say({"unavailable": str(error)})
            return
        say(result)
        wipe(scratch)


def enter(level: SandboxLevel, scratch: Path, limits: dict[str, Any]) -> tuple[Fences, bool, dict[str, Any]]:
    """Go behind the fences that stand around the helper itself, and make ready those around each program.

    Returns those fences, whether everything that the helper may signal is its own, and what is in force. Raises
    Unavailable or OSError.
    """
    prctl(SET_PDEATHSIG, signal.SIGKILL, "dying with the caller")
    os.umask(0o022)
    own = os.getpid()
    with suppress(OSError):  # where memory runs out, a program is to go before anything of the user's
        Path("/proc/self/oom_score_adj").write_text("1000")
    version = required_landlock() if level.at_least(SandboxLevel.CONFINED) else 0
    entered = namespaces.enter(scratch) if level is SandboxLevel.NAMESPACES else ()
    only_user = leave_root(scratch, own)
    prctl(SET_PDEATHSIG, signal.SIGKILL, "dying with the caller")  # a change of user forgets it
    prctl(SET_CHILD_SUBREAPER, 1, "collecting descendants")
    ruleset = landlock.rules(version, scratch) if version else None
    alone = only_user or "pid" in entered
    fences = Fences(limits, scratch, ruleset, 0 if alone else tasks_of(os.getuid()))
    return fences, alone, {"landlock": version, "namespaces": list(entered), "user": os.getuid()}


def required_landlock() -> int:
    """The version of Landlock here. Raises Unavailable where files or network could not be cut."""
    machine = os.uname().machine
    if machine not in seccomp.ARCHITECTURES:
        raise Unavailable(f"no seccomp filter is written for machines of kind {machine!r}")
    if not (version := landlock.abi()):
        raise Unavailable("the kernel offers no Landlock (Linux 5.13 or later, with `landlock` among its LSMs)")
    return version
