"""The window against a server in virtual time: no thread, no waiting."""

import heapq
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.engines.concurrency import Window
from pipeline.keyed import share

TOKENS = 100

Behave = Callable[[int, int], tuple[float, str]]
"""Requests at once and the attempt's number -> seconds it takes and "answered", "overloaded" or "failed"."""


def simulate(window: Window, attempts: int, behave: Behave) -> list[int]:
    """As many attempts as the window lets go at any time; its limit after each of them."""
    now, sent = 0.0, 0
    limits: list[int] = []
    under_way: list[tuple[float, int, int, float, str]] = []
    while len(limits) < attempts:
        while window.free and sent < attempts:
            window.enter()
            seconds, what = behave(window.under_way, sent)
            heapq.heappush(under_way, (now + seconds, sent, window.sent(), seconds, what))
            sent += 1
        now, _, ticket, seconds, what = heapq.heappop(under_way)
        if what == "answered":
            window.answered(ticket, seconds, TOKENS)
        else:
            (window.overloaded if what == "overloaded" else window.failed)(ticket)
        window.leave()
        limits.append(window.limit)
    return limits


def test_it_soon_uses_all_that_a_quick_server_bears() -> None:
    limits = simulate(Window(256), 2000, lambda at_once, number: (1.0, "answered"))
    assert limits[-1] == 256
    assert limits.index(256) < 500


def test_it_never_leaves_its_bounds() -> None:
    limits = simulate(Window(20), 5000, lambda at_once, number: (1.0, "overloaded"))
    assert limits[0] == 20
    assert limits[-1] == min(limits) == 1


def test_it_settles_about_what_a_server_takes_before_it_turns_requests_away() -> None:
    limits = simulate(Window(256), 20_000, lambda at_once, number: (1.0, "answered" if at_once <= 60 else "overloaded"))
    late = sorted(limits[10_000:])
    assert 40 <= late[len(late) // 2] <= 75
    assert late[-1] < 100


def test_it_settles_where_more_requests_only_wait() -> None:
    """A server that works on ten at once: the rest queue, and every answer takes longer."""
    limits = simulate(Window(256, start=8), 20_000, lambda at_once, number: (max(1.0, at_once / 10), "answered"))
    late = sorted(limits[10_000:])
    assert 20 <= late[len(late) // 2] <= 60


def test_answers_slow_for_another_reason_do_not_close_it() -> None:
    """From the thousandth request on every answer takes ten times as long, however few are asked."""
    limits = simulate(Window(64), 6000, lambda at_once, number: (1.0 if number < 1000 else 10.0, "answered"))
    assert min(limits[1000:]) >= 40
    assert limits[-1] == 64


def test_a_server_that_recovers_is_used_again() -> None:
    limits = simulate(Window(128), 8000, lambda at_once, number: (1.0, "overloaded" if number < 2000 else "answered"))
    assert limits[1990] <= 4
    assert limits[-1] == 128


def test_faults_that_come_at_random_do_not_starve_it() -> None:
    def behave(at_once: int, number: int) -> tuple[float, str]:
        return 1.0, "overloaded" if share("fault", number) < 0.2 else "answered"

    late = sorted(simulate(Window(256), 10_000, behave)[5000:])
    assert late[len(late) // 2] >= 24


def test_what_says_nothing_of_load_changes_nothing() -> None:
    limits = simulate(Window(64), 2000, lambda at_once, number: (1.0, "failed" if number % 2 else "answered"))
    assert limits[-1] == 64


def test_it_does_not_grow_while_it_is_not_filled() -> None:
    window = Window(256, start=16)
    for _ in range(500):
        window.enter()
        window.answered(window.sent(), 1.0, TOKENS)
        window.leave()
    assert window.limit == 16


@given(st.lists(st.tuples(st.integers(1, 300), st.sampled_from(["answered", "overloaded", "failed"])), max_size=400))
def test_any_course_of_things_keeps_it_sound(course: list[tuple[int, str]]) -> None:
    window = Window(50, start=9)
    limits = simulate(window, len(course), lambda at_once, number: (course[number][0] / 7, course[number][1]))
    assert all(1 <= limit <= 50 for limit in limits)
    assert window.under_way == 0


@pytest.mark.parametrize("settings", [{"ceiling": 0}, {"ceiling": 4, "start": 0}, {"ceiling": 4, "tolerance": 1.0}])
def test_bounds_that_make_no_window_are_refused(settings: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Window(**settings)  # type: ignore[arg-type]
