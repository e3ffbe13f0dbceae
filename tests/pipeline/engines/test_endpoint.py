import gc
import socket
import subprocess
import sys
import threading
from collections import Counter
from email.utils import formatdate
from pathlib import Path

import pytest

from pipeline.engines.backoff import Backoff
from pipeline.engines.base import Completion, Engine, EngineError, Request, Result
from pipeline.engines.endpoint import Endpoint
from tests.pipeline.engines.asking import ask, chat, completion, endpoint, error, first, one
from tests.pipeline.engines.clock import VirtualClock
from tests.pipeline.engines.server import Body, Reply, Server, answer, good, whole


def test_messages_and_prompts_are_answered(server: Server) -> None:
    engine: Engine = endpoint(server)
    two = ask(engine, chat("你好 😀", n=2, seed=7), Request(prompt="Once upon"))
    engine.close()
    body = {"model": "m", "messages": [{"role": "user", "content": "你好 😀"}], "n": 2, "seed": 7}
    expected = [choice["message"]["content"] for choice in answer(body)["choices"]]
    assert [choice.text for choice in completion(two[0]).choices] == expected
    assert completion(two[0]).completion_tokens == 16
    assert completion(two[1]).choices[0].finish == "stop"
    assert server.paths == {"/v1/chat/completions": 1, "/v1/completions": 1}


def test_no_requests_need_no_thread(server: Server) -> None:
    engine = endpoint(server)
    assert ask(engine) == []
    engine.close()
    assert not server.visits


def test_many_are_in_flight_together_and_each_gets_its_own_answer(server: Server) -> None:
    server.together = 32
    engine = endpoint(server)
    texts = [f"question {number}" for number in range(300)]
    results = ask(engine, *map(chat, texts))
    engine.close()
    for text, result in zip(texts, results, strict=True):
        expected = answer({"model": "m", "messages": [{"content": text}]})["choices"][0]["message"]["content"]
        assert completion(result).choices[0].text == expected
    assert server.most_at_once >= 32
    assert set(server.visits.values()) == {1}


def test_no_more_than_concurrency_are_in_flight(server: Server) -> None:
    engine = endpoint(server, concurrency=3)
    ask(engine, *(chat(str(number)) for number in range(60)))
    engine.close()
    assert server.most_at_once <= 3


def test_a_huge_answer(server: Server) -> None:
    huge = "长" * 3_000_000

    def behave(body: Body, visit: int) -> Reply:
        return Reply(body=whole(body).replace(b"\\u7b54", huge.encode()))

    server.behave = behave
    assert completion(one(server)).choices[0].text.startswith(huge)


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (Reply(500), "server_error"),
        (Reply(502, body=b"<html>bad gateway</html>"), "server_error"),
        (Reply(503), "server_error"),
        (Reply(429), "rate_limited"),
        (Reply(408), "timeout"),
        (Reply(409), "server_error"),
        (Reply(425), "server_error"),
        (Reply(body=b'{"choices": [{"index": 0, "fin'), "malformed"),
        (Reply(body=b'{"choices": [', lie=900), "connection"),
        (Reply(body=b'{"choices": [{"text": 5}]}'), "malformed"),
        (Reply(end="reset"), "connection"),
    ],
)
def test_what_may_pass_is_sent_again(server: Server, clock: VirtualClock, reply: Reply, kind: str) -> None:
    server.behave = first(reply, reply)
    engine = endpoint(server, clock)
    assert completion(ask(engine, chat("hello"))[0]).retries == 2
    engine.close()
    assert engine.met == {kind: 2}
    assert engine.sent == 3
    assert 0.5 <= clock.waits[0] < 1.0 <= clock.waits[1] < 2.0


