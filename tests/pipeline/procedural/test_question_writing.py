from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.verify import check
from pipeline.teachers.procedural.families.question_writing import LONGEST_LEAST, SHORTEST_LIMIT, forms
from pipeline.teachers.procedural.registry import family
from pipeline.teachers.procedural.solving.topics import topics
from pipeline.teachers.procedural.words.question_forms import CORES
from tests.pipeline.procedural.contract import holds, tasks

ARGS = {"word": "parser", "also": "", "start": "How", "least": 4, "most": 8, "avoid": "", "sentence": ""}


def test_contract() -> None:
    holds("question_writing")


def test_every_question_word_has_its_forms_and_some_within_the_shortest_limit() -> None:
    assert all(len(cores.split("|")) >= 12 for cores in CORES.values())
    short = Counter(form.start for form in forms() if LONGEST_LEAST <= form.size <= SHORTEST_LIMIT)
    assert all(short[start] >= 4 for start in CORES)


def test_topics_are_nouns() -> None:
    sentence = "Each checksum is quickly compared by the parser with a sorted table."
    assert topics(sentence) == ["checksum", "parser", "table"]


@pytest.mark.parametrize(
    ("change", "response", "reason"),
    [
        ({}, "How do we test the Parser?", ""),
        ({}, "How do we test the parsers?", "word_missing"),
        ({}, "Why do we test the parser?", "wrong_start"),
        ({}, "How do we test the parser", "no_question"),
        ({}, "How does the parser of your old friend work here?", "wrong_length"),
        ({}, "How so? We test the parser?", "not_one_question"),
        ({"least": 7, "most": 7}, "How do we test the parser?", "wrong_length"),
        ({"also": "table"}, "How do we test the parser?", "word_missing"),
        ({"avoid": "we"}, "How do we test the parser?", "word_not_avoided"),
    ],
)
def test_each_demand_is_checked(change: dict[str, object], response: str, reason: str) -> None:
    assert check("question_writing", {**ARGS, **change}, response).reason == reason


def test_quotations_are_short() -> None:
    subject = family("question_writing")
    quotes = [args["sentence"] for _, args in tasks(subject, "en", 200)]
    assert max(map(len, quotes)) <= 120
    assert 20 < sum(map(bool, quotes)) < 180


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("question_writing", ARGS, text).passed


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ("为什么需要图书馆？", ""),
        ("为什么需要图书馆", "no_question"),
        ("谁最需要图书馆呢？", "wrong_start"),
        ("为什么需要书店呢？", "word_missing"),
        ("为什么人们今天还这样关心图书馆？", "wrong_length"),
        ("为什么？需要图书馆？", "not_one_question"),
    ],
)
def test_chinese_questions_are_counted_in_characters(response: str, reason: str) -> None:
    args = {**ARGS, "word": "图书馆", "start": "为什么", "least": 6, "most": 12}
    assert check("question_writing", args, response).reason == reason
