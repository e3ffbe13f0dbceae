import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.elimination import Limits, judge_answer, judge_instruction, new_figures, new_words, words_in
from filters.stop_words import CHINESE, ENGLISH

LIMITS = Limits()


@pytest.mark.parametrize(
    ("parent", "child"),
    [
        ("What is the capital of France?", "Could you please tell me what the capital of France is?"),
        ("Describe how bees make honey.", "Explain how a bee makes honey, please!"),
        ("Write a poem about dogs and cats.", "Write a poem about dogs."),
        ("What is 12 + 30?", "Tell me: 12 + 30 is what?"),
        ("解释光合作用。", "请你说明一下什么是光合作用？"),
        ("写一首关于月亮的诗", "请帮我写一首关于月亮的诗，谢谢！"),
    ],
)
def test_an_evolution_that_only_says_it_again_has_no_gain(parent: str, child: str) -> None:
    assert judge_instruction(parent, child, LIMITS).reason == "no_gain"


@pytest.mark.parametrize(
    ("parent", "child"),
    [
        ("What is the capital of France?", "What is the capital of France, and since when?"),
        ("Sort the list in Python.", "Sort the list in Python without recursion."),
        ("What is 7 - 3?", "What is 3 - 7?"),
        ("Name 3 rivers.", "Name 5 rivers."),
        ("What is 3 + 4?", "What is 3 * 4?"),
        ("Sort these ascending: 3, 1, 2.", "Sort these descending: 3, 1, 2."),
        ("写一首诗", "写一首七言诗"),
        ("列出三种水果。", "列出五种水果。"),
    ],
)
def test_one_word_or_one_figure_can_be_the_gain(parent: str, child: str) -> None:
    assert judge_instruction(parent, child, LIMITS).passed


def test_the_figure_counts_what_is_new_and_the_limit_can_ask_for_more() -> None:
    verdict = judge_instruction("Name rivers.", "Name long rivers.", Limits(min_gain=2))
    assert verdict.detail == "1 new words and 0 new figures, at least 2 wanted"
    assert new_words("Cats jump.", "The cat jumped over dogs") == ["over", "dogs"]
    assert new_figures("1 2 3", "1 3 2") == 1


@pytest.mark.parametrize(
    "leak",
    [
        "The rewritten prompt: why?",
        "#Rewritten Prompt#\nWhy?",
        "# The Given Prompt #",
        "改写后的请求：为什么？",
        "<given>",
    ],
)
def test_words_of_the_prompt_that_asked_may_not_be_copied_unless_the_parent_has_them(leak: str) -> None:
    child = f"{leak} Name a river of Spain."
    assert judge_instruction("Name a river.", child, LIMITS).reason == "copied_words"
    assert judge_instruction(leak, child, LIMITS).passed


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("Sorry, but I do not know that.", "apology"),
        ("As an AI language model, I have no opinion.", "apology"),
        ("I can’t help with that.", "apology"),
        ("很抱歉，我无法回答这个问题。", "apology"),
        ("... !", "nothing_said"),
        ("It is the, and of it.", "nothing_said"),
        ("请问你的？", "nothing_said"),
        ("", "nothing_said"),
    ],
)
def test_an_apology_and_an_empty_answer_eliminate(answer: str, reason: str) -> None:
    assert judge_answer("Name a river.", answer, LIMITS).reason == reason


@pytest.mark.parametrize(
    "answer", ["A", "B.", "(i)", "No.", "是。", "42", "🎉🎊", "∞", "不", "A sorry sight, " + "word " * 80]
)
def test_short_answers_letters_and_symbols_say_something(answer: str) -> None:
    assert judge_answer("Answer.", answer, LIMITS).passed


def test_who_asks_for_an_apology_gets_one() -> None:
    assert judge_answer("Write an apology for being late.", "I am sorry for being late.", LIMITS).passed
    assert judge_answer("“对不起”用英语怎么说？", "Sorry.", LIMITS).passed


def test_a_chinese_apology_is_measured_in_words_too() -> None:
    assert words_in("我很抱歉 sorry") == pytest.approx(4 / 1.5 + 1)
    assert judge_answer("列出河流。", "抱歉，" + "长江黄河" * 40, LIMITS).passed


@given(st.text())
def test_no_text_gains_over_itself_or_over_a_longer_one(text: str) -> None:
    assert new_words(text, text) == [] and new_figures(text, text) == 0
    assert not judge_instruction(text, text, Limits(min_gain=0)).passed
    assert new_words(f"{text} river", text) == []


@given(st.text(), st.sampled_from(sorted(ENGLISH - {"d", "e", "m", "s", "t"})), st.sampled_from(sorted(CHINESE)))
def test_stop_words_are_no_gain(text: str, english: str, chinese: str) -> None:
    assert new_words(text, f"{text} {english} {chinese}") == []


@given(st.text(), st.text())
def test_every_verdict_that_rejects_names_reason_and_figure(parent: str, child: str) -> None:
    for verdict in (judge_instruction(parent, child, LIMITS), judge_answer(parent, child, LIMITS)):
        assert verdict.passed == (not verdict.reason)
        assert verdict.passed or (verdict.reason.isidentifier() and verdict.detail)
