"""A seccomp filter for untrusted programs, as classic BPF: what the other fences of the sandbox leave open.

Landlock knows nothing of UDP, of Unix sockets by path, of `chmod` or of System V memory; a process group can be left,
and a process of the same user can be signalled. Each of these is one system call, refused here with EPERM. A program
is one process, with threads: what makes another, or puts another executable in its place, is refused as well. Numbers
are those of Linux on x86-64 and on 64-bit ARM (`asm-generic/unistd.h`); the layout is `struct seccomp_data`.
"""

import ctypes
import errno
import os
import struct

from filters.sandbox.kernel import SET_SECCOMP, prctl

ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

_X86, _ARM = 0, 1
_REFUSED: dict[str, tuple[int | None, int | None]] = {
    # network
    "socket": (41, 198),
    "connect": (42, 203),
    "bind": (49, 200),
    "listen": (50, 201),
    "io_uring_setup": (425, 425),  # would do the rest of this list behind the filter's back
    # other processes and executables: Landlock lets a file that lies in memory alone be executed
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    # leaving the process group, or reaching into other processes
    "setsid": (112, 157),
    "setpgid": (109, 154),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "pidfd_open": (434, 434),
    "pidfd_send_signal": (424, 424),
    "pidfd_getfd": (438, 438),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "process_mrelease": (448, 448),
    "kcmp": (312, 272),
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
    "sched_setaffinity": (203, 122),
    "sched_setscheduler": (144, 119),
    "sched_setparam": (142, 118),
    "sched_setattr": (314, 274),
    # changes to files that Landlock does not govern (in every version)
    "truncate": (76, 45),
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "fchown": (93, 55),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "setxattrat": (463, 463),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "removexattrat": (466, 466),
    "open_by_handle_at": (304, 265),
    # what tells of other people's files and of the kernel
    "inotify_init": (253, None),
    "inotify_init1": (294, 26),
    "fanotify_init": (300, 262),
    "syslog": (103, 116),
    # what outlives a process
    "shmget": (29, 194),
    "semget": (64, 190),
    "msgget": (68, 186),
    "mq_open": (240, 180),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    # new namespaces and mounts, and doors to the kernel that no small program needs
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "open_tree_attr": (467, 467),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "statmount": (457, 457),
    "listmount": (458, 458),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
}
_OWN_ONLY = {"kill": (62, 129), "tgkill": (234, 131), "prlimit64": (302, 261)}
"""Allowed only when the first argument is the program's own process id, or 0."""
_REFUSED_VALUES: dict[str, tuple[tuple[int, int], int, tuple[int, ...]]] = {
    "prctl": ((157, 167), 0, (1,)),  # PR_SET_PDEATHSIG: a program dies with its helper
    "fcntl": ((72, 25), 1, (8, 10, 15)),  # F_SETOWN, F_SETSIG, F_SETOWN_EX: signals to others, by way of a file
    "ioctl": ((16, 29), 1, (0x8901, 0x8902)),  # FIOSETOWN, SIOCSPGRP: the same
}
"""Refused when this argument (counted from 0) has one of these values."""
_CLONE, _CLONE3, _SOCKETPAIR = (56, 220), (435, 435), (53, 199)
_THREAD, _NEW_NAMESPACE = 0x00010000, 0x7E020000
"""CLONE_THREAD, and all CLONE_NEW* bits that `clone` knows."""
_KIND_OF_SOCKET, _STREAM = 0xF, 1
"""A pair of datagram sockets could send to any other socket that has a name; a stream has one other end for good."""
_FIRST_UNKNOWN = 470
"""System calls from this number on were added after this list was written, and are not there for a program."""

_LOAD, _AND, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16
_X32 = 0x40000000
_SECCOMP_MODE_FILTER = 2

Instruction = tuple[int, int, int, int]
"""A `struct sock_filter`: code, instructions to skip if true, if false, and a constant."""
_REFUSE: Instruction = (_RETURN, 0, 0, _ERRNO | errno.EPERM)
_UNKNOWN: Instruction = (_RETURN, 0, 0, _ERRNO | errno.ENOSYS)
_PASS: Instruction = (_RETURN, 0, 0, _ALLOW)


def program(machine: str, pid: int) -> bytes:
    """The filter for a program whose process id is `pid`, as an array of `struct sock_filter`.

    Raises KeyError for a machine that is not in ARCHITECTURES.
    """
    architecture = ARCHITECTURES[machine]
    column = _X86 if machine == "x86_64" else _ARM
    code: list[Instruction] = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
    ]
    if column == _X86:
        code += [(_AT_LEAST, 0, 1, _X32), _REFUSE]
    code += [(_AT_LEAST, 0, 1, _FIRST_UNKNOWN), _UNKNOWN]
    for numbers in _REFUSED.values():
        number = numbers[column]
        if number is not None:
            code += [(_EQUAL, 0, 1, number), _REFUSE]
    for own in _OWN_ONLY.values():
        code += _of_call(own[column], [_load(0), (_EQUAL, 2, 0, pid), (_EQUAL, 1, 0, 0), _REFUSE, _PASS])
    for calls, place, values in _REFUSED_VALUES.values():
        tests = [instruction for value in values for instruction in ((_EQUAL, 0, 1, value), _REFUSE)]
        code += _of_call(calls[column], [_load(place), *tests, _PASS])
    kind = [_load(1), (_AND, 0, 0, _KIND_OF_SOCKET), (_EQUAL, 1, 0, _STREAM), _REFUSE, _PASS]
    code += _of_call(_SOCKETPAIR[column], kind)
    code += _of_call(_CLONE3[column], [_UNKNOWN])  # its flags lie in memory: the C library then uses clone
    thread = [_load(0), (_ANY_BIT, 1, 0, _NEW_NAMESPACE), (_ANY_BIT, 1, 0, _THREAD), _REFUSE, _PASS]
    code += [*_of_call(_CLONE[column], thread), _PASS]
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in code)


def _load(place: int) -> Instruction:
    """The lower half of an argument, counted from 0; the kernel reads no more of those that are looked at here."""
    return (_LOAD, 0, 0, _ARGUMENTS + 8 * place)


def _of_call(number: int, instructions: list[Instruction]) -> list[Instruction]:
    """Instructions for one system call, which end in a return."""
    return [(_EQUAL, 0, len(instructions), number), *instructions]


def enter() -> None:
    """Hold this process to the filter, for good. It must have renounced new privileges. Raises Unavailable."""
    code = program(os.uname().machine, os.getpid())
    buffer = ctypes.create_string_buffer(code, len(code))
    head = struct.pack("@HP", len(code) // 8, ctypes.addressof(buffer))
    holder = ctypes.create_string_buffer(head, len(head))
    prctl(SET_SECCOMP, _SECCOMP_MODE_FILTER, "installing the seccomp filter", ctypes.addressof(holder))
