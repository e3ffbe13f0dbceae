"""A model server for tests: answers by a pure function of the request, faults by a keyed choice, every visit counted.

Plain asyncio in a thread of its own, so that it can do what no web framework lets one do: break off, reset, drip. What
it does with a request depends on the body and on how often that body came before, never on the order of arrival.
"""

import asyncio
import json
import socket
import struct
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from types import TracebackType
from typing import Any

from pipeline.keyed import digest, share

Body = dict[str, Any]
RESET = struct.pack("ii", 1, 0)
"""SO_LINGER with no time: closing sends a reset instead of a farewell."""


@dataclass(frozen=True)
class Reply:
    """What goes back. Of `body` the first `cut` bytes are sent under the length of the whole if `lie`, else under
    their own; `drip` is the pause in seconds between eighths of it; `end` is "keep", "reset" or "hang"."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    drip: float = 0.0
    lie: int = 0
    end: str = "keep"


def answer(body: Body) -> Body:
    """The completion that this server gives to a request: a digest of what decides an answer, for each sample."""
    words = canonical_words(body)
    chat = "messages" in body
    choices = []
    for index in range(body.get("n", 1)):
        text = f"答 {digest(words, body.get('seed') or 0, index)}"
        said: Body = {"message": {"role": "assistant", "content": text}} if chat else {"text": text}
        choices.append({"index": index, "finish_reason": "stop", **said})
    usage = {"prompt_tokens": len(words), "completion_tokens": 8 * len(choices)}
    return {"object": "completion", "model": body["model"], "choices": choices, "usage": usage}


def canonical_words(body: Body) -> str:
    return str(body.get("prompt") or "\n".join(message["content"] for message in body["messages"]))


def whole(body: Body) -> bytes:
    return json.dumps(answer(body)).encode()


def good(body: Body, visit: int) -> Reply:
    return Reply(body=whole(body))


FAULTS: dict[str, Callable[[Body, int], Reply]] = {
    "status 500": lambda body, visit: Reply(500, body=b'{"error": {"message": "a planted fault"}}'),
    "status 429": lambda body, visit: Reply(
        429, {"Retry-After": "1" if visit % 2 else formatdate(usegmt=True)}, b'{"error": "too many requests"}'
    ),
    "truncated": lambda body, visit: Reply(body=(text := whole(body))[: len(text) // 2], lie=visit % 2 * len(text)),
    "hang": lambda body, visit: Reply(end="hang"),
    "wrong schema": lambda body, visit: Reply(body=json.dumps({"choices": [{"text": 5}], "visit": visit}).encode()),
    "reset": lambda body, visit: Reply(end="reset"),
    "slow bytes": lambda body, visit: Reply(body=whole(body), drip=0.02),
}
"""Each in its own way; the last is a whole answer that takes its time."""


def faulty(rate: float) -> Callable[[Body, int], tuple[str, Reply]]:
    """Each kind of fault on a share of `rate` of the visits, keyed by the request and the number of the visit."""

    def choose(body: Body, visit: int) -> tuple[str, Reply]:
        place = int(share("fault", canonical_words(body), visit) / rate)
        kind = list(FAULTS)[place] if place < len(FAULTS) else "none"
        return kind, FAULTS.get(kind, good)(body, visit)

    return choose


class Server:
    """`behave` gives the reply to a body on its nth visit (from 0), or a pair of a name to count and the reply."""

    def __init__(self, behave: Callable[[Body, int], Reply | tuple[str, Reply]] = good) -> None:
        self.behave = behave
        self.after_answer: Callable[[int], None] = lambda answers: None
        """Called on the server's thread once a whole answer was sent, with how many there have been."""
        self.visits: Counter[str] = Counter()
        """By the words of the request."""
        self.kinds: Counter[str] = Counter()
        self.after_whole_answer: Counter[str] = Counter()
        """Visits with words that had been answered in full before."""
        self.bodies: list[Body] = []
        self.headers: list[dict[str, str]] = []
        self.paths: Counter[str] = Counter()
        self.most_at_once = 0
        self.together = 0
        """No request is answered before so many have arrived."""
        self._answered: Counter[str] = Counter()
        self._at_once = 0
        self._started = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._connections: set[asyncio.Task[None]] = set()
        self.port = 0

    def __enter__(self) -> "Server":
        self._thread.start()
        with self._started:
            assert self._started.wait_for(lambda: self.port, 30)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def answers(self) -> int:
        """Whole answers sent so far."""
        return self._answered.total()

    def wait_for_visits(self, count: int) -> None:
        """Until so many requests have arrived."""
        with self._started:
            assert self._started.wait_for(lambda: sum(self.visits.values()) >= count, 30)

    def wait_until_left(self) -> None:
        """Until no connection is open: all that a client sent before it died has been counted."""
        with self._started:
            assert self._started.wait_for(lambda: not self._connections, 30)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._stopping, self._all_here = asyncio.Event(), asyncio.Event()
        server = await asyncio.start_server(self._connection, "127.0.0.1", 0, backlog=1024)
        with self._started:
            self.port = server.sockets[0].getsockname()[1]
            self._started.notify_all()
        await self._stopping.wait()
        server.close()
        for task in self._connections:
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        with self._started:
            self._connections.add(task)
        try:
            with suppress(asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
                while await self._exchange(reader, writer):
                    pass
        finally:
            writer.close()
            with self._started:
                self._connections.discard(task)
                self._started.notify_all()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request and its reply. Whether the connection goes on."""
        first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").strip().split("\r\n")
        headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
        body = json.loads(await reader.readexactly(int(headers["content-length"])))
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            reply = self._note(first.split()[1], headers, body)
            if self.visits.total() >= self.together:
                self._all_here.set()
            await self._all_here.wait()
            if reply.end == "hang":
                await reader.read(1)  # until the other side gives up
                return False
            return await self._send(reply, writer, canonical_words(body))
        finally:
            self._at_once -= 1

    def _note(self, path: str, headers: dict[str, str], body: Body) -> Reply:
        words = canonical_words(body)
        chosen = self.behave(body, self.visits[words])
        kind, reply = chosen if isinstance(chosen, tuple) else ("", chosen)
        with self._started:
            self.visits[words] += 1
            self.kinds[kind] += 1
            self.after_whole_answer[words] += bool(self._answered[words])
            self.paths[path] += 1
            self.bodies.append(body)
            self.headers.append(headers)
            self._started.notify_all()
        return reply

    async def _send(self, reply: Reply, writer: asyncio.StreamWriter, words: str) -> bool:
        if reply.end == "reset":
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            writer.transport.abort()
            return False
        headers = {"Content-Type": "application/json", "Content-Length": reply.lie or len(reply.body), **reply.headers}
        writer.write(f"HTTP/1.1 {reply.status} Said\r\n".encode())
        writer.write("".join(f"{name}: {value}\r\n" for name, value in headers.items()).encode() + b"\r\n")
        piece = -(-len(reply.body) // 8) if reply.drip else len(reply.body)
        for start in range(0, len(reply.body), piece or 1):
            writer.write(reply.body[start : start + piece])
            await writer.drain()
            if reply.drip:
                await asyncio.sleep(reply.drip)
        await writer.drain()
        if reply.status == 200 and is_whole(reply.body):
            self._answered[words] += 1
            self.after_answer(self._answered.total())
        return not reply.lie


def is_whole(body: bytes) -> bool:
    """Whether these bytes are an answer: what was cut or bent is none."""
    with suppress(ValueError):
        return "usage" in json.loads(body)
    return False
