"""System calls that Python has no name for, with their failures as sentences."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.prctl.argtypes = [ctypes.c_int, *[ctypes.c_ulong] * 4]
libc.syscall.restype = ctypes.c_long

SET_PDEATHSIG, SET_KEEPCAPS, SET_SECCOMP, SET_CHILD_SUBREAPER, SET_NO_NEW_PRIVS = 1, 8, 22, 36, 38
"""Options of prctl(2), from linux/prctl.h."""


class Unavailable(RuntimeError):
    """A fence that must stand cannot be put up; the message is a sentence for people."""


def checked(result: int, what: str) -> int:
    """The result of a system call, or Unavailable for a failed one."""
    if result < 0:
        number = ctypes.get_errno()
        raise Unavailable(f"{what} failed: {os.strerror(number)}")
    return result


def prctl(option: int, value: int, what: str, extra: int = 0) -> None:
    checked(libc.prctl(option, value, extra, 0, 0), what)
