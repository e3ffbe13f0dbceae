from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.engines.backoff import Backoff, retry_after

NOW = 1_800_000_000.0


@given(st.text(), st.integers(1, 2000))
def test_waits_double_up_to_the_longest_and_are_spread_over_their_upper_half(key: str, retry: int) -> None:
    backoff = Backoff(first=0.5, longest=20.0)
    full = 20.0 if retry > 7 else min(20.0, 0.5 * 2 ** (retry - 1))
    wait = backoff.wait(key, retry)
    assert full / 2 <= wait < full
    assert wait == backoff.wait(key, retry)
    assert wait != backoff.wait(key + "'", retry)


@given(st.integers(1, 20), st.floats(0, 1000))
def test_nobody_comes_back_before_the_server_says(retry: int, asked: float) -> None:
    backoff = Backoff(first=1.0, longest=8.0)
    assert asked <= backoff.wait("key", retry, asked) <= asked + 4.0


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"Retry-After": "7"}, 7.0),
        ({"Retry-After": " 0.25 "}, 0.25),
        ({"Retry-After": formatdate(NOW + 90, usegmt=True)}, 90.0),
        ({"Retry-After": formatdate(NOW - 90, usegmt=True)}, 0.0),
        ({"Retry-After": "Fri, 15 Jan 2027 08:01:00 -0000"}, 60.0),
        ({"retry-after-ms": "1500", "Retry-After": "2"}, 1.5),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-3"}, None),
        ({"Retry-After": "inf"}, None),
        ({"Retry-After": "nan"}, None),
        ({"Retry-After": "Fri, 99 Jan 2027 08:01:00 GMT"}, None),
    ],
)
def test_retry_after(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, NOW) == seconds


@given(st.text())
def test_no_text_of_a_header_breaks_it(text: str) -> None:
    found = retry_after({"Retry-After": text}, NOW)
    assert found is None or found >= 0
