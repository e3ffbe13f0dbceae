"""One attempt over HTTP: a body out, an answer or a fault back, whatever the network does."""

import asyncio
import ssl

import aiohttp

from pipeline.engines.backoff import Clock
from pipeline.engines.base import Request
from pipeline.engines.key import Key
from pipeline.engines.wire import Answer, Fault, read

CONNECT_SECONDS = 30.0
KEEP_ALIVE_SECONDS = 4.0
"""How long an idle connection is kept: less than the 5 s of uvicorn, which closes it under a request otherwise."""
LARGEST_BODY = 1 << 29
"""Bytes of a body, at most: a server that never stops must not fill the memory."""


class Exchange:
    """The connections to one server. Belongs to one event loop.

    `timeout` bounds a whole attempt; `idle` bounds the wait for the next bytes once the answer has begun. Before it
    begins nothing comes for as long as the model writes, so there only `timeout` counts. Both in seconds.
    Proxies are not used and redirects are not followed.
    """

    def __init__(self, base: str, key: Key, clock: Clock, timeout: float, idle: float) -> None:
        self._base, self._key, self._clock = base, key, clock
        self._timeout, self._idle = timeout, idle
        self._session: aiohttp.ClientSession | None = None

    def _connected(self) -> aiohttp.ClientSession:
        """The session, made at first use, since it must be made on the loop."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=KEEP_ALIVE_SECONDS),
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_SECONDS),
                headers={"Content-Type": "application/json", "User-Agent": "gristmill"},
            )
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def attempt(self, path: str, body: bytes, request: Request) -> Answer | Fault:
        """Send once and read what comes. Raises nothing that the network or the server could cause."""
        try:
            async with asyncio.timeout(self._timeout):
                return await self._send(path, body, request)
        except TimeoutError:
            message = f"no whole answer within {self._timeout:g} s, or {self._idle:g} s without a byte of it"
            return Fault(kind="timeout", message=message, overload=True)
        except (aiohttp.ClientConnectorCertificateError, aiohttp.InvalidURL, ssl.SSLCertVerificationError) as error:
            return Fault(kind="connection", message=f"{type(error).__name__}: {error}", retry=False)
        except aiohttp.ClientConnectorError as error:
            # Nobody listens: it may be starting. That counts as overload, so that the requests still unsent wait.
            return Fault(kind="connection", message=f"cannot connect: {error}", overload=True)
        except (aiohttp.ClientError, OSError) as error:
            return Fault(kind="connection", message=f"the connection broke ({type(error).__name__}: {error})")

    async def _send(self, path: str, body: bytes, request: Request) -> Answer | Fault:
        url = f"{self._base}/{path}"
        async with self._connected().post(
            url, data=body, headers=self._key.headers(), allow_redirects=False
        ) as response:
            raw = await self._body(response)
            if raw is None:
                message = f"the answer is longer than {LARGEST_BODY:,} bytes: ask for fewer tokens or samples"
                return Fault(kind="too_large", message=message, retry=False)
            return read(response.status, response.headers, raw, request, self._clock.time())

    async def _body(self, response: aiohttp.ClientResponse) -> bytes | None:
        """The whole body; None if it is larger than can be held. Raises TimeoutError if it stops coming."""
        parts, size = [], 0
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(self._idle) as limit:
            async for part in response.content.iter_any():
                limit.reschedule(loop.time() + self._idle)
                parts.append(part)
                if (size := size + len(part)) > LARGEST_BODY:
                    response.close()
                    return None
        return b"".join(parts)
