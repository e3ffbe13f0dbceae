"""The rules together: their order, their parts, and that none fails on any text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from filters.rules import Limits, Record, judge, judge_many, record
from filters.rules.assistant import Assistant
from filters.rules.length import Length
from filters.rules.personal_data import PersonalData
from filters.rules.registry import FAMILIES, NAMES, RULES, passages
from filters.rules.truncation import Truncation
from filters.rules.urls import Urls

STRICT = Limits(
    length=Length(min_prompt_words=1, max_prompt_words=500, max_response_words=500),
    truncation=Truncation(full_stop=True),
    assistant=Assistant(courtesy="reject"),
    urls=Urls(max_urls=0),
    personal_data=PersonalData(*["reject"] * 6),
    off=(),
)
PIECES = st.sampled_from(
    "``` ~~~ 1. - “ 「 ( \n \n\n | | --- | {{instruction}} <think> #Given Prompt# @ a@b.com 2001:db8:: 1.2.3.4 +1 555 "
    "你好 я Ã© \ufffd \x00 \u202e \U000e0041 \ud800 Sure! { } 13912345678 as an AI".split(" ")
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=5))).map(" ".join))


@settings(max_examples=300)
@given(TEXTS, TEXTS, st.sampled_from(["", "en", "zh", "xx"]), st.sampled_from(["", "json", "table", "list", "code"]))
@example("", "", "en", "json")
@example("Say it.", "你好你好你好你好你好你好你好 \ud800", "en", "")
@example("```python\n" * 3, "```\n" * 4, "zh", "code")
def test_no_rule_fails_on_any_text(prompt: str, response: str, language: str, form: str) -> None:
    for limits in (Limits(), STRICT):
        for one in (record(prompt, response, language, format=form), Record((("assistant", response),), language)):
            verdict = judge(one, limits)
            assert verdict.passed or verdict.reason.replace("_", "").isalnum()
            assert verdict.passed == (not verdict.reason)


@settings(max_examples=100)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_many_records_are_judged_as_each_by_itself(pairs: list[tuple[str, str]]) -> None:
    records = [record(prompt, response, "en") for prompt, response in pairs]
    assert judge_many(records, STRICT) == [judge(one, STRICT) for one in records]


@settings(max_examples=300)
@given(TEXTS)
def test_a_sign_passes_over_no_text_that_its_rule_rejects(text: str) -> None:
    """Taking the signs away, so that every rule looks at every text, changes no verdict."""
    one = record("Say something.", text, "en")
    for rule in RULES:
        family = getattr(STRICT, rule.family)
        for part, passage in passages(one):
            if part in rule.parts and not rule.check(passage, family).passed:
                off = tuple(name for name in NAMES if name != rule.name)
                alone = Limits(**{rule.family: family}, off=off)
                assert not judge(one, alone).passed, f"{rule.name} is not asked about {text!r}"


def test_every_family_has_limits_and_every_rule_a_family() -> None:
    assert all(hasattr(Limits(), family) for family in FAMILIES)
    assert len(set(NAMES)) == len(NAMES)


def test_the_first_broken_rule_in_order_is_the_reason() -> None:
    both = record("Say it.", "\ufffd" + "I cannot help with that request.", "en")
    assert judge(both).reason == "replacement_characters"
    assert judge(both, Limits(off=("garbling",))).reason == "refusal"
    assert judge(both, Limits(off=("garbling.replacement", "assistant"))).passed


def test_a_rule_to_leave_out_must_exist() -> None:
    with pytest.raises(ValueError, match="no rule 'garblin'"):
        judge(record("a", "b"), Limits(off=("garblin",)))


def test_earlier_turns_are_looked_at_too() -> None:
    turns = [
        ("user", "Hello"),
        ("assistant", "As an AI language model, I greet you."),
        ("user", "Well"),
        ("assistant", "Yes."),
    ]
    assert judge(Record(tuple(turns), "en")).reason == "assistant_self_reference"
    turns[1] = ("assistant", "Good morning.")
    assert judge(Record(tuple(turns), "en")).passed
    turns[0] = ("user", "<|im_start|>Hello")
    assert judge(Record(tuple(turns), "en")).reason == "leaked_prompt"


def test_shares_and_counts_of_limits_are_checked() -> None:
    with pytest.raises(ValueError, match="max_lines is a share"):
        type(Limits().repetition)(max_lines=1.5)
    with pytest.raises(ValueError, match="min_prompt_words must be at least 0"):
        Length(min_prompt_words=-1)
