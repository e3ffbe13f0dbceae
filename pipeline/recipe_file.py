"""What every recipe file has in common: how it is read, overridden key by key, checked, hashed and written back."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from io import StringIO
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, Field, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from pipeline.errors import UserError
from pipeline.keyed import canonical, digest
from pipeline.settings import Settings


class RecipeFile(Settings):
    """A recipe of any kind: it decides the bytes of a data set."""

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")
    seed: int = 0
    work_shards: int = Field(16, ge=1, le=4096)
    """Pieces that the work is cut into: the most workers that can share it. Part of the recipe, so that the number
    of workers changes nothing."""
    licence: str = "apache-2.0"
    """Of the data set, as the card states it."""

    @property
    def stages(self) -> list[str]:
        """The stages that keep books, in the order of the flow."""
        raise NotImplementedError(type(self).__name__)

    @property
    def again(self) -> dict[str, int]:
        """How many more times than once a stage goes over every shard; stages that are not named: none."""
        return {}

    @property
    def wanted(self) -> dict[str, int]:
        """Records to keep by node of the category tree."""
        return {}

    @property
    def prices(self) -> dict[str, dict[str, float]]:
        """Of a million tokens, by engine and kind; empty where no model is asked."""
        return {}

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


Kind = TypeVar("Kind", bound=RecipeFile)


def read(path: str | Path, overrides: Sequence[str] = ()) -> dict[str, Any]:
    """The keys of a recipe file; `overrides` are "dotted.key=value" texts that replace or add single keys.

    Raises UserError with the file and what is wrong with it.
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
    return data


def checked(kind: type[Kind], data: Mapping[str, Any], where: str) -> Kind:
    """A recipe from plain data. Raises UserError, one line a mistake."""
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        raise UserError("\n".join(f"{where}: {_sentence(kind, problem)}" for problem in error.errors())) from None


def differences(one: Mapping[str, Any], other: Mapping[str, Any], prefix: str = "") -> list[str]:
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


def _sentence(kind: type[RecipeFile], problem: Any) -> str:
    """One of pydantic's problems as a sentence that names the key and what is allowed there."""
    type_, where = problem["type"], ".".join(str(part) for part in problem["loc"])
    if type_ in ("extra_forbidden", "unexpected_keyword_argument"):
        return f"unknown key {where!r}; {_allowed(kind, problem['loc'])}"
    if type_ == "missing":
        return f"key {where!r} is missing"
    message = problem["msg"].removeprefix("Value error, ")
    found = "" if isinstance(problem["input"], dict | list) else f" (found {problem['input']!r})"
    return f"{where}: {message[0].lower() + message[1:]}{found}".removeprefix(": ")


def _allowed(kind: type[RecipeFile], location: tuple[str | int, ...]) -> str:
    """The keys that may stand where an unknown one was found."""
    models: list[type] = [kind]
    for part in location[:-1]:
        if isinstance(part, int):
            continue
        # the place of a part of several kinds names the kind that was chosen
        chosen = [model for model in models if part in get_args(_annotation(model, "kind"))]
        models = chosen or [inner for model in models for inner in _models(_annotation(model, part))]
    keys = [name for model in models for name in _keys(model)]
    return f"allowed here: {', '.join(keys)}" if keys else "see the recipe in the README for the keys there are"


def _keys(model: type) -> dict[str, Any]:
    """The keys of a section with their types; some sections are dataclasses of filters/."""
    if is_dataclass(model):
        return {one.name: one.type for one in fields(model)}
    return {name: one.annotation for name, one in model.model_fields.items()} if issubclass(model, BaseModel) else {}


def _annotation(model: type, name: str) -> Any:
    return _keys(model).get(name)


def _models(annotation: Any) -> list[type]:
    """The models in a type, however deep they stand in it."""
    if isinstance(annotation, type) and (issubclass(annotation, BaseModel) or is_dataclass(annotation)):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models(part)]
