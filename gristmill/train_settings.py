"""Settings of a training run from the command line: single keys, and files that list sources."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from trainer.config import TrainConfig
from trainer.errors import BadInput
from trainer.sources import Source


def changed(config: TrainConfig, settings: Sequence[str]) -> TrainConfig:
    """A configuration with single keys replaced: "losses.z=0.001". Raises BadInput with the keys that there are."""
    for setting in settings:
        key, equals, text = setting.partition("=")
        if not equals or not key:
            raise BadInput(f"--set {setting}: expected key=value, such as --set losses.z=0.001")
        config = _with(config, key.split("."), YAML(typ="safe").load(text), setting)
    return config


def _with(value: Any, path: list[str], new: Any, setting: str) -> Any:
    known = {field.name: field for field in fields(value)}
    if path[0] not in known:
        raise BadInput(f"--set {setting}: there is no key {path[0]!r} here; known: {', '.join(known)}")
    old = getattr(value, path[0])
    if len(path) > 1:
        if not is_dataclass(old):
            raise BadInput(f"--set {setting}: {path[0]} has no keys of its own")
        return replace(value, **{path[0]: _with(old, path[1:], new, setting)})
    if is_dataclass(old):
        raise BadInput(f"--set {setting}: {path[0]} is a group of keys: {', '.join(one.name for one in fields(old))}")
    candidate = {one.name: getattr(value, one.name) for one in fields(value)} | {path[0]: new}
    return _checked(type(value), candidate, f"--set {setting}")


def sources(path: Path | None) -> list[Source]:
    """The sources that a YAML file lists; none without a file."""
    if path is None:
        return []
    if not path.is_file():
        raise BadInput(f"{path}: there is no such file")
    try:
        listed = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    except YAMLError as error:
        raise BadInput(f"{path}: not valid YAML: {' '.join(str(error).split())}") from None
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed) or not listed:
        raise BadInput(f"{path}: expected a list of sources, each with at least `path` and `reads`")
    return [_checked(Source, one, f"{path}, source {number}") for number, one in enumerate(listed, 1)]


def _checked(kind: Any, values: dict[str, Any], where: str) -> Any:
    """A dataclass of values whose types are right. Raises BadInput with the first that is not."""
    unknown = [name for name in values if name not in {field.name for field in fields(kind)}]
    if unknown:
        raise BadInput(f"{where}: unknown key {unknown[0]!r}; known: {', '.join(one.name for one in fields(kind))}")
    try:
        return TypeAdapter(kind).validate_python(values)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"]))
        raise BadInput(
            f"{where}: {name}: {first['msg'].removeprefix('Value error, ')} (found {first['input']!r})"
        ) from None
