"""Landlock: what a process may open, make and remove, refused by the kernel for everything that is not granted.

Numbers and structures are those of linux/landlock.h; system calls have the same numbers on every machine.
"""

import os
import struct
import sys
from pathlib import Path

from filters.sandbox.kernel import checked, libc

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_READ = 1 << 2 | 1 << 3  # read file, read folder; execute (1 << 0) is granted nowhere
_WRITE_FILE = 1 << 1
_SCRATCH = _READ | _WRITE_FILE | 1 << 4 | 1 << 5 | 1 << 7 | 1 << 8 | 1 << 12  # remove and make folders, files, links
_REFER, _TRUNCATE = 1 << 13, 1 << 14
_FILES_BY_ABI = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
_TCP_BIND_AND_CONNECT, _ABSTRACT_SOCKETS_AND_SIGNALS = 3, 3


def abi() -> int:
    """The version of Landlock that the kernel offers; 0 if none."""
    return max(0, int(libc.syscall(_CREATE_RULESET, None, 0, 1)))


def readable() -> list[str]:
    """What programs may read: the interpreter's library, the system's, and two devices. All paths exist."""
    library = os.path.dirname(os.__file__)  # noqa: PTH120 - a plain string, as sys.path has it
    folders = [library, f"{sys.base_prefix}/lib", "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib"]
    files = ["/etc/ld.so.cache", "/dev/urandom", "/dev/null"]
    return [path for path in dict.fromkeys([*folders, *files]) if os.path.exists(path)]  # noqa: PTH110


def rules(version: int, scratch: Path) -> int:
    """A ruleset, as a file descriptor: read what is `readable`, write in `scratch` alone. Raises Unavailable."""
    handled = _FILES_BY_ABI[max(known for known in _FILES_BY_ABI if known <= version)]
    attributes = struct.pack("=QQQ", handled, _TCP_BIND_AND_CONNECT, _ABSTRACT_SOCKETS_AND_SIGNALS)
    size = 8 if version < 4 else 16 if version < 6 else 24
    ruleset = checked(libc.syscall(_CREATE_RULESET, attributes, size, 0), "making a Landlock ruleset")
    granted = dict.fromkeys(readable(), _READ)
    granted["/dev/null"] = _READ | _WRITE_FILE
    granted[str(scratch)] = _SCRATCH | _REFER | _TRUNCATE
    for path, access in granted.items():
        if not os.path.isdir(path):  # noqa: PTH112
            access &= ~(1 << 3)
        target = os.open(path, os.O_PATH | os.O_CLOEXEC)
        rule = struct.pack("=Qi", access & handled, target)
        checked(libc.syscall(_ADD_RULE, ruleset, 1, rule, 0), f"adding {path} to the Landlock ruleset")
        os.close(target)
    return ruleset


def enter(ruleset: int) -> None:
    """Hold this process to the rules, for good. It must have renounced new privileges. Raises Unavailable."""
    checked(libc.syscall(_RESTRICT_SELF, ruleset, 0), "entering the Landlock ruleset")
