from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds

ARGS = {
    "intro": "The members of a club.",
    "header": ["Member", "Sport", "Age", "Points"],
    "rows": [["Ada", "judo", 30, 12], ["Ben", "chess", 41, 40], ["Eva", "judo", 25, 33]],
    "asks": [
        {"op": "group_max", "form": 0, "column": "Points", "value": "judo"},
        {"op": "gap", "form": 0, "column": "Age", "row": "Ada", "other": "Ben"},
        {"op": "both", "form": 1, "column": "Age", "value": "judo", "limit": 25},
    ],
}


def test_contract() -> None:
    holds("table_question")


def test_answers_by_hand() -> None:
    assert check("table_question", ARGS, "Eva has 33.\nAnswer: eva, 11, 1").passed
    assert check("table_question", ARGS, "Answer: Ben, 11, 1").reason == "wrong_answer"
    assert check("table_question", ARGS, "Answer: Eva, 11").reason == "wrong_count"


def test_the_prompt_holds_the_table_and_every_question() -> None:
    prompt = family("table_question").render(ARGS, "en", 0)
    assert "| Ben | chess | 41 | 40 |" in prompt
    assert '(1) Among the rows whose "Sport" is judo, which member has the highest "Points"?' in prompt


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("table_question", ARGS, text).passed
