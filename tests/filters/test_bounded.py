"""Calls in another process: their limits, their order among threads, and what a death leaves."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from filters.bounded import LimitReached, call


def test_the_value_comes_back() -> None:
    assert call("filters.verify.pattern:matches", "[ab]+", "abba", "whole", False, seconds=2) is True


def test_time_is_limited_and_the_next_call_answers() -> None:
    with pytest.raises(LimitReached, match="within 1 seconds"):
        call("filters.verify.pattern:matches", "(a+)+$", "a" * 40 + "!", "whole", False, seconds=1)
    assert call("operator:add", 2, 3, seconds=1) == 5


def test_memory_is_limited() -> None:
    with pytest.raises(LimitReached, match="out of memory"):
        call("operator:mul", "a", 1 << 32, seconds=5)


def test_our_own_mistakes_are_told() -> None:
    with pytest.raises(RuntimeError, match=re.escape("operator:truediv failed: ZeroDivisionError")):
        call("operator:truediv", 1, 0, seconds=1)


def test_threads_get_their_own_answers() -> None:
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda n: call("operator:mul", n, n, seconds=2), range(100))) == [
            n * n for n in range(100)
        ]
