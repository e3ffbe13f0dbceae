"""Tokens on disk: documents laid end to end in plain arrays that are mapped, not read.

    tokens.i32   every token
    learn.u1     1 where the assistant says it, else 0
    starts.i64   document i is tokens[starts[i] : starts[i + 1]]
    learnt.i64   tokens that the assistant says, by document

A folder is written under another name and renamed at the end, so it is whole or not there.
"""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

COLUMNS = {"tokens": "i4", "learn": "u1", "starts": "i8", "learnt": "i8"}

Rendered = tuple[list[int], list[bool]]
"""A document's tokens, and which of them the assistant says."""


@dataclass(frozen=True, slots=True)
class Corpus:
    tokens: NDArray[np.int32]
    learn: NDArray[np.uint8]
    starts: NDArray[np.int64]
    learnt: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def lengths(self) -> NDArray[np.int64]:
        return np.diff(self.starts)


def load(folder: Path) -> Corpus:
    def mapped(name: str) -> NDArray[Any]:
        path, kind = folder / f"{name}.{COLUMNS[name]}", np.dtype(COLUMNS[name])
        return np.memmap(path, kind, "r") if path.stat().st_size else np.empty(0, kind)

    return Corpus(*(mapped(name) for name in COLUMNS))


class Writer:
    """Appends documents; the folder is there once the block has ended without an error.

    Where two processes write the same folder, one of the two equal results stays.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.partial = folder, folder.with_name(f".{folder.name}.{os.getpid()}")
        self.end = 0

    def __enter__(self) -> "Writer":
        shutil.rmtree(self.partial, ignore_errors=True)
        self.partial.mkdir(parents=True)
        self.files = {name: (self.partial / f"{name}.{kind}").open("wb") for name, kind in COLUMNS.items()}
        self._append("starts", [0])
        return self

    def add(self, documents: Iterable[Rendered]) -> None:
        for tokens, learn in documents:
            self.end += len(tokens)
            self._append("tokens", tokens)
            self._append("learn", learn)
            self._append("starts", [self.end])
            self._append("learnt", [sum(learn)])

    def _append(self, name: str, values: list[int] | list[bool]) -> None:
        self.files[name].write(np.array(values, COLUMNS[name]).tobytes())

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in self.files.values():
            file.close()
        if kind is None:
            try:
                self.partial.rename(self.folder)
            except OSError:
                if not self.folder.is_dir():
                    raise
        shutil.rmtree(self.partial, ignore_errors=True)
