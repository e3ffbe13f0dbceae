"""Every instruction of the IFEval data can be read and judged here."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from filters.constraints import KINDS, holds, undress
from filters.constraints.language import ALONE, SMALL_WORDS

DATA = (
    Path(os.environ.get("GRISTMILL_TEST_DATA", Path(__file__).parents[3] / "../shared/data"))
    / "ifeval/input_data.jsonl"
)
SAMPLE = "<<Sample>>\n\nThis is a *sample* response, written for [nobody]. It is short.\n\n- one\n- two\n\nP.S. Bye!"

pytestmark = pytest.mark.skipif(not DATA.exists(), reason=f"no IFEval data at {DATA} (set GRISTMILL_TEST_DATA)")


def instructions() -> list[tuple[str, str, dict[str, Any]]]:
    with DATA.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        (row["prompt"], kind, {name: value for name, value in given.items() if value is not None})
        for row in rows
        for kind, given in zip(row["instruction_id_list"], row["kwargs"], strict=True)
    ]


def test_every_instruction_gets_a_verdict() -> None:
    found = instructions()
    assert len(found) == 834
    assert {kind for _, kind, _ in found} == set(KINDS)
    for prompt, kind, parameters in found:
        assert holds(kind, parameters, "", prompt).reason == "empty"
        verdict = holds(kind, parameters, SAMPLE, prompt)
        assert verdict.passed or verdict.reason
        assert isinstance(undress(kind, parameters, SAMPLE), str)


def test_every_language_of_the_data_is_known() -> None:
    asked = {parameters["language"] for _, kind, parameters in instructions() if kind == "language:response_language"}
    assert asked <= {*ALONE, *(language for words in SMALL_WORDS.values() for language in words)}
