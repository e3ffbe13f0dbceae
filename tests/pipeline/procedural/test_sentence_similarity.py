from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.families.sentence_similarity import said
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds, tasks


def claim(quantifier: str, k: int, shape: str, deed: str = "soup") -> dict[str, object]:
    return {"quantifier": quantifier, "k": k, "wording": 0, "deed": deed, "shape": shape}


def args_of(*pairs: list[dict[str, object]]) -> dict[str, object]:
    return {
        "group": 5,
        "size": 10,
        "setting": "10 guests stay at Ada's hotel.",
        "pairs": [[said(one, 5, "en") for one in pair] for pair in pairs],
    }


ARGS = args_of(
    [claim("least", 4, "passive"), claim("most", 6, "undone")], [claim("all", 0, "active"), claim("some", 0, "second")]
)


def test_contract() -> None:
    holds("sentence_similarity")


def test_relations_by_hand() -> None:
    assert check("sentence_similarity", ARGS, "Answer: same meaning, first implies second").passed
    assert check("sentence_similarity", ARGS, "Answer: same meaning, second implies first").reason == "wrong_answer"
    against = args_of([claim("none", 0, "active"), claim("over", 3, "passive")])
    assert check("sentence_similarity", against, "答案：互相矛盾").passed
    free = args_of([claim("none", 0, "active"), claim("none", 0, "active", "form")])
    assert check("sentence_similarity", free, "Answer: neither").passed


def test_sentences_read_well() -> None:
    assert said(claim("least", 4, "passive"), 5, "en") == "The soup was eaten by at least 4 guests."
    assert said(claim("some", 0, "undone"), 5, "en") == "At least one guest did not eat the soup."
    assert said(claim("exactly", 4, "undone"), 5, "zh") == "正好有4名房客没有喝汤。"


def test_the_labels_are_about_as_frequent() -> None:
    subject = family("sentence_similarity")
    seen = Counter(
        label for _, args in tasks(subject, "en", 300) for label in subject.solve(args, "en").answer.split(", ")
    )
    assert len(seen) == 5 and min(seen.values()) > 0.12 * sum(seen.values())


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("sentence_similarity", ARGS, text).passed
