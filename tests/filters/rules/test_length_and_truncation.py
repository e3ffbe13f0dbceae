import pytest

from filters.rules.length import Length, count_words
from filters.rules.truncation import Truncation
from tests.filters.rules.cases import reason

LIMITS = Length(min_prompt_words=2, max_prompt_words=4, min_response_words=2, max_response_words=5)


@pytest.mark.parametrize(
    ("prompt", "response", "expected"),
    [
        ("Say two", "one two", ""),
        ("说话", "你好", ""),
        ("Say", "one two", "prompt_too_short"),
        ("one two three four five", "one two", "prompt_too_long"),
        ("请你现在说话", "你好", "prompt_too_long"),
        ("Say two", "one", "response_too_short"),
        ("Say two", "  ", "response_too_short"),
        ("Say two", "我们今天去学校", "response_too_long"),
    ],
)
def test_bounds_hold_for_words_and_for_chinese_characters(prompt: str, response: str, expected: str) -> None:
    assert reason("length", response, prompt, limits=LIMITS) == expected


def test_all_turns_together_have_a_bound() -> None:
    assert reason("length", "b" * 60, "a" * 60, limits=Length(max_characters=100)) == "too_long"
    assert reason("length", "b", "What is B?") == ""


def test_words_are_counted_in_mixed_texts() -> None:
    assert count_words("用 Python 写一个 hello world 程序。") == 6 + 3


CUT = {
    "open_fence": ["Here is the code:\n```python\nprint(1)\n", "代码如下：\n```\nprint(1)"],
    "open_bracket": [
        "The river rises in the hills and it reaches the sea after two days (in the dry season",
        "这条河发源于北边的山里，流过三座古老的城市之后（在雨季的时候大约",
    ],
    "open_quote": [
        "The old miller looked at the wheel for a while and then said “we must wait until",
        "老人看了看外面已经黑下来的天色以后慢慢地对我们说：“我觉得今天晚上我们还是",
    ],
    "open_list_item": ["1. Apples\n2. Pears\n3.", "- 苹果\n- 梨子\n-"],
    "unfinished_sentence": [
        "The miller went up the hill to look at the wheel and found the",
        "They bought flour, which they carried all the way to the village, and",
        "他每天早上都先去看看水车有没有转动，然后回到磨坊里继续做自己的工作，",
    ],
}
WHOLE = [
    "Paris",
    "B",
    "Answer: the, a, an, of, and, to, for, with, or",
    "答案：苹果，梨子，香蕉，葡萄，西瓜，草莓，樱桃",
    "The capital of the country that you ask about is of course Paris",
    "Best regards,\nAnna",
    "1. Apples\n2. Pears",
    "3.",
    "```python\nprint(1)\n```",
    "````\n```\n````",
    " /\\_/\\ \n( o.o \n > ^ <",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "I am so glad that you could come to see me in my new house :(",
    'The wall is 6 feet 2" high and it stands in the middle of the garden',
    "他说：“今天我们不去学校了，因为外面下着很大的雨。”",
    "roses are red\nviolets are blue\nthe mill turns slow\nand so do you",
]


@pytest.mark.parametrize(("expected", "text"), [(why, text) for why, texts in CUT.items() for text in texts])
def test_what_breaks_off_is_rejected(expected: str, text: str) -> None:
    assert reason("truncation", text) == expected
    if expected != "finish":
        assert reason("truncation", text, limits=Truncation(structure=False)) == ""


@pytest.mark.parametrize("text", WHOLE)
def test_what_only_lacks_a_full_stop_is_kept(text: str) -> None:
    assert reason("truncation", text) == ""


def test_a_missing_full_stop_is_rejected_where_it_is_asked_for() -> None:
    text = "The mill stands on the hill. It grinds the corn. The river turns its great wheel by day and by night"
    assert reason("truncation", text) == ""
    assert reason("truncation", text, limits=Truncation(full_stop=True)) == "unfinished_sentence"
    assert reason("truncation", text + ".", limits=Truncation(full_stop=True)) == ""


def test_what_an_engine_cut_off_is_rejected() -> None:
    assert reason("truncation", "A whole sentence.", finish="length") == "cut_off"
    assert reason("truncation", "A whole sentence.", finish="stop") == ""
