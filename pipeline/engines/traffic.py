"""Requests on their way to one server: who waits, who is under way, who is sent again, and how each one ends.

A request waits for its place in the window (concurrency.py), is sent (exchange.py), and is sent again after faults that
may pass (backoff.py) until it ends as a completion or as an error. After a sign of overload it keeps its place while it
waits, so that the requests behind it do not spend their retries on a server that turns everything away; after any other
fault it gives its place up.
"""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any

from pipeline.engines.backoff import Backoff, Clock
from pipeline.engines.base import Completion, EngineError, Request, Result
from pipeline.engines.concurrency import Window
from pipeline.engines.exchange import Exchange
from pipeline.engines.key import Key
from pipeline.engines.wire import Answer, Dialect, Fault, write
from pipeline.keyed import digest

MOST_CHARACTERS = 600
"""Of an error's message: servers send whole pages."""

CLOSED = EngineError(kind="closed", message="the engine was closed before the request was answered")


@dataclass(slots=True, eq=False)
class Batch:
    """Where the results of one call of `ask` go, each with its place among the requests."""

    results: SimpleQueue[tuple[int, Result]] = field(default_factory=SimpleQueue)


@dataclass(slots=True, eq=False)
class Job:
    """One request on its way, sent again `retries` times so far."""

    request: Request
    place: int
    batch: Batch
    retries: int = 0
    ended: bool = False

    def end(self, result: Result) -> None:
        """The first result counts: a request ends once."""
        if not self.ended:
            self.ended = True
            self.batch.results.put((self.place, result))


class Traffic:
    """Belongs to one event loop: every method is called on its thread."""

    def __init__(
        self,
        exchange: Exchange,
        dialect: Dialect,
        key: Key,
        window: Window,
        *,
        clock: Clock,
        backoff: Backoff,
        retries: int,
    ) -> None:
        self.window = window
        self.met: Counter[str] = Counter()
        """Faults by kind, with those that a retry made good."""
        self.sent = 0
        """Attempts."""
        self._exchange, self._dialect, self._key = exchange, dialect, key
        self._clock, self._backoff, self._retries = clock, backoff, retries
        self._waiting: deque[Job] = deque()
        self._tasks: dict[asyncio.Task[None], Job] = {}

    def accept(self, jobs: Iterable[Job]) -> None:
        self._waiting.extend(jobs)
        self._pump()

    def drop(self, batch: Batch) -> None:
        """Give up what a batch asked: nobody waits for it any more."""
        self._waiting = deque(job for job in self._waiting if job.batch is not batch)
        for task, job in self._tasks.items():
            if job.batch is batch:
                task.cancel()

    async def end(self) -> None:
        """End every request that is left as an error, and the connections."""
        while self._waiting:
            self._waiting.popleft().end(CLOSED)
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._exchange.close()

    def _pump(self) -> None:
        """Start what the window has room for."""
        while self._waiting and self.window.free:
            self.window.enter()
            job = self._waiting.popleft()
            self._start(job, self._serve(job), self._leave)

    def _leave(self) -> None:
        self.window.leave()
        self._pump()

    def _start(self, job: Job, work: Coroutine[Any, Any, None], after: Callable[[], None]) -> None:
        """Run a step of a job. `after` is called however the step ends, even if it never began."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks[task] = job

        def over(task: asyncio.Task[None]) -> None:
            del self._tasks[task]
            if task.cancelled():
                job.end(CLOSED)
            elif (error := task.exception()) is not None:
                message = self._told(f"the engine itself failed ({type(error).__name__}: {error}): please report it")
                job.end(EngineError(kind="engine_died", message=message, retries=job.retries))
            after()

        task.add_done_callback(over)

    async def _serve(self, job: Job) -> None:
        """Send a request until it ends, or until it has to make room for others."""
        while True:
            found = await self._attempt(job.request, job.retries)
            if isinstance(found, Completion):
                return job.end(found)
            self.met[found.kind] += 1
            if (reason := self._final(found, job.retries)) is not None:
                message = self._told(found.message + reason)
                return job.end(EngineError(kind=found.kind, message=message, retries=job.retries))
            job.retries += 1
            wait = self._backoff.wait(digest(repr(job.request)), job.retries, found.wait)
            if not found.overload:
                return self._start(job, self._come_back(job, wait), self._pump)
            await self._clock.sleep(wait)

    async def _come_back(self, job: Job, wait: float) -> None:
        """Wait outside the window; then first in the queue, since others have been served meanwhile."""
        await self._clock.sleep(wait)
        self._waiting.appendleft(job)

    async def _attempt(self, request: Request, retries: int) -> Completion | Fault:
        written = write(request, self._dialect)
        if isinstance(written, Fault):
            return written
        ticket, start = self.window.sent(), self._clock.monotonic()
        self.sent += 1
        found = await self._exchange.attempt(*written, request)
        seconds = self._clock.monotonic() - start
        if isinstance(found, Answer):
            self.window.answered(ticket, seconds, found.completion_tokens / len(found.choices))
            return Completion(
                choices=found.choices,
                prompt_tokens=found.prompt_tokens,
                completion_tokens=found.completion_tokens,
                seconds=seconds,
                retries=retries,
            )
        (self.window.overloaded if found.overload else self.window.failed)(ticket)
        return found

    def _final(self, fault: Fault, retries: int) -> str | None:
        """Why a fault is the last, in words that end its message; None if the request is to be sent again."""
        if not fault.retry:
            return ""
        if retries >= self._retries:
            return f"; given up after {retries} retries"
        if fault.wait is not None and fault.wait > self._backoff.most_asked:
            return f"; the server asks to wait {fault.wait:,.0f} s, more than {self._backoff.most_asked:,.0f} s"
        return None

    def _told(self, message: str) -> str:
        """A message fit for files: on one line, cut, and without the key, which goes first lest a part of it stay."""
        text = " ".join(self._key.hide(message).split())
        return (
            text
            if len(text) <= MOST_CHARACTERS
            else f"{text[: MOST_CHARACTERS // 2]} … {text[-MOST_CHARACTERS // 2 :]}"
        )
