"""What every test gives back."""

from collections.abc import Iterator

import pytest

from prompts.templates import _places


@pytest.fixture(autouse=True)
def _own_templates() -> Iterator[None]:
    """A user's prompts are loaded for a process, which the tests share: none finds those of another."""
    before = dict(_places())
    yield
    _places().clear()
    _places().update(before)
