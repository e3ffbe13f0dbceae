"""Rewrite a sentence with one word put for another, everywhere and with its capitals (English and Chinese)."""

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving import chinese_passage
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
        word: n for word, n in counts.items() if word in kinds() and n == len(_unjoined(word).findall(sentence.lower()))
    }


@cache
def _unjoined(word: str) -> re.Pattern[str]:
    """A word of the table that is no part of a longer run of letters."""
    return re.compile(rf"(?<![A-Za-z]){word}(?![A-Za-z])")


def droppable(sentence: str) -> list[str]:
    """Words that stand in clear form between two plain words, so that leaving them out leaves no stray mark."""
    inside = set(re.findall(r"(?<=[A-Za-z] )[a-z]+(?= [A-Za-z])", sentence))
    return [w for w, n in clear_words(sentence).items() if w in inside and sentence.count(f" {w} ") == n]


def rewrite(sentence: str, replace: Mapping[str, str], case: str, drop: str) -> str:
    if drop:
        sentence = re.sub(rf" {drop}(?= )", "", sentence)
    if replace:
        old = re.compile(rf"\b(?:{'|'.join(replace)})\b", re.IGNORECASE)
        sentence = old.sub(lambda found: in_shape_of(found[0], replace[found[0].lower()]), sentence)
    if case == "kept":
        return sentence
    return sentence.upper() if case == "upper" else sentence.lower()


def rewrite_chinese(sentence: str, replace: Mapping[str, str]) -> str:
    """All places at once, so that a new word is never replaced in its turn."""
    old = re.compile("|".join(sorted(replace, key=len, reverse=True)))
    return old.sub(lambda found: replace[found[0]], sentence)


def right(args: Args) -> str:
    if chinese_passage.chinese(args["sentence"]):
        return rewrite_chinese(args["sentence"], dict(args["replace"]))
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
        ),
        "zh": (
            "请在下面的文字里{change}，每一处都要换，其余不变，只写出新的文字。\n\n{sentence}",
            "{sentence}\n\n改写上面的文字：{change}，出现几次就换几次，别的字和标点照旧，只给结果。",
            "词语替换。要求：{change}；处处替换，不改其他内容，只输出结果。\n输入：{sentence}",
            "编辑想在下文中{change}，凡出现都要改。改好以后是什么？请只回答结果。\n{sentence}",
            "请在不改动其他文字的前提下{change}（所有位置）。原文：{sentence}\n只回复改后的文字。",
            "下面这段话需要{change}，一处也不要漏，标点和其余词语保持原样。\n原文：{sentence}",
        ),
    }
    slip_kinds = (
        "occurrence_missed",
        "wrong_replacement",
        "word_lost",
        "neighbour_changed",
        "words_swapped",
        "form_changed",
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
        if language == "zh":
            found = chinese_passage.window(rng, seed.text, 1, 2, self.config.longest)
            if found is None:
                return None
            args = self._with_chinese_pair(rng, {"sentence": "".join(found), "replace": [], "case": "kept", "drop": ""})
            return args and (self._with_chinese_pair(rng, args) or args)
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

    @staticmethod
    def _with_chinese_pair(rng: random.Random, args: Args) -> Args | None:
        """One more replacement; no old word is part of another word that is replaced."""
        sentence, done = args["sentence"], [word for pair in args["replace"] for word in pair]
        free = [word for word in chinese_passage.nouns(sentence) if word not in done]
        if not free or len(args["replace"]) == MOST_PAIRS:
            return None
        old = rng.choice(free)
        new = chinese_passage.alike(rng, old, sentence + " ".join(done))
        return {**args, "replace": [*args["replace"], [old, new]]}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        if language == "zh":
            change = "，".join(f"“{old}”换成“{new}”" for old, new in args["replace"])
            return {"sentence": args["sentence"], "change": f"把{change}", "case": ""}
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
        if language == "zh":
            return self._with_chinese_pair(rng, args)
        harder = [self._with_pair(rng, args)] * 2
        if not args["drop"]:
            used = {word for pair in args["replace"] for word in pair}
            harder += [{**args, "drop": word} for word in droppable(args["sentence"]) if word not in used][:3]
        if args["case"] == "kept":
            harder.append({**args, "case": rng.choice(LETTER_CASES)})
        possible = [found for found in harder if found]
        return rng.choice(possible) if possible else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        if language == "zh":
            return self._chinese_slip(rng, args)
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
        elif kind == "form_changed":
            wrong = rewrite(sentence, pairs, rng.choice([c for c in CASES if c != case]), drop)
        else:
            wrong = rng.choice(("Sure, here it is: {}", "{} (One word was replaced.)", "Rewritten: {}")).format(good)
        return Slip(kind, wrong) if wrong != good else None

    def _chinese_slip(self, rng: random.Random, args: Args) -> Slip | None:
        sentence, pairs, kind = args["sentence"], dict(args["replace"]), rng.choice(self.slip_kinds)
        good = right(args)
        wrong, characters, at = good, list(good), rng.randrange(len(good) - 1)
        old = rng.choice(list(pairs))
        match kind:
            case "occurrence_missed":
                start, _, end = sentence.partition(old)
                wrong = rewrite_chinese(start, pairs) + old + rewrite_chinese(end, pairs)
            case "wrong_replacement":
                other = chinese_passage.alike(rng, old, good)
                wrong = rewrite_chinese(sentence, {**pairs, old: other})
            case "word_lost":
                del characters[at]
                wrong = "".join(characters)
            case "neighbour_changed":
                others = [word for word in chinese_passage.nouns(sentence) if word not in pairs]
                if others:
                    other = rng.choice(others)
                    wrong = rewrite_chinese(sentence, {**pairs, other: chinese_passage.alike(rng, other, good)})
            case "words_swapped":
                characters[at : at + 2] = reversed(characters[at : at + 2])
                wrong = "".join(characters)
            case "form_changed":
                wrong = good[:-1] + rng.choice([mark for mark in ("！", "？", "", "，") if mark != good[-1]])
            case _:
                wrong = rng.choice(("好的，结果如下：{}", "{}（已替换。）", "改写：{}")).format(good)
        return Slip(kind, wrong) if wrong != good else None
