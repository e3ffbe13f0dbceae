import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.families.biology import TaskFamily
from tests.pipeline.procedural.contract import holds

ARGS = {"language": "en", "setting": "", "ask": "which", "items": ["bat", "penguin", "owl"], "several": True}
ARGS["target"] = "can fly when grown up"


def test_contract() -> None:
    holds("biology")


@pytest.mark.parametrize(
    ("ask", "items", "target", "answer"),
    [
        ("one", ["whale", "shark", "crab"], "a mammal", "the whale"),
        ("which", ["platypus", "cow", "hen"], "lays eggs", "platypus, hen"),
        ("not", ["pine", "oak", "larch"], "a conifer", "oak"),
        ("count", ["peanut", "tomato", "carrot"], "its edible part grows under the ground", "2"),
        ("legs", ["spider × 2", "hen × 3", "cobra × 4"], "", "22"),
        ("legs", ["蜘蛛 × 2", "母鸡 × 3"], "", "22"),
    ],
)
def test_facts(ask: str, items: list[str], target: str, answer: str) -> None:
    args = {**ARGS, "ask": ask, "items": items, "target": target}
    assert check("biology", args, f"Answer: {answer}").passed
    assert not check("biology", args, f"Answer: {answer}, 1").passed


def test_the_tables_agree_on_every_thing_that_is_offered() -> None:
    for table in TaskFamily.tables:
        for trait in table.traits:
            for language in ("en", "zh"):
                for places, ask in ((trait.fitting, "which"), (trait.others, "not")):
                    items = [table.names[language][place] for place in places]
                    args = {**ARGS, "ask": ask, "items": items, "target": trait.phrase[language]}
                    verdict = check("biology", args, "Answer: " + ", ".join(items))
                    assert verdict.passed, (trait.phrase, verdict)


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("biology", ARGS, text).passed or "owl" in text
