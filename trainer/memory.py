"""Memory that one step frees and the next one takes again.

The C library gives blocks of some megabytes back to the system as soon as they are free, and the system hands them out
again page by page, each cleared first. A step's activations are such blocks. On two cores a step of
benchmarks/train_step.py took 100,000 of those pages and a quarter of its time went there.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

TRIM_THRESHOLD, MMAP_THRESHOLD = -1, -3
"""Names of glibc's `mallopt`."""
KEPT = 2**31 - 1
GIVEN_BACK = 32 * 2**20
"""Bytes from which on a block is the system's own, as high as glibc raises it by itself on 64 bits."""


def keep_memory() -> None:
    """From here on the process keeps what it frees. With another C library than glibc nothing changes."""
    _set(TRIM_THRESHOLD, KEPT)
    _set(MMAP_THRESHOLD, KEPT)


def give_memory_back() -> None:
    """What is free goes back to the system, now and from here on."""
    _set(TRIM_THRESHOLD, 2 * GIVEN_BACK)
    _set(MMAP_THRESHOLD, GIVEN_BACK)
    if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
        trim(0)


@contextmanager
def memory_kept(wanted: bool) -> Iterator[None]:
    """Inside, the process keeps what it frees, where that is wanted."""
    if not wanted:
        yield
        return
    keep_memory()
    try:
        yield
    finally:
        give_memory_back()


def _set(name: int, value: int) -> None:
    if mallopt := getattr(ctypes.CDLL(None), "mallopt", None):
        mallopt(name, value)
