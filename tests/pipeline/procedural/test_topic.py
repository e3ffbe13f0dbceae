import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from tests.pipeline.procedural.contract import holds
from tests.pipeline.procedural.labelling import evolution_adds_a_text_or_an_aside, tables_are_read_by_their_stems

ARGS = {
    "texts": ["Just in: farmers near Oslo harvest 20 percent more wheat.", "Minister Ida resigns on Monday."],
    "labels": ["farming", "politics", "weather", "law"],
}


def test_contract() -> None:
    holds("topic", distinct=0.99)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_pattern_is_read_as_its_topic_and_asides_as_none(language: str) -> None:
    tables_are_read_by_their_stems("topic", language)


def test_evolved_tasks_have_a_text_or_an_aside_more() -> None:
    evolution_adds_a_text_or_an_aside("topic")


def test_labels_are_judged_in_the_order_of_the_texts() -> None:
    assert check("topic", ARGS, "Answer: farming, politics").passed
    assert check("topic", ARGS, "The first is about farmers.\nAnswer: Farming, Politics.").passed
    assert check("topic", ARGS, "Answer: politics, farming").reason == "wrong_label"
    assert check("topic", ARGS, "Answer: farming, politics, law").reason == "wrong_count"
    assert check("topic", ARGS, "Answer: farming, sport").reason == "not_in_list"


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("topic", ARGS, text).passed
    assert not check("topic", ARGS, f"Answer: {text}").passed
