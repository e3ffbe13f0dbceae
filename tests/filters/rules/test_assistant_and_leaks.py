import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.rules.assistant import Assistant
from filters.rules.courtesy import strip_courtesy
from filters.rules.leaks import Leaks
from tests.filters.rules.cases import reason

REFUSALS = [
    "I'm sorry, but I can't help with that.",
    "I’m sorry, but I cannot assist you with this request.",
    "I am afraid I am not able to provide that.",
    "I cannot fulfill this request because it is harmful.",
    "As an AI language model, I don't have personal opinions.",
    "很抱歉，我无法提供这方面的信息。",
    "抱歉，作为人工智能助手，我不能回答这个问题。",
    "我无法满足您的请求。",
]
NO_REFUSALS = [
    "I'm sorry to hear that you are ill. Get well soon!",
    "I'm sorry, but I can't come to your party on Friday.",
    "I cannot help falling in love with you.",
    "Sorry seems to be the hardest word.",
    "The function cannot provide a value for an empty list.",
    "很抱歉听到这个消息，希望你早日康复。",
    "对不起，我明天不能来参加你的生日聚会。",
    "Unable to sleep, she went out.",
]


@pytest.mark.parametrize("text", REFUSALS)
def test_refusals_are_rejected_unless_the_prompt_quotes_them(text: str) -> None:
    assert reason("assistant", text) == "refusal"
    assert reason("assistant", text, limits=Assistant(refusal="keep", self_reference="keep")) == ""
    assert reason("assistant", text, prompt=f"Put this into the past: {text}") == ""


@pytest.mark.parametrize("text", NO_REFUSALS)
def test_apologies_that_refuse_nothing_are_kept(text: str) -> None:
    assert reason("assistant", text) == ""


SELF = [
    "The novel is long. As an AI, I like it.",
    "It was so as of my last update.",
    "That is after my knowledge cutoff.",
    "这本书很好。作为一个AI语言模型，我推荐它。",
    "我的知识截止到2021年。",
]
NOT_SELF = [
    "As an AI researcher, I train models.",
    "An AI language model predicts the next token.",
    "My training was hard.",
    "人工智能语言模型可以预测下一个词。",
]


@pytest.mark.parametrize("text", SELF)
def test_a_model_that_speaks_of_itself_is_rejected(text: str) -> None:
    assert reason("assistant", text) == "assistant_self_reference"


@pytest.mark.parametrize("text", NOT_SELF)
def test_a_text_about_models_is_kept(text: str) -> None:
    assert reason("assistant", text) == ""


COURTESIES = {
    "Sure! Here is the list:\n- a\n- b": "- a\n- b",
    "Certainly! 42": "42",
    "Of course, here is a poem:\nThe mill": "The mill",
    "It is Paris. Let me know if you have any other questions!": "It is Paris.",
    "It is Paris.\n\nI hope this helps!": "It is Paris.",
    "当然！以下是列表：\n- 甲": "- 甲",
    "是巴黎。希望这对你有帮助！": "是巴黎。",
    "Sure! Paris. I hope this helps! Feel free to ask me more.": "Paris.",
}
MEANT = [
    "Sure, I'll come at five.",
    "Of course not.",
    "Absolutely nothing happened.",
    "Sure!",
    "好的，我明天来。",
    "She said: let me know if you come.",
    "Dear Anna, I hope this helps you through the winter. Yours, Bert",
]


@pytest.mark.parametrize(("text", "bare"), COURTESIES.items())
def test_courtesies_are_found_and_stripped(text: str, bare: str) -> None:
    assert strip_courtesy(text) == bare
    assert reason("assistant", text, limits=Assistant(courtesy="reject")) == "assistant_courtesy"
    assert reason("assistant", text) == ""


@pytest.mark.parametrize("text", MEANT)
def test_what_says_something_is_no_courtesy(text: str) -> None:
    assert strip_courtesy(text) == text


@given(st.text())
def test_stripping_leaves_a_part_of_the_text_and_something(text: str) -> None:
    bare = strip_courtesy(text)
    assert bare in text
    assert bool(bare.strip()) == bool(text.strip())


LEAKED = [
    "#Rewritten Prompt#: write a story",
    "# The Given Prompt # write",
    "### Instruction:\nWrite a story",
    "<instruction>Write a story</instruction>",
    "Write a story<|im_end|>",
    "[INST] Write a story [/INST]",
    "<think>Let me see</think>Paris",
    "Tell me about {{ passage }} in short.",
    "Answer {instruction} in one line.",
    "The rewritten prompt asks for a story.",
    "改写后的指令：写一个故事",
    "【给定的指令】写一个故事",
]
NOT_LEAKED = [
    "Write instructions for a kettle.",
    "Use a prompt such as `{instruction}`.",
    "```\n<instruction>x</instruction>\n```",
    "### Summary\nIt rains.",
    "<b>bold</b> and x < y | z > 1",
    "Let S = {document, page} be a set.",
    "He rewrote the request.",
    "请改写下面的句子。",
    "【注意】今天下雨",
]


@pytest.mark.parametrize("text", LEAKED)
def test_marks_of_the_frame_are_leaks_in_prompt_and_response(text: str) -> None:
    assert reason("leaks", text) == "leaked_prompt"
    assert reason("leaks", "Yes.", prompt=text) == "leaked_prompt"
    assert reason("leaks", text, limits=Leaks(marks=False)) == ""


@pytest.mark.parametrize("text", NOT_LEAKED)
def test_words_that_only_resemble_marks_are_kept(text: str) -> None:
    assert reason("leaks", text) == ""


def test_a_user_may_name_further_phrases() -> None:
    limits = Leaks(phrases=("Seed Task",))
    assert reason("leaks", "This seed task is easy.", limits=limits) == "leaked_prompt"
    assert (
        reason("leaks", "This seed task is easy.", prompt="Describe the seed task.", limits=limits) == "leaked_prompt"
    )
    assert reason("leaks", "This seed is easy.", limits=limits) == ""
