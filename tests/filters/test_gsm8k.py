"""All worked solutions of GSM8K against their own final answers, and against others."""

import json
import os
from pathlib import Path

import pytest

from filters.verify import check_many

DATA = Path(os.environ.get("GRISTMILL_TEST_DATA", Path(__file__).parents[2] / "../shared/data")) / "gsm8k/train.jsonl"

pytestmark = pytest.mark.skipif(not DATA.exists(), reason=f"no GSM8K data at {DATA} (set GRISTMILL_TEST_DATA)")


def solutions() -> list[tuple[str, str]]:
    """Solutions as published, and their final answers."""
    with DATA.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["answer"] for line in lines]
    assert len(texts) == 7473
    return [(text, text.rpartition("####")[2].strip()) for text in texts]


def test_every_solution_verifies_against_its_own_answer() -> None:
    verdicts = check_many("mathematics", [({"answer": answer}, text) for text, answer in solutions()])
    assert [verdict for verdict in verdicts if not verdict.passed] == []


def test_no_solution_verifies_against_another_number() -> None:
    found = solutions()
    others = [answer for _, answer in found[1:] + found[:1]]
    items = []
    for (text, answer), other in zip(found, others, strict=True):
        different = other if other.replace(",", "") != answer.replace(",", "") else f"{answer}1"
        items.append(({"answer": different}, text))
    verdicts = check_many("mathematics", items)
    assert {(verdict.passed, verdict.reason) for verdict in verdicts} == {(False, "wrong_value")}
