"""How long to wait before a request is sent again: exponential, spread by a keyed draw, and never against the server's
own word (Retry-After, RFC 9110 section 10.2.3).

The spread keeps requests that failed together from coming back together. It is drawn from a key, so that no run
touches the global generator.
"""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Protocol

from pipeline.keyed import share


class Clock(Protocol):
    """What waiting needs of time; tests pass one that does not wait."""

    def monotonic(self) -> float:
        """Seconds since some moment; never goes back."""

    def time(self) -> float:
        """Seconds since 1970, which a Retry-After date is compared with."""

    async def sleep(self, seconds: float) -> None: ...


class SystemClock:
    """The machine's own."""

    def monotonic(self) -> float:
        return time.monotonic()

    def time(self) -> float:
        return time.time()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backoff:
    """Seconds to wait: `first` before the first retry, twice as much before each further one, at most `longest`.

    A server that asks for more than `most_asked` is not asked again.
    """

    first: float = 1.0
    longest: float = 60.0
    most_asked: float = 600.0

    def wait(self, key: str, retry: int, asked: float | None = None) -> float:
        """Seconds before retry number `retry` (from 1) of the request named by `key`.

        Between half of the exponential wait and the whole of it. If the server asked for a wait, that wait comes
        first, and at most half of the exponential one is added, so that those told the same do not return at once.
        """
        full = min(self.longest, self.first * 2.0 ** min(retry - 1, 62))
        spread = full / 2 * share("backoff", key, retry)
        return full / 2 + spread if asked is None else asked + spread


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds that the server asks to wait, from `retry-after-ms` or `Retry-After` (seconds or a date).

    `now` is in seconds since 1970. None if the server asks for nothing that can be understood; a date that has passed
    is 0.
    """
    milliseconds = _number(headers.get("retry-after-ms", ""))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("Retry-After", "").strip()
    seconds = _number(value)
    if seconds is not None or not value:
        return seconds
    try:
        date = parsedate_to_datetime(value)
    except (ValueError, IndexError, OverflowError):
        return None
    return max(0.0, (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - now)


def _number(text: str) -> float | None:
    """A finite number of at least 0, else None."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if 0.0 <= number < float("inf") else None
