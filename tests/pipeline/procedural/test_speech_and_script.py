import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.keyed import generator
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds, tasks

DIALOGUE = {
    "speakers": ["Ada", "Bo"],
    "turns": 4,
    "opens": "Ada",
    "says": ["a boat"],
    "avoids": ["never"],
    "words": [10, 20],
}
TALK = "Ada: Shall we buy a boat?\nBo: Again?\n\nAda: Yes, again.\nBo: Let us sleep on it."


def test_contract() -> None:
    holds("speech_and_script", distinct=0.99)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (TALK, ""),
        (TALK.replace("Bo:", "**Bo:**").replace("Ada:", "Ada："), ""),
        (TALK.replace("\nBo: Again?", ""), "wrong_turns"),
        (TALK.replace("Bo: Again?", "Ada: Again?"), "wrong_turns"),
        (TALK.replace("Bo: Again", "Cy: Again"), "wrong_turns"),
        (TALK.replace("a boat", "a boathouse"), "detail_missing"),
        (TALK.replace("Yes", "Never"), "word_not_avoided"),
        (TALK + " It is late and we are both tired of it.", "wrong_length"),
    ],
)
def test_a_dialogue_goes_by_turns(text: str, reason: str) -> None:
    assert check("document", {"demands": DIALOGUE}, text).reason == reason


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_node_has_tasks_and_its_demands_are_told(language: str) -> None:
    subject = family("speech_and_script")
    seen = set()
    for key, args in tasks(subject, language, 200):
        seen.add(subject.node(args))
        harder = subject.evolve(generator(key), args, language) or args
        prompt = subject.render(harder, language, 0)
        assert all(phrase in prompt for phrase in (*harder["demands"]["says"], *harder["demands"]["avoids"]))
        assert "{" not in prompt + subject.solve(harder, language).text
        assert "[" not in prompt + subject.solve(harder, language).text
    assert seen == set(subject.nodes)


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("document", {"demands": DIALOGUE}, text)
    check("document", {"demands": DIALOGUE}, TALK + text)
