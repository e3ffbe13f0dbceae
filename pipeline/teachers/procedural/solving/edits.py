"""Texts with blemishes, and the edits that a task states to take them away: the common half of four families.

A task states its edits in full (words to put for others, words to leave out, rules), so it has one right answer only.
Sentences are drawn from frames with places for names, things and numbers; a frame never holds an edit by chance.
"""

import random
import re
from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.names import MEASURE, NAMES, PLACES, THINGS

ONES = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SPELT = dict(enumerate(ONES, 2)) | {
    10 * tens + one: word + (f"-{ONES[one - 2]}" if one > 1 else "")
    for tens, word in enumerate(TENS, 2)
    for one in (0, *range(2, 10))
}
"""English number words, those without "one" in them."""
DIGITS = "零一二三四五六七八九"
REMARKS = {
    "en": ("Sure, here it is: {}", "{} I hope this helps!", "Here is the new text: {}", "{} (Shortened a little.)"),
    "zh": ("好的，改写如下：{}", "{}希望对你有帮助！", "修改后的文字：{}", "{}（略有删改。）"),
}
ENDS = {"en": re.compile(r"[^.!?]+[.!?]"), "zh": re.compile(r"[^。！？]+[。！？]")}
MOST_SENTENCES = 6
_DOUBLED = {
    "en": re.compile(r"\b([A-Za-z']+) \1\b", re.IGNORECASE),
    "zh": re.compile(r"([\u4e00-\u9fff]{2,4})，?\1"),
}


def spelt_chinese(number: int) -> str:
    """A number from 2 to 99 in Chinese characters."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else DIGITS[tens]) + ("十" if tens else "") + (DIGITS[ones] if ones else "")


CHINESE = {spelt_chinese(number): str(number) for number in range(3, 100)}
ENGLISH = {word: str(number) for number, word in SPELT.items()}


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence with blemishes, and the edits that it needs."""

    text: str
    replace: Mapping[str, str]
    drop: Sequence[str] = ()


def filled(rng: random.Random, frame: str, language: str) -> str:
    """A frame with its places filled: {name}, {other}, {place}, {thing}, {n} and, in Chinese, {count}."""
    name, other = rng.sample(NAMES[language], 2)
    thing, place = rng.choice(THINGS[language]), rng.choice(PLACES[language])
    if language == "zh":
        number = spelt_chinese(rng.randint(11, 99))
        return frame.format(
            name=name, other=other, place=place, thing=thing, n=number, count=f"{number}{MEASURE[thing]}{thing}"
        )
    return frame.format(name=name, other=other, place=place, thing=thing, n=rng.choice(list(ENGLISH)))


@lru_cache(maxsize=4096)
def _alternatives(forms: tuple[str, ...], language: str) -> re.Pattern[str]:
    ordered = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    if language == "zh":
        return re.compile(f"(?:{ordered})")
    return re.compile(rf"(?<![\w'-])(?:{ordered})(?![\w'-])", re.IGNORECASE)


def _without(text: str, drop: Sequence[str], language: str) -> str:
    """The text without words and the commas that set them off."""
    if not drop:
        return text
    forms = _alternatives(tuple(drop), language).pattern
    if language == "zh":
        return re.sub(rf"，{forms}(?=，)|{forms}，?", "", text)
    return re.sub(rf",? ?{forms},?", "", text, flags=re.IGNORECASE).strip()


def _article(found: re.Match[str]) -> str:
    right = "an" if found[3] in "aeiouAEIOU" else "a"
    return (right.capitalize() if found[1][0] == "A" else right) + found[2] + found[3]


def _sentence(text: str, args: Args, language: str) -> str:
    rules = args["rules"]
    if "restarts" in rules:
        text = text.rsplit("——" if language == "zh" else " -- ", 1)[-1].strip()
    text = _without(text, args["drop"], language)
    if "repeats" in rules:
        text = _DOUBLED[language].sub(r"\1", text)
    if pairs := dict(args["replace"]):
        folded = {old.lower(): new for old, new in pairs.items()}
        text = _alternatives(tuple(pairs), language).sub(lambda found: folded[found[0].lower()], text)
    if "numbers" in rules:
        numbers = CHINESE if language == "zh" else ENGLISH
        text = _alternatives(tuple(numbers), language).sub(lambda found: numbers[found[0].lower()], text)
    if "articles" in rules and language == "en":
        text = re.sub(r"\b([Aa]n?)( )([A-Za-z])", _article, text)
    return text[:1].upper() + text[1:]


def edited(args: Args, language: str) -> str:
    """The text with all its edits made."""
    return joined([_sentence(one.strip(), args, language) for one in ENDS[language].findall(args["text"])], language)


def joined(sentences: Sequence[str], language: str) -> str:
    return ("" if language == "zh" else " ").join(sentences)


def _end(text: str, language: str) -> str:
    """The last word or so, by which a frame is mostly known again."""
    return text[-4:] if language == "zh" else text.rsplit(" ", 1)[-1]


