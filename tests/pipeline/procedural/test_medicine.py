import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.families.medicine import GROUPS, TaskFamily, suits
from tests.pipeline.procedural.contract import holds

ARGS = {"ask": "blood", "items": ["A+", "O-", "B-"], "target": "B+"}


def test_contract() -> None:
    holds("medicine")


@pytest.mark.parametrize(
    ("ask", "items", "target", "answer"),
    [
        ("blood", ["A+", "O-", "B-"], "B+", "O-, B-"),
        ("days", ["a bottle of 240 ml, 8 ml 3 times a day"], "", "10"),
        ("days", ["糖浆共240毫升，一天3次，一次8毫升"], "", "10"),
        ("tablets", ["2 tablets 3 times a day for 7 days"], "", "42"),
        ("which", ["kneecap", "rib", "ulna"], "a bone of the leg", "the kneecap"),
    ],
)
def test_facts(ask: str, items: list[str], target: str, answer: str) -> None:
    args = {"ask": ask, "items": items, "target": target}
    assert check("medicine", args, f"Answer: {answer}").passed
    assert not check("medicine", args, f"Answer: {answer}, 7").passed


def test_both_tables_agree() -> None:
    for group in GROUPS:
        args = {"ask": "blood", "items": GROUPS, "target": group}
        assert check("medicine", args, "Answer: " + ", ".join(one for one in GROUPS if suits(one, group))).passed
    for table in TaskFamily.tables:
        for trait in table.traits:
            for language in ("en", "zh"):
                for places, ask in ((trait.fitting, "which"), (trait.others, "not")):
                    items = [table.names[language][place] for place in places]
                    args = {"ask": ask, "items": items, "target": trait.phrase[language]}
                    assert check("medicine", args, "Answer: " + ", ".join(items)).passed, trait.phrase


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("medicine", ARGS, text).passed
