"""The recipe of `gristmill curate`: which filters an existing data set goes through. None is on unless it is named."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from filters.verdict import Level
from filters.verify import checkers
from pipeline.recipe import Recipe
from pipeline.recipe_file import RecipeFile, checked, read
from pipeline.sections import CuratedDedup, Decontaminate, Labels, Output, Quotas, Rules
from pipeline.settings import Settings
from pipeline.teachers.procedural.registry import family_class, names


class Columns(Settings):
    """Where the rows hold what: names of columns, with dots for what lies deeper ("instances.0.input").

    One of `messages`, `text`, or `prompt` with `response`.
    """

    messages: str = ""
    """A list of turns: role and content, or from and value."""
    prompt: str = ""
    input: str = ""
    """Follows the prompt in a paragraph of its own, where it is not empty."""
    response: str = ""
    text: str = ""
    """A document."""
    system: str = ""

    @model_validator(mode="after")
    def one_form(self) -> "Columns":
        forms = [bool(self.messages), bool(self.text), bool(self.prompt or self.response or self.input)]
        if sum(forms) != 1 or bool(self.prompt) != bool(self.response):
            raise ValueError("name one of: messages; text; prompt and response (with input, if there is one)")
        return self


class Check(Settings):
    """A checker of filters/verify over every answer. Its `args` may come from the row: "$name" is what the column
    holds ("$$" begins a text with "$"), {column: name, after: "####"} what follows the last such mark in it."""

    checker: str
    args: dict[str, Any] = Field(default_factory=dict)
    level: Literal["", "proved", "executed", "constraint"] = ""
    """What a pass is worth; by default what the task families claim by the same checker."""

    @model_validator(mode="after")
    def known(self) -> "Check":
        if self.checker not in checkers():
            raise ValueError(f"unknown checker {self.checker!r}; known: {', '.join(checkers())}")
        claimed = claims().get(self.checker, "")
        if not self.level and not claimed:
            raise ValueError(f"say what a pass of {self.checker!r} is worth: level: proved, executed or constraint")
        if self.level and claimed and self.level != claimed:
            raise ValueError(f"a pass of {self.checker!r} is worth {claimed!r}, not {self.level!r}")
        return self

    @property
    def worth(self) -> str:
        return self.level or claims()[self.checker]


def claims() -> dict[str, str]:
    """The level that the task families claim by each of their checkers."""
    return {one.checker: Level(one.level).value for one in map(family_class, names())}


class Curation(RecipeFile):
    columns: Columns | None = None
    """Recognised from the first rows of each file when not given."""
    rules: Rules | None = None
    check: Check | None = None
    labels: Labels | None = None
    decontaminate: Decontaminate | None = None
    dedup: CuratedDedup | None = None
    balance: Quotas | None = None
    test_share: Annotated[float, Field(ge=0.0, le=0.5)] = 0.05
    """Share of the prompts that are held out, where a row does not say itself to which split it belongs."""
    output: Output = Output()

    @property
    def wanted(self) -> dict[str, int]:
        return self.balance.wanted if self.balance else {}

    @property
    def stages(self) -> list[str]:
        named = {
            "lines": self.dedup and self.dedup.lines,
            "rules": self.rules,
            "check": self.check,
            "label": self.labels,
            "decontaminate": self.decontaminate,
            "known": self.dedup and self.dedup.against,
            "dedup": self.dedup or self.balance,
            "balance": self.balance,
        }
        return ["read", "rows", *(stage for stage, section in named.items() if section)]


def load(path: str | Path, overrides: Sequence[str] = ()) -> Curation:
    """Read and check a recipe of `gristmill curate`. Raises UserError with the file, the key and what is allowed."""
    return checked(Curation, read(path, overrides), str(path))


def of_sections(name: str, **sections: Any) -> Curation:
    """A recipe with these sections alone, in which no row is held out. Raises UserError."""
    return checked(Curation, {"name": name, "licence": "other", "test_share": 0.0, **sections}, "options")


def either(data: Mapping[str, Any], where: str) -> Recipe | Curation:
    """A recipe of either kind from plain data: one that makes data has seeds. Raises UserError."""
    return checked(Recipe, data, where) if "seeds" in data else checked(Curation, data, where)
