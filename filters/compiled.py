"""Compiled kernels: machine code from Python, kept on disk between processes.

numba's own cache looks only at the file that holds a kernel, and a kernel contains those that it calls and the
constants of other modules: after an update it would run old code. So the folder's name is a digest of all sources that
kernels can be made of. It lies below NUMBA_CACHE_DIR, or else XDG_CACHE_HOME or ~/.cache; where that cannot be written,
each process compiles for itself (about ten seconds).
"""

import os
import unicodedata
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numba
import numpy as np
import numpy.typing as npt


def compiled(kernel: Callable[..., Any]) -> Callable[..., Any]:
    """The kernel as machine code. It runs without the interpreter's lock, so that plain threads share the rows."""
    folder = _folder()
    before = numba.config.CACHE_DIR
    numba.config.CACHE_DIR = str(folder or before)  # read when the decorator is applied; other packages keep theirs
    try:
        return numba.njit(nogil=True, cache=folder is not None, boundscheck=False)(kernel)
    finally:
        numba.config.CACHE_DIR = before


def read_only(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The same memory, not to be written to: a kernel is compiled once for such arrays, wherever they come from."""
    view = np.asarray(array).view()
    view.flags.writeable = False
    return view


@cache
def _folder() -> Path | None:
    """None where no folder can be written."""
    digest = blake2b(f"{numba.__version__} {unicodedata.unidata_version}".encode(), digest_size=12)
    here = Path(__file__).parent
    for source in sorted([*here.glob("*.py"), *here.glob("minhash/*.py")]):
        text = source.read_bytes()
        if b"compiled" in text or source.name == "characters.py":
            digest.update(text)
    base = os.environ.get("NUMBA_CACHE_DIR") or Path(os.environ.get("XDG_CACHE_HOME", "~/.cache"), "gristmill")
    folder = Path(base).expanduser() / "kernels" / digest.hexdigest()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):  # read-only, or no home
        return None
    return folder if os.access(folder, os.W_OK) else None
