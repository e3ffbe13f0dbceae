"""How often Python looks for cycles among objects."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (50_000, 50, 100)
"""Objects made between two looks at the young ones, and how many of those looks go before one at the older ones. By its
own settings (700, 10, 10) Python spent a quarter of the procedural flow's processor time looking."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Rows are trees of dictionaries, made in great numbers and free of cycles: nothing is found among them."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
