import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.keyed import generator
from pipeline.teachers.procedural.family import SeedText
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds

SOURCE = """\
def walk(self, top, *rest, deep=False, **more):
    for name in sorted(top):
        if not name:
            raise ValueError("empty") from None
        yield self.root + name
    left, right = rest
    return
"""
ANSWERS = {
    "parameters": "self, top, rest, deep, more",
    "defaults": "deep",
    "calls": "sorted, ValueError",
    "raises": "ValueError",
    "attributes": "root",
    "locals": "name, left, right",
    "returns": "1",
    "loops": "1",
    "generator": "yes",
}


def test_contract() -> None:
    holds("function_facts")


@pytest.mark.parametrize(("fact", "answer"), ANSWERS.items())
def test_each_fact(fact: str, answer: str) -> None:
    args = {"source": SOURCE, "facts": [fact]}
    assert family("function_facts").solve(args, "en").answer == answer
    assert check("function_facts", args, f"Answer: {answer}").passed
    assert check("function_facts", args, "Answer: none").reason == f"wrong_{fact}"


def test_forms_of_a_list() -> None:
    args = {"source": SOURCE, "facts": ["parameters"]}
    for given_form in ("`self`, `top`, `*rest`, `deep`, `**more`", "[self, top, rest, deep, more]."):
        assert check("function_facts", args, f"Answer: {given_form}").passed
    for wrong in ("top, self, rest, deep, more", "self, top, rest, deep", "self top rest deep more", "Self, top"):
        assert not check("function_facts", args, f"Answer: {wrong}").passed
    assert check("function_facts", {"source": SOURCE, "facts": ["locals"]}, "Answer: right, name, left").passed
    assert not check(
        "function_facts", {"source": SOURCE, "facts": ["calls"]}, "Answer: sorted, sorted, ValueError"
    ).passed


def test_two_facts_stand_in_order() -> None:
    args = {"source": SOURCE, "facts": ["returns", "generator"]}
    assert check("function_facts", args, "Answer: 1; yes").passed
    assert check("function_facts", args, "Answer: yes; 1").reason == "wrong_returns"
    assert check("function_facts", args, "Answer: 1").reason == "wrong_count"


@pytest.mark.parametrize(
    "text", ["x = 1", "def f(:", "def f(): nonlocal x", "", "def f():\n\treturn 1", "def f(): '```'"]
)
def test_what_does_not_suit(text: str) -> None:
    assert family("function_facts").propose(generator("x"), SeedText("code", text), "en") is None


@given(st.text(), st.sampled_from(sorted(ANSWERS)))
def test_no_text_makes_the_checker_raise(text: str, fact: str) -> None:
    check("function_facts", {"source": SOURCE, "facts": [fact]}, text)
    check("function_facts", {"source": SOURCE, "facts": [fact, "loops"]}, f"Answer: {text}")
