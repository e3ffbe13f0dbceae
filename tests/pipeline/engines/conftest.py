from collections.abc import Iterator

import pytest

from tests.pipeline.engines.clock import VirtualClock
from tests.pipeline.engines.server import Server


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock()


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running
