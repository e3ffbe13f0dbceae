"""A thousand requests to a server that fails in seven ways; benchmarks/reliability.py puts ten thousand."""

import threading

from pipeline.engines.base import Completion, EngineError, Request, Result
from pipeline.engines.endpoint import Endpoint
from tests.pipeline.engines.clock import VirtualClock
from tests.pipeline.engines.server import FAULTS, Server, answer, faulty

COUNT = 1000


def test_every_request_ends_once_and_none_is_sent_again_after_its_answer() -> None:
    results: list[list[Result]] = [[] for _ in range(COUNT)]
    with Server(faulty(0.1)) as server:
        engine = Endpoint("faulty", server.url, "m", timeout=1.0, retries=4, clock=VirtualClock())

        def work(numbers: range) -> None:
            requests = [Request(prompt=f"question {number}") for number in numbers]
            engine.ask(requests, lambda place, result: results[numbers[place]].append(result))

        threads = [threading.Thread(target=work, args=(range(first, COUNT, 4),)) for first in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        engine.close()
    assert all(len(ends) == 1 for ends in results)
    for number, (end,) in enumerate(results):
        words = f"question {number}"
        if isinstance(end, Completion):
            assert end.choices[0].text == answer({"model": "m", "prompt": words})["choices"][0]["text"]
        assert server.visits[words] == 1 + end.retries
        assert isinstance(end, Completion) or end.retries == 4
    assert not server.after_whole_answer.total()
    assert engine.sent == server.visits.total() == server.kinds.total()
    assert set(server.kinds) == {"none", *FAULTS}
    assert set(engine.met) == {"server_error", "rate_limited", "malformed", "timeout", "connection"}
    assert any(isinstance(end, EngineError) for (end,) in results)
    assert sum(isinstance(end, Completion) for (end,) in results) > 0.85 * COUNT
