"""An asyncio loop in a thread of its own, for engines whose callers are ordinary threads."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any


class LoopThread:
    """A daemon thread that runs one loop until `close`."""

    def __init__(self, name: str) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_forever()
        finally:
            self.loop.close()

    def call(self, function: Callable[..., object], *arguments: Any) -> None:
        """Have the loop call a function soon. From any thread."""
        self.loop.call_soon_threadsafe(function, *arguments)

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Run a coroutine on the loop and wait for its end. From any other thread."""
        asyncio.run_coroutine_threadsafe(work, self.loop).result()

    def close(self) -> None:
        """Stop the loop and wait for the thread. Its tasks should have ended before."""
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join()
