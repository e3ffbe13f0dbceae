import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filters.reading.bilingual_lexicon import entries
from filters.verify import check
from pipeline.keyed import generator
from pipeline.teachers.procedural.registry import family
from pipeline.teachers.procedural.solving.translation_grammar import JOINS, Sentence, draw_clause, read, write
from tests.pipeline.procedural.contract import holds, tasks

EN = {"source": "Yesterday, a poor sailor sold two red hats at the market.", "target": "zh", "glossary": []}
ZH = {"source": "昨天一个贫穷的水手在市场卖了两顶红帽子。", "target": "en", "glossary": []}


def test_contract() -> None:
    holds("translation")


@pytest.mark.parametrize(
    "answer",
    [
        "昨天一个贫穷的水手在市场卖了两顶红帽子。",
        "一位穷水手昨天在市场里卖了两顶红色的帽子",
        "昨天，在市场上一名贫穷的水手卖了2顶红的帽子。",
        "答案：昨日一个贫困的海员在集市出售了两个红帽子。",
    ],
)
def test_sensible_chinese_variants_pass(answer: str) -> None:
    assert check("translation", EN, answer).passed


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("昨天一个贫穷的水手在市场卖了三顶红帽子。", "wrong_object_number"),
        ("昨天一个水手在市场卖了两顶红帽子。", "missing_subject_adjective"),
        ("昨天一个贫穷的水手在市场卖了两张红帽子。", "wrong_measure"),
        ("昨天一个贫穷的水手在市场卖两顶红帽子。", "wrong_tense"),
        ("昨天一个贫穷的水手没有在市场卖两顶红帽子。", "wrong_negation"),
        ("昨天一个贫穷的水手在公园卖了两顶红帽子。", "wrong_place"),
        ("一个贫穷的水手在市场卖了两顶红帽子。", "missing_time"),
        ("昨天一个贫穷的sailor在市场卖了两顶红帽子。", "unknown_word"),
        ("两顶红帽子昨天一个贫穷的水手在市场卖了。", "ungrammatical"),
    ],
)
def test_chinese_mistakes_are_named(answer: str, reason: str) -> None:
    assert check("translation", EN, answer).reason == reason


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("Yesterday, a poor sailor sold two red hats at the market.", ""),
        ("One poor sailor sold 2 red caps in the market yesterday", ""),
        ("yesterday a poor seaman sold two red hats at the market", ""),
        ("Yesterday, a poor sailor sells two red hats at the market.", "wrong_tense"),
        ("Yesterday, a poor sailor sold two red hat at the market.", "wrong_noun_form"),
        ("Yesterday, a poor sailor didn't sell two red hats at the market.", "wrong_negation"),
        ("Yesterday, a poor sailor bought two red hats at the market.", "wrong_verb"),
        ("Last week, a poor sailor sold two red hats at the market.", "wrong_time"),
        ("Yesterday, a poor sailor sold two red hats.", "missing_place"),
    ],
)
def test_english_answers(answer: str, reason: str) -> None:
    assert check("translation", ZH, answer).reason == reason


def test_agreement_of_the_english_verb_is_asked_for() -> None:
    args = {"source": "每天一个年轻的女孩在公园喂一只小猫。", "target": "en", "glossary": []}
    assert check("translation", args, "A young girl feeds a small cat in the park every day.").passed
    assert check("translation", args, "A young girl feed a small cat in the park every day.").reason == "wrong_tense"


def test_both_clauses_and_their_conjunction_count() -> None:
    source = {"source": "Yesterday, two shy boys lost it in the park.", "target": "zh", "glossary": []}
    assert check("translation", source, "…").reason == "unreadable_source"
    first = "昨天一个贫穷的水手在市场卖了两顶红帽子"
    second = "明天三个年轻的女孩会在河边洗四匹大马"
    args = {**ZH, "source": f"{first}，而{second}。"}
    english = (
        "Yesterday, a poor sailor sold two red hats at the market, {} tomorrow, three young girls will wash four {}."
    )
    assert check("translation", args, english.format("and", "big horses by the river")).passed
    assert check("translation", args, english.format("but", "big horses by the river")).reason == "wrong_conjunction"
    assert check("translation", args, english.format("and", "big horses in the park")).reason == "wrong_place"
    back = {"source": english.format("and", "big horses by the river"), "target": "zh", "glossary": []}
    assert check("translation", back, f"{first}，{second}").passed
    assert check("translation", back, first).reason == "wrong_clauses"


def test_no_form_of_the_lexicon_has_two_readings() -> None:
    readings: dict[tuple[str, str], set[object]] = {}
    for language, form, word in entries():
        readings.setdefault((language, form), set()).add(word)
    assert not [form for form, words in readings.items() if len(words) > 1]


@given(st.randoms(use_true_random=False), st.sampled_from(["en", "zh"]), st.booleans())
def test_what_is_written_is_read_back(rng: random.Random, language: str, time_first: bool) -> None:
    one = Sentence((draw_clause(rng),))
    two = Sentence((*one.clauses, draw_clause(rng)), rng.choice(list(JOINS)))
    for sentence in (one, two):
        assert read(write(sentence, language, time_first), language) == sentence


@pytest.mark.parametrize("language", ["en", "zh"])
def test_slips_in_evolved_tasks_are_caught_too(language: str) -> None:
    subject = family("translation")
    for key, args in tasks(subject, language, 200):
        harder = subject.evolve(generator(key), args, language)
        assert harder is not None
        slip = subject.slip(generator("slip", key), harder, language)
        assert slip is None or not check("translation", harder, slip.text).passed


@given(st.text())
def test_no_text_makes_the_checker_raise(text: str) -> None:
    assert not check("translation", EN, text).passed
    assert not check("translation", ZH, text).passed
