"""Check the JSON in a response against a JSON schema.

args: schema (an object; its "$schema" names the draft, the newest one otherwise). The JSON is the first fenced block
that holds any, or else the response from its first brace or square bracket; what follows it is immaterial unless
`alone` (true: nothing but the JSON, fenced or bare, may stand in the response).

Patterns in a schema may backtrack and references run in circles, so the validation runs in another process with a limit
of processor time. References to other documents are not followed.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from filters.bounded import LimitReached, call
from filters.verdict import Verdict, failed, passed

_SECONDS = 2
"""Processor time of one validation; the project's own, thousands of times what one usually takes."""
_LONGEST = 100_000
_FENCE = re.compile(r"^[ \t]*```[ \t]*\w*[ \t]*\n(.*?)^[ \t]*```[ \t]*$", re.DOTALL | re.MULTILINE)
_SHOWN = 300


class _NoJson(ValueError):
    """Nothing in a text is JSON; the message says where it breaks off."""


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if len(response) > _LONGEST:
        return failed("too_long", f"the response has more than {_LONGEST} characters")
    try:
        found = _found(response, bool(args.get("alone")))
    except _NoJson as error:
        return failed("no_json", str(error)[:_SHOWN])
    try:
        reason, detail = call("filters.verify.json_schema:first_error", args["schema"], found, seconds=_SECONDS)
    except LimitReached:
        return failed("undecided", f"the validation was not done within {_SECONDS} s of processor time")
    return failed(reason, detail) if reason else passed("the JSON is valid by its schema")


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")


def _found(response: str, alone: bool) -> Any:
    """The value of the JSON in a response. Raises _NoJson."""
    blocks = _FENCE.findall(response)
    bare = response.strip()
    if alone and blocks:
        bare = blocks[0].strip() if _FENCE.fullmatch(bare) else ""
    texts = [bare] if alone else [*blocks, bare]
    trouble = "the response holds no JSON"
    decoder = json.JSONDecoder(parse_constant=_refuse)
    for text in texts:
        starts = {0} if alone or text is not bare else {0, *(text.find(sign) for sign in "{[")}
        for start in sorted(starts - {-1}):
            try:
                value, end = decoder.raw_decode(text, start + len(text[start:]) - len(text[start:].lstrip()))
            except (ValueError, RecursionError) as error:
                trouble = f"the response holds no JSON: {error}"
                continue
            if not text[end:].strip() or (not alone and text is bare and isinstance(value, dict | list)):
                return value
            trouble = f"more follows the JSON: {text[end : end + 40].strip()!r}"
    raise _NoJson(trouble)


def first_error(schema: Any, value: Any) -> tuple[str, str]:
    """The reason and detail of the most telling error, with its path; ("", "") if there is none. For a bounded
    process."""
    from jsonschema import FormatChecker, SchemaError
    from jsonschema.exceptions import best_match
    from jsonschema.validators import Draft202012Validator, validator_for
    from referencing import Registry
    from referencing.exceptions import Unresolvable

    try:
        kind = validator_for(schema, default=Draft202012Validator)
        kind.check_schema(schema)
        errors = kind(schema, format_checker=FormatChecker(), registry=Registry()).iter_errors(value)
        error = best_match(errors)
    except (SchemaError, Unresolvable, RecursionError, re.error, TypeError, AttributeError) as trouble:
        return "unclear_task", f"the schema cannot be used: {str(trouble)[:_SHOWN]}"
    if error is None:
        return "", ""
    return "schema_broken", f"{error.json_path}: {error.message}"[:_SHOWN]
