import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.keyed import generator
from pipeline.teachers.procedural.families.ordering_puzzle import POSITIONS, RELATIONS
from pipeline.teachers.procedural.family import SeedText
from pipeline.teachers.procedural.registry import family
from pipeline.teachers.procedural.words.scenes import SCENES
from pipeline.teachers.procedural.words.scenes_chinese import CHINESE_SCENES
from tests.pipeline.procedural.contract import holds

QUEUE = {
    "scene": "queue",
    "names": ["Ada", "Ben", "Zoe"],
    "clues": [["not_first", "Ada"], ["right_before", "Ada", "Ben"]],
}


def test_contract() -> None:
    holds("ordering_puzzle", distinct=0.99)


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ("Answer: Zoe, Ada, Ben", ""),
        ("1. zoe\n2. ada\n3. ben", ""),
        ("Answer: Zoe > Ada > Ben.", ""),
        ("Answer: Zoe, Ada, and Ben", ""),
        ("答案：Zoe、Ada、Ben。", ""),
        ("Answer: Ada, Ben, Zoe", "wrong_order"),
        ("Answer: Zoe, Ada", "wrong_names"),
        ("Answer: Zoe, Ada, Ben, Ben", "wrong_names"),
        ("Answer: Zoe", "wrong_names"),
    ],
)
def test_the_order_is_judged(response: str, reason: str) -> None:
    assert check("ordering_puzzle", QUEUE, response).reason == reason


def test_a_puzzle_with_several_orders_is_refused() -> None:
    loose = {**QUEUE, "clues": [["before", "Ada", "Ben"]]}
    assert check("ordering_puzzle", loose, "Answer: Zoe, Ada, Ben").reason == "not_unique"


def test_no_clue_is_superfluous() -> None:
    subject = family("ordering_puzzle")
    for attempt in range(30):
        args = subject.propose(generator("superfluous", attempt), SeedText(), "en")
        assert args is not None
        answer = subject.solve(args, "en").answer
        for clue in args["clues"]:
            looser = {**args, "clues": [other for other in args["clues"] if other != clue]}
            assert check("ordering_puzzle", looser, answer).reason == "not_unique"


def test_every_scene_says_every_clue() -> None:
    assert list(SCENES) == list(CHINESE_SCENES)
    for names, scene in (*SCENES.values(), *CHINESE_SCENES.values()):
        assert set(scene.sayings) == {*RELATIONS, *POSITIONS}
        assert len(set(names)) == len(names) >= 6
        assert "{names}" in scene.opening


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    check("ordering_puzzle", QUEUE, text)
    check("ordering_puzzle", QUEUE, f"Answer: {text}")
