"""Ask an endpoint, and look at what came."""

from typing import Any

from pipeline.engines.base import Completion, Engine, EngineError, Request, Result, Sampling
from pipeline.engines.endpoint import Endpoint
from tests.pipeline.engines.clock import VirtualClock
from tests.pipeline.engines.server import Reply, Server, good


def endpoint(server: Server, clock: VirtualClock | None = None, **settings: Any) -> Endpoint:
    return Endpoint("teacher", server.url, "m", clock=clock or VirtualClock(), **settings)


def chat(text: str, **sampling: Any) -> Request:
    return Request(messages=({"role": "user", "content": text},), sampling=Sampling(**sampling))


def ask(engine: Engine, *requests: Request) -> list[Result]:
    """The results in the order of the requests; fails unless there is exactly one for each."""
    found: dict[int, Result] = {}

    def done(place: int, result: Result) -> None:
        assert place not in found
        found[place] = result

    engine.ask(requests, done)
    assert sorted(found) == list(range(len(requests)))
    return [found[place] for place in range(len(requests))]


def one(server: Server, clock: VirtualClock | None = None, request: Request | None = None, **settings: Any) -> Result:
    engine = endpoint(server, clock, **settings)
    try:
        return ask(engine, request or chat("hello"))[0]
    finally:
        engine.close()


def first(*replies: Reply) -> Any:
    """These replies to the first visits, a good answer to later ones."""
    return lambda body, visit: replies[visit] if visit < len(replies) else good(body, visit)


def error(result: Result) -> EngineError:
    assert isinstance(result, EngineError), result
    return result


def completion(result: Result) -> Completion:
    assert isinstance(result, Completion), result
    return result
