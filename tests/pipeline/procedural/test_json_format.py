from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds

ARGS: dict[str, Any] = {
    "language": "en",
    "kind": "races",
    "format": "json",
    "columns": ["runner", "minutes"],
    "records": [
        {"runner": "Ada", "bib": 101, "club": "Kite", "minutes": 50},
        {"runner": "Ben", "bib": 102, "club": "Owl", "minutes": 40},
        {"runner": "Eva", "bib": 103, "club": "Fox", "minutes": 90},
    ],
    "said": [0, 1, 2],
    "order": ["up", "minutes"],
    "limit": ["most", "minutes", 50],
}
JSON = '[{"runner": "Ben", "minutes": 40}, {"runner": "Ada", "minutes": 50}]'
CSV = "runner,minutes\nBen,40\nAda,50"
TABLE = "| runner | minutes |\n|:--|---|\n| Ben | 40 |\n| Ada | 50 |"


def test_contract() -> None:
    holds("json_format")


@pytest.mark.parametrize(("form", "text"), [("json", JSON), ("csv", CSV), ("markdown", TABLE)])
def test_forms(form: str, text: str) -> None:
    args = {**ARGS, "format": form}
    for response in (text, f"Here:\n```{form}\n{text}\n```\nDone."):
        assert check("json_format", args, response).passed
    assert check("json_format", args, family("json_format").solve(args, "en").text).passed
    assert check("json_format", args, text.replace("40", "41")).reason == "wrong_record"
    assert check("json_format", args, text.replace("minutes", "time")).reason == "wrong_columns"


@pytest.mark.parametrize(
    ("form", "text", "reason"),
    [
        ("json", JSON.replace("40", '"40"'), "wrong_record"),
        ("json", JSON.replace("50", "50.0"), "wrong_record"),
        ("json", '{"runner": 1}', "no_array"),
        ("json", CSV, "no_json"),
        ("csv", "runner,minutes\nBen\nAda,50", "no_csv"),
        ("csv", "runner,minutes\nAda,50\nBen,40", "wrong_record"),
        ("markdown", CSV, "no_table"),
        ("markdown", TABLE + "\n| Eva | 90 |", "wrong_count"),
    ],
)
def test_wrong(form: str, text: str, reason: str) -> None:
    assert check("json_format", {**ARGS, "format": form}, text).reason == reason


@given(
    st.text(alphabet=st.one_of(st.sampled_from('|-,\n"[]{}1:'), st.characters())),
    st.sampled_from(["json", "csv", "markdown"]),
)
def test_no_text_makes_the_checker_raise(text: str, form: str) -> None:
    assert not check("json_format", {**ARGS, "format": form}, text).passed
