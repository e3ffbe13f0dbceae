"""One program: a fork of the helper, in a process group of its own, that runs only after every fence stands."""

import atexit
import os
import resource
import signal
import sys
import traceback
import types
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filters.sandbox import landlock, seccomp
from filters.sandbox.kernel import SET_NO_NEW_PRIVS, SET_PDEATHSIG, Unavailable, prctl


@dataclass(frozen=True, slots=True)
class Fences:
    """What every program of a helper is put behind.

    `limits` are those of `run.Limits`; `ruleset` is Landlock's, None where only the limits hold; `others` are tasks of
    the same user that the kernel counts beside the program's own.
    """

    limits: dict[str, Any]
    scratch: Path
    ruleset: int | None
    others: int = 0


def put_up(fences: Fences) -> None:
    """Put up every fence around this process. Raises Unavailable or OSError; then nothing may be run."""
    limits, mib = fences.limits, 1 << 20
    prctl(SET_PDEATHSIG, signal.SIGKILL, "dying with the helper")
    processes = limits["processes"] + fences.others
    for kind, soft, hard in (
        (resource.RLIMIT_CPU, limits["cpu_seconds"], limits["cpu_seconds"] + 1),
        (resource.RLIMIT_AS, limits["memory_mib"] * mib, limits["memory_mib"] * mib),
        (resource.RLIMIT_NPROC, processes, processes),
        (resource.RLIMIT_NOFILE, limits["open_files"], limits["open_files"]),
        (resource.RLIMIT_FSIZE, limits["file_bytes"], limits["file_bytes"]),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        resource.setrlimit(kind, (soft, hard))
    prctl(SET_NO_NEW_PRIVS, 1, "renouncing new privileges")
    if fences.ruleset is not None:
        landlock.enter(fences.ruleset)
        seccomp.enter()


def become(source: str) -> None:
    """Run `source` as `__main__` and leave the process.

    As the interpreter leaves, it waits for threads, runs exit functions and flushes; but it does not take its modules
    apart, which would copy every page shared with the helper and cost more than all the rest.
    """
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    sys.argv = ["program.py"]
    code: Any = 0
    try:
        exec(compile(source, "program.py", "exec"), module.__dict__)
    except SystemExit as stop:
        code = stop.code or 0
    except BaseException as error:
        code = 1
        inner = error.__traceback__.tb_next if error.__traceback__ else None
        traceback.print_exception(type(error), error, inner)
    try:
        if not isinstance(code, int):
            sys.stderr.write(f"{code}\n")
        if "threading" in sys.modules:
            sys.modules["threading"]._shutdown()
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code & 0xFF if isinstance(code, int) else 1)


def fork_program(source: str, fences: Fences) -> tuple[int, int, int]:
    """Start a program; return its process id and the ends to read its stdout and stderr from.

    Raises Unavailable if a fence could not be put up: the program was not run.
    """
    (out, out_end), (err, err_end), (trouble, trouble_end) = os.pipe(), os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(out_end, 1)
        os.dup2(err_end, 2)
        try:
            os.setpgid(0, 0)
            os.chdir(fences.scratch)
            os.environ.clear()
            os.environ.update(HOME=str(fences.scratch), TMPDIR=str(fences.scratch))
            put_up(fences)
        except BaseException as error:
            os.write(trouble_end, str(error).encode() or b"unknown")
            os._exit(1)
        os.closerange(3, 1 << 16)
        become(source)  # does not return
    for end in (out_end, err_end, trouble_end):
        os.close(end)
    message = os.read(trouble, 1000).decode()
    os.close(trouble)
    if message:
        raise Unavailable(message)
    return pid, out, err
