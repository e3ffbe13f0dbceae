import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from filters.verify.cloze import choose
from pipeline.keyed import generator
from pipeline.teachers.procedural.families.cloze import certificate
from pipeline.teachers.procedural.family import Args, SeedText
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds

WHOLE = "Water turns the great wheel. The wheel moves both stones. Flour runs between the stones."
ONE: Args = {
    "passage": WHOLE.replace("The wheel", "The ____"),
    "options": [["kitchen", "wheel", "moves", "anchor"]],
    "sha256": certificate(WHOLE),
    "said": 0,
}
TWO: Args = {
    "passage": WHOLE.replace("The wheel", "The __1__").replace("both stones", "both __2__"),
    "options": [["kitchen", "wheel", "moves", "anchor"], ["stones", "rivers", "turns", "cables"]],
    "sha256": certificate(WHOLE),
    "said": 0,
}
PLACES = 'Sentence 1 has "wheel" too.\nSentence 3 has "stones" too.\n'


def test_contract() -> None:
    holds("cloze")


@pytest.mark.parametrize("answer", ["B", "b.", "(B)", "B) wheel", "B. Wheel", "wheel", '"wheel"'])
def test_letter_word_or_both_are_answers(answer: str) -> None:
    assert check("cloze", ONE, f'Sentence 1 has "wheel" too.\nAnswer: {answer}').passed


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ('Sentence 1 has "wheel" too.\nAnswer: A', "wrong_word"),
        ('Sentence 1 has "wheel" too.\nAnswer: A) wheel', "no_option"),
        ('Sentence 1 has "wheel" too.\nAnswer: B or A', "no_option"),
        ('Sentence 1 has "wheel" too.\nAnswer: mill', "no_option"),
        ('Sentence 1 has "wheel" too.\nAnswer: wheel; wheel', "no_answer"),
        ('Sentence 2 has "wheel" too.\nAnswer: wheel', "wrong_place"),
        ('Sentence 9 has "wheel" too.\nAnswer: wheel', "wrong_place"),
        ('Sentence 2 has "stones" too.\nAnswer: wheel', "no_place"),
        ("Answer: wheel", "no_place"),
        ("wheel " * 2000, "too_long"),
    ],
)
def test_each_mistake_has_its_reason(response: str, reason: str) -> None:
    assert check("cloze", ONE, response).reason == reason


def test_two_blanks_need_two_answers_in_their_order() -> None:
    assert check("cloze", TWO, PLACES + "Answer: B) wheel; A) stones").passed
    assert check("cloze", TWO, PLACES + "Answer: wheel; a").passed
    assert check("cloze", TWO, PLACES + "Answer: wheel").reason == "no_answer"
    assert check("cloze", TWO, PLACES + "Answer: stones; wheel").reason == "no_option"
    assert check("cloze", TWO, PLACES + "Answer: wheel; rivers").reason == "wrong_word"


def test_evolution_blanks_a_second_word_and_stops_there() -> None:
    subject = family("cloze")
    harder = subject.evolve(generator("harder"), ONE, "en")
    assert harder is not None
    assert [harder["passage"].count(mark) for mark in ("____", "__1__", "__2__")] == [0, 1, 1]
    assert harder["passage"].index("__1__") < harder["passage"].index("__2__")
    assert subject.solve(harder, "en").answer.count(";") == 1
    assert subject.evolve(generator("harder"), harder, "en") is None


def test_options_that_restore_nothing_cannot_be_solved() -> None:
    with pytest.raises(ValueError, match="no choice of options"):
        family("cloze").solve({**ONE, "sha256": certificate("another text")}, "en")


def test_a_passage_in_which_no_word_returns_gives_no_task() -> None:
    text = "Water turns the great wheel. Flour runs between both stones."
    assert family("cloze").propose(generator("x"), SeedText("document", text), "en") is None
    assert family("cloze").propose(generator("x"), SeedText("document", WHOLE), "en") is not None
    own_blank = WHOLE.replace("great", "____")
    assert family("cloze").propose(generator("x"), SeedText("document", own_blank), "en") is None


def test_settings_are_checked() -> None:
    with pytest.raises(ValueError, match="least <= most"):
        family("cloze", {"least": 1})


@given(st.text(), st.sampled_from([ONE, TWO]))
def test_no_text_makes_the_checker_raise(text: str, args: Args) -> None:
    check("cloze", args, text)
    check("cloze", args, f"{PLACES}Answer: {text}")
    choose(text, args["options"][0])


CHINESE_ARGS: Args = {
    "passage": "蜜蜂住在蜂巢里。工蜂采集花粉。许多植物靠____传播花粉。",
    "options": [["蜜蜂", "昆虫", "动物", "鲜花"]],
    "sha256": certificate("蜜蜂住在蜂巢里。工蜂采集花粉。许多植物靠蜜蜂传播花粉。"),
    "said": 0,
}


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ("第1句里也有“蜜蜂”。\n答案：A) 蜜蜂", ""),
        ("第1句也有“蜜蜂”。\n答案：a", ""),
        ("第 1 句还有“蜜蜂”\n答案：蜜蜂。", ""),
        ("第2句里也有“蜜蜂”。\n答案：蜜蜂", "wrong_place"),
        ("第1句里也有“蜜蜂”。\n答案：B) 昆虫", "wrong_word"),
        ("第1句里也有“蜜蜂”。\n答案：B) 蜜蜂", "no_option"),
        ("第1句里也有“蜜蜂”。\n答案：F", "no_option"),
        ("答案：蜜蜂", "no_place"),
    ],
)
def test_chinese_answers(response: str, reason: str) -> None:
    assert check("cloze", CHINESE_ARGS, response).reason == reason


def test_chinese_evolves_into_a_second_blank_or_more_options() -> None:
    subject = family("cloze")
    second = subject.evolve(generator("harder"), CHINESE_ARGS, "zh")
    assert second is not None and len(second["options"]) == 2
    alone = {**CHINESE_ARGS, "passage": CHINESE_ARGS["passage"].replace("采集花粉", "采蜜")}
    alone["sha256"] = certificate(alone["passage"].replace("____", "蜜蜂"))
    more = subject.evolve(generator("harder"), alone, "zh")
    assert more is not None and len(more["options"][0]) == 6
    assert subject.evolve(generator("harder"), more, "zh") is None
