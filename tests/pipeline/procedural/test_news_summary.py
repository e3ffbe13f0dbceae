from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds, tasks

EN: dict[str, Any] = {
    "who": "the fire brigade",
    "what": "rescued 40 sheep from a flooded meadow",
    "where": "in Merton",
    "when": "on 3 May",
    "frame": 0,
    "sides": ["Ada called it a great success", "About 70 people watched"],
    "split": 1,
    "count": 1,
    "most": 18,
}


def test_contract() -> None:
    holds("news_summary")


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ("On 3 May, the fire brigade rescued 40 sheep from a flooded meadow in Merton.", ""),
        ("The fire brigade rescued 40 sheep from a flooded meadow in Merton on 3 May!", ""),
        ("On 3 May, the fire brigade rescued 41 sheep from a flooded meadow in Merton.", "fact_missing"),
        ("On 3 May, the fire brigade of Zed rescued 40 sheep from a flooded meadow in Merton.", "invented"),
        ("With 9 men on 3 May, the fire brigade rescued 40 sheep from a flooded meadow in Merton.", "invented"),
        ("On 3 May, the fire brigade rescued 40 sheep from a flooded meadow.", "fact_missing"),
        ("The fire brigade rescued 40 sheep from a flooded meadow. It was in Merton on 3 May.", "wrong_count"),
        ("", "no_answer"),
    ],
)
def test_facts_are_checked(response: str, reason: str) -> None:
    assert check("news_summary", EN, response).reason == reason


def test_the_item_tells_all_facts() -> None:
    subject = family("news_summary")
    for language in ("en", "zh"):
        for _, args in tasks(subject, language, 100):
            told = subject.slots(args, language)["item"].lower()
            assert all(args[fact].lower() in told for fact in ("who", "what", "where", "when"))


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("news_summary", EN, text).passed