def bare(text: str, language: str) -> str:
    """The text without what the checker does not look at."""
    return re.sub(r"[,，、\s]+" if language == "zh" else r",|\s+", "" if language == "zh" else " ", text)


class EditFamily(Family):
    """A family whose tasks state a text and all edits to make in it."""

    checker = "stated_edits"
    slip_kinds = (
        "edit_missed",
        "unchanged",
        "word_lost",
        "words_swapped",
        "sentence_lost",
        "word_doubled",
        "remark_added",
    )
    rules: ClassVar[Mapping[str, tuple[str, ...]]]
    """By language, the rules that hold in all its tasks."""
    sizes: ClassVar[tuple[int, int]] = (2, 3)
    """Fewest and most sentences of a fresh task."""

    @abstractmethod
    def piece(self, rng: random.Random, language: str, args: Args) -> Piece:
        """A sentence to go on with."""

    @abstractmethod
    def spare(self, language: str, args: Args) -> tuple[Mapping[str, str], Sequence[str]]:
        """What to name beside the edits that a text needs: words to replace, words to leave out."""

    def blank(self, rng: random.Random, language: str) -> Args:
        """A task without any text yet."""
        return {"text": "", "replace": [], "drop": [], "rules": list(self.rules[language])}

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        args = self.blank(rng, language)
        for _ in range(rng.randint(*self.sizes)):
            args = self._longer(rng, args, language)
        return self._with_spares(rng, args, language)

    def _longer(self, rng: random.Random, args: Args, language: str) -> Args:
        for _ in range(4):
            piece = self.piece(rng, language, args)
            if _end(piece.text, language) not in args["text"]:
                break
        known, named = dict(args["replace"]), args["drop"]
        return {
            **args,
            "text": joined([args["text"], piece.text] if args["text"] else [piece.text], language),
            "replace": [*args["replace"], *([old, new] for old, new in piece.replace.items() if old not in known)],
            "drop": [*named, *(word for word in dict.fromkeys(piece.drop) if word not in named)],
        }

    def _with_spares(self, rng: random.Random, args: Args, language: str) -> Args:
        """Some edits named that this text does not need, and the order of all shuffled."""
        replace, drop = self.spare(language, args)
        pairs, words = list(args["replace"]), list(args["drop"])
        known = {old for old, _ in pairs}
        if rest := [[old, new] for old, new in replace.items() if old not in known]:
            pairs += rng.sample(rest, min(len(rest), rng.randint(1, 2)))
        if others := [word for word in drop if word not in words]:
            words += rng.sample(others, min(len(others), rng.randint(1, 2)))
        rng.shuffle(pairs)
        rng.shuffle(words)
        return {**args, "replace": pairs, "drop": words}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        arrow, quote, comma = ("→", "“{}”", "，") if language == "zh" else ("->", '"{}"', ", ")
        pairs = [f"{quote.format(old)} {arrow} {quote.format(new)}" for old, new in args["replace"]]
        return {
            "text": args["text"],
            "table": comma.join(pairs),
            "drop": ("、" if language == "zh" else comma).join(quote.format(word) for word in args["drop"]),
        }

    def solve(self, args: Args, language: str) -> Solution:
        text = edited(args, language)
        return Solution(text, text)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """A longer text with more to edit."""
        if len(ENDS[language].findall(args["text"])) >= MOST_SENTENCES:
            return None
        return self._longer(rng, args, language)

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        good, kind = edited(args, language), rng.choice(self.slip_kinds)
        if kind == "edit_missed":
            wrong = self._missed(rng, args, language)
        elif kind == "unchanged":
            wrong = args["text"]
        elif kind == "remark_added":
            wrong = rng.choice(REMARKS[language]).format(good)
        elif kind == "sentence_lost":
            shown = [one.strip() for one in ENDS[language].findall(good)]
            if len(shown) < 2:
                return None
            del shown[rng.randrange(len(shown))]
            wrong = joined(shown, language)
        else:
            tokens = list(good) if language == "zh" else good.split()
            at = rng.randrange(1, len(tokens) - 2)
            if kind == "word_lost":
                del tokens[at]
            elif kind == "word_doubled":
                tokens.insert(at, tokens[at])
            else:
                tokens[at : at + 2] = reversed(tokens[at : at + 2])
            wrong = joined(tokens, language) if language == "zh" else " ".join(tokens)
        return Slip(kind, wrong) if bare(wrong, language) != bare(good, language) else None

    @staticmethod
    def _missed(rng: random.Random, args: Args, language: str) -> str:
        """The text with one of the stated edits left undone."""
        text = args["text"].lower()
        options: list[Args] = [
            {**args, "replace": [other for other in args["replace"] if other != pair]}
            for pair in args["replace"]
            if pair[0].lower() in text
        ]
        options += [
            {**args, "drop": [o for o in args["drop"] if o != word]} for word in args["drop"] if word.lower() in text
        ]
        options += [{**args, "rules": [o for o in args["rules"] if o != rule]} for rule in args["rules"]]
        return edited(rng.choice(options), language)
