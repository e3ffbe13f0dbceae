"""The data files of this package, and texts that exist once for each language."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from ruamel.yaml import YAML


def read_yaml(name: str) -> Any:
    """A data file of the package."""
    return YAML(typ="safe").load(files("prompts").joinpath(name).read_text(encoding="utf-8"))


def in_language(texts: Mapping[str, str], language: str, what: str) -> str:
    """The text for a language. Raises ValueError that names `what` and the languages there are."""
    if language not in texts:
        raise ValueError(f"{what} is known in {', '.join(texts)}; found the language {language!r}")
    return texts[language]
