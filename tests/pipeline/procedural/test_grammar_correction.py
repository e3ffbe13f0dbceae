import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds, tasks

PAIRS = {
    "en": {
        "Yesterday Ada and Ben buy three red lamp.": "Yesterday Ada and Ben bought three red lamps.",
        "Nowadays she listen at the radio.": "Nowadays she listens to the radio.",
        "Where Ada did bought a orange kite?": "Where did Ada buy an orange kite?",
        "There is two boxes old in the attic.": "There are two old boxes in the attic.",
        "Ada is more taller than Ben.": "Ada is taller than Ben.",
        "They must carries a small box.": "They must carry a small box.",
    },
    "zh": {
        "昨天小明买了二封书。": "昨天小明买了两本书。",
        "小明高兴的打开了盒子。": "小明高兴地打开了盒子。",
        "小红唱地很好听。": "小红唱得很好听。",
        "明天小红没有去学校。": "明天小红不去学校。",
        "小刚每天吃饭在食堂。": "小刚每天在食堂吃饭。",
        "虽然路很远，所以小明没有放弃。": "虽然路很远，但是小明没有放弃。",
    },
}


def test_contract() -> None:
    holds("grammar_correction")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_mistakes_by_hand(language: str) -> None:
    mark = {"en": "Answer: ", "zh": "答案："}[language]
    for wrong, right in PAIRS[language].items():
        args = {"language": language, "sentences": [wrong]}
        assert family("grammar_correction").solve(args, language).answer == right
        assert check("grammar_correction", args, mark + right).passed
        assert check("grammar_correction", args, mark + wrong).reason == "unchanged"


def test_right_sentences_stay_as_they_are() -> None:
    for language in ("en", "zh"):
        for _, args in tasks(family("grammar_correction"), language, 200):
            right = family("grammar_correction").solve(args, language).answer
            again = {**args, "sentences": [right]} if len(args["sentences"]) == 1 else args
            assert check("grammar_correction", again, right).passed


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    args = {"language": "en", "sentences": list(PAIRS["en"])}
    assert not check("grammar_correction", args, text).passed
