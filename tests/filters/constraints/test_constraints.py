"""Each kind of constraint with right and wrong responses written by hand, in English and Chinese."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.constraints import KINDS, complete, holds, undress
from filters.constraints.words import count_sentences, count_words

Parameters = dict[str, Any]

CASES: list[tuple[str, Parameters, list[str], list[str]]] = [
    (
        "keywords:existence",
        {"keywords": ["river", "Stone"]},
        ["A stone lies in the River.", "Riverside stones."],
        ["A stone lies in the sea.", "river"],
    ),
    ("keywords:existence", {"keywords": ["春天", "河"]}, ["春天来了，河水涨了。"], ["春天来了。"]),
    (
        "keywords:frequency",
        {"keyword": "tea", "frequency": 2, "relation": "at least"},
        ["Tea, and more tea.", "Teapots and tea."],
        ["One tea."],
    ),
    ("keywords:frequency", {"keyword": "茶", "frequency": 2, "relation": "less than"}, ["喝茶吧。"], ["茶叶和茶杯。"]),
    (
        "keywords:forbidden_words",
        {"forbidden_words": ["rain", "C++"]},
        ["The train is late.", "C is fine."],
        ["Rain again.", "It's (rain)!", "I like C++."],
    ),
    ("keywords:forbidden_words", {"forbidden_words": ["下雨"]}, ["今天晴。"], ["今天又下雨了。"]),
    (
        "keywords:letter_frequency",
        {"letter": "Q", "let_frequency": 2, "let_relation": "at least"},
        ["Quite quick."],
        ["Quite fast.", "None."],
    ),
    (
        "keywords:letter_frequency",
        {"letter": "！", "let_frequency": 2, "let_relation": "less than"},
        ["好！"],
        ["好！好！"],
    ),
    (
        "language:response_language",
        {"language": "en"},
        ["It is not the end of the world.", "42", "Paris"],
        ["这不是世界的尽头。", "Das ist nicht das Ende der Welt.", "Это не конец."],
    ),
    (
        "language:response_language",
        {"language": "zh"},
        ["我们用 Python 写一个函数。", "好"],
        ["We write a function.", "これは日本語です。", "한국어입니다."],
    ),
    (
        "language:response_language",
        {"language": "de"},
        ["Das ist nicht das Ende der Welt."],
        ["This is the end of it."],
    ),
    (
        "language:response_language",
        {"language": "ur"},
        ["یہ ایک کتاب ہے اور یہ میری ہے"],
        ["این یک کتاب است و از آن من است"],
    ),
    (
        "language:response_language",
        {"language": "mr"},
        ["हे माझे पुस्तक आहे आणि ते चांगले आहे"],
        ["यह मेरी किताब है और यह अच्छी है"],
    ),
    (
        "language:response_language",
        {"language": "bg"},
        ["Това е моята книга и тя не е нова."],
        ["Это моя книга, и она не новая."],
    ),
    (
        "length_constraints:number_words",
        {"num_words": 3, "relation": "at least"},
        ["one two three", "don't go"],
        ["one two", "one-two"],
    ),
    ("length_constraints:number_words", {"num_words": 5, "relation": "less than"}, ["今天 very 好"], ["今天天气好"]),
    (
        "length_constraints:number_sentences",
        {"num_sentences": 2, "relation": "at least"},
        ["Yes. It is!", "Dr. Hill came. We left"],
        ["Dr. Hill came.", "It costs 3.50 e.g. here."],
    ),
    ("length_constraints:number_sentences", {"num_sentences": 2, "relation": "less than"}, ["好的"], ["好的。我来！"]),
    (
        "length_constraints:number_paragraphs",
        {"num_paragraphs": 2},
        ["One.\n***\nTwo.", "One *** two ***"],
        ["One.\n\nTwo.", "One.\n***\n***\nTwo.", "1\n***\n2\n***\n3"],
    ),
    (
        "length_constraints:number_paragraphs",
        {"num_paragraphs": 2},
        ["第一段。\n***\n第二段。"],
        ["第一段。\n第二段。"],
    ),
    (
        "length_constraints:nth_paragraph_first_word",
        {"num_paragraphs": 2, "nth_paragraph": 2, "first_word": "Then"},
        ["First.\n\nthen, we go.", '"First."\n\n"Then" we go.'],
        ["First.\n\nLater we go.", "Then.", "First.\n\nThen.\n\nEnd.", "First.\n\nThen-now"],
    ),
    (
        "length_constraints:nth_paragraph_first_word",
        {"num_paragraphs": 2, "nth_paragraph": 1, "first_word": "首先"},
        ["首先要说明。\n\n然后结束。"],
        ["然后。\n\n首先。"],
    ),
    (
        "detectable_content:number_placeholders",
        {"num_placeholders": 2},
        ["Dear [name], meet me at [place].", "[a][b]"],
        ["Dear [name].", "[ [ ]", "[\n] [x]"],
    ),
    ("detectable_content:number_placeholders", {"num_placeholders": 1}, ["【姓名】您好"], ["姓名您好"]),
    (
        "detectable_content:postscript",
        {"postscript_marker": "P.S."},
        ["Bye.\n\nP.S. Call me.", "Bye.\np. s. call"],
        ["Bye.\n\nPS call me.", "Bye"],
    ),
    ("detectable_content:postscript", {"postscript_marker": "P.P.S"}, ["Bye.\n\nP.P.S. Call."], ["Bye.\n\nP.S. Call."]),
    ("detectable_content:postscript", {"postscript_marker": "附言："}, ["再见。\n\n附言：记得来电。"], ["再见。"]),
    (
        "detectable_format:number_bullet_lists",
        {"num_bullets": 2},
        ["* one\n* two", "Text\n- one\n  - two"],
        ["* one", "* a\n* b\n* c", "**a**\n* b"],
    ),
    ("detectable_format:number_bullet_lists", {"num_bullets": 2}, ["* 苹果\n* 梨"], ["• 苹果\n• 梨"]),
    (
        "detectable_format:constrained_response",
        {},
        ["My answer is yes.", "Well. My answer is maybe."],
        ["Yes.", "my answer is yes"],
    ),
    ("detectable_format:constrained_response", {}, ["我的回答是否定的。"], ["不是。"]),
    (
        "detectable_format:number_highlighted_sections",
        {"num_highlights": 2},
        ["*one* and *two*", "**one** and *two*"],
        ["*one*", "** **\n*x*", "*one\ntwo* *"],
    ),
    ("detectable_format:number_highlighted_sections", {"num_highlights": 1}, ["这是*重点*。"], ["这是重点。"]),
    (
        "detectable_format:multiple_sections",
        {"section_spliter": "SECTION", "num_sections": 2},
        ["SECTION 1\na\nSECTION 2\nb", "SECTION1 SECTION 2 SECTION 3"],
        ["SECTION 1\na", "Section 1\nSection 2"],
    ),
    (
        "detectable_format:multiple_sections",
        {"section_spliter": "部分", "num_sections": 2},
        ["第1部分\n甲\n第2部分\n乙", "部分 1\n部分 2"],
        ["第一\n第二"],
    ),
    (
        "detectable_format:json_format",
        {},
        ['{"a": 1}', '```json\n{"答案": "好"}\n```', "[1, 2]"],
        ["{a: 1}", "Here: {}", "[" * 300 + "]" * 300],
    ),
    ("detectable_format:title", {}, ["<<A poem>>\nText", "Text <<end>> text"], ["<A poem>", "<<>>", "<<a\nb>>"]),
    ("detectable_format:title", {}, ["<<春天>>\n文"], ["《春天》\n文"]),
    (
        "combination:two_responses",
        {},
        ["One.\n******\nTwo.", "******\nOne\n******\nTwo\n******"],
        ["One.", "Same\n******\nSame", "a******b******c", "a************b"],
    ),
    ("combination:two_responses", {}, ["甲。\n******\n乙。"], ["甲。\n***\n乙。"]),
    (
        "combination:repeat_prompt",
        {"prompt_to_repeat": "Say it."},
        ["Say it.\n\nIt.", "say it. Now"],
        ["It.", "I say: Say it."],
    ),
    ("combination:repeat_prompt", {"prompt_to_repeat": "写诗。"}, ["写诗。\n\n春眠"], ["春眠"]),
    (
        "startend:end_checker",
        {"end_phrase": "Any questions?"},
        ["That is all. any questions?", '"That is all. Any questions?"'],
        ["Any questions? No.", "Any questions"],
    ),
    ("startend:end_checker", {"end_phrase": "谢谢大家。"}, ["完了。谢谢大家。"], ["谢谢大家。完了。"]),
    ("startend:quotation", {}, ['"All of it."', ' "x" '], ['"', "'All'", 'He said "yes"']),
    ("startend:quotation", {}, ["“全部。”"], ["“全部。"]),
    (
        "change_case:capital_word_frequency",
        {"capital_relation": "at least", "capital_frequency": 2},
        ["IT IS so.", "I say NO"],
        ["I say no", "Nothing"],
    ),
    (
        "change_case:capital_word_frequency",
        {"capital_relation": "less than", "capital_frequency": 2},
        ["用API写"],
        ["用API和SDK写"],
    ),
    ("change_case:english_capital", {}, ["THIS IS IT: 42."], ["This is it.", "42", "DAS IST NICHT DIE WELT"]),
    ("change_case:english_lowercase", {}, ["this is it: 42."], ["This is it.", "42", "das ist nicht die welt", "好"]),
    ("punctuation:no_comma", {}, ["No comma; none."], ["Well, yes."]),
    ("punctuation:no_comma", {}, ["没有逗号、真的。"], ["好，可以。"]),
]

DRESSED: list[tuple[str, Parameters, str, str]] = [
    ("keywords:existence", {"keywords": ["x"]}, "Body.\n\nNote: x is named.", "Body."),
    ("keywords:existence", {"keywords": ["x"]}, "正文。\n\n注：提到x。\n\n注：再提。", "正文。"),
    ("keywords:existence", {"keywords": ["x"]}, "Note: x is all there is.", "Note: x is all there is."),
    ("length_constraints:number_paragraphs", {"num_paragraphs": 2}, "a\n***\nb", "a\nb"),
    ("detectable_content:postscript", {"postscript_marker": "P.S."}, "Body.\n\nP.S. Call me.", "Body."),
    (
        "detectable_content:postscript",
        {"postscript_marker": "P.P.S"},
        "Body.\n\nP.P.S. Call.\n\nAnswer: 4",
        "Body.\n\nAnswer: 4",
    ),
    ("detectable_content:postscript", {"postscript_marker": "附言："}, "正文。\n\n附言：来电。", "正文。"),
    ("detectable_format:number_bullet_lists", {"num_bullets": 2}, "* a * b\n- c\nAnswer: -4", "a * b\nc\nAnswer: -4"),
    ("detectable_format:constrained_response", {}, "Answer: yes\n\nMy answer is yes.", "Answer: yes"),
    ("detectable_format:constrained_response", {}, "My answer is yes.", "My answer is yes."),
    ("detectable_format:number_highlighted_sections", {"num_highlights": 2}, "a *b c* and **d**", "a b c and d"),
    (
        "detectable_format:multiple_sections",
        {"section_spliter": "Part", "num_sections": 2},
        "Part 1\na\n**Part 2:**\nPart 3 of it",
        "a\nPart 3 of it",
    ),
    ("detectable_format:multiple_sections", {"section_spliter": "部分", "num_sections": 1}, "第1部分\n甲", "甲"),
    ("detectable_format:json_format", {}, '```json\n{"response": "a\\nb"}\n```', "a\nb"),
    ("detectable_format:json_format", {}, '{"a": 1}', '{"a": 1}'),
    ("detectable_format:title", {}, "<<A title>>\n\nBody.", "Body."),
    ("detectable_format:title", {}, "1 << 2 >> 1", "1 << 2 >> 1"),
    ("combination:two_responses", {}, "One.\n\n******\n\nTwo.", "One."),
    ("combination:repeat_prompt", {"prompt_to_repeat": "Say it."}, "say it.\n\nIt.", "It."),
    ("startend:end_checker", {"end_phrase": "The end."}, "Body.\n\nthe end.", "Body."),
    ("startend:quotation", {}, '"Body."', "Body."),
    ("startend:quotation", {}, "“正文。”", "正文。"),
    ("punctuation:no_comma", {}, "Body.", "Body."),
]


def test_the_ids_are_the_25_of_ifeval_and_each_has_cases() -> None:
    assert len(KINDS) == 25
    assert {kind for kind, *_ in CASES} == set(KINDS)


@pytest.mark.parametrize(("kind", "parameters", "right", "wrong"), CASES, ids=lambda value: str(value)[:40])
def test_right_and_wrong(kind: str, parameters: Parameters, right: list[str], wrong: list[str]) -> None:
    for response in right:
        verdict = holds(kind, parameters, response)
        assert verdict.passed, (response, verdict)
    for response in wrong:
        verdict = holds(kind, parameters, response)
        assert not verdict.passed, (response, verdict)
        assert verdict.reason
        assert verdict.detail


@pytest.mark.parametrize(("kind", "parameters", "response", "bare"), DRESSED, ids=lambda value: str(value)[:40])
def test_undressing(kind: str, parameters: Parameters, response: str, bare: str) -> None:
    assert undress(kind, parameters, response) == bare
    assert undress(kind, parameters, bare) == bare


def test_the_prompt_to_repeat_may_be_left_to_the_prompt() -> None:
    assert holds("combination:repeat_prompt", {}, "Say it. It.", "Say it.").passed
    assert not holds("combination:repeat_prompt", {}, "It.", "Say it.").passed
    assert complete("combination:repeat_prompt", {}, "Say it.") == {"prompt_to_repeat": "Say it."}


def test_unknown_kinds_are_named() -> None:
    with pytest.raises(KeyError, match="colour:red"):
        holds("colour:red", {}, "text")


@pytest.mark.parametrize(
    ("text", "words", "sentences"),
    [
        ("", 0, 0),
        ("Mr. Ali met Dr. J. Hill at 5 p.m. on Sunday. They talked.", 14, 2),
        ("1. Wash it.\n2. Dry it.", 6, 2),
        ('"Really?" he asked. "Yes!"', 4, 2),
        ("Wait... what? No.", 3, 2),
        ("今天下雨。我们不去了！好吗？", 11, 3),
        ("用 Python 3.11 写。", 5, 1),
    ],
)
def test_words_and_sentences(text: str, words: int, sentences: int) -> None:
    assert count_words(text) == words
    assert count_sentences(text) == sentences


SIGNS = st.text(st.sampled_from('aZ1 \n\t*-<>[]{}"“”.。,，!?:注Note附P.S言第部分我的'), max_size=80)


@given(st.one_of(st.text(), SIGNS))
@settings(max_examples=300)
def test_no_text_makes_a_constraint_raise(text: str) -> None:
    for kind, parameters, *_ in CASES:
        verdict = holds(kind, parameters, text, text)
        assert verdict.passed or (verdict.reason and verdict.detail)
        assert isinstance(undress(kind, parameters, text), str)


@pytest.mark.parametrize(
    "unit", ["[", "*", "a. ", "<<", "\n", "* \n", '"', "{", "Note: \n\n", "P.S. \n", "***", " 第", "一"]
)
def test_long_junk_is_read_in_linear_time(unit: str) -> None:
    """Nothing is timed: a rule that is not linear would not come back from 200,000 characters within the session."""
    text = unit * (200_000 // len(unit))
    for kind, parameters, *_ in CASES:
        holds(kind, parameters, text)
        undress(kind, parameters, text)


def test_a_refrain_does_not_change_the_language_of_a_song() -> None:
    song = "Our dreams shimmer on the midnight train,\nWild moths wander again and again.\nLa la la, Linus, la la la."
    assert holds("language:response_language", {"language": "en"}, song).passed
