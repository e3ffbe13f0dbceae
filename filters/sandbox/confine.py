"""The child side of the sandbox: one helper process enters its namespaces, then runs programs one after the other.

Each program is a fork of the helper, in a process group of its own that it cannot leave, behind Landlock (files),
seccomp (network and other processes) and resource limits, in a scratch folder that is wiped before the next. A program
starts only after every fence stands: a system call that fails here ends the fork, not the protection.

`main` speaks JSON lines: in, the settings and then one program a line; out, what is in force (or `unavailable`) and
then one result a line. Only the standard library and `seccomp` beside this file are imported, since the helper runs
without site-packages.
"""

import atexit
import ctypes
import gc
import json
import os
import resource
import select
import signal
import struct
import sys
import time
import traceback
import types
from importlib import import_module
from pathlib import Path
from typing import Any

from filters.sandbox import seccomp

_libc = ctypes.CDLL(None, use_errno=True)
_libc.prctl.argtypes = [ctypes.c_int, *[ctypes.c_ulong] * 4]
_libc.syscall.restype = ctypes.c_long

_SET_PDEATHSIG, _SET_KEEPCAPS, _SET_SECCOMP, _SET_CHILD_SUBREAPER, _SET_NO_NEW_PRIVS = 1, 8, 22, 36, 38
_SECCOMP_MODE_FILTER = 2
_CAPSET = {"x86_64": 126, "aarch64": 91}
_CAPABILITY_VERSION = 0x20080522
_DAC_READ_SEARCH = 1 << 2

_NEW_NS, _NEW_IPC, _NEW_USER, _NEW_PID, _NEW_NET = 0x00020000, 0x08000000, 0x10000000, 0x20000000, 0x40000000
_MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_REC, _MS_PRIVATE = 2, 4, 8, 0x4000, 0x40000

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_READ = 1 << 2 | 1 << 3  # read file, read folder; execute (1 << 0) is granted nowhere
_WRITE_FILE = 1 << 1
_SCRATCH = _READ | _WRITE_FILE | 1 << 4 | 1 << 5 | 1 << 7 | 1 << 8 | 1 << 12  # remove and make folders, files, links
_FILES_BY_ABI = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
_REFER, _TRUNCATE = 1 << 13, 1 << 14

_NOBODY, _OWN_USERS = 65534, 0x60000000
_SCRATCH_BYTES, _SCRATCH_FILES = 64 << 20, 4096
_ERROR_TAIL = 4096
_POPULAR = (
    "abc bisect collections copy dataclasses datetime decimal enum fractions functools heapq itertools math operator "
    "random re statistics string textwrap typing"
).split()
"""Modules loaded once in the helper, so that programs find them loaded."""


class Unavailable(RuntimeError):
    """A fence that must stand cannot be put up; the message is a sentence for people."""


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise Unavailable(f"{what} failed: {os.strerror(number)}")
    return result


def _prctl(option: int, value: int, what: str, extra: int = 0) -> None:
    _checked(_libc.prctl(option, value, extra, 0, 0), what)


# --- once, in the helper -------------------------------------------------------------------------------------------


def enter_namespaces(scratch: Path) -> tuple[str, ...]:
    """Leave the host's mounts, network, IPC and process ids where the kernel lets us, and mount a small `scratch`.

    Returns the names of what is in force, () where namespaces are refused (a usual container): the fences that must
    stand do not need them. The process that returns is the first of its new process-id namespace, so that nothing
    outlives it; the caller's own process waits for it and leaves with its exit status.
    """
    user, group = os.getuid(), os.getgid()
    wanted = _NEW_NS | _NEW_IPC | _NEW_PID | _NEW_NET | (_NEW_USER if user else 0)
    if _libc.unshare(wanted):
        return ()
    if user:
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    names = ["network", "ipc", "pid", *(["user"] if user else [])]
    options = f"size={_SCRATCH_BYTES},nr_inodes={_SCRATCH_FILES},mode=0700".encode()
    private = _libc.mount(b"none", b"/", None, _MS_REC | _MS_PRIVATE, None)
    flags = _MS_NOSUID | _MS_NODEV | _MS_NOEXEC
    if private == 0 and _libc.mount(b"tmpfs", os.fsencode(scratch), b"tmpfs", flags, options) == 0:
        names.append("mount")
    first = os.fork()
    if first:
        os._exit(os.waitstatus_to_exitcode(os.waitpid(first, 0)[1]) & 0xFF)
    return tuple(names)


