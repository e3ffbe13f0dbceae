import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.keyed import generator
from pipeline.teachers.procedural.family import SeedText
from pipeline.teachers.procedural.registry import family
from pipeline.teachers.procedural.stories import STORIES
from tests.pipeline.procedural.contract import holds

FENCE = {
    "story": "fence",
    "telling": 0,
    "person": "Ada",
    "length": 20,
    "width": 10,
    "gate": 2,
    "price": 3,
    "unit": "dollars",
}


def test_contract() -> None:
    holds("word_problem", distinct=0.99)


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_story_is_told_solved_and_made_harder_to_the_end(story: str, language: str) -> None:
    subject = family("word_problem", {"stories": (story,)})
    for attempt in range(20):
        rng = generator("story", story, language, attempt)
        args = subject.propose(rng, SeedText(), language)
        while args is not None:
            for telling in range(len(STORIES[story].tellings[language])):
                prompt = subject.render({**args, "telling": telling}, language, 0)
                assert "{" not in prompt and "  " not in prompt and len(prompt) < 600
            solution = subject.solve(args, language)
            assert check("word_problem", args, solution.text).passed
            assert check("word_problem", args, solution.answer).passed
            assert "/" not in solution.text, "every result on the way is a whole number or a short decimal"
            args = subject.evolve(rng, args, language)


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ("Answer: 174 dollars", ""),
        ("Answer: $174", ""),
        ("**Answer:** 174.0 Dollars.", ""),
        ("Cost: 58 × 3 = 174\nAnswer: 174 dollars", ""),
        ("60 - 2 = 59\nAnswer: 174 dollars", "wrong_step"),
        ("Answer: 174", "no_unit"),
        ("Answer: 174 cents", "wrong_unit"),
        ("Answer: 180 dollars", "wrong_value"),
        ("Answer: 1/0 dollars", "no_answer"),
        ("It costs 174 dollars or so", "no_answer"),
    ],
)
def test_number_and_unit_are_both_judged(response: str, reason: str) -> None:
    assert check("word_problem", FENCE, response).reason == reason


def test_an_unknown_story_is_named() -> None:
    with pytest.raises(ValueError, match="unknown story 'quest'"):
        family("word_problem", {"stories": ("quest",)})


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("word_problem", FENCE, text)
    check("word_problem", FENCE, f"Answer: {text}")
