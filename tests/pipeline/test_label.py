from pathlib import Path

import pytest

from filters.labels import train
from pipeline.stages.label import Label


@pytest.fixture
def stage(tmp_path: Path) -> Label:
    train(["write a poem", "write a song", "sort a list", "sort a table"], ["Creation"] * 2 + ["Code"] * 2).save(
        tmp_path
    )
    made = Label(tmp_path)
    made.setup()
    return made


def row(prompt: str, category: str, *earlier: str) -> dict[str, object]:
    return {"prompt": prompt, "category": category, "earlier": [{"role": "user", "content": turn} for turn in earlier]}


def test_a_label_that_is_there_stays_and_one_that_is_no_node_is_replaced(stage: Label) -> None:
    outcome = stage.process([row("sort a list", "Creation"), row("sort a list", "Sorting"), row("sort a list", "")], 0)
    assert [one["category"] for one in outcome.out] == ["Creation", "Code", "Code"]
    assert outcome.noted == {"given": 1, "labelled": 2, "unknown_node": 1}


def test_below_the_floor_nothing_is_said(stage: Label) -> None:
    outcome = stage.process([row("?", ""), row("?", "Nonsense")], 0)
    assert [one["category"] for one in outcome.out] == ["", ""]
    assert outcome.noted == {"below_floor": 2, "unknown_node": 1}


def test_a_conversation_is_judged_by_all_that_the_user_says(stage: Label) -> None:
    outcome = stage.process([row("and again", "", "write a poem")], 0)
    assert outcome.out[0]["category"] == "Creation"