def leave_root(scratch: Path, own: int) -> None:
    """Become an ordinary user, because a limit on processes does not bind root; give up every capability.

    The user is one that nobody else has (`own` tells helpers apart), so that the limit counts only the helper's own
    programs, or `nobody` where such ids are not mapped. One capability is kept when leaving root, to read folders: the
    interpreter may live under a closed home. What may be read at all is for Landlock to say.
    """
    kept = 0
    if os.getuid() == 0:
        kept = _DAC_READ_SEARCH
        _prctl(_SET_KEEPCAPS, 1, "keeping a capability")
        user = _OWN_USERS + own
        try:
            os.chown(scratch, user, user)
        except OSError:
            user = _NOBODY
            os.chown(scratch, user, user)
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    header = struct.pack("=Ii", _CAPABILITY_VERSION, 0)
    data = struct.pack("=6I", kept, kept, 0, 0, 0, 0)
    _checked(_libc.syscall(_CAPSET[os.uname().machine], header, data), "giving up capabilities")


def landlock_abi() -> int:
    """The version of Landlock that the kernel offers; 0 if none."""
    return max(0, int(_libc.syscall(_CREATE_RULESET, None, 0, 1)))


def landlock_rules(abi: int, scratch: Path) -> int:
    """A ruleset, as a file descriptor: read the interpreter's library and the system's, write in `scratch` alone."""
    handled = _FILES_BY_ABI[max(version for version in _FILES_BY_ABI if version <= abi)]
    attributes = struct.pack(
        "=QQQ", handled, 3, 3
    )  # files; TCP bind and connect (ABI 4); abstract sockets, signals (6)
    size = 8 if abi < 4 else 16 if abi < 6 else 24
    rules = _checked(_libc.syscall(_CREATE_RULESET, attributes, size, 0), "making a Landlock ruleset")
    library = os.path.dirname(os.__file__)  # noqa: PTH120 - a plain string, as sys.path has it
    readable = [library, f"{sys.base_prefix}/lib", "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib"]
    granted = dict.fromkeys(readable, _READ)
    granted |= {"/etc/ld.so.cache": _READ, "/dev/urandom": _READ, "/dev/null": _READ | _WRITE_FILE}
    granted[str(scratch)] = _SCRATCH | _REFER | _TRUNCATE
    for path, access in granted.items():
        if not os.path.exists(path):  # noqa: PTH110
            continue
        if not os.path.isdir(path):  # noqa: PTH112
            access &= ~(1 << 3)
        target = os.open(path, os.O_PATH | os.O_CLOEXEC)
        rule = struct.pack("=Qi", access & handled, target)
        _checked(_libc.syscall(_ADD_RULE, rules, 1, rule, 0), f"adding {path} to the Landlock ruleset")
        os.close(target)
    return rules


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


# --- in the fork of one program ------------------------------------------------------------------------------------


