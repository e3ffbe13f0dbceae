"""Rewrite a sentence with one word put for another, everywhere and with its capitals."""

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.passage import clear_words, runs, words
from pipeline.teachers.procedural.words.word_kinds import alike, kinds

CASES = {
    "kept": "A new word takes over the capitals of the old one.",
    "upper": "Write the whole sentence in capital letters.",
    "lower": "Write the whole sentence in small letters.",
}
LETTER_CASES = ("upper", "lower")
MOST_PAIRS = 3


def in_shape_of(word: str, new: str) -> str:
    """`new` with the capitals of `word`."""
    if word.isupper() and len(word) > 1:
        return new.upper()
    return new.capitalize() if word[0].isupper() else new


def replaceable(sentence: str) -> dict[str, int]:
    """The words of the table that stand plainly in a sentence, with their number; a longer word that holds one does
    not disturb, a hyphenated or dotted one does."""
    counts: dict[str, int] = {}
    for word in words(sentence):
        counts[word.lower()] = counts.get(word.lower(), 0) + 1
    return {
        word: n
        for word, n in counts.items()
        if word in kinds() and n == len(re.findall(rf"(?<![A-Za-z]){word}(?![A-Za-z])", sentence.lower()))
    }


def droppable(sentence: str) -> list[str]:
    """Words that stand in clear form between two plain words, so that leaving them out leaves no stray mark."""
    inside = set(re.findall(r"(?<=[A-Za-z] )[a-z]+(?= [A-Za-z])", sentence))
    return [w for w, n in clear_words(sentence).items() if w in inside and len(re.findall(rf" {w} ", sentence)) == n]


def rewrite(sentence: str, replace: Mapping[str, str], case: str, drop: str) -> str:
    if drop:
        sentence = re.sub(rf" {drop}(?= )", "", sentence)
    if replace:
        old = re.compile(rf"\b(?:{'|'.join(replace)})\b", re.IGNORECASE)
        sentence = old.sub(lambda found: in_shape_of(found[0], replace[found[0].lower()]), sentence)
    if case == "kept":
        return sentence
    return sentence.upper() if case == "upper" else sentence.lower()


def right(args: Args) -> str:
    return rewrite(args["sentence"], dict(args["replace"]), args["case"], args["drop"])


class TaskFamily(Family):
    id = "word_replacement"
    category = "Language Generation/Rewriting-Paraphrasing/Word Replacement"
    seed_kind = "document"
    checker = "word_replacement"
    wordings = {
        "en": (
            "In this sentence, {change}. Change whole words only, everywhere they occur. {case} "
            "Reply with the new sentence alone.\n\n{sentence}",
            "{sentence}\n\nRewrite the sentence above: {change}, as often as the word occurs, but not inside longer "
            "words. {case} Leave the rest as it is and give only the result.",
            "Please {change} throughout the following sentence (whole words only). {case} Nothing else may change. "
            "Answer with the rewritten sentence and nothing more.\n\nSentence: {sentence}",
            "Can you {change}, at every place, in the sentence below? Only whole words count. {case} Send back just "
            "the sentence.\n{sentence}",
            "Word replacement. Task: {change}; whole words, all places, nothing else. {case} Output: the sentence "
            "only.\nInput: {sentence}",
        )
    }
    slip_kinds = (
        "occurrence_missed",
        "wrong_replacement",
        "word_lost",
        "neighbour_changed",
        "words_swapped",
        "wrong_case",
        "remark_added",
    )

    @dataclass(frozen=True, slots=True)
    class Config:
        shortest: int = 60
        longest: int = 160

        def __post_init__(self) -> None:
            if not 24 <= self.shortest < self.longest <= 220:
                raise ValueError("word_replacement: need 24 <= shortest < longest <= 220 (characters of a sentence)")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        fitting = [s for run in runs(seed.text) for s in run if self.config.shortest <= len(s) <= self.config.longest]
        if not fitting:
            return None
        return self._with_pair(rng, {"sentence": rng.choice(fitting), "replace": [], "case": "kept", "drop": ""})

    def _with_pair(self, rng: random.Random, args: Args) -> Args | None:
        """One more replacement; a word that occurs several times is drawn more often."""
        sentence, done = args["sentence"], {word for pair in args["replace"] for word in pair} | {args["drop"]}
        counts = {word: n * n for word, n in replaceable(sentence).items() if word not in done}
        if not counts or len(args["replace"]) == MOST_PAIRS:
            return None
        (old,) = rng.choices(list(counts), list(counts.values()))
        new = alike(rng, old, without=" ".join([sentence.lower(), *done]))
        return {**args, "replace": [*args["replace"], [old, new]]}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        pairs = [f'"{old}" with "{new}"' for old, new in args["replace"]]
        change = "replace " + " and ".join(pairs)
        if args["drop"]:
            change += f', and leave out the word "{args["drop"]}"'
        return {"sentence": args["sentence"], "change": change, "case": CASES[args["case"]]}

    def quote(self, args: Args) -> str:
        sentence: str = args["sentence"]
        return sentence

    def solve(self, args: Args, language: str) -> Solution:
        return Solution(right(args), right(args))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """An added demand: another replacement, a word to leave out, or a change of case."""
        harder = [self._with_pair(rng, args)] * 2
        if not args["drop"]:
            used = {word for pair in args["replace"] for word in pair}
            harder += [{**args, "drop": word} for word in droppable(args["sentence"]) if word not in used][:3]
        if args["case"] == "kept":
            harder.append({**args, "case": rng.choice(LETTER_CASES)})
        possible = [found for found in harder if found]
        return rng.choice(possible) if possible else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        sentence, case, drop = args["sentence"], args["case"], args["drop"]
        good, pairs = right(args), dict(args["replace"])
        kind = rng.choice(self.slip_kinds)
        wrong = good
        tokens = good.split()
        if kind == "occurrence_missed":
            old = rng.choice(list(pairs))
            marked = re.sub(rf"\b{old}\b", "\0", sentence, count=1, flags=re.IGNORECASE)
            first = re.search(rf"\b{old}\b", sentence, re.IGNORECASE)
            wrong = rewrite(marked, pairs, case, drop).replace("\0", first[0] if first else "")
        elif kind == "wrong_replacement":
            old = rng.choice(list(pairs))
            wrong = rewrite(sentence, {**pairs, old: alike(rng, old, good.lower())}, case, drop)
        elif kind == "word_lost":
            del tokens[rng.randrange(len(tokens))]
            wrong = " ".join(tokens)
        elif kind == "neighbour_changed":
            others = [word for word in replaceable(sentence) if word not in pairs and word != drop]
            if others:
                other = rng.choice(others)
                wrong = rewrite(sentence, {**pairs, other: alike(rng, other, good.lower())}, case, drop)
        elif kind == "words_swapped":
            at = rng.randrange(len(tokens) - 1)
            tokens[at : at + 2] = reversed(tokens[at : at + 2])
            wrong = " ".join(tokens)
        elif kind == "wrong_case":
            wrong = rewrite(sentence, pairs, rng.choice([c for c in CASES if c != case]), drop)
        else:
            wrong = rng.choice(("Sure, here it is: {}", "{} (One word was replaced.)", "Rewritten: {}")).format(good)
        return Slip(kind, wrong) if wrong != good else None
