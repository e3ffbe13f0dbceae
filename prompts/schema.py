"""JSON schemas, as far as prompts use them: a check of a schema, and of a value against it.

The subset is what every engine that decodes under a grammar understands. `jsonschema` would bring its own rules for
references, formats and messages, and five packages with it; a schema here is a dozen keywords, and what is wrong must
become one sentence that a model can act on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MAX_DEPTH = 64
"""Deepest nesting of a value or a schema: far above any answer in earnest, far below Python's own limit."""

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
KEYWORDS: dict[str, type] = {
    "type": str,
    "title": str,
    "description": str,
    "enum": list,
    "properties": dict,
    "required": list,
    "additionalProperties": bool,
    "items": dict,
    "minItems": int,
    "maxItems": int,
    "minLength": int,
    "maxLength": int,
    "minimum": int,
    "maximum": int,
}


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Where a value leaves its schema: `path` such as `accuracy.tier` or `calls[0]`, "" for the whole value; `problem`
    one of type, enum, missing, unknown, few, many, short, long, small, large; `wanted` what the schema says there."""

    path: str
    problem: str
    wanted: str


def unsupported(schema: Any, path: str = "", depth: int = 0) -> str:
    """What in a schema lies outside the subset, as the end of a sentence; "" if nothing does."""
    where = f"at {path}" if path else "at the top"
    if not isinstance(schema, dict) or schema.get("type") not in TYPES:
        return f"{where} must be a mapping with a type out of {', '.join(TYPES)}"
    if depth > MAX_DEPTH:
        return f"is nested more than {MAX_DEPTH} deep"
    for keyword, value in schema.items():
        if keyword not in KEYWORDS:
            return f"{where} has the keyword {keyword!r}; known: {', '.join(KEYWORDS)}"
        if not isinstance(value, KEYWORDS[keyword]):
            return f"{where} gives {keyword} {value!r}, which is no {KEYWORDS[keyword].__name__}"
    properties = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in properties:
            return f"{where} requires {name!r}, which is none of its properties"
    children = [(_join(path, name), child) for name, child in properties.items()]
    if "items" in schema:
        children.append((f"{path}[]", schema["items"]))
    for place, child in children:
        if problem := unsupported(child, place, depth + 1):
            return problem
    return ""


def mismatch(schema: dict[str, Any], value: Any) -> Mismatch | None:
    """The first place where a value leaves its schema, in the order of the schema; None if it keeps it."""
    return next(_mismatches(schema, value, ""), None)


def _mismatches(schema: dict[str, Any], value: Any, path: str) -> Iterator[Mismatch]:
    wanted = schema["type"]
    if not _is(value, wanted):
        yield Mismatch(path, "type", wanted)
        return
    if "enum" in schema and not any(value == one and type(value) is type(one) for one in schema["enum"]):
        yield Mismatch(path, "enum", ", ".join(map(str, schema["enum"])))
    yield from _outside(schema, value, path)
    if wanted == "object":
        yield from _of_object(schema, value, path)
    elif wanted == "array" and "items" in schema:
        for place, item in enumerate(value):
            yield from _mismatches(schema["items"], item, f"{path}[{place}]")


def _of_object(schema: dict[str, Any], value: dict[str, Any], path: str) -> Iterator[Mismatch]:
    properties = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            yield Mismatch(path, "missing", name)
    if not schema.get("additionalProperties", True):
        for name in value:
            if name not in properties:
                yield Mismatch(path, "unknown", name)
    for name, child in properties.items():
        if name in value:
            yield from _mismatches(child, value[name], _join(path, name))


def _outside(schema: dict[str, Any], value: Any, path: str) -> Iterator[Mismatch]:
    """Limits of size: items of an array, characters of a string, the number itself."""
    if isinstance(value, list):
        size, low, high, problems = len(value), "minItems", "maxItems", ("few", "many")
    elif isinstance(value, str):
        size, low, high, problems = len(value), "minLength", "maxLength", ("short", "long")
    elif isinstance(value, int | float) and not isinstance(value, bool):
        size, low, high, problems = value, "minimum", "maximum", ("small", "large")  # type: ignore[assignment]
    else:
        return
    if low in schema and size < schema[low]:
        yield Mismatch(path, problems[0], str(schema[low]))
    if high in schema and size > schema[high]:
        yield Mismatch(path, problems[1], str(schema[high]))


def _is(value: Any, wanted: str) -> bool:
    """Python's bool is an int; JSON's is not."""
    return isinstance(value, TYPES[wanted]) and (wanted == "boolean" or not isinstance(value, bool))


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
