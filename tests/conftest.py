"""What every test gives back."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from prompts.templates import _places

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What is cached for the user is left alone."""
    os.environ["GRISTMILL_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True)
def _own_templates() -> Iterator[None]:
    """A user's prompts are loaded for a process, which the tests share: none finds those of another."""
    before = dict(_places())
    yield
    _places().clear()
    _places().update(before)


@pytest.fixture(autouse=True)
def _own_folder() -> Iterator[None]:
    """The working folder is the process's, which the tests share: each leaves it as it found it."""
    before = Path.cwd()
    yield
    after = Path.cwd()
    os.chdir(before)
    assert after == before
