"""How a recipe describes a language-model teacher."""

from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from pipeline import routes
from pipeline.engines.settings import EngineSettings
from pipeline.settings import Settings, Share

Verb = Literal["generate", "evolve", "respond", "critique"]
VERBS: tuple[Verb, ...] = ("generate", "evolve", "respond", "critique")

Asked = str | list[str]
"""An engine's name, or of a critique those of several judges."""


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
    steps: dict[Verb, Asked | dict[str, Asked]] = Field(default_factory=dict)
    """Which engine a verb asks: a name, or names by node of the category tree with "default" for the rest (the paper's
    specialised models). A verb that is not named asks the first engine; `critique: ""` leaves the critique out, and
    `critique: [big, small]` has each answer judged by both (`score.tiers` says which of their tiers counts)."""
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

    @field_validator("steps", mode="before")
    @classmethod
    def routes_are_names(cls, steps: Any) -> Any:
        for verb, route in steps.items() if isinstance(steps, dict) else ():
            for asked in routes.by_node(route).values():
                if not all(isinstance(name, str) for name in (asked if isinstance(asked, list) else [asked])):
                    raise ValueError(
                        f"{verb}: expected an engine's name, a list of judges, or these by node of the category tree; "
                        f"found {asked!r}"
                    )
        return steps

    @model_validator(mode="after")
    def names_exist(self) -> "LLM":
        for verb, route in self.steps.items():
            where = f"steps.{verb}"
            named: dict[str, Asked] = routes.by_node(route)
            for asked in named.values():
                self._check_names(where, verb, asked)
            routes.check_nodes(route, "an engine", f"{where}: ")
        return self

    def _check_names(self, where: str, verb: Verb, asked: Asked) -> None:
        names = [asked] if isinstance(asked, str) else asked
        if asked == "" and verb == "critique":
            return
        if not isinstance(asked, str) and verb != "critique":
            raise ValueError(f"{where}: name one engine; only a critique can have a list of them, its judges")
        if not names:
            raise ValueError(f'{where}: the list of judges is empty; write "" to leave the critique out')
        if len(set(names)) < len(names):
            raise ValueError(f"{where}: a judge is named twice among {', '.join(names)}; each is asked once")
        for name in names:
            if name not in self.engines:
                raise ValueError(f"{where}: no engine is called {name!r}; engines: {', '.join(self.engines)}")

    def engines_at(self, verb: Verb, category: str = "") -> tuple[str, ...]:
        """The engines that a verb asks about a node of the tree: one, but for a critique none or several."""
        return _names(routes.at(self._route(verb), category))

    def engine_of(self, verb: Verb, category: str = "") -> str:
        """The one engine that a verb other than the critique asks about a node."""
        return self.engines_at(verb, category)[0]

    def engines_of(self, verb: Verb) -> list[str]:
        """The names of all engines that a verb may ask."""
        return sorted({name for asked in routes.by_node(self._route(verb)).values() for name in _names(asked)})

    def _route(self, verb: Verb) -> Any:
        return self.steps.get(verb, next(iter(self.engines)))

    def sampling_of(self, verb: str) -> SamplingSettings:
        return self.sampling.get(verb, SAMPLING[verb])  # type: ignore[call-overload]

    @property
    def criticises(self) -> bool:
        """Whether a critique is asked for anywhere in the tree."""
        return bool(self.engines_of("critique"))


def _names(asked: Asked) -> tuple[str, ...]:
    """The engines that a route names; none where a critique is left out."""
    return tuple(name for name in ([asked] if isinstance(asked, str) else asked) if name)
