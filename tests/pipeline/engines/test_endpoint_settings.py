import pickle
from typing import Any

import pytest

from pipeline.engines.base import EngineError, Request
from pipeline.engines.endpoint import Endpoint
from pipeline.errors import UserError
from tests.pipeline.engines.asking import ask, chat, completion, endpoint, one
from tests.pipeline.engines.server import Reply, Server

SECRET = "sk-a-secret-that-nobody-may-see"


def test_the_key_is_sent_and_told_to_nobody(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEACHER_KEY", SECRET)
    padding = "x" * 280
    server.behave = lambda body, visit: Reply(
        {"refused": 401, "moved": 302, "broken": 500}[body["messages"][0]["content"]],
        {"Location": f"http://elsewhere/?key={SECRET}"},
        f'{{"error": "{padding} {SECRET} is no key {padding}{SECRET}{padding}"}}'.encode(),
    )
    engine = endpoint(server, key_variable="TEACHER_KEY", retries=1)
    results = ask(engine, chat("refused"), chat("moved"), chat("broken"))
    engine.close()
    assert {headers["authorization"] for headers in server.headers} == {f"Bearer {SECRET}"}
    assert all(isinstance(result, EngineError) for result in results)
    said = f"{results} {engine!r} {engine._traffic._key!r} {engine.identity}"
    assert "[key]" in said
    assert SECRET[:8] not in said
    with pytest.raises(TypeError, match="TEACHER_KEY"):
        pickle.dumps(engine._traffic._key)


def test_without_a_variable_no_key_is_sent(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", SECRET)
    completion(one(server))
    assert "authorization" not in server.headers[0]


@pytest.mark.parametrize("value", ["", "  ", "sk-two\nlines", "sk-é"])
def test_a_key_that_cannot_be_used_is_named_by_its_variable_only(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEACHER_KEY", value)
    with pytest.raises(UserError, match="TEACHER_KEY") as caught:
        Endpoint("t", "http://localhost", "m", key_variable="TEACHER_KEY")
    assert "sk-" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    ["localhost:8000", "ftp://host", "http://", "http://host:99999999", "http://me:hunter2@host", "http://h/?a=b"],
)
def test_urls_that_cannot_be_used(url: str) -> None:
    with pytest.raises(UserError, match="engine 'teacher'") as caught:
        Endpoint("teacher", url, "m")
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    "setting", [{"concurrency": 0}, {"retries": -1}, {"timeout": 0}, {"idle_timeout": float("nan")}]
)
def test_settings_out_of_range(setting: dict[str, Any]) -> None:
    with pytest.raises(UserError, match=next(iter(setting))):
        Endpoint("teacher", "http://localhost", "m", **setting)


@pytest.mark.parametrize(
    ("url", "path"), [("", "/v1/completions"), ("/", "/v1/completions"), ("/api/v2/", "/api/v2/completions")]
)
def test_paths(server: Server, url: str, path: str) -> None:
    engine = Endpoint("t", server.url + url, "m")
    completion(ask(engine, Request(prompt="x"))[0])
    engine.close()
    assert server.paths == {path: 1}


def test_the_identity_holds_what_changes_answers_and_nothing_else() -> None:
    def identity(url: str = "http://a", **settings: Any) -> str:
        return Endpoint("t", url, "m", **settings).identity

    assert identity() == identity("http://b", concurrency=3, retries=1, timeout=1.0) == "m"
    assert identity(revision="r1") == "m@r1"
    others = [identity(extra={"top_k": 1}), identity(extra={"top_k": 2}), identity(user_turn="<u>"), identity()]
    assert len(set(others)) == 4
