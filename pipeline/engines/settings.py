"""How a recipe describes its engines."""

from typing import Annotated, Any, Literal

from pydantic import Field

from pipeline.settings import Settings


class Prices(Settings):
    """Of a million tokens, in whatever currency the user counts in."""

    prompt: float = Field(0.0, ge=0)
    completion: float = Field(0.0, ge=0)


class VllmSettings(Settings):
    """vLLM in process, one engine a worker process."""

    kind: Literal["vllm"]
    model: str
    """A folder, or a name that vLLM can load."""
    revision: str = ""
    options: dict[str, Any] = Field(default_factory=dict)
    """vLLM's own engine arguments: tensor_parallel_size, max_model_len, gpu_memory_utilization, …"""
    prices: Prices = Prices()


class EndpointSettings(Settings):
    """A server that speaks OpenAI's protocol."""

    kind: Literal["endpoint"]
    url: str = Field(pattern=r"^https?://")
    """Up to and including /v1."""
    model: str
    revision: str = ""
    key_variable: str = ""
    """The environment variable that holds the key; the key itself is never part of a recipe."""
    concurrency: int = Field(256, ge=1)
    """The most requests in flight; fewer when the server says it has enough."""
    timeout: float = Field(600.0, gt=0)
    """Seconds for one whole answer."""
    idle_timeout: float = Field(60.0, gt=0)
    """Seconds for a pause within an answer."""
    retries: int = Field(6, ge=0)
    extra: dict[str, Any] = Field(default_factory=dict)
    """Fields for the body of every request, such as `top_k`; null leaves a field out."""
    limit_field: str = Field("max_tokens", min_length=1)
    """The server's name for the most tokens of an answer; some hosted models want `max_completion_tokens`."""
    user_turn: str = ""
    """The model's chat template up to the user's turn, which Magpie goes on from: a server does not tell it."""
    prices: Prices = Prices()


class ReplaySettings(Settings):
    """Answers from the call log of an earlier run, and from nowhere else."""

    kind: Literal["replay"]
    calls: str
    """The folder `calls` of that run."""
    identity: str
    """Model and revision as that run recorded them (column `identity`)."""
    prices: Prices = Prices()


EngineSettings = Annotated[VllmSettings | EndpointSettings | ReplaySettings, Field(discriminator="kind")]
