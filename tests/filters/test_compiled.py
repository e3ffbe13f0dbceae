from pathlib import Path

import numba
import numpy as np
import pytest

from filters import compiled


def test_where_nothing_can_be_written_kernels_are_compiled_without_a_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "file"))
    assert compiled._folder.__wrapped__() is None
    monkeypatch.setattr(compiled, "_folder", lambda: None)
    assert compiled.compiled(lambda number: number + 1)(1) == 2


def test_the_cache_of_other_packages_stays_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(numba.config, "CACHE_DIR", "/theirs")
    compiled.compiled(test_read_only_arrays_share_memory)
    assert numba.config.CACHE_DIR == "/theirs"


def test_read_only_arrays_share_memory() -> None:
    array = np.arange(3)
    view = compiled.read_only(array)
    assert np.shares_memory(array, view)
    assert not view.flags.writeable
    assert array.flags.writeable
