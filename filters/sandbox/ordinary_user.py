"""Leaving root and its capabilities: a limit on processes does not bind root, and root reads every file."""

import os
import struct
from pathlib import Path

from filters.sandbox.kernel import SET_KEEPCAPS, checked, libc, prctl

_CAPABILITY_VERSION = 0x20080522
_READ_FOLDERS = 1 << 2
"""CAP_DAC_READ_SEARCH"""
_NOBODY, _OWN_USERS = 65534, 0x60000000


def leave_root(scratch: Path, own: int) -> bool:
    """Become an ordinary user and give up every capability; the scratch folder goes along.

    Coming from root, the user is one that nobody else has (`own` tells helpers apart), so that the limit on processes
    counts only the helper's own programs, or `nobody` where such ids are not mapped. One capability stays where the
    interpreter could not read its own library without, to read folders. Returns whether nobody else has the user.
    Raises Unavailable or OSError.
    """
    if os.getuid() != 0:
        _keep(0)
        return False
    prctl(SET_KEEPCAPS, 1, "keeping a capability")
    user = _OWN_USERS + own
    try:
        os.chown(scratch, user, user)
    except OSError:
        user = _NOBODY
        os.chown(scratch, user, user)
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    closed = not os.access(os.__file__, os.R_OK)  # the interpreter lives under a closed home, such as root's
    _keep(_READ_FOLDERS if closed else 0)
    return user != _NOBODY


def _keep(capabilities: int) -> None:
    header = struct.pack("=Ii", _CAPABILITY_VERSION, 0)
    data = struct.pack("=6I", capabilities, capabilities, 0, 0, 0, 0)
    checked(libc.capset(header, data), "giving up capabilities")


def tasks_of(user: int) -> int:
    """How many tasks (threads count) of a user the kernel counts now, by what /proc shows; 0 without /proc."""
    count = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if folder.stat().st_uid == user:
                count += len(list((folder / "task").iterdir()))
        except OSError:  # it ended meanwhile
            continue
    return count
