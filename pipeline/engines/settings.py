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
    retries: int = Field(6, ge=0)
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
