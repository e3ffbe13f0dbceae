"""The recipe: everything that decides the bytes of a data set, as YAML, checked key by key."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from io import StringIO
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError, model_validator
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from filters.rules import Limits
from pipeline.errors import UserError
from pipeline.keyed import canonical, digest
from pipeline.sections import Balance, Dedup, Evolve, Generate, Output, Respond, Rules, Score
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


SOURCES: dict[str, type[Settings]] = {"python": Python, "documents": Documents, "procedures": Procedures}
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


class Recipe(Settings):
    name: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")
    seed: int = 0
    work_shards: int = Field(16, ge=1, le=4096)
    """Pieces that the work is cut into: the most workers that can share it. Part of the recipe, so that the number
    of workers changes nothing."""
    licence: str = "apache-2.0"
    """Of the data set, as the card states it."""
    seeds: Seeds
    teacher: Annotated[Procedural | LLM, Field(discriminator="kind"), BeforeValidator(_kinded)] = Procedural()
    generate: Generate = Generate()
    evolve: Evolve = Evolve()
    respond: Respond = Respond()
    score: Score = Score()
    rules: Rules = Limits()
    dedup: Dedup = Dedup()
    balance: Balance = Balance()
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
    def prices(self) -> dict[str, dict[str, float]]:
        """Of a million tokens, by engine and kind."""
        engines = self.teacher.engines if isinstance(self.teacher, LLM) else {}
        return {name: engine.prices.model_dump() for name, engine in engines.items()}

    @property
    def hash(self) -> str:
        return digest("recipe", canonical(self.resolved()))

    def resolved(self) -> dict[str, Any]:
        """Every key with its value, defaults included."""
        return self.model_dump(mode="json")

    def to_yaml(self) -> str:
        stream = StringIO()
        writer = YAML()
        writer.default_flow_style = False
        writer.dump(self.resolved(), stream)
        return stream.getvalue()


def load(path: str | Path, overrides: Sequence[str] = ()) -> Recipe:
    """Read and check a recipe; `overrides` are "dotted.key=value" texts that replace or add single keys.

    Raises UserError with the file, the key and what is allowed there.
    """
    path = Path(path)
    if not path.is_file():
        raise UserError(f"{path}: no such recipe file; recipes that come with Gristmill are in recipes/")
    try:
        data = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    except YAMLError as error:
        raise UserError(f"{path}: not valid YAML: {' '.join(str(error).split())}") from None
    except UnicodeDecodeError:
        raise UserError(f"{path}: not UTF-8 text") from None
    if not isinstance(data, dict):
        raise UserError(f"{path}: a recipe is a mapping of keys; found {type(data).__name__}")
    for override in overrides:
        _override(data, override)
    return check(data, str(path))


def check(data: dict[str, Any], where: str = "recipe") -> Recipe:
    """A recipe from plain data. Raises UserError, one line a mistake."""
    try:
        return Recipe.model_validate(data)
    except ValidationError as error:
        raise UserError("\n".join(f"{where}: {_sentence(problem)}" for problem in error.errors())) from None


def differences(one: dict[str, Any], other: dict[str, Any], prefix: str = "") -> list[str]:
    """The dotted keys in which two resolved recipes differ, with both values."""
    found = []
    for key in sorted({*one, *other}):
        left, right = one.get(key), other.get(key)
        if isinstance(left, dict) and isinstance(right, dict):
            found += differences(left, right, f"{prefix}{key}.")
        elif left != right:
            found.append(f"{prefix}{key}: {left!r} there, {right!r} here")
    return found


def _override(data: dict[str, Any], override: str) -> None:
    key, equals, value = override.partition("=")
    if not equals or not key:
        raise UserError(f"--set {override}: expected key=value, such as --set seed=7 or --set dedup.threshold=0.8")
    *parents, last = key.split(".")
    node: Any = data
    for part in parents:
        if isinstance(node, list) and part.isdigit() and int(part) < len(node):
            node = node[int(part)]
        elif isinstance(node, dict):
            node = node.setdefault(part, {})
        else:
            raise UserError(f"--set {override}: there is no key {part!r} to go into")
    parsed = YAML(typ="safe").load(value)
    if isinstance(node, list) and last.isdigit() and int(last) < len(node):
        node[int(last)] = parsed
    elif isinstance(node, dict):
        node[last] = parsed
    else:
        raise UserError(f"--set {override}: {'.'.join(parents) or 'the recipe'} is not a mapping")


def _sentence(problem: Any) -> str:
    """One of pydantic's problems as a sentence that names the key and what is allowed there."""
    kind, where = problem["type"], ".".join(str(part) for part in problem["loc"])
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        return f"unknown key {where!r}; {_allowed(problem['loc'])}"
    if kind == "missing":
        return f"key {where!r} is missing"
    message = problem["msg"].removeprefix("Value error, ")
    found = "" if isinstance(problem["input"], dict | list) else f" (found {problem['input']!r})"
    return f"{where}: {message[0].lower() + message[1:]}{found}".removeprefix(": ")


def _allowed(location: tuple[str | int, ...]) -> str:
    """The keys that may stand where an unknown one was found."""
    model: Any = Recipe
    for part in location[:-1]:
        if isinstance(part, int):
            continue
        if part in SOURCES:
            model = SOURCES[str(part)]
            continue
        model = _keys(model).get(part)
    keys = _keys(model)
    return f"allowed here: {', '.join(keys)}" if keys else "see the recipe in the README for the keys there are"


def _keys(model: Any) -> dict[str, Any]:
    """The keys of a section with their types; none for anything else."""
    if is_dataclass(model):
        return {one.name: one.type for one in fields(model)}
    return {name: field.annotation for name, field in getattr(model, "model_fields", {}).items()}
