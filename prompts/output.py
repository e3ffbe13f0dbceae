"""The form in which a template asks for its answer: what the parser checks, and what an engine can enforce."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from prompts.schema import unsupported

Kind = Literal["tags", "turns", "schema", "text"]
KINDS: tuple[Kind, ...] = ("tags", "turns", "schema", "text")
EXTRAS: dict[Kind, tuple[str, ...]] = {"tags": ("values", "code"), "turns": (), "schema": (), "text": ("boxed",)}
"""What may stand beside each kind."""

TAG = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One of four kinds:

    - tags: the answer stands in one section for each tag, `<tag>…</tag>`, in any order;
    - turns: the two tags are speakers who take turns; the first one opens and closes the dialogue;
    - schema: one JSON object of a schema (see prompts/schema.py for what a schema may say);
    - text: the whole answer.
    """

    kind: Kind
    tags: tuple[str, ...] = ()
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """Sections that must be one of a few words."""
    code: tuple[str, ...] = ()
    """Sections that are code, which may come in a code fence."""
    schema: dict[str, Any] | None = field(default=None, hash=False)
    boxed: bool = False
    r"""The text ends with its final answer in \boxed{}."""


def read_output(data: Any) -> Output:
    """The output of a front matter. Raises ValueError with what is wrong."""
    if not isinstance(data, dict):
        raise ValueError(f"output must be a mapping with one of {', '.join(KINDS)}; found {data!r}")
    kinds = [kind for kind in KINDS if kind in data]
    if len(kinds) != 1:
        raise ValueError(f"output must name exactly one of {', '.join(KINDS)}; found {', '.join(data) or 'none'}")
    kind = kinds[0]
    if unknown := set(data) - {kind, *EXTRAS[kind]}:
        raise ValueError(f"output has the unknown key {min(map(str, unknown))!r} beside {kind!r}")
    if kind == "schema":
        return _of_schema(data["schema"])
    if kind == "text":
        return _of_text(data)
    tags = _names(data[kind], f"output.{kind}")
    if kind == "turns":
        if len(tags) != 2:
            raise ValueError(f"output.turns must name two speakers; found {len(tags)}")
        return Output(kind=kind, tags=tags)
    return Output(kind=kind, tags=tags, values=_values(data, tags), code=_code(data, tags))


def _of_schema(schema: Any) -> Output:
    if not isinstance(schema, dict) or schema.get("type") != "object":
        raise ValueError("output.schema must be a JSON schema of type object")
    if problem := unsupported(schema):
        raise ValueError(f"output.schema {problem}")
    return Output(kind="schema", schema=schema)


def _of_text(data: dict[str, Any]) -> Output:
    for key, value in data.items():
        if not isinstance(value, bool):
            raise ValueError(f"output.{key} must be true or false; found {value!r}")
    if not data["text"]:
        raise ValueError("output.text can only be true: an answer that is not text needs tags, turns or schema")
    return Output(kind="text", boxed=data.get("boxed", False))


def _names(value: Any, key: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(tag, str) for tag in value):
        raise ValueError(f"{key} must be a list of tags; found {value!r}")
    for tag in value:
        if not TAG.fullmatch(tag):
            raise ValueError(f"{key} has the tag {tag!r}: a tag is small letters, digits and _, a letter first")
    if len(set(value)) != len(value):
        raise ValueError(f"{key} names a tag twice")
    return tuple(value)


def _values(data: dict[str, Any], tags: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    values = data.get("values", {})
    if not isinstance(values, dict):
        raise ValueError(f"output.values must be a mapping from tags to lists of words; found {values!r}")
    for tag, words in values.items():
        if tag not in tags:
            raise ValueError(f"output.values names {tag!r}, which is none of the tags {', '.join(tags)}")
        if not isinstance(words, list) or not words or not all(isinstance(word, str) for word in words):
            raise ValueError(f"output.values.{tag} must be a list of words; found {words!r}")
    return {tag: tuple(words) for tag, words in values.items()}


def _code(data: dict[str, Any], tags: tuple[str, ...]) -> tuple[str, ...]:
    if "code" not in data:
        return ()
    code = _names(data["code"], "output.code")
    for tag in code:
        if tag not in tags:
            raise ValueError(f"output.code names {tag!r}, which is none of the tags {', '.join(tags)}")
    return code
