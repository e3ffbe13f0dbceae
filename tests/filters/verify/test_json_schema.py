"""JSON wherever a response holds it, against a schema."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.verify import check

ARGS: dict[str, Any] = {
    "schema": {
        "type": "object",
        "properties": {"a": {"type": "integer"}, "b": {"type": "array", "items": {"type": "string", "pattern": "^x"}}},
        "required": ["a"],
    }
}
FENCED = '```json\n{"a": 1}\n```'


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ('{"a": 1}', ""),
        ('```json\n{"a": 1}\n```', ""),
        ('Here it is:\n```\n{"a": 1, "b": ["x"]}\n```\nDone.', ""),
        ('Sure: {"a": 1}. Bye', ""),
        ('{"a": "1"}', "schema_broken"),
        ('{"a": 1, "b": ["y"]}', "schema_broken"),
        ('{"b": []}', "schema_broken"),
        ("{a: 1}", "no_json"),
        ("nothing", "no_json"),
        ("", "no_json"),
        ('{"a": NaN}', "no_json"),
        ("[" * 50_000, "no_json"),
        ('{"a": 1} trailing', ""),
    ],
)
def test_what_a_response_holds(response: str, reason: str) -> None:
    verdict = check("json_schema", ARGS, response)
    assert (verdict.passed, verdict.reason) == (not reason, reason)


def test_the_detail_names_the_path_of_the_first_error() -> None:
    assert check("json_schema", ARGS, '{"a": 1, "b": ["x", "y"]}').detail.startswith("$.b[1]: 'y'")


def test_nothing_else_may_stand_in_the_response_where_it_must_stand_alone() -> None:
    alone = {**ARGS, "alone": True}
    assert check("json_schema", alone, FENCED).passed and check("json_schema", alone, '{"a": 1}').passed
    assert check("json_schema", alone, f"Here: {FENCED}").reason == "no_json"
    assert check("json_schema", alone, '{"a": 1} and more').reason == "no_json"


@pytest.mark.parametrize("schema", [{"$ref": "http://localhost:9/x"}, {"type": 5}, {"$ref": "#"}, 5])
def test_a_schema_that_cannot_be_used_is_an_unclear_task(schema: Any) -> None:
    assert check("json_schema", {"schema": schema}, "1").reason == "unclear_task"


def test_a_pattern_that_backtracks_without_end_is_given_up() -> None:
    schema = {"patternProperties": {"(a+)+$": {}}}
    assert check("json_schema", {"schema": schema}, '{"%s!": 1}' % ("a" * 40)).reason == "undecided"


@given(st.text())
@settings(deadline=None)
def test_no_text_makes_it_raise(text: str) -> None:
    check("json_schema", ARGS, text)
    check("json_schema", ARGS, "{" + text)
