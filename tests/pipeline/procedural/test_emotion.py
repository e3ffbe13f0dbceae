import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.keyed import generator
from pipeline.teachers.procedural.families.emotion import PHRASES
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds, tasks

ARGS = {
    "statements": [
        "Tom (baker): When my cousin came home, I slammed the door. It was raining outside.",
        "Zoe (nurse): I was so unhappy that I could not eat when the phone rang at midnight. I fed the cat.",
    ],
    "labels": ["joy", "anger", "sadness", "fear", "pride", "shame"],
    "ask": [1],
    "evidence": True,
}


def test_contract() -> None:
    holds("emotion")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_cue_is_read_as_its_emotion_and_nothing_else_is_read_as_any(language: str) -> None:
    phrases = PHRASES[language]
    labels = list(phrases.cues)
    form = phrases.statement

    def verdict(text: str, label: str, quote: str) -> str:
        said = form.format(name=phrases.names[0], role=phrases.roles[0], text=text)
        return check(
            "emotion",
            {"statements": [said], "labels": labels, "ask": [0], "evidence": True},
            f'"{quote}"\nAnswer: {label}',
        ).reason

    for label, cues in phrases.cues.items():
        for cue in cues:
            assert not verdict(cue, label, cue), cue
    for neutral in (*phrases.situations, *phrases.endings, *phrases.times):
        assert verdict(neutral, labels[0], neutral) == "unclear_task", neutral


def test_the_question_is_about_the_named_speaker() -> None:
    quote = '"I was so unhappy that I could not eat"'
    assert check("emotion", ARGS, f"{quote}\nAnswer: Sadness.").passed
    assert check("emotion", ARGS, f"{quote}\nAnswer: anger").reason == "wrong_label"
    assert check("emotion", ARGS, '"I slammed the door"\nAnswer: sadness').reason == "misquoted"
    assert check("emotion", ARGS, '"I fed the cat"\nAnswer: sadness').reason == "no_evidence"
    assert check("emotion", {**ARGS, "ask": [0, 1]}, f'{quote} "slammed the door"\nAnswer: anger, sadness').passed


def test_evolved_tasks_ask_for_evidence_or_about_one_of_two_or_all() -> None:
    subject = family("emotion")
    asked = set()
    for key, args in tasks(subject, "en", 60):
        harder = subject.evolve(generator(key), args, "en")
        assert harder is not None
        names = [statement.split(" (")[0] for statement in harder["statements"]]
        assert len(set(names)) == len(names)
        assert len(names) > 1 or harder["evidence"] > args["evidence"]
        asked.add((len(names), len(harder["ask"])))
    assert asked == {(1, 1), (2, 1), (3, 3)}


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("emotion", ARGS, text).passed
