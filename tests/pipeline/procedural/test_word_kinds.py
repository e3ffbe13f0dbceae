import pytest

from pipeline.keyed import generator
from pipeline.teachers.procedural.words.word_kinds import (
    ADJECTIVES,
    ADVERBS,
    NOUNS,
    VERBS,
    alike,
    kinds,
    with_ed,
    with_ing,
    with_s,
)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("file", "noun"),
        ("entries", "plural"),
        ("carry", "verb"),
        ("carries", "verb_s"),
        ("carried", "verb_ed"),
        ("creating", "verb_ing"),
        ("quiet", "adjective"),
        ("often", "adverb"),
    ],
)
def test_each_kind_is_in_the_table(word: str, kind: str) -> None:
    assert kinds()[word] == kind


def test_derived_forms_are_spelt_right() -> None:
    assert [with_s(w) for w in ("box", "branch", "key", "policy", "cell")] == [
        "boxes",
        "branches",
        "keys",
        "policies",
        "cells",
    ]
    assert [with_ed(w) for w in ("create", "deny", "enjoy", "walk")] == ["created", "denied", "enjoyed", "walked"]
    assert [with_ing(w) for w in ("create", "carry", "walk")] == ["creating", "carrying", "walking"]


def test_no_word_is_listed_twice() -> None:
    listed = [*NOUNS, *VERBS, *ADJECTIVES, *ADVERBS]
    assert sorted(listed) == sorted(set(listed))


def test_another_word_is_of_the_same_kind_and_fits_its_article() -> None:
    for key in range(200):
        generator_ = generator("alike", key)
        drawn = alike(generator_, "object", "an entry in the item index")
        assert kinds()[drawn] == "noun" and drawn[0] in "aeiou" and drawn not in ("object", "entry", "item", "index")
        assert kinds()[alike(generator_, "carried", "")] == "verb_ed"


def test_a_text_with_every_word_of_a_kind_is_refused() -> None:
    with pytest.raises(LookupError, match="could stand for 'often'"):
        alike(generator("a"), "often", " ".join(ADVERBS))
