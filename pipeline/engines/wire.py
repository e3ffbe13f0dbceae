"""The language of OpenAI-compatible servers: a request as a path and a JSON body, a body as an answer or a fault.

Pure functions. What they accept is what vLLM, SGLang, llama.cpp and hosted services send; see the OpenAI API reference
for chat completions and completions.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.engines.backoff import retry_after
from pipeline.engines.base import Choice, Request

CHAT, TEXT = "chat/completions", "completions"
"""Where messages go and where bare prompts go, below the server's base URL."""

RETRIED = frozenset({408, 409, 425, 429})
"""Client errors that may pass; the other 4xx would only be refused again."""
OVERLOAD = frozenset({408, 429, 503, 504})

TOO_LONG = re.compile(
    r"context[ _]?(length|size|window)|maximum model length|max_model_len|prompt is too long|too many (input )?tokens",
    re.IGNORECASE,
)
"""How vLLM, SGLang, llama.cpp and hosted services say that a prompt does not fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A whole answer, read. Token counts are 0 if the server does not count."""

    choices: tuple[Choice, ...]
    prompt_tokens: int
    completion_tokens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """An attempt that got no answer. `wait` is what the server asks for, in seconds."""

    kind: str
    message: str
    retry: bool = True
    overload: bool = False
    wait: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """What requests to one server have in common.

    `limit_field` is the name of the field for `max_tokens` (some hosted models want `max_completion_tokens`), `extra`
    holds fields that every body carries (None leaves one of ours out), and `user_turn` is the text that an empty
    prompt stands for.
    """

    model: str
    limit_field: str = "max_tokens"
    extra: Mapping[str, Any]
    user_turn: str = ""


def write(request: Request, dialect: Dialect) -> tuple[str, bytes] | Fault:
    """The path below the base URL and the body; a fault for what cannot be asked."""
    if bool(request.messages) == (request.prompt is not None):
        return _refused("a request holds either messages or a prompt, and not both: give exactly one of them")
    body: dict[str, Any] = {"model": dialect.model}
    if request.messages:
        path = CHAT
        body["messages"] = request.messages
    else:
        path = TEXT
        body["prompt"] = request.prompt or dialect.user_turn
        if not body["prompt"]:
            return _refused(
                "an empty prompt stands for the chat template up to the user's turn, which a server does not tell: "
                "give that text as the engine's user_turn"
            )
    body |= _sampling(request, dialect.limit_field) | dict(dialect.extra)
    body = {field: value for field, value in body.items() if value is not None}
    try:
        return path, json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        return _refused("the text holds half of a surrogate pair, which UTF-8 cannot carry: replace that character")
    except (TypeError, ValueError) as error:
        return _refused(f"the request cannot be written as JSON: {error}")


def _sampling(request: Request, limit_field: str) -> dict[str, Any]:
    """The fields that say how to draw; what is left at its default is left out, for servers that know few fields."""
    asked = request.sampling
    fields: dict[str, Any] = {
        "temperature": asked.temperature,
        "top_p": asked.top_p,
        limit_field: asked.max_tokens,
    }
    if asked.seed is not None:
        fields["seed"] = asked.seed
    if asked.stop:
        fields["stop"] = list(asked.stop)
    if asked.n != 1:
        fields["n"] = asked.n
    if asked.json_schema is not None:
        schema = {"name": "answer", "schema": asked.json_schema, "strict": True}
        fields["response_format"] = {"type": "json_schema", "json_schema": schema}
    if asked.logprobs:
        # For bare prompts the field counts alternatives; with 0 some servers leave out the drawn token too.
        fields["logprobs"] = True if request.messages else 1
    return fields


def read(status: int, headers: Mapping[str, str], raw: bytes, request: Request, now: float) -> Answer | Fault:
    """What a response says. `now` is in seconds since 1970, for a Retry-After that is a date."""
    if status == 200:
        return _answer(raw, request)
    if 300 <= status < 400:
        return Fault(
            kind="redirected",
            message=f"the server redirects (HTTP {status}) to {headers.get('Location', 'nowhere')}, and redirects are "
            "not followed, since the key would go along: give the final address as url",
            retry=False,
        )
    return _status(status, _words(raw), retry_after(headers, now))


