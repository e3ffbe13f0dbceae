from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.registry import family
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
