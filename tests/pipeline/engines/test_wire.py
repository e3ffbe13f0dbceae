import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.engines.base import Choice, Request, Sampling
from pipeline.engines.wire import CHAT, TEXT, Answer, Dialect, Fault, read, write

DIALECT = Dialect(model="m", extra={})
HELLO = Request(messages=({"role": "user", "content": "你好"},))
BARE = Request(prompt="Once")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["choices", "message", "usage", "x"]), inner),
)


def body_of(request: Request, dialect: Dialect = DIALECT) -> dict[str, Any]:
    written = write(request, dialect)
    assert not isinstance(written, Fault), written
    found: dict[str, Any] = json.loads(written[1])
    return found


def chat(content: Any = "hi", finish: Any = "stop", index: int = 0, **more: Any) -> dict[str, Any]:
    message = {"role": "assistant", "content": content}
    return {"index": index, "finish_reason": finish, "message": message, **more}


def completion(*choices: Any, **more: Any) -> bytes:
    usage = {"prompt_tokens": 3, "completion_tokens": 4}
    return json.dumps({"choices": choices, "usage": usage, **more}).encode()


def got(raw: bytes, request: Request = HELLO, status: int = 200, **headers: str) -> Answer | Fault:
    return read(status, headers, raw, request, now=0.0)


def fault(raw: bytes, request: Request = HELLO, status: int = 200, **headers: str) -> Fault:
    found = got(raw, request, status, **headers)
    assert isinstance(found, Fault), found
    return found


def test_messages_go_to_chat_and_a_prompt_to_completions() -> None:
    assert write(HELLO, DIALECT)[0] == CHAT  # type: ignore[index]
    assert write(BARE, DIALECT)[0] == TEXT  # type: ignore[index]
    fields = {"model": "m", "temperature": 0.7, "top_p": 1.0, "max_tokens": 1024}
    assert body_of(HELLO) == fields | {"messages": [{"role": "user", "content": "你好"}]}
    assert body_of(BARE) == fields | {"prompt": "Once"}


def test_every_setting_is_written() -> None:
    schema = {"type": "object"}
    sampling = Sampling(
        temperature=0.1, top_p=0.9, max_tokens=5, seed=0, stop=("a", "b"), n=3, json_schema=schema, logprobs=True
    )
    body = body_of(Request(messages=HELLO.messages, sampling=sampling))
    assert body["response_format"]["json_schema"]["schema"] == schema
    assert [body[key] for key in ("temperature", "top_p", "max_tokens", "seed", "stop", "n", "logprobs")] == [
        0.1, 0.9, 5, 0, ["a", "b"], 3, True,
    ]  # fmt: skip
    assert body_of(Request(prompt="x", sampling=sampling))["logprobs"] == 1


def test_a_server_with_ways_of_its_own() -> None:
    extra = {"top_k": 20, "temperature": None}
    dialect = Dialect(model="m", limit_field="max_completion_tokens", extra=extra, user_turn="<|user|>")
    body = body_of(Request(prompt=""), dialect)
    assert body == {"model": "m", "prompt": "<|user|>", "top_p": 1.0, "max_completion_tokens": 1024, "top_k": 20}


@pytest.mark.parametrize(
    ("request_", "word"),
    [
        (Request(), "exactly one"),
        (Request(messages=HELLO.messages, prompt="x"), "exactly one"),
        (Request(prompt=""), "user_turn"),
        (Request(prompt="\ud83d"), "surrogate"),
        (Request(prompt="x", sampling=Sampling(json_schema={"a": {1, 2}})), "JSON"),
    ],
)
def test_what_cannot_be_asked_is_refused_here(request_: Request, word: str) -> None:
    found = write(request_, DIALECT)
    assert isinstance(found, Fault)
    assert (found.kind, found.retry) == ("bad_request", False)
    assert word in found.message


def test_an_answer_with_its_counts() -> None:
    assert got(completion(chat("好"))) == Answer(
        choices=(Choice(text="好", finish="stop"),), prompt_tokens=3, completion_tokens=4
    )
    text = {"index": 0, "finish_reason": "length", "text": " upon"}
    found = got(completion(text, usage=None), BARE)
    assert found == Answer(choices=(Choice(text=" upon", finish="length"),), prompt_tokens=0, completion_tokens=0)


def test_samples_come_in_the_order_of_their_index() -> None:
    two = Request(messages=HELLO.messages, sampling=Sampling(n=2))
    found = got(completion(chat("b", index=1), chat("a")), two)
    assert isinstance(found, Answer)
    assert [choice.text for choice in found.choices] == ["a", "b"]
    assert fault(completion(chat()), two).kind == "unsupported"


