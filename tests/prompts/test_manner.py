import re

import pytest

from prompts import manner


def test_the_names_are_those_of_the_dimensions() -> None:
    assert manner.styles() == ("concise", "reflective", "role-play", "formal", "colloquial")
    assert manner.attitudes() == ("polite", "commanding", "impatient")
    assert manner.difficulties() == (1, 2, 3, 4)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_name_has_a_phrase_of_one_line(language: str) -> None:
    phrases = [
        *(manner.style(name, language) for name in manner.styles()),
        *(manner.attitude(name, language) for name in manner.attitudes()),
        *(manner.difficulty(level, language) for level in manner.difficulties()),
    ]
    assert len(set(phrases)) == 12
    for phrase in phrases:
        assert "\n" not in phrase and phrase[-1] in ".。"
        assert bool(re.search("[一-鿿]", phrase)) == (language == "zh")


def test_personas_are_many_and_the_same_in_both_languages() -> None:
    english, chinese = manner.personas("en"), manner.personas("zh")
    assert len(english) == len(chinese) >= 60
    assert len(set(english)) == len(english) and len(set(chinese)) == len(chinese)
    assert all(len(persona.split()) <= 20 and persona.endswith(".") for persona in english)
    assert all(re.search("[一-鿿]", persona) and persona.endswith("。") for persona in chinese)


def test_what_is_not_there_is_named() -> None:
    with pytest.raises(ValueError, match="styles has no 'rude'; it has concise, reflective"):
        manner.style("rude", "en")
    with pytest.raises(ValueError, match="difficulties has no 5; it has 1, 2, 3, 4"):
        manner.difficulty(5, "en")
    with pytest.raises(ValueError, match="attitudes 'polite' is known in en, zh; found the language 'fr'"):
        manner.attitude("polite", "fr")
    with pytest.raises(ValueError, match="persona 0 is known in en, zh"):
        manner.personas("fr")
