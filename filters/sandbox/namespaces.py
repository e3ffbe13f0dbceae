"""Namespaces: a file tree, a network, processes and IPC of one's own, in which nothing of the host has a name.

Made with the same system calls that bubblewrap uses, in the helper itself: one start for many programs, as root too,
and no package to install.
"""

import os
import struct
from pathlib import Path

from filters.sandbox.kernel import Unavailable, checked, libc
from filters.sandbox.landlock import readable

SCRATCH_BYTES, SCRATCH_FILES = 64 << 20, 1024
"""What the scratch folder holds at most; the project's own figures."""
NAMES = ("mount", "network", "ipc", "pid")

_NEW_NS, _NEW_IPC, _NEW_USER, _NEW_PID, _NEW_NET = 0x00020000, 0x08000000, 0x10000000, 0x20000000, 0x40000000
_NOSUID, _NODEV, _NOEXEC, _BIND, _RECURSIVE, _PRIVATE = 2, 4, 8, 0x1000, 0x4000, 0x40000
_DETACH = 2
_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
_MOUNT_SETATTR, _AT_RECURSIVE, _ATTRIBUTE_READ_ONLY = 442, 0x8000, 1


def enter(scratch: Path) -> tuple[str, ...]:
    """Leave the host's mounts, network, IPC and process ids; `scratch` becomes a small folder in memory.

    Returns the names of the namespaces. The process that returns is the first of its new process-id namespace, so that
    nothing outlives it; the caller's own process waits for it and leaves with its exit status. Raises Unavailable.
    """
    user, group = os.getuid(), os.getgid()
    wanted = _NEW_NS | _NEW_IPC | _NEW_PID | _NEW_NET | (_NEW_USER if user else 0)
    checked(libc.unshare(wanted), "leaving the host's namespaces")
    if user:
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    own_tree(scratch)
    first = os.fork()
    if first:
        os._exit(os.waitstatus_to_exitcode(os.waitpid(first, 0)[1]) & 0xFF)
    return (*NAMES, *(["user"] if user else []))


def own_tree(scratch: Path) -> None:
    """Make a file tree that holds what programs may read, and `scratch`, and go to live in it. Raises Unavailable.

    The tree is built on the scratch folder, where it hides nothing that is still needed.
    """
    machine = os.uname().machine
    if machine not in _PIVOT_ROOT:
        raise Unavailable(f"a file tree of its own is not written for machines of kind {machine!r}")
    _mount(None, "/", None, _RECURSIVE | _PRIVATE)
    _mount("tmpfs", str(scratch), "tmpfs", _NOSUID | _NODEV | _NOEXEC, "size=1m,mode=0755")
    bound: list[str] = []
    for path in sorted(readable()):  # a folder comes before what lies in it
        if any(path.startswith(f"{above}/") for above in bound):
            continue
        place = f"{scratch}{path}"
        _make_place(path, place)
        _mount(path, place, None, _BIND | _RECURSIVE)
        bound.append(path)
    own = Path(f"{scratch}{scratch}")
    own.mkdir(parents=True)
    os.chdir(scratch)
    checked(libc.syscall(_PIVOT_ROOT[machine], b".", b"."), "moving to the own file tree")
    checked(libc.umount2(b".", _DETACH), "leaving the host's file tree")  # it lies on top of the new one
    os.chdir("/")
    attributes = struct.pack("=QQQQ", _ATTRIBUTE_READ_ONLY, 0, 0, 0)
    frozen = libc.syscall(_MOUNT_SETATTR, -1, b"/", _AT_RECURSIVE, attributes, len(attributes))
    checked(frozen, "making the own file tree read-only")
    size = f"size={SCRATCH_BYTES},nr_inodes={SCRATCH_FILES},mode=0700"
    _mount("tmpfs", str(scratch), "tmpfs", _NOSUID | _NODEV | _NOEXEC, size)


def _make_place(path: str, place: str) -> None:
    """An empty folder or file to mount `path` on."""
    if os.path.isdir(path):  # noqa: PTH112
        os.makedirs(place, exist_ok=True)  # noqa: PTH103
        return
    os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120
    Path(place).touch()


def _mount(source: str | None, target: str, kind: str | None, flags: int, options: str = "") -> None:
    texts = [None if text is None else os.fsencode(text) for text in (source, target, kind)]
    done = libc.mount(*texts, flags, options.encode() or None)
    checked(done, f"mounting {target}")