def _status(status: int, words: str, wait: float | None) -> Fault:
    message = f"HTTP {status}: {words or 'the server gave no reason'}"
    if status == 429 and "insufficient_quota" in words:
        return Fault(kind="no_quota", message=message, retry=False)
    if status in RETRIED or not 400 <= status < 500:
        kind = {408: "timeout", 429: "rate_limited"}.get(status, "server_error")
        return Fault(kind=kind, message=message, overload=status in OVERLOAD, wait=wait)
    return Fault(kind="too_long" if TOO_LONG.search(words) else "bad_request", message=message, retry=False)


def _answer(raw: bytes, request: Request) -> Answer | Fault:
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError) as error:
        return Fault(kind="malformed", message=f"the body of {len(raw):,} bytes is not whole JSON: {error}")
    if isinstance(data, dict) and data.get("error"):
        return _error_in_200(data["error"], raw)
    try:
        return _choices(data, request)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        return Fault(kind="malformed", message=f"the body is not a completion ({type(error).__name__}: {error})")


def _error_in_200(error: Any, raw: bytes) -> Fault:
    """Gateways answer 200 before the model has; what fails later they put into the body."""
    code = error.get("code") if isinstance(error, dict) else None
    return _status(code if isinstance(code, int) and 400 <= code < 600 else 500, _words(raw), None)


def _choices(data: dict[str, Any], request: Request) -> Answer | Fault:
    """Raises AttributeError, KeyError, TypeError or ValueError if the schema is wrong."""
    if not data["choices"]:
        raise ValueError("choices is empty")
    found = sorted(data["choices"], key=lambda choice: int(choice.get("index", 0)))
    if any(choice["finish_reason"] in ("error", "abort") for choice in found):
        return Fault(kind="server_error", message="the server broke off while it answered")
    asked = request.sampling
    if len(found) != asked.n:
        return _unsupported(f"{len(found)} samples came where {asked.n} were asked for: ask with n 1 and other seeds")
    choices = tuple(_choice(choice, bool(request.messages)) for choice in found)
    if asked.logprobs and any(choice.text and not choice.logprobs for choice in choices):
        return _unsupported("log-probabilities were asked for and none came: ask without, or of another server")
    usage = data.get("usage") or {}
    return Answer(
        choices=choices,
        prompt_tokens=_count(usage.get("prompt_tokens")),
        completion_tokens=_count(usage.get("completion_tokens")),
    )


def _choice(choice: dict[str, Any], chat: bool) -> Choice:
    text = choice["message"]["content"] if chat else choice["text"]
    if text is None and chat:
        text = ""  # the API's word for an answer without text: a refusal, or all tokens spent on reasoning
    if not isinstance(text, str):
        raise TypeError(f"text is {type(text).__name__}")
    return Choice(
        text=_whole_characters(text),
        finish=str(choice["finish_reason"] or ""),
        logprobs=_logprobs(choice.get("logprobs"), chat),
    )


def _logprobs(found: dict[str, Any] | None, chat: bool) -> tuple[float, ...]:
    if not found:
        return ()
    numbers = [token["logprob"] for token in found["content"] or ()] if chat else found["token_logprobs"] or ()
    return tuple(float(number) for number in numbers)


def _count(value: Any) -> int:
    if value is None:
        return 0
    if not isinstance(value, int) or value < 0:
        raise ValueError(f"a token count is {value!r}")
    return value


def _whole_characters(text: str) -> str:
    """Halves of surrogate pairs (an emoji cut by the token limit, written as an escape) become U+FFFD: UTF-8 cannot
    hold them."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _words(raw: bytes) -> str:
    """What a server says went wrong, on one line, whatever the form of the body."""
    text = raw.decode("utf-8", "replace")
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = None
    if isinstance(data, dict):
        error = data.get("error", data)
        if isinstance(error, dict):
            parts = [error.get("message") or error.get("detail"), error.get("code"), error.get("type")]
            text = "; ".join(str(part) for part in parts if part) or text
        else:
            text = str(error)
    return " ".join(text.split())


def _refused(message: str) -> Fault:
    return Fault(kind="bad_request", message=message, retry=False)


def _unsupported(message: str) -> Fault:
    """The server leaves out what was asked for. Sending again would be paid for and change nothing."""
    return Fault(kind="unsupported", message=message, retry=False)