def test_log_probabilities() -> None:
    asked = Sampling(logprobs=True)
    content = {"content": [{"token": "h", "logprob": -0.5}, {"token": "i", "logprob": -1}]}
    found = got(completion(chat(logprobs=content)), Request(messages=HELLO.messages, sampling=asked))
    assert isinstance(found, Answer)
    assert found.choices[0].logprobs == (-0.5, -1.0)
    bare = Request(prompt="x", sampling=asked)
    text = {"index": 0, "finish_reason": "stop", "text": "hi"}
    found = got(completion(text | {"logprobs": {"token_logprobs": [-2.0]}}), bare)
    assert isinstance(found, Answer)
    assert found.choices[0].logprobs == (-2.0,)
    assert fault(completion(text), bare).kind == "unsupported"


def test_an_answer_without_text_is_an_answer() -> None:
    found = got(completion(chat(None, "length")))
    assert isinstance(found, Answer)
    assert found.choices[0] == Choice(text="", finish="length")


def test_halves_of_characters_become_the_mark_for_them() -> None:
    raw = completion(chat()).replace(b'"hi"', rb'"\ud83d\ude00 \ud83d"')
    found = got(raw)
    assert isinstance(found, Answer)
    assert found.choices[0].text == "😀 �"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        completion(chat())[:-5],
        b"[]",
        b"null",
        b'{"choices": []}',
        b'{"choices": [5]}',
        completion({"index": 0, "finish_reason": "stop", "text": "for a prompt, not for messages"}),
        completion(chat(5)),
        completion(chat(), usage={"prompt_tokens": "many"}),
    ],
)
def test_a_body_that_is_no_answer_is_asked_for_again(raw: bytes) -> None:
    found = fault(raw)
    assert (found.kind, found.retry, found.overload) == ("malformed", True, False)


@pytest.mark.parametrize(
    ("status", "kind", "retry", "overload"),
    [
        (400, "bad_request", False, False),
        (401, "bad_request", False, False),
        (404, "bad_request", False, False),
        (422, "bad_request", False, False),
        (408, "timeout", True, True),
        (409, "server_error", True, False),
        (425, "server_error", True, False),
        (429, "rate_limited", True, True),
        (500, "server_error", True, False),
        (503, "server_error", True, True),
        (504, "server_error", True, True),
        (529, "server_error", True, False),
        (204, "server_error", True, False),
        (307, "redirected", False, False),
    ],
)
def test_statuses(status: int, kind: str, retry: bool, overload: bool) -> None:
    found = fault(b'{"error": {"message": "because"}}', status=status)
    assert (found.kind, found.retry, found.overload) == (kind, retry, overload)
    assert kind == "redirected" or f"HTTP {status}: because" in found.message


@pytest.mark.parametrize(
    "words",
    [
        "This model's maximum context length is 2048 tokens. However, you requested 5000 tokens",
        "The decoder prompt (length 5000) is longer than the maximum model length of 2048",
        "the request exceeds the available context size, try increasing it",
        "The input (9000 tokens) is longer than the model's context length (8192 tokens).",
    ],
)
def test_a_prompt_that_does_not_fit_has_its_own_kind(words: str) -> None:
    found = fault(json.dumps({"object": "error", "message": words}).encode(), status=400)
    assert (found.kind, found.retry) == ("too_long", False)
    assert words in found.message
    code = b'{"error": {"message": "no", "code": "context_length_exceeded"}}'
    assert fault(code, status=400).kind == "too_long"


@pytest.mark.parametrize(
    "raw",
    [
        b'{"error": "why"}',
        b'{"message": "why"}',
        b'{"detail": "why"}',
        b'{"error": {"message": "why"}}',
        b"why",
        b"<p>\n why</p>",
        b"why \xff",
    ],
)
def test_the_words_of_the_server_are_found(raw: bytes) -> None:
    assert "why" in fault(raw, status=400).message


def test_a_quota_that_is_spent_is_not_asked_again() -> None:
    found = fault(b'{"error": {"message": "pay", "code": "insufficient_quota"}}', status=429)
    assert (found.kind, found.retry) == ("no_quota", False)


def test_an_error_under_status_200_is_an_error() -> None:
    assert fault(b'{"error": {"message": "upstream", "code": 429}}').kind == "rate_limited"
    assert fault(b'{"error": {"message": "upstream", "code": 400}}').retry is False
    assert fault(b'{"error": "upstream"}').kind == "server_error"
    assert fault(completion(chat(finish="error"))).kind == "server_error"


def test_the_wait_that_the_server_asks_for() -> None:
    assert read(429, {"Retry-After": "12"}, b"", HELLO, 0.0) == Fault(
        kind="rate_limited", message="HTTP 429: the server gave no reason", overload=True, wait=12.0
    )


@given(st.binary() | JSON.map(lambda value: json.dumps(value).encode()), st.integers(200, 599))
def test_no_body_breaks_it(raw: bytes, status: int) -> None:
    assert isinstance(got(raw, status=status), Answer | Fault)
    assert isinstance(got(raw, BARE, status), Answer | Fault)


@given(st.text())
def test_text_comes_through_as_it_is(text: str) -> None:
    assert body_of(Request(prompt="x" + text))["prompt"] == "x" + text
    found = got(completion(chat(text)))
    assert isinstance(found, Answer)
    assert found.choices[0].text == text
