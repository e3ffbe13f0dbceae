"""The engine for OpenAI-compatible servers (vLLM, SGLang, llama.cpp, hosted services): many requests in flight.

One event loop in a thread of its own sends for all calling threads (traffic.py); answers are handed over on the thread
that asked, so that a caller who writes them to disk holds up nobody's connections.
"""

import atexit
import math
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from pipeline.engines.backoff import Backoff, Clock, SystemClock
from pipeline.engines.base import Done, Request
from pipeline.engines.concurrency import Window
from pipeline.engines.exchange import Exchange
from pipeline.engines.key import Key
from pipeline.engines.loop import LoopThread
from pipeline.engines.traffic import CLOSED, Batch, Job, Traffic
from pipeline.engines.wire import Dialect
from pipeline.errors import UserError
from pipeline.keyed import canonical, digest


class Endpoint:
    """An engine over HTTP. No thread is started and nothing sent before the first `ask`."""

    def __init__(
        self,
        name: str,
        url: str,
        model: str,
        *,
        key_variable: str = "",
        revision: str = "",
        concurrency: int = 256,
        timeout: float = 600.0,
        idle_timeout: float = 60.0,
        retries: int = 6,
        backoff: Backoff | None = None,
        extra: Mapping[str, Any] | None = None,
        limit_field: str = "max_tokens",
        user_turn: str = "",
        clock: Clock | None = None,
    ) -> None:
        """`url` is the server's base ("/v1" is added where its path is empty) and `model` its name for the model.

        `key_variable` names the environment variable that holds the key. `revision` says which weights the server
        has, as far as you know. `concurrency` is the most requests in flight; how many the server bears is found out.
        `timeout` bounds an attempt, `idle_timeout` a pause within an answer (seconds). A request is sent at most
        1 + `retries` times. `extra` holds fields for every body, such as `top_k`; None leaves a field out.
        `limit_field` is the server's name for the most tokens. `user_turn` is the chat template's text up to the
        user's turn, for which an empty prompt stands.

        Raises UserError for a url that cannot be used, a number out of range, or a key that is not there.
        """
        self.name = name
        self._base = _base(name, url)
        _at_least(name, concurrency=(concurrency, 1), retries=(retries, 0))
        _seconds(name, timeout=timeout, idle_timeout=idle_timeout)
        dialect = Dialect(model=model, limit_field=limit_field, extra=dict(extra or {}), user_turn=user_turn)
        self.identity = _identity(dialect, revision)
        clock, key = clock or SystemClock(), Key(key_variable, name)
        self._traffic = Traffic(
            Exchange(self._base, key, clock, timeout, idle_timeout),
            dialect,
            key,
            Window(concurrency),
            clock=clock,
            backoff=backoff or Backoff(),
            retries=retries,
        )
        self._guard = threading.Lock()
        self._thread: LoopThread | None = None
        self._closed = False

    def __repr__(self) -> str:
        return f"Endpoint({self.name!r}, {self._base!r}, {self.identity!r})"

    @property
    def met(self) -> Counter[str]:
        """Faults met so far by kind, with those that a retry made good."""
        return Counter(self._traffic.met)

    @property
    def sent(self) -> int:
        """Attempts so far: requests and retries."""
        return self._traffic.sent

    @property
    def limit(self) -> int:
        """The most requests in flight at present."""
        return self._traffic.window.limit

    def ask(self, requests: Sequence[Request], done: Done) -> None:
        """Put all requests and call `done`, on the calling thread, for each as it ends.

        If `done` raises, what this call asked is given up and the exception goes on. Once the engine is closed every
        request ends as an error of kind "closed".
        """
        batch = Batch()
        jobs = [Job(request, place, batch) for place, request in enumerate(requests)]
        if not self._on_loop(self._traffic.accept, jobs):
            for job in jobs:
                job.end(CLOSED)
        try:
            for _ in jobs:
                done(*batch.results.get())
        except BaseException:
            self._on_loop(self._traffic.drop, batch)
            raise

    def close(self) -> None:
        """End what is in flight as errors, then the connections and the thread. May be called again."""
        with self._guard:
            thread, self._thread, self._closed = self._thread, None, True
        if thread is not None:
            atexit.unregister(self.close)
            try:
                thread.run(self._traffic.end())
            finally:
                thread.close()

    def _on_loop(self, function: Callable[..., None], argument: Any) -> bool:
        """Have the loop call a function, unless the engine is closed. Whatever is put before `close` is seen by it."""
        with self._guard:
            if self._closed:
                return False
            if self._thread is None:
                self._thread = LoopThread(f"engine {self.name}")
                atexit.register(self.close)  # a process that ends without closing says nothing of open connections
            self._thread.call(function, argument)
            return True


def _identity(dialect: Dialect, revision: str) -> str:
    """Model and revision, and a digest of the settings that change answers, if there are any."""
    settings = {"extra": dict(dialect.extra), "user_turn": dialect.user_turn}
    different = {key: value for key, value in settings.items() if value}
    identity = f"{dialect.model}@{revision}" if revision else dialect.model
    return f"{identity}#{digest(canonical(different), size=8)}" if different else identity


def _base(engine: str, url: str) -> str:
    """The URL that paths are added to. No message quotes a URL with a password in it."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        usable = False
    if usable and (parts.username is not None or parts.password is not None):
        raise UserError(
            f"engine {engine!r}: the url holds a password: put it into a variable and name it as key_variable"
        )
    if usable and (parts.query or parts.fragment):
        raise UserError(f"engine {engine!r}: url must end with its path, without what follows '?' or '#'")
    if not usable:
        raise UserError(f"engine {engine!r}: url must be like http://localhost:8000/v1")
    path = parts.path.rstrip("/")
    return f"{parts.scheme}://{parts.netloc}{path or '/v1'}"


def _at_least(engine: str, **numbers: tuple[int, int]) -> None:
    for what, (number, least) in numbers.items():
        if number < least:
            raise UserError(f"engine {engine!r}: {what} must be at least {least}, not {number}")


def _seconds(engine: str, **durations: float) -> None:
    for what, seconds in durations.items():
        if not (math.isfinite(seconds) and seconds > 0):
            raise UserError(f"engine {engine!r}: {what} must be a number of seconds above 0, not {seconds}")
