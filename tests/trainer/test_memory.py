"""What a step frees stays with the process while it trains, and goes back afterwards."""

import os
import platform
from pathlib import Path

import pytest
import torch

from trainer.memory import memory_kept

pytestmark = pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="mallopt is glibc's")

SIZE = 256 * 2**20
"""Bytes."""


def resident() -> int:
    """Bytes of this process that are in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def fill_and_free() -> None:
    torch.ones(SIZE // 4)


def test_freed_memory_is_kept_while_wanted_and_given_back_after() -> None:
    fill_and_free()
    before = resident()
    with memory_kept(True):
        fill_and_free()
        assert resident() > before + SIZE / 2
    assert resident() < before + SIZE / 2
    fill_and_free()
    assert resident() < before + SIZE / 2


def test_nothing_is_kept_where_it_is_not_wanted() -> None:
    before = resident()
    with memory_kept(False):
        fill_and_free()
        assert resident() < before + SIZE / 2


def test_memory_goes_back_after_an_error() -> None:
    before = resident()
    with pytest.raises(ValueError, match="stop"), memory_kept(True):
        fill_and_free()
        raise ValueError("stop")
    assert resident() < before + SIZE / 2
