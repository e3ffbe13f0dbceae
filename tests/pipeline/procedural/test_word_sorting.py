from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from filters.verify.word_sorting import _PINYIN
from pipeline.teachers.procedural.families.word_sorting import initial
from pipeline.teachers.procedural.registry import family
from pipeline.teachers.procedural.words.chinese_vocabulary import WORDS as CHINESE_WORDS
from tests.pipeline.procedural.contract import holds

ARGS = {"words": ["pear", "fig", "plum", "apple"], "keys": ["length"], "without": ""}
WORDS = st.lists(st.text("abcdehiou", min_size=2, max_size=5), min_size=3, max_size=8, unique=True)


def test_contract() -> None:
    holds("word_sorting")


def test_ties_go_by_the_next_rule_then_by_the_alphabet() -> None:
    assert check("word_sorting", ARGS, "Answer: fig, pear, plum, apple").passed
    assert check("word_sorting", ARGS, "Answer: fig, plum, pear, apple").reason == "wrong_order"
    finer = {**ARGS, "keys": ["length", "last_down"]}
    assert check("word_sorting", finer, "Answer: fig, pear, plum, apple").passed


def test_the_form_of_the_list_is_immaterial() -> None:
    assert check("word_sorting", ARGS, "fig (3), …\n**Answer:** [Fig, `pear`,plum , 'apple'].").passed


def test_chinese_words_go_by_pinyin_and_then_as_given() -> None:
    args = {"words": ["天空", "蜜蜂", "太阳", "河流"], "keys": ["pinyin"], "without": ""}
    assert check("word_sorting", args, "答案：河流，蜜蜂，天空，太阳").passed
    assert check("word_sorting", args, "答案：河流，蜜蜂，太阳，天空").reason == "wrong_order"
    assert check("word_sorting", {**args, "keys": ["pinyin_down"], "without": "蜂"}, "答案：天空，太阳，河流").passed


def test_both_routes_know_the_pinyin_of_every_word() -> None:
    assert all(_PINYIN[word[0]] == initial(word) for word in CHINESE_WORDS)


def test_words_left_out_may_not_come_back() -> None:
    args = {**ARGS, "without": "f"}
    assert check("word_sorting", args, "Answer: pear, plum, apple").passed
    assert check("word_sorting", args, "Answer: fig, pear, plum, apple").reason == "item_extra"


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("word_sorting", ARGS, text).passed


@given(WORDS, st.randoms(use_true_random=False))
def test_any_words_by_any_rules_are_sorted_alike_by_both_routes(words: list[str], rng) -> None:
    subject = family("word_sorting")
    args = {"words": words, "keys": [rng.choice(["alphabet", "alphabet_down", "backwards", "second"])], "without": ""}
    for _ in range(3):
        verdict = check("word_sorting", args, subject.solve(args, "en").text)
        assert verdict.passed, verdict
        args = subject.evolve(rng, args, "en") or args
