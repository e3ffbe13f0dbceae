"""The sections of a recipe that belong to steps of the flow, each with its defaults and where they come from."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from filters.rules import Limits, active, words
from pipeline.settings import Settings, Share
from pipeline.teachers.procedural.evolution import OPERATORS
from prompts.tree import require


class Generate(Settings):
    per_seed: int = Field(1, ge=1, le=64)
    """Instructions drawn from each seed, each from another family."""
    languages: dict[Literal["en", "zh"], float] = {"en": 0.8, "zh": 0.2}
    """Weights of the languages, where a family speaks more than one."""


class Evolve(Settings):
    rounds: int = Field(1, ge=0, le=8)
    share: Share = 0.4
    """Share of the instructions that each round tries to change."""
    operators: dict[str, Annotated[float, Field(ge=0.0)]] = Field(default_factory=dict)
    """Weights of operators that differ from their own; 0 leaves one out. See evolution/ of the procedural teacher."""

    @model_validator(mode="after")
    def operators_exist(self) -> "Evolve":
        for name in self.operators:
            if name not in OPERATORS:
                raise ValueError(f"unknown operator {name!r}; allowed: {', '.join(OPERATORS)}")
        if self.rounds and not any(self.weights().values()):
            raise ValueError("every operator has weight 0: set rounds to 0, or give one a weight")
        return self

    def weights(self) -> dict[str, float]:
        """The weight of every operator."""
        return {name: self.operators.get(name, operator.weight) for name, operator in OPERATORS.items()}


class Respond(Settings):
    candidates: int = Field(3, ge=1, le=64)
    slip_rate: Share = 0.15
    """Share of the candidates that are wrong on purpose, so that the checks have something to catch."""


class Score(Settings):
    min_agreement: Share = 0.0
    """Least share of the candidates that must agree with the chosen answer."""
    min_tier: int = Field(3, ge=1, le=4)
    """Least tier of the critique (1 to 4) for answers that no checker can check."""


def _usable(limits: Limits) -> Limits:
    """Limits that name known rules and, where they name one, a list of words that can be read."""
    active(limits)
    if limits.words.file:
        words.read(limits.words.file)
    return limits


Rules = Annotated[Limits, AfterValidator(_usable)]
"""Rule filters on the text of a record; each family of filters/rules/ says where its defaults come from."""


class Dedup(Settings):
    near: bool = True
    threshold: Annotated[float, Field(gt=0.0, lt=1.0)] = 0.7
    """Jaccard similarity of the sets of shingles from which two texts are near-duplicates."""
    permutations: int = Field(128, ge=16, le=1024)
    shingle: int = Field(5, ge=1, le=32)
    """Words (characters for Chinese) in a shingle."""


class Balance(Settings):
    max_share: Annotated[float, Field(gt=0.0, le=1.0)] = 1.0
    """No family makes more than this share of the kept records."""
    target: int | None = Field(None, ge=1)
    """Keep so many records."""
    nodes: dict[str, Annotated[float, Field(gt=0)]] = Field(default_factory=dict)
    """Records to keep at or below nodes of the category tree: whole numbers, or below 1 shares of `target`."""
    rounds: int = Field(2, ge=0, le=16)
    """Rounds in which more is made where `target` or a node is short; none without either."""
    capacities: bool = True
    """Keep of each family at most what it can give before its records repeat each other."""

    @model_validator(mode="after")
    def nodes_exist(self) -> "Balance":
        for node in self.nodes:
            require(node)
        if self.target is None and any(amount < 1 for amount in self.nodes.values()):
            raise ValueError("nodes below 1 are shares of target, and target is not given")
        if self.target is not None and self._promised() > self.target:
            raise ValueError(f"nodes ask for {self._promised():.0f} records, target is {self.target}")
        return self

    def _promised(self) -> float:
        return sum(amount * (self.target or 0) if amount < 1 else amount for amount in self.nodes.values())

    @property
    def augmentations(self) -> int:
        return self.rounds if self.nodes or self.target is not None else 0


class Output(Settings):
    shards: int | None = Field(None, ge=1, le=4096)
    """Files of the train split; chosen by size (about 200 MB each) when not given."""
    compression_level: int = Field(3, ge=1, le=19)
