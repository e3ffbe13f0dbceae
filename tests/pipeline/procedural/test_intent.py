import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from tests.pipeline.procedural.contract import holds
from tests.pipeline.procedural.labelling import evolution_adds_a_text_or_an_aside, tables_are_read_by_their_stems

ARGS = {
    "texts": ["Could you wake me at six?", "I have just come home. The kettle in the hall is broken."],
    "labels": ["fault", "alarm", "refund", "light"],
}


def test_contract() -> None:
    holds("intent", distinct=0.99)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_pattern_is_read_as_its_intent_and_asides_as_none(language: str) -> None:
    tables_are_read_by_their_stems("intent", language)


def test_evolved_tasks_have_a_text_or_an_aside_more() -> None:
    evolution_adds_a_text_or_an_aside("intent")


def test_labels_are_judged_in_the_order_of_the_messages() -> None:
    assert check("intent", ARGS, "Answer: Alarm, fault.").passed
    assert check("intent", ARGS, "Answer: fault, alarm").reason == "wrong_label"
    assert check("intent", ARGS, "Answer: alarm").reason == "wrong_count"
    assert check("intent", ARGS, "Answer: alarm, repair").reason == "not_in_list"


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("intent", ARGS, text).passed
    assert not check("intent", ARGS, f"Answer: {text}").passed
