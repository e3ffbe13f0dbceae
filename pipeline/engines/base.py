"""What an engine is: many requests in, for each one completion or one error, as they come.

An engine belongs to a process and is shared by its threads. Requests are independent: a bad one never fails its
neighbours, and an error is a value. What may change an answer is in the request or in the engine's identity, so that
a key over both names the answer (pipeline/calls.py).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

Message = dict[str, str]
"""{"role": "system" | "user" | "assistant", "content": text}."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampling:
    """How a completion is drawn. Every request carries its own."""

    temperature: float = 0.7
    top_p: float = 1.0
    max_tokens: int = 1024
    seed: int | None = None
    stop: tuple[str, ...] = ()
    n: int = 1
    """Samples from one prompt."""
    json_schema: dict[str, Any] | None = None
    """The engine makes the answer a JSON value of this schema."""
    logprobs: bool = False
    """Ask for the log-probability of each token of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One question to a model.

    Exactly one of `messages` (the engine applies the model's own chat template) and `prompt` (text that goes to the
    model as it is; for Magpie, "" means the chat template up to the user's turn) is given.
    """

    messages: tuple[Message, ...] = ()
    prompt: str | None = None
    sampling: Sampling = field(default_factory=Sampling)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One sample. `finish` is "stop", "length" or what else the engine says; `logprobs` is one number a token."""

    text: str
    finish: str
    logprobs: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    choices: tuple[Choice, ...]
    prompt_tokens: int
    completion_tokens: int
    """Over all choices."""
    seconds: float
    """From sending to the whole answer."""
    retries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineError:
    """A request that got no answer: a word for machines ("timeout", "bad_request", "too_long", "engine_died",
    "server_error", "malformed", …) and a sentence for people."""

    kind: str
    message: str
    retries: int = 0


Result = Completion | EngineError
Done = Callable[[int, Result], None]
"""Called once for each request, with its place, in the order in which the results come; from any thread."""


class Engine(Protocol):
    name: str
    """The engine's name in the recipe."""
    identity: str
    """Model and revision: what, beside the request, decides the answer."""

    def ask(self, requests: Sequence[Request], done: Done) -> None:
        """Put all requests at once; return when `done` has been called for each. Safe to call from several threads:
        what they ask is in flight together."""

    def close(self) -> None:
        """Free the model or the connections; processes that the engine started end."""
