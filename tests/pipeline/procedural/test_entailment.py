from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds, tasks

ARGS = {
    "theme": "ships",
    "facts": [["Comet", "length", 80, 0], ["Heron", "length", 75, 1], ["Heron", "cargo", "coal", 0]],
    "claims": [
        ["more", "Comet", "length", None, "Heron"],
        ["deny", "Heron", "cargo", "coal", ""],
        ["state", "Comet", "cargo", "coal", ""],
        ["together", "Comet", "length", 155, "Heron"],
    ],
}


def test_contract() -> None:
    holds("entailment")


def test_labels_by_hand() -> None:
    assert check("entailment", ARGS, "Answer: True, False, Not stated, True").passed
    assert check("entailment", ARGS, "Answer: true, false, false, true").reason == "wrong_answer"
    assert check("entailment", ARGS, "答案：正确，错误，没有提到，正确").passed


def test_the_three_labels_are_about_as_frequent() -> None:
    subject = family("entailment")
    seen = Counter(
        label for _, args in tasks(subject, "en", 300) for label in subject.solve(args, "en").answer.split(", ")
    )
    assert min(seen.values()) > 0.25 * sum(seen.values())


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("entailment", ARGS, text).passed
