import pytest

from pipeline.keyed import generator
from pipeline.teachers.procedural.solving.grammar import expand, parse


def test_choices_nest_and_slots_take_capitals() -> None:
    texts = {expand(generator(n), "{Who} [runs|walks[ slowly|]] home.", {"who": "the cat"}) for n in range(60)}
    assert texts == {"The cat runs home.", "The cat walks home.", "The cat walks slowly home."}


@pytest.mark.parametrize("template", ["[one|two", "one] two"])
def test_brackets_must_match(template: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        parse(template)


def test_a_slot_needs_its_fact() -> None:
    with pytest.raises(KeyError):
        expand(generator(1), "{who}", {})