def test_what_does_not_pass_ends_as_an_error(server: Server, clock: VirtualClock) -> None:
    server.behave = lambda body, visit: Reply(500, body=b'{"error": {"message": "out of order"}}')
    found = error(one(server, clock, retries=3))
    assert (found.kind, found.retries) == ("server_error", 3)
    assert found.message == "HTTP 500: out of order; given up after 3 retries"
    assert server.visits.total() == 4
    assert len(clock.waits) == 3


def test_a_hang_is_a_timeout(server: Server) -> None:
    server.behave = lambda body, visit: Reply(end="hang")
    found = error(one(server, timeout=0.05, retries=2))
    assert (found.kind, found.retries) == ("timeout", 2)
    assert "0.05 s" in found.message
    assert server.visits.total() == 3


def test_an_answer_that_stops_halfway_is_a_timeout(server: Server) -> None:
    server.behave = lambda body, visit: Reply(body=whole(body), drip=3600.0)
    found = error(one(server, idle_timeout=0.05, retries=1))
    assert (found.kind, found.retries) == ("timeout", 1)


def test_slow_bytes_are_waited_for(server: Server) -> None:
    server.behave = lambda body, visit: Reply(body=whole(body), drip=0.01)
    assert completion(one(server)).retries == 0


def test_nobody_listening_is_tried_again(clock: VirtualClock) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        engine = Endpoint("t", f"http://127.0.0.1:{taken.getsockname()[1]}", "m", clock=clock, retries=2)
        found = error(ask(engine, chat("hello"))[0])
        engine.close()
    assert (found.kind, found.retries) == ("connection", 2)
    assert "cannot connect" in found.message


@pytest.mark.parametrize("date", [False, True])
def test_retry_after_is_kept(server: Server, clock: VirtualClock, date: bool) -> None:
    asked = formatdate(clock.now + 40, usegmt=True) if date else "40"
    server.behave = first(Reply(429, {"Retry-After": asked}))
    assert completion(one(server, clock)).retries == 1
    assert 40.0 <= clock.waits[0] <= 40.5


def test_a_wait_beyond_reason_is_an_error(server: Server, clock: VirtualClock) -> None:
    server.behave = lambda body, visit: Reply(429, {"Retry-After": "86400"})
    found = error(one(server, clock, backoff=Backoff(most_asked=60.0)))
    assert (found.kind, found.retries) == ("rate_limited", 0)
    assert "asks to wait 86,400 s" in found.message
    assert not clock.waits


@pytest.mark.parametrize("status", [400, 401, 403, 404, 413, 422])
def test_other_refusals_are_final_and_take_nobody_along(server: Server, status: int) -> None:
    refusal = Reply(status, body=b'{"error": {"message": "unknown field"}}')
    server.behave = lambda body, visit: refusal if body["messages"][0]["content"] == "bad" else good(body, visit)
    engine = endpoint(server)
    results = ask(engine, chat("a"), chat("bad"), chat("b"), Request(), chat("c\ud800"))
    engine.close()
    assert [type(result) for result in results] == [Completion, EngineError, Completion, EngineError, EngineError]
    assert error(results[1]) == EngineError(kind="bad_request", message=f"HTTP {status}: unknown field")
    assert server.visits["bad"] == 1


def test_a_redirect_is_not_followed(server: Server) -> None:
    with Server() as elsewhere:
        server.behave = lambda body, visit: Reply(307, {"Location": f"{elsewhere.url}/v1/chat/completions"})
        found = error(one(server))
        assert found.kind == "redirected"
        assert elsewhere.url in found.message
        assert not elsewhere.visits


def test_threads_share_one_engine(server: Server) -> None:
    """Each asks for one, and none is answered before those of all have arrived."""
    server.together = 4
    engine = endpoint(server)
    found: dict[int, list[Result]] = {}

    def work(thread: int) -> None:
        found[thread] = ask(engine, chat(f"of thread {thread}"))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    engine.close()
    assert all(isinstance(result, Completion) for results in found.values() for result in results)
    assert len(found) == len(server.visits) == 4


