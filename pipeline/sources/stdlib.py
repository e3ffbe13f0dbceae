"""The user's own Python standard library: real code and prose that is on every machine that can run this."""

import sysconfig
from pathlib import Path

from pipeline.sources.files import list_files
from pipeline.sources.values import Listing

LICENCE = "PSF-2.0"
LEFT_OUT = ("test", "tests", "idlelib", "lib2to3", "site-packages", "dist-packages", "turtledemo", "config-*")
"""Tests, programs, a frozen grammar, what others installed, and build settings."""


def root() -> Path:
    return Path(sysconfig.get_path("stdlib"))


def stdlib_files() -> Listing:
    """The library's Python files; links in it (some systems link site-packages) are not followed."""
    return list_files(root(), "*.py", exclude=LEFT_OUT, licence=LICENCE)