def fence(rules: int, limits: dict[str, Any]) -> None:
    """Put up every fence around this process. Raises Unavailable or OSError; then nothing may be run."""
    _prctl(_SET_PDEATHSIG, signal.SIGKILL, "dying with the helper")
    mib = 1 << 20
    for kind, soft, hard in (
        (resource.RLIMIT_CPU, limits["cpu_seconds"], limits["cpu_seconds"] + 1),
        (resource.RLIMIT_AS, limits["memory_mib"] * mib, limits["memory_mib"] * mib),
        (resource.RLIMIT_NPROC, limits["processes"], limits["processes"]),
        (resource.RLIMIT_NOFILE, limits["open_files"], limits["open_files"]),
        (resource.RLIMIT_FSIZE, limits["file_bytes"], limits["file_bytes"]),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        resource.setrlimit(kind, (soft, hard))
    _prctl(_SET_NO_NEW_PRIVS, 1, "renouncing new privileges")
    _checked(_libc.syscall(_RESTRICT_SELF, rules, 0), "entering the Landlock ruleset")
    code = seccomp.program(os.uname().machine, os.getpid())
    buffer = ctypes.create_string_buffer(code, len(code))
    head = struct.pack("@HP", len(code) // 8, ctypes.addressof(buffer))
    holder = ctypes.create_string_buffer(head, len(head))
    _prctl(_SET_SECCOMP, _SECCOMP_MODE_FILTER, "installing the seccomp filter", ctypes.addressof(holder))


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


def fork_program(source: str, rules: int, limits: dict[str, Any], scratch: Path) -> tuple[int, int, int]:
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
            os.chdir(scratch)
            os.environ.clear()
            os.environ.update(HOME=str(scratch), TMPDIR=str(scratch))
            fence(rules, limits)
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


# --- the loop ------------------------------------------------------------------------------------------------------


def watch(pid: int, out: int, err: int, limits: dict[str, Any]) -> dict[str, Any]:
    """Wait for a program and collect what it wrote; kill its whole group at its end or at a limit."""
    deadline = time.monotonic() + limits["wall_seconds"]
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
        left = deadline - time.monotonic()
        if left <= 0:
            status = "timeout"
            break
        for descriptor, _ in poll.poll(left * 1000):
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
    reap()
    if not status:
        over = max(map(len, written.values())) > limits["output_bytes"]
        status = "output" if over else _status(exit_code)
    return {
        "status": status,
        "exit_code": exit_code,
        "stdout": written[out][: limits["output_bytes"]].decode("utf-8", "replace"),
        "stderr": written[err][-_ERROR_TAIL:].decode("utf-8", "replace"),
    }


def reap() -> None:
    """Collect the killed descendants, which fall to the helper: a dead process counts until it is collected."""
    while True:
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def _status(exit_code: int) -> str:
    if exit_code == -signal.SIGXCPU:
        return "timeout"
    return "killed" if exit_code < 0 else "error" if exit_code else "ok"


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
    scratch, limits = Path(settings["scratch"]), settings["limits"]
    try:
        _prctl(_SET_PDEATHSIG, signal.SIGKILL, "dying with the caller")
        own = os.getpid()
        if os.uname().machine not in seccomp.ARCHITECTURES:
            raise Unavailable(f"no seccomp filter is written for machines of kind {os.uname().machine!r}")
        abi = landlock_abi()
        if not abi:
            raise Unavailable("the kernel offers no Landlock (Linux 5.13 or later, with `landlock` among its LSMs)")
        namespaces = enter_namespaces(scratch)
        leave_root(scratch, own)
        _prctl(_SET_PDEATHSIG, signal.SIGKILL, "dying with the caller")  # a change of user forgets it
        _prctl(_SET_CHILD_SUBREAPER, 1, "collecting descendants")
        rules = landlock_rules(abi, scratch)
    except (Unavailable, OSError) as error:
        say({"unavailable": str(error)})
        return
    for name in _POPULAR:
        import_module(name)
    gc.collect()
    gc.freeze()
    say({"landlock": abi, "namespaces": list(namespaces), "user": os.getuid()})
    for line in jobs:
        try:
            pid, out, err = fork_program(json.loads(line), rules, limits, scratch)
        except Unavailable as error:
            say({"unavailable": str(error)})
            return
        say(watch(pid, out, err, limits))
        wipe(scratch)
