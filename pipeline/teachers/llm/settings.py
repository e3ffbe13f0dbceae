"""How a recipe describes a language-model teacher."""

from typing import Any, Literal

from pydantic import Field, model_validator

from pipeline.engines.settings import EngineSettings
from pipeline.settings import Settings, Share
from prompts.tree import require

Verb = Literal["generate", "evolve", "respond", "critique"]
VERBS: tuple[Verb, ...] = ("generate", "evolve", "respond", "critique")
DEFAULT = "default"


class SamplingSettings(Settings):
    """How a verb samples. Seeds come from the run's seed, the record and the attempt."""

    temperature: float = Field(0.7, ge=0)
    top_p: float = Field(1.0, gt=0, le=1)
    max_tokens: int = Field(1024, ge=1)
    stop: tuple[str, ...] = ()


SAMPLING: dict[str, SamplingSettings] = {
    "generate": SamplingSettings(temperature=1.0),
    "evolve": SamplingSettings(temperature=0.8),
    "respond": SamplingSettings(temperature=0.7, max_tokens=2048),
    "critique": SamplingSettings(temperature=0.0),
}
"""The project's own defaults: variety where instructions are made, none where they are judged."""


class LLM(Settings):
    """A teacher that asks language models."""

    kind: Literal["llm"]
    engines: dict[str, EngineSettings] = Field(min_length=1)
    """Engines by name."""
    steps: dict[Verb, str | dict[str, str]] = Field(default_factory=dict)
    """Which engine a verb asks: a name, or names by node of the category tree with "default" for the rest (the paper's
    specialised models). A verb that is not named asks the first engine; `critique: ""` leaves the critique out."""
    templates: dict[Verb, list[str]] = Field(default_factory=dict)
    """Ids of the prompt templates that a verb draws from, without the language; all of the verb's by default."""
    prompts: str = ""
    """A folder of templates of one's own, beside those that come with Gristmill."""
    sampling: dict[Verb, SamplingSettings] = Field(default_factory=dict)
    styled: Share = 0.7
    """Share of the instructions that are asked for in a drawn style, attitude and difficulty."""
    retries: int = Field(2, ge=0, le=10)
    """How often an answer that cannot be parsed is asked for again, with the parser's complaint."""
    in_flight: int = Field(16, ge=1)
    """Shards worked on at once in each process, so that the engine always has requests waiting."""
    budget: int | None = Field(None, ge=1)
    """Tokens, of prompts and completions, after which no further round of augmentation begins."""

    @model_validator(mode="after")
    def names_exist(self) -> "LLM":
        for verb, route in self.steps.items():
            routes = {DEFAULT: route} if isinstance(route, str) else route
            for node, engine in routes.items():
                if node != DEFAULT:
                    require(node)
                if engine not in self.engines and not (verb == "critique" and engine == ""):
                    known = ", ".join(self.engines)
                    raise ValueError(f"steps.{verb}: no engine is called {engine!r}; engines: {known}")
            if DEFAULT not in routes:
                raise ValueError(f"steps.{verb}: name an engine for {DEFAULT!r}, for the nodes that are not listed")
        return self

    def engine_of(self, verb: str, category: str = "") -> str:
        """The name of the engine that a verb asks about a node of the tree; "" for none."""
        route: Any = self.steps.get(verb, next(iter(self.engines)))  # type: ignore[call-overload]
        if isinstance(route, str):
            return route
        above = [node for node in route if category == node or category.startswith(f"{node}/")]
        found: str = route[max(above, key=len, default=DEFAULT)]
        return found

    def engines_of(self, verb: str) -> list[str]:
        """The names of all engines that a verb may ask."""
        route: Any = self.steps.get(verb, next(iter(self.engines)))  # type: ignore[call-overload]
        return sorted({name for name in ([route] if isinstance(route, str) else route.values()) if name})

    def sampling_of(self, verb: str) -> SamplingSettings:
        return self.sampling.get(verb, SAMPLING[verb])  # type: ignore[call-overload]

    @property
    def criticises(self) -> bool:
        return self.steps.get("critique") != ""
