"""Capital and small letters."""

from filters.constraints.language import is_in
from filters.constraints.rule import Parameters, Rule, related, without_notes
from filters.constraints.words import joined_words
from filters.verdict import Verdict, failed, passed


def capital_word_frequency(parameters: Parameters, response: str) -> Verdict:
    """Words all in capitals ("I" and "A1" too); Chinese characters end a word, as blanks do."""
    found = sum(map(str.isupper, joined_words(response)))
    relation, limit = parameters["capital_relation"], parameters["capital_frequency"]
    return related(relation, limit, found, "words in capitals")


def _english(response: str) -> Verdict:
    return passed("English") if is_in("en", response) else failed("wrong_language", "expected English")


def english_capital(parameters: Parameters, response: str) -> Verdict:
    """English, and no small letter."""
    if not response.isupper():
        small = next(filter(str.islower, response), "no capital")
        return failed("not_capital", f"expected capital letters only, found {small!r}")
    return _english(response)


def english_lowercase(parameters: Parameters, response: str) -> Verdict:
    """English, and no capital letter."""
    if not response.islower():
        capital = next(filter(str.isupper, response), "no small letter")
        return failed("not_lowercase", f"expected small letters only, found {capital!r}")
    return _english(response)


RULES = {
    "change_case:capital_word_frequency": Rule(capital_word_frequency, without_notes),
    "change_case:english_capital": Rule(english_capital),
    "change_case:english_lowercase": Rule(english_lowercase),
}
