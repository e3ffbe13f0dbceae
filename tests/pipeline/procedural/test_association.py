from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.words.relations import RELATIONS
from tests.pipeline.procedural.contract import holds

ARGS = {"ask": "word", "items": ["dog is to puppy as cow is to __"], "target": "calf / foal / milk"}


def test_contract() -> None:
    holds("association")


def test_the_relation_decides() -> None:
    assert check("association", ARGS, "Answer: the calf").passed
    assert check("association", ARGS, "Answer: milk").reason == "wrong_answer"
    assert check("association", {**ARGS, "items": ["dog is to milk as cow is to __"]}, "Answer: calf").reason


def test_both_tables_agree_on_every_pair() -> None:
    for texts in RELATIONS.values():
        for language, frame in (("en", "{} is to {} as {} is to __"), ("zh", "{}对{}，正如{}对__")):
            first, *others = (pair.split(">") for pair in texts[language].split("|"))
            for other in others:
                args = {**ARGS, "items": [frame.format(*first, other[0])]}
                assert check("association", args, f"Answer: {other[1]}").passed, other


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("association", ARGS, text).passed
