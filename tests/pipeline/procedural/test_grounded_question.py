from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.reading.answer import final_answer, plain
from filters.verify import check
from pipeline.keyed import generator
from pipeline.teachers.procedural.families.grounded_question import KINDS, find
from pipeline.teachers.procedural.family import Args, SeedText
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds, tasks

FIRST, SECOND, THIRD = (
    "The miller opens the heavy gate at dawn.",
    "Water turns the great wheel slowly.",
    "The wheel moves two stones and a heavy hammer.",
)
PASSAGE = f"{FIRST} {SECOND} {THIRD}"


def ask(kind: str, **rest: Any) -> Args:
    return {"passage": PASSAGE, "ask": kind, "said": 0, **rest}


def word(which: str, *, number: int = 0, mentions: str = "", shift: int = 0) -> Args:
    return ask("word", which=which, number=number, mentions=mentions, shift=shift)


def test_contract() -> None:
    holds("grounded_question")


@pytest.mark.parametrize(
    ("args", "response"),
    [
        (ask("sentence", terms=["water"]), f'"{SECOND}"\nAnswer: 2'),
        (word("longest", number=1), f"{FIRST}\nAnswer: miller"),
        (word("last", mentions="dawn"), f"{FIRST}\nAnswer: Dawn."),
        (word("first", mentions="dawn", shift=1), f"{SECOND}\nAnswer: water"),
        (ask("next", phrase="great wheel", distance=1), f"{SECOND}\nAnswer: slowly"),
        (ask("next", phrase="moves two", distance=3), f"{THIRD}\nAnswer: a"),
        (ask("mentioned", terms=["heavy", "stones"]), f"{FIRST} {THIRD}\nAnswer: Yes"),
        (ask("mentioned", terms=["stones", "flour"]), "Flour does not occur.\nAnswer: no"),
        (ask("count", terms=["heavy", "wheel"]), "Sentence 1: 1\nSentence 2: 1\nSentence 3: 2\nAnswer: 4"),
    ],
)
def test_every_kind_of_question(args: Args, response: str) -> None:
    found = find(args)
    assert found is not None and found.answer.lower() == plain(final_answer(response))
    assert check("grounded_question", args, response).passed


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        (f"{SECOND}\nAnswer: great", "wrong_answer"),
        (f"{THIRD}\nAnswer: slowly", "no_evidence"),
        (f"{SECOND} {THIRD}\nAnswer: slowly", "wrong_evidence"),
        ("Water turns the wheel slowly.\nAnswer: slowly", "no_evidence"),
        (f"{SECOND} slowly", "no_answer"),
        ("Answer: slowly", "no_evidence"),
        ("slowly " * 5000, "too_long"),
    ],
)
def test_each_mistake_has_its_reason(response: str, reason: str) -> None:
    args = ask("next", phrase="great wheel", distance=1)
    assert check("grounded_question", args, response).reason == reason


def test_the_tally_must_hold_sentence_by_sentence() -> None:
    args = ask("count", terms=["heavy"])
    assert check("grounded_question", args, "Sentence 1: 1\nSentence 3: 1.\nAnswer: 2").passed
    for wrong in ("Sentence 1: 2", "Sentence 1: 1\nSentence 2: 1", "Sentence 1: 1\nSentence 2: 0\nSentence 3: 1", ""):
        assert check("grounded_question", args, f"{wrong}\nAnswer: 2").reason == "wrong_tally"


def test_a_missing_word_must_be_named() -> None:
    args = ask("mentioned", terms=["stones", "flour"])
    assert check("grounded_question", args, "Not all of them.\nAnswer: no").reason == "no_evidence"
    assert check("grounded_question", args, f"{THIRD}\nNo flour.\nAnswer: no").reason == "wrong_evidence"


def test_questions_without_a_single_answer_are_not_asked() -> None:
    assert find(ask("sentence", terms=["wheel"])) is None
    assert find(word("longest", number=3)) is None
    assert find(word("first", mentions="wheel")) is None
    assert find(word("first", mentions="dawn", shift=-1)) is None
    assert find(ask("next", phrase="great wheel", distance=2)) is None
    assert find(ask("next", phrase="the heavy", distance=1)) is not None
    assert find(ask("next", phrase="a heavy", distance=2)) is None


