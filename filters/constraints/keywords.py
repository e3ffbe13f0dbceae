"""Words and letters that a response must have, may not have, or must have so often."""

import re
from functools import lru_cache

from filters.constraints.rule import Parameters, Rule, related, without_notes
from filters.constraints.words import has_han
from filters.verdict import Verdict, failed, passed


def existence(parameters: Parameters, response: str) -> Verdict:
    """Every keyword occurs, within longer words too, in whatever case."""
    text = response.lower()
    missing = [keyword for keyword in parameters["keywords"] if keyword.lower() not in text]
    if missing:
        return failed("keyword_missing", f"the response lacks {', '.join(missing)}")
    return passed(f"all {len(parameters['keywords'])} keywords occur")


def frequency(parameters: Parameters, response: str) -> Verdict:
    """How often a keyword occurs, within longer words too, in whatever case."""
    keyword = parameters["keyword"].strip()
    found = response.lower().count(keyword.lower()) if keyword else 0
    return related(parameters["relation"], parameters["frequency"], found, f"times {keyword!r}")


@lru_cache(maxsize=4096)
def _whole(word: str) -> re.Pattern[str]:
    """A pattern of a whole word: no letter or digit touches it. Chinese words touch their neighbours, so they are
    found anywhere."""
    if has_han(word):
        return re.compile(re.escape(word))
    before = r"(?<!\w)" if re.match(r"\w", word) else ""
    after = r"(?!\w)" if re.search(r"\w$", word) else ""
    return re.compile(before + re.escape(word) + after, re.IGNORECASE)


def forbidden_words(parameters: Parameters, response: str) -> Verdict:
    """No forbidden word occurs as a whole word, in whatever case."""
    found = [word for word in parameters["forbidden_words"] if word and _whole(word).search(response)]
    if found:
        return failed("forbidden_word", f"the response has {', '.join(found)}")
    return passed(f"none of {len(parameters['forbidden_words'])} forbidden words occurs")


def letter_frequency(parameters: Parameters, response: str) -> Verdict:
    """How often a letter (or any one character, Chinese ones too) occurs, in whatever case."""
    letter = parameters["letter"]
    found = response.lower().count(letter.lower()) if letter else 0
    return related(parameters["let_relation"], parameters["let_frequency"], found, f"times the letter {letter!r}")


RULES = {
    "keywords:existence": Rule(existence, without_notes),
    "keywords:frequency": Rule(frequency, without_notes),
    "keywords:forbidden_words": Rule(forbidden_words),
    "keywords:letter_frequency": Rule(letter_frequency, without_notes),
}
