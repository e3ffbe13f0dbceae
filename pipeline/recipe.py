"""The recipe of a run that makes data: everything that decides its bytes, as YAML, checked key by key."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from filters.rules import Limits
from pipeline.recipe_file import RecipeFile, checked, read
from pipeline.sections import (
    Balance,
    Decontaminate,
    Dedup,
    Evolve,
    Generate,
    Output,
    Preferences,
    Respond,
    Rules,
    Sandbox,
    Score,
)
from pipeline.settings import Settings
from pipeline.teachers.llm.settings import LLM
from pipeline.teachers.procedural.registry import BUILT_IN, family, names

Limit = dict[Literal["document", "code"], Annotated[int, Field(ge=0)]]
"""At most so many seeds of a kind, drawn by a keyed choice; a kind that is not named has no limit."""


class Python(Settings):
    """The Python standard library of this machine: functions and docstrings."""

    kind: Literal["python"]
    limit: Limit = Field(default_factory=dict)


class Documents(Settings):
    """A file or a folder of documents and source code of one's own."""

    kind: Literal["documents"]
    path: str
    licence: str = ""
    limit: Limit = Field(default_factory=dict)


class Procedures(Settings):
    """Seeds without text, for the families that need none."""

    kind: Literal["procedures"]
    count: int = Field(ge=1)


Source = Annotated[Python | Documents | Procedures, Field(discriminator="kind")]


class Seeds(Settings):
    sources: list[Source] = Field(min_length=1)
    near_duplicates: bool = True
    """Drop seeds that are near-duplicates of another seed, by the settings of `dedup`."""


class Procedural(Settings):
    """The embedded teacher: `families` names those to use (all by default), each with its settings and `weight`."""

    kind: Literal["procedural"] = "procedural"
    families: dict[str, dict[str, Any]] = {name: {} for name in BUILT_IN}

    @model_validator(mode="after")
    def known(self) -> "Procedural":
        for name, settings in self.families.items():
            if name not in names():
                raise ValueError(f"unknown family {name!r}; allowed: {', '.join(names())}")
            if own := {key: value for key, value in settings.items() if key != "weight"}:
                family(name, own)
            if not isinstance(weight := settings.get("weight", 1), int | float) or weight <= 0:
                raise ValueError(f"family {name!r}: weight must be a number above 0 (found {weight!r})")
        return self


def _kinded(teacher: Any) -> Any:
    """A teacher without a kind is the embedded one."""
    return {"kind": "procedural", **teacher} if isinstance(teacher, dict) else teacher


ROUND = ("augment", "generate", "evolve", "respond", "critique", "score", "rules", "decontaminate", "known")
"""The stages that a round of augmentation goes through again."""


class Recipe(RecipeFile):
    seeds: Seeds
    teacher: Annotated[Procedural | LLM, Field(discriminator="kind"), BeforeValidator(_kinded)] = Procedural()
    generate: Generate = Generate()
    evolve: Evolve = Evolve()
    respond: Respond = Respond()
    score: Score = Score()
    preferences: Preferences = Preferences()
    rules: Rules = Limits()
    decontaminate: Decontaminate | None = None
    dedup: Dedup = Dedup()
    balance: Balance = Balance()
    sandbox: Sandbox = Sandbox()
    test_share: Annotated[float, Field(ge=0.0, le=0.5)] = 0.05
    """Share of the seeds whose records are held out."""
    output: Output = Output()

    @model_validator(mode="after")
    def shares_can_hold(self) -> "Recipe":
        families = len(self.families)
        if families and families * self.balance.max_share < 1.0:
            raise ValueError(
                f"balance.max_share {self.balance.max_share} cannot hold with {families} families: "
                f"it must be at least {1 / families:.3f}"
            )
        return self

    @property
    def families(self) -> dict[str, dict[str, Any]]:
        """The task families of the embedded teacher, with their settings; none for another teacher."""
        return self.teacher.families if isinstance(self.teacher, Procedural) else {}

    @property
    def criticises(self) -> bool:
        """Whether a critique model judges the answers."""
        return isinstance(self.teacher, LLM) and self.teacher.criticises

    @property
    def wanted(self) -> dict[str, int]:
        return self.balance.wanted

    @property
    def prices(self) -> dict[str, dict[str, float]]:
        """Of a million tokens, by engine and kind."""
        engines = self.teacher.engines if isinstance(self.teacher, LLM) else {}
        return {name: engine.prices.model_dump() for name, engine in engines.items()}

    @property
    def stages(self) -> list[str]:
        """Answers that are computed are not judged."""
        critique = ["critique"] if self.criticises else []
        before = ["read", "seeds", "seed_dedup", "augment", "generate", "evolve", "respond"]
        elsewhere = ["decontaminate"] * bool(self.decontaminate) + ["known"] * bool(self.dedup.against)
        return [*before, *critique, "score", "rules", *elsewhere, "dedup", "balance"]

    @property
    def unsifted(self) -> str:
        """The stage whose records are compared with each other."""
        return self.stages[-3]

    @property
    def again(self) -> dict[str, int]:
        return dict.fromkeys(ROUND, self.balance.augmentations)


def load(path: str | Path, overrides: Sequence[str] = ()) -> Recipe:
    """Read and check a recipe; see pipeline.recipe_file.read. Raises UserError with the file, the key and what is
    allowed there."""
    return check(read(path, overrides), str(path))


def check(data: Mapping[str, Any], where: str = "recipe") -> Recipe:
    """A recipe from plain data. Raises UserError, one line a mistake."""
    return checked(Recipe, data, where)