def test_every_kind_is_drawn_and_evolves_into_one_more_look_up() -> None:
    subject, evolved = family("grounded_question"), set()
    drawn = list(tasks(subject, "en", 200, "kinds"))
    assert {args["ask"] for _, args in drawn} == set(KINDS)
    for key, args in drawn:
        harder = subject.evolve(generator("harder", key), args, "en")
        if harder is not None:
            evolved.add(args["ask"])
            assert find(harder) is not None and harder["passage"] == args["passage"]
    assert evolved == set(KINDS)


def test_a_passage_without_the_answer_cannot_be_solved() -> None:
    with pytest.raises(ValueError, match="no single answer"):
        family("grounded_question").solve(ask("sentence", terms=["wheel"]), "en")


def test_a_seed_without_sentences_gives_no_task() -> None:
    for text in (FIRST, f"{FIRST} {SECOND} {FIRST[:-1]} and noon."):
        assert family("grounded_question").propose(generator("x"), SeedText("document", text), "en") is None


def test_settings_are_checked() -> None:
    with pytest.raises(ValueError, match="least <= most"):
        family("grounded_question", {"most": 1})


@given(st.text(), st.sampled_from(KINDS))
def test_no_text_makes_the_checker_raise(text: str, kind: str) -> None:
    questions = {
        "sentence": ask("sentence", terms=["water"]),
        "word": word("last", number=3),
        "next": ask("next", phrase="great wheel", distance=1),
        "mentioned": ask("mentioned", terms=["flour"]),
        "count": ask("count", terms=["heavy"]),
    }
    check("grounded_question", questions[kind], text)
    check("grounded_question", questions[kind], f"{PASSAGE}\nSentence 1: {text}\nAnswer: {text}")


CHINESE = "蜜蜂住在蜂巢里。工蜂采集花粉和花蜜。许多植物靠蜜蜂传播花粉。"


@pytest.mark.parametrize(
    ("rest", "response", "reason"),
    [
        ({"ask": "sentence", "terms": ["蜂巢"]}, "“蜜蜂住在蜂巢里。”\n答案：第1句", ""),
        ({"ask": "sentence", "terms": ["蜂巢"]}, "“蜜蜂住在蜂巢里。”\n答案：2", "wrong_answer"),
        (
            {"ask": "word", "which": "last", "number": 2, "mentions": "", "shift": 0},
            "工蜂采集花粉和花蜜\n答案：花蜜",
            "",
        ),
        (
            {"ask": "word", "which": "first", "number": 0, "mentions": "蜂巢", "shift": 1},
            "工蜂采集花粉和花蜜。\n答案：工蜂",
            "",
        ),
        ({"ask": "next", "phrase": "植物", "distance": 3}, "许多植物靠蜜蜂传播花粉。\n答案：靠蜜蜂", ""),
        ({"ask": "next", "phrase": "植物", "distance": 3}, "植物靠蜜蜂\n答案：靠蜜蜂", "no_evidence"),
        ({"ask": "mentioned", "terms": ["花蜜"]}, "工蜂采集花粉和花蜜。\n答案：是", ""),
        ({"ask": "mentioned", "terms": ["花蜜", "树木"]}, "文中没有“树木”。\n答案：否", ""),
        ({"ask": "mentioned", "terms": ["花蜜", "树木"]}, "不是都有。\n答案：否", "no_evidence"),
        ({"ask": "count", "terms": ["花粉", "蜜蜂"]}, "第1句：1\n第2句：1\n第3句：2\n答案：4", ""),
        ({"ask": "count", "terms": ["花粉", "蜜蜂"]}, "第1句：1\n第3句：3\n答案：4", "wrong_tally"),
    ],
)
def test_chinese_answers(rest: dict[str, Any], response: str, reason: str) -> None:
    args = {"passage": CHINESE, "said": 0, **rest}
    assert check("grounded_question", args, response).reason == reason
    found = find(args)
    assert found is not None and (reason == "wrong_answer" or found.answer in response)


@given(st.text(), st.sampled_from(["sentence", "mentioned", "count"]))
def test_no_text_makes_the_checker_raise_in_chinese(text: str, kind: str) -> None:
    args = {"passage": CHINESE, "ask": kind, "terms": ["蜂巢"], "said": 0}
    check("grounded_question", args, f"{CHINESE}\n第1句：{text}\n答案：{text}")
