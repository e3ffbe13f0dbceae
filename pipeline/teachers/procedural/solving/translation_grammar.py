"""The controlled grammar of the `translation` family: draw a meaning, write it in either language, read it back.

A clause says who does what, where and when: [time] [number adjective person] [verb] [number adjective thing] [place].
"""

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from pipeline.teachers.procedural.words.translation_words import (
    ADJECTIVES,
    NOUNS,
    NUMBERS,
    PLACES,
    THINGS,
    TIMES,
    VERBS,
    Adjective,
    Noun,
    Place,
    Time,
    Verb,
)


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """`number` counts from 1 to 10."""

    number: int
    adjective: Adjective
    noun: Noun


@dataclass(frozen=True, slots=True)
class Clause:
    subject: NounPhrase
    verb: Verb
    object: NounPhrase
    place: Place
    time: Time
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One clause, or two joined by "and" or "but"."""

    clauses: tuple[Clause, ...]
    join: str = ""


JOINS = {"and": ("and", "，而"), "but": ("but", "，但是")}


def draw_phrase(rng: random.Random, kinds: tuple[str, ...]) -> NounPhrase:
    noun = rng.choice([noun for noun in NOUNS if noun.kind in kinds])
    adjective = rng.choice([adjective for adjective in ADJECTIVES if noun.kind in adjective.kinds])
    return NounPhrase(rng.randint(1, 10), adjective, noun)


def draw_clause(rng: random.Random) -> Clause:
    verb = rng.choice(VERBS)
    return Clause(
        subject=draw_phrase(rng, ("person",)),
        verb=verb,
        object=draw_phrase(rng, verb.kinds),
        place=rng.choice(PLACES),
        time=rng.choice(TIMES),
    )


def english_phrase(phrase: NounPhrase) -> str:
    number = NUMBERS[phrase.number - 1][0]
    if phrase.number == 1 and (phrase.adjective.english[0] in "aeiou" or phrase.adjective.english == "honest"):
        number = "an"
    noun = phrase.noun.english if phrase.number == 1 else phrase.noun.plural
    return f"{number} {phrase.adjective.english} {noun}"


def english_verb(clause: Clause) -> str:
    verb, single = clause.verb, clause.subject.number == 1
    if clause.negated:
        helper = {"past": "did not", "future": "will not", "habit": "does not" if single else "do not"}
        return f"{helper[clause.time.tense]} {verb.english}"
    return {"past": verb.past, "future": f"will {verb.english}", "habit": verb.third if single else verb.english}[
        clause.time.tense
    ]


def english_clause(clause: Clause, time_first: bool) -> str:
    core = " ".join(
        (english_phrase(clause.subject), english_verb(clause), english_phrase(clause.object), clause.place.english)
    )
    return f"{clause.time.english}, {core}" if time_first else f"{core} {clause.time.english}"


def chinese_phrase(phrase: NounPhrase) -> str:
    return NUMBERS[phrase.number - 1][1] + phrase.noun.measure + phrase.adjective.chinese + phrase.noun.chinese


def chinese_clause(clause: Clause, time_first: bool) -> str:
    subject = chinese_phrase(clause.subject)
    before = {"past": "没有", "future": "不会", "habit": "不"} if clause.negated else {"future": "会"}
    after = "了" if clause.time.tense == "past" and not clause.negated else ""
    opening = clause.time.chinese + subject if time_first else subject + clause.time.chinese
    return (
        f"{opening}{before.get(clause.time.tense, '')}在{clause.place.chinese}{clause.verb.chinese}{after}"
        + chinese_phrase(clause.object)
    )


def write(sentence: Sentence, language: str, time_first: bool) -> str:
    """The sentence in "en" or "zh", its times in front or (English) at the end, (Chinese) after the subject."""
    if language == "zh":
        joint = JOINS[sentence.join][1] if sentence.join else ""
        return joint.join(chinese_clause(clause, time_first) for clause in sentence.clauses) + "。"
    text = f", {sentence.join} ".join(english_clause(clause, time_first) for clause in sentence.clauses)
    return text[0].upper() + text[1:] + "."


def either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, set(words)), key=len, reverse=True))


@cache
def english_pattern() -> re.Pattern[str]:
    times = either(time.english for time in TIMES)

    def phrase(name: str, kinds: tuple[str, ...]) -> str:
        nouns = [noun for noun in NOUNS if noun.kind in kinds]
        forms = either([noun.english for noun in nouns] + [noun.plural for noun in nouns])
        numbers = either(["an", *(english for english, _ in NUMBERS)])
        adjectives = either(adjective.english for adjective in ADJECTIVES)
        return rf"(?P<{name}_number>{numbers}) (?P<{name}_adjective>{adjectives}) (?P<{name}_noun>{forms})"

    verbs = either(form for verb in VERBS for form in (verb.english, verb.third, verb.past))
    return re.compile(
        rf"(?:(?P<time>{times}), )?{phrase('subject', ('person',))} (?:(?:did|do|does|will)(?: (?P<negated>not))? )?"
        rf"(?P<verb>{verbs}) {phrase('object', THINGS)} (?P<place>{either(place.english for place in PLACES)})"
        rf"(?: (?P<late>{times}))?",
        re.IGNORECASE,
    )


@cache
def chinese_pattern() -> re.Pattern[str]:
    times = either(time.chinese for time in TIMES)

    def phrase(name: str, kinds: tuple[str, ...]) -> str:
        nouns = [noun for noun in NOUNS if noun.kind in kinds]
        return (
            rf"(?P<{name}_number>[一两三四五六七八九十])(?:{either(noun.measure for noun in nouns)})"
            rf"(?P<{name}_adjective>{either(adjective.chinese for adjective in ADJECTIVES)})"
            rf"(?P<{name}_noun>{either(noun.chinese for noun in nouns)})"
        )

    return re.compile(
        rf"(?P<time>{times})?{phrase('subject', ('person',))}(?P<late>{times})?"
        rf"(?P<negated>没有|不会|不)?会?在(?P<place>{either(place.chinese for place in PLACES)})"
        rf"(?P<verb>{either(verb.chinese for verb in VERBS)})了?{phrase('object', THINGS)}"
    )


@cache
def dictionary(language: str) -> dict[str, dict[str, Any]]:
    """By part of speech, every written form of a word (in small letters) and the word."""
    spelt = attrgetter("english" if language == "en" else "chinese")
    numbers = {pair[language == "zh"]: count for count, pair in enumerate(NUMBERS, 1)}
    nouns = {spelt(noun): noun for noun in NOUNS}
    verbs = {spelt(verb): verb for verb in VERBS}
    if language == "en":
        numbers["an"] = 1
        nouns |= {noun.plural: noun for noun in NOUNS}
        verbs |= {form: verb for verb in VERBS for form in (verb.third, verb.past)}
    return {
        "number": dict(numbers),
        "adjective": {spelt(adjective): adjective for adjective in ADJECTIVES},
        "noun": dict(nouns),
        "verb": dict(verbs),
        "place": {spelt(place): place for place in PLACES},
        "time": {spelt(time).lower(): time for time in TIMES},
    }


def read(text: str, language: str) -> Sentence:
    """The meaning of a sentence that `write` wrote. Raises ValueError for any other."""
    pattern = english_pattern() if language == "en" else chinese_pattern()
    words = dictionary(language)
    rest, join = text.rstrip(".。"), ""
    clauses: list[Clause] = []
    while True:
        match = pattern.match(rest)
        if not match:
            raise ValueError(f"translation: cannot read {text!r}; its sentences are what `propose` and `evolve` write")
        cells = {name: cell.lower() for name, cell in match.groupdict().items() if cell}
        spoken = {
            role: NounPhrase(*(words[part][cells[f"{role}_{part}"]] for part in ("number", "adjective", "noun")))
            for role in ("subject", "object")
        }
        time = words["time"][cells.get("time") or cells["late"]]
        verb, place = words["verb"][cells["verb"]], words["place"][cells["place"]]
        clauses.append(Clause(spoken["subject"], verb, spoken["object"], place, time, "negated" in cells))
        rest = rest[match.end() :]
        if not rest:
            return Sentence(tuple(clauses), join)
        joint = {name: f", {pair[0]} " if language == "en" else pair[1] for name, pair in JOINS.items()}
        join = next(name for name, mark in joint.items() if rest.startswith(mark))
        rest = rest[len(joint[join]) :]


def content_words(sentence: Sentence) -> list[tuple[str, str]]:
    """The nouns, adjectives and verbs of a sentence, each once, as (English, Chinese) without inflection."""
    words: list[Noun | Adjective | Verb] = []
    for clause in sentence.clauses:
        words += (clause.subject.adjective, clause.subject.noun, clause.verb)
        words += (clause.object.adjective, clause.object.noun)
    return list(dict.fromkeys((word.english, word.chinese.removesuffix("的")) for word in words))
