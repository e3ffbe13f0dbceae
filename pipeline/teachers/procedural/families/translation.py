"""Translate a sentence of a controlled grammar, from English into Chinese and from Chinese into English."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.translation_grammar import (
    Clause,
    NounPhrase,
    Sentence,
    content_words,
    draw_clause,
    read,
    write,
)
from pipeline.teachers.procedural.words.translation_words import ADJECTIVES, NOUNS, PLACES, TIMES, VERBS

OTHER = {"en": "zh", "zh": "en"}
"""The language into which a sentence of the key's language is translated."""


def stated(rng: random.Random, sentence: Sentence, language: str, hints: int) -> Args:
    """The task of translating a sentence, with the translations of some of its words."""
    words = content_words(sentence)
    glossary = rng.sample(words, min(hints, len(words)))
    return {
        "source": write(sentence, language, rng.random() < 0.5),
        "target": OTHER[language],
        "glossary": [[english, chinese] if language == "en" else [chinese, english] for english, chinese in glossary],
    }


def another_number(rng: random.Random, phrase: NounPhrase) -> NounPhrase:
    return replace(phrase, number=rng.choice([number for number in range(1, 11) if number != phrase.number]))


def wrong_number(rng: random.Random, clause: Clause) -> Clause:
    if rng.random() < 0.5:
        return replace(clause, subject=another_number(rng, clause.subject))
    return replace(clause, object=another_number(rng, clause.object))


def wrong_adjective(rng: random.Random, clause: Clause) -> Clause:
    fit = [word for word in ADJECTIVES if clause.object.noun.kind in word.kinds and word != clause.object.adjective]
    return replace(clause, object=replace(clause.object, adjective=rng.choice(fit)))


def wrong_object(rng: random.Random, clause: Clause) -> Clause:
    noun = clause.object.noun
    fit = [word for word in NOUNS if word.kind == noun.kind and word != noun]
    return replace(clause, object=replace(clause.object, noun=rng.choice(fit)))


def wrong_verb(rng: random.Random, clause: Clause) -> Clause:
    fit = [word for word in VERBS if clause.object.noun.kind in word.kinds and word != clause.verb]
    return replace(clause, verb=rng.choice(fit))


def wrong_time(rng: random.Random, clause: Clause) -> Clause:
    return replace(clause, time=rng.choice([word for word in TIMES if word != clause.time]))


def wrong_tense(rng: random.Random, clause: Clause) -> Clause:
    """The time is kept, the verb is not: the future for the past, the past for all else."""
    return replace(clause, time=replace(clause.time, tense="future" if clause.time.tense == "past" else "past"))


def wrong_place(rng: random.Random, clause: Clause) -> Clause:
    return replace(clause, place=rng.choice([word for word in PLACES if word != clause.place]))


def negation_lost(rng: random.Random, clause: Clause) -> Clause:
    """The negation of a negated clause is dropped, that of a plain one invented."""
    return replace(clause, negated=not clause.negated)


MISTAKES: dict[str, Callable[[random.Random, Clause], Clause]] = {
    "wrong_number": wrong_number,
    "wrong_adjective": wrong_adjective,
    "wrong_object": wrong_object,
    "wrong_verb": wrong_verb,
    "wrong_time": wrong_time,
    "wrong_tense": wrong_tense,
    "wrong_place": wrong_place,
    "wrong_negation": negation_lost,
}


class TaskFamily(Family):
    id = "translation"
    category = "Language Generation/Translation"
    checker = "translation"
    wordings = {
        "en": (
            "Translate into Chinese: {source}\nWords: {glossary}\nReply with the translation alone.",
            "How do you say this in Chinese?\n\n{source}\n\n({glossary}) Give only the translation.",
            "{source}\n\nPlease put this sentence into Chinese. These words may help: {glossary}. "
            "Write nothing but the Chinese sentence.",
            "English: {source}\nGlossary: {glossary}\nGive the Chinese sentence only.",
        ),
        "zh": (
            "把下面的句子翻译成英语：{source}\n词汇：{glossary}\n只写译文。",
            "{source}\n\n这句话用英语怎么说？（{glossary}）只回答译文。",
            "请将这句话译成英文，只写英文句子。\n{source}\n可参考：{glossary}",
            "中文：{source}\n词汇表：{glossary}\n只给出英文译文。",
        ),
    }
    slip_kinds = (*MISTAKES, "adjective_omitted", "place_omitted", "untranslated_word")

    @dataclass(frozen=True, slots=True)
    class Config:
        min_hints: int = 2
        max_hints: int = 4

        def __post_init__(self) -> None:
            if not 1 <= self.min_hints <= self.max_hints <= 5:
                raise ValueError("translation: need 1 <= min_hints <= max_hints <= 5 (a clause has five such words)")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        hints = rng.randint(self.config.min_hints, self.config.max_hints)
        return stated(rng, Sentence((draw_clause(rng),)), language, hints)

    def slots(self, args: Args, language: str) -> dict[str, str]:
        pair, comma = ("{} = {}", ", ") if language == "en" else ("{}＝{}", "，")
        return {
            "source": args["source"],
            "glossary": comma.join(pair.format(word, translated) for word, translated in args["glossary"]),
        }

    def solve(self, args: Args, language: str) -> Solution:
        text = write(read(args["source"], language), args["target"], time_first=True)
        return Solution(text, text)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """A second clause is joined, or a clause is negated."""
        sentence = read(args["source"], language)
        hints = len(args["glossary"])
        plain = [place for place, clause in enumerate(sentence.clauses) if not clause.negated]
        if len(sentence.clauses) == 1 and (not plain or rng.random() < 0.5):
            two = Sentence((*sentence.clauses, draw_clause(rng)), rng.choice(("and", "but")))
            return stated(rng, two, language, hints + 2)
        if not plain:
            return None
        clauses = list(sentence.clauses)
        place = rng.choice(plain)
        clauses[place] = replace(clauses[place], negated=True)
        return stated(rng, replace(sentence, clauses=tuple(clauses)), language, hints)

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        sentence, target = read(args["source"], language), args["target"]
        place = rng.randrange(len(sentence.clauses))
        clause = sentence.clauses[place]
        kind = rng.choice(self.slip_kinds)
        right = write(sentence, target, time_first=True)
        adjective = clause.subject.adjective
        if kind in MISTAKES:
            clauses = list(sentence.clauses)
            clauses[place] = MISTAKES[kind](rng, clause)
            wrong = write(replace(sentence, clauses=tuple(clauses)), target, time_first=True)
        elif kind == "untranslated_word":
            pairs = [(word.english, word.chinese) for word in (adjective, clause.subject.noun, clause.object.noun)]
            there, here = rng.choice(pairs) if target == "en" else rng.choice(pairs)[::-1]
            wrong = right.replace(there, here)
        elif kind == "adjective_omitted":
            wrong = right.replace(adjective.chinese if target == "zh" else f"{adjective.english} ", "", 1)
        else:
            spot = f"在{clause.place.chinese}" if target == "zh" else f" {clause.place.english}"
            wrong = right.replace(spot, "", 1)
        # the verb "read" is spelt alike in two tenses, an irregular plural holds no singular: no mistake then
        return None if wrong == right else Slip(kind, wrong)
