"""Read a sentence and its translation with one grammar for each language, and compare what they mean.

args: source; target ("en" or "zh"); glossary (pairs that help; a synonym of the lexicon is as good). Free are the
place of the time and of the place, 的 after an adjective, commas, contractions, and the measure word where several go
with a noun.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from filters.reading.answer import final_answer
from filters.reading.bilingual_lexicon import Word, lexicon, measures
from filters.verdict import Verdict, failed, passed

_LONGEST = 600
_CLAUSE = {
    "en": re.compile(r"T?(Q?A?N)X?V(Q?A?N)[PT]{0,2}"),
    "zh": re.compile(r"(?:TK?)?(?:ZPS?K?)?(?:TK?)?(QL(?:AD?)?N)(?:TK?)?J?X?(?:ZPS?)?J?X?VU?(QL(?:AD?)?N)U?"),
}
"""A clause as the letters of its words' parts; the groups are the subject and the object."""


class Unreadable(ValueError):
    """Not a sentence of the grammar: `reason` is a word for the verdict."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class _Clause:
    """What a clause says: concepts by role ("" for a role that is not filled), and the tenses it may be in."""

    roles: Mapping[str, str]
    negated: bool
    tenses: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Sentence:
    clauses: tuple[_Clause, ...]
    conjunction: str


@cache
def _token(language: str) -> re.Pattern[str]:
    forms = "|".join(map(re.escape, sorted(lexicon(language), key=len, reverse=True)))
    return re.compile(rf"(?:{forms})(?![\w'])|\S+" if language == "en" else rf"(?:{forms})|\S")


def _words(text: str, language: str) -> list[Word]:
    """The readings of the longest known forms from left to right. Raises Unreadable at the first unknown word."""
    folded = unicodedata.normalize("NFKC", text).casefold().strip(" \n\"'“”`*").rstrip(".。!！")
    folded = folded.replace("’", "'").replace(",", " " if language == "en" else "，")
    known = lexicon(language)
    found = []
    for match in _token(language).finditer(" ".join(folded.split())):
        if match.group() not in known:
            raise Unreadable("unknown_word", f"{match.group()[:60]!r} is no word of such a sentence")
        found.append(known[match.group()])
    return found


def _phrase(words: Sequence[Word], language: str) -> tuple[str, str, str]:
    """Number, adjective and noun of a noun phrase; what must agree with the noun does."""
    parts = {word.part: word for word in words}
    number, noun = parts["Q"].concept if "Q" in parts else "", parts["N"]
    if language == "zh" and parts["L"].concept not in measures()[noun.concept]:
        raise Unreadable("wrong_measure", f"{parts['L'].concept} is no measure word for {noun.concept}")
    if language == "en" and ("one" if number == "1" else "many") not in noun.forms:
        raise Unreadable("wrong_noun_form", f"the form of the noun ({noun.concept}) does not go with its number")
    return number, parts["A"].concept if "A" in parts else "", noun.concept


def _english_tenses(verb: Word, helper: Word | None, single: bool) -> frozenset[str]:
    agreeing = "third" if single else "base"
    if helper is None:
        return frozenset({"past"} & verb.forms) | frozenset({"habit"} if agreeing in verb.forms else ())
    if helper.forms & {"third", "base"} - {agreeing} or "base" not in verb.forms:
        return frozenset()
    return helper.forms


def _chinese_tenses(helper: Word | None, done: bool) -> frozenset[str]:
    if done:
        return frozenset({"past"}) if helper is None else frozenset()
    return helper.forms if helper else frozenset({"habit", "future"})


def _clause(words: Sequence[Word], language: str) -> _Clause:
    letters = "".join(word.part for word in words)
    match = _CLAUSE[language].fullmatch(letters)
    if not match or any(letters.count(letter) > 1 for letter in "TPX"):
        raise Unreadable("ungrammatical", "a part of the sentence is missing, doubled or out of place")
    subject = _phrase(words[match.start(1) : match.end(1)], language)
    thing = _phrase(words[match.start(2) : match.end(2)], language)
    lone = {word.part: word for word in words if word.part in "TPXVU"}
    helper, verb = lone.get("X"), lone["V"]
    tenses = (
        _english_tenses(verb, helper, subject[0] == "1") if language == "en" else _chinese_tenses(helper, "U" in lone)
    )
    names = ("subject_number", "subject_adjective", "subject", "object_number", "object_adjective", "object")
    roles = dict(zip(names, (*subject, *thing), strict=True))
    roles |= {"verb": verb.concept}
    roles |= {role: lone[part].concept if part in lone else "" for role, part in (("place", "P"), ("time", "T"))}
    return _Clause(roles, bool(helper and "not" in helper.forms), tenses & {"past", "future", "habit"})


def _halves(words: list[Word], language: str) -> tuple[list[list[Word]], str]:
    """The clauses' words and the conjunction between them; two Chinese clauses may be joined by a comma alone."""
    letters = "".join(word.part for word in words)
    match = re.search("K?CK?", letters)
    if match:
        conjunction = next(word.concept for word in words if word.part == "C")
        return [words[: match.start()], words[match.end() :]], conjunction
    for comma in (place for place, letter in enumerate(letters) if letter == "K"):
        if all(_CLAUSE[language].fullmatch(half) for half in (letters[:comma], letters[comma + 1 :])):
            return [words[:comma], words[comma + 1 :]], ""
    return [words], ""


def _read(text: str, language: str) -> _Sentence:
    """The meaning of a sentence. Raises Unreadable."""
    if len(text) > _LONGEST:
        raise Unreadable("too_long", f"more than {_LONGEST} characters are no such sentence")
    halves, conjunction = _halves(_words(text, language), language)
    return _Sentence(tuple(_clause(half, language) for half in halves), conjunction)


@lru_cache(maxsize=1024)
def _source(text: str, language: str) -> _Sentence:
    return _read(text, language)


def _difference(source: _Clause, answer: _Clause) -> tuple[str, str]:
    """The first thing in which two clauses differ, as a reason and a sentence; ("", "") if they mean the same."""
    if source.negated != answer.negated:
        return "wrong_negation", f"the source is {'' if source.negated else 'not '}negated, the translation differs"
    for role, concept in source.roles.items():
        found = answer.roles[role]
        if found != concept:
            kind = "wrong" if found else "missing"
            return f"{kind}_{role}", f"{role.replace('_', ' ')}: expected {concept}, found {found or 'none'}"
    time = source.roles["time"]
    tense = lexicon("zh")[time].forms
    if not tense & answer.tenses:
        named = " or ".join(sorted(answer.tenses)) or "not to be made out"
        return "wrong_tense", f"{time} asks for the tense {' '.join(tense)}, the verb is {named}"
    return "", ""


def check(args: Mapping[str, Any], response: str) -> Verdict:
    target = args["target"]
    try:
        source = _source(args["source"], "zh" if target == "en" else "en")
    except Unreadable as error:
        return failed("unreadable_source", f"the source cannot be read: {error}")
    try:
        answer = _read(final_answer(response), target)
    except Unreadable as error:
        return failed(error.reason, str(error))
    if len(source.clauses) != len(answer.clauses):
        return failed("wrong_clauses", f"expected {len(source.clauses)} clauses, found {len(answer.clauses)}")
    if (answer.conjunction or "and") != (source.conjunction or "and"):
        return failed("wrong_conjunction", f"expected {source.conjunction}, found {answer.conjunction or 'a comma'}")
    for said, meant in zip(answer.clauses, source.clauses, strict=True):
        reason, detail = _difference(meant, said)
        if reason:
            return failed(reason, detail)
    return passed("the same meaning")