def test_done_is_called_on_the_thread_that_asked(server: Server) -> None:
    engine = endpoint(server)
    threads: set[int] = set()
    engine.ask([chat("a"), chat("b")], lambda place, result: threads.add(threading.get_ident()))
    engine.close()
    assert threads == {threading.get_ident()}


def test_results_come_as_they_are_ready(server: Server) -> None:
    """The first request is answered only when the second has been handed over."""
    server.behave = lambda body, visit: (
        Reply(end="hang") if body["messages"][0]["content"] == "never" else good(body, 0)
    )
    engine = endpoint(server)
    order: list[tuple[int, type[Result]]] = []

    def done(place: int, result: Result) -> None:
        order.append((place, type(result)))
        if place == 1:
            engine.close()

    engine.ask([chat("never"), chat("at once")], done)
    assert order == [(1, Completion), (0, EngineError)]


def test_a_callers_mistake_gives_up_what_it_asked_and_nothing_else(server: Server) -> None:
    server.behave = lambda body, visit: (
        Reply(end="hang") if body["messages"][0]["content"] == "never" else good(body, 0)
    )
    engine = endpoint(server, concurrency=2)

    def full(place: int, result: Result) -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        engine.ask([chat("never"), chat("at once"), *[chat("never")] * 50], full)
    assert isinstance(ask(engine, chat("after"))[0], Completion)
    engine.close()
    assert server.visits["never"] <= 3


def test_close_ends_what_is_in_flight_and_what_waits(server: Server) -> None:
    server.behave = lambda body, visit: Reply(end="hang")
    engine = endpoint(server, concurrency=4)
    found: list[Result] = []
    thread = threading.Thread(target=lambda: found.extend(ask(engine, *(chat(str(number)) for number in range(20)))))
    thread.start()
    server.wait_for_visits(4)
    engine.close()
    thread.join()
    assert Counter(error(result).kind for result in found) == {"closed": 20}
    assert server.visits.total() == 4
    engine.close()
    assert error(ask(engine, chat("late"))[0]).kind == "closed"
    assert not [thread for thread in threading.enumerate() if thread.name == "engine teacher"]


def test_close_ends_waits_too(server: Server) -> None:
    """Requests that wait before a retry, with their place (429) and without it (500)."""
    waiting = threading.Semaphore(0)

    class Stopped(VirtualClock):
        async def sleep(self, seconds: float) -> None:
            import asyncio

            waiting.release()
            await asyncio.Event().wait()

    server.behave = lambda body, visit: Reply(int(body["messages"][0]["content"]))
    engine = endpoint(server, Stopped())
    found: list[Result] = []
    thread = threading.Thread(target=lambda: found.extend(ask(engine, chat("429"), chat("500"))))
    thread.start()
    assert waiting.acquire(timeout=30)
    assert waiting.acquire(timeout=30)
    engine.close()
    thread.join()
    assert [error(result).kind for result in found] == ["closed", "closed"]


def test_nothing_is_left_open(server: Server, recwarn: pytest.WarningsRecorder) -> None:
    completion(one(server))
    gc.collect()
    assert not [warning for warning in recwarn if issubclass(warning.category, ResourceWarning)]


def test_a_process_may_end_without_closing(server: Server) -> None:
    code = (
        "from pipeline.engines.base import Request\n"
        "from pipeline.engines.endpoint import Endpoint\n"
        f"engine = Endpoint('t', {server.url!r}, 'm')\n"
        "engine.ask([Request(prompt='x')] * 20, lambda place, result: None)\n"
    )
    command = [sys.executable, "-X", "dev", "-c", code]
    root = Path(__file__).parents[3]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=root, timeout=60)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_a_fault_of_the_engine_itself_is_a_value_too(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("pipeline.engines.traffic.write", broken)
    found = error(one(server))
    assert found.kind == "engine_died"
    assert "RuntimeError: a bug" in found.message
