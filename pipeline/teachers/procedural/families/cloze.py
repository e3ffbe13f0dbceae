"""Fill a blank in a passage from four options, with the place in the passage that supports the choice.

The blanked word stands in full elsewhere in the passage. An option that does not is ruled out by that; an option that
does (an adverb or a verb for a noun or an adjective) is ruled out by grammar. The SHA-256 of the whole passage
certifies what the source says without saying it.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import product

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.passage import split, terms, window, words
from pipeline.teachers.procedural.words.word_kinds import alike, kinds

BLANK = "____"
NUMBERED = ("__1__", "__2__")
LETTERS = "ABCD"
NOMINAL = ("noun", "plural", "adjective")
NEVER_NOMINAL = ("verb", "verb_s", "adverb")

FORMS = {
    1: "Elsewhere the passage has the missing word in full: name the sentence like this: "
    'Sentence 2 has "word" too. End with a line "Answer: …" that gives the letter, the word or both.',
    2: "Elsewhere the passage has each missing word in full: name the sentences like this, a line for each word: "
    'Sentence 2 has "word" too. End with a line "Answer: …; …" that gives the letter, the word or both for __1__ and '
    "__2__.",
}


def certificate(passage: str) -> str:
    return sha256(passage.encode("utf-8")).hexdigest()


def marks(args: Args) -> Sequence[str]:
    return NUMBERED if len(args["options"]) == 2 else (BLANK,)


def fill(args: Args, chosen: Sequence[str]) -> str:
    passage: str = args["passage"]
    for mark, word in zip(marks(args), chosen, strict=True):
        passage = passage.replace(mark, word)
    return passage


def answers(args: Args) -> tuple[str, ...]:
    """The options that restore the source."""
    for chosen in product(*args["options"]):
        if certificate(fill(args, chosen)) == args["sha256"]:
            return chosen
    raise ValueError("cloze: no choice of options restores the passage that the certificate names; draw another task")


def holders(args: Args, word: str) -> list[int]:
    """The numbers (from 1) of the sentences in which a word stands in full."""
    sentences = split(args["passage"])
    return [n for n, sentence in enumerate(sentences, 1) if word in (w.lower() for w in words(sentence))]


def blank(rng: random.Random, passage: str, word: str, mark: str) -> str | None:
    """The passage with one of the places of a word blanked, where it stands in small letters."""
    places = [found.start() for found in re.finditer(rf"\b{word}\b", passage)]
    if not places:
        return None
    at = rng.choice(places)
    return passage[:at] + mark + passage[at + len(word) :]


def options(rng: random.Random, word: str, passage: str, source: str) -> list[str]:
    """The word and three others: at most one of the passage, the rest from outside it or from the table."""
    lower, table, chosen = passage.lower(), kinds(), [word]
    if table.get(word) in NOMINAL:
        unfit = [other for other in terms(passage) if table.get(other) in NEVER_NOMINAL]
        chosen += rng.sample(unfit, min(1, len(unfit)))
    near = [other for other in terms(source) if other not in lower and other[-2:] == word[-2:]]
    chosen += rng.sample(near, min(2, len(near)))
    while len(chosen) < len(LETTERS):
        chosen.append(alike(rng, word, " ".join([lower, *chosen])))
    rng.shuffle(chosen := chosen[: len(LETTERS)])
    return chosen


class TaskFamily(Family):
    id = "cloze"
    category = "Knowledge Utilization/Open-book Questions/Knowledge Questions/Dictionary Definitions"
    seed_kind = "document"
    checker = "cloze"
    wordings = {
        "en": (
            "Which word belongs in the gap?\n\n{passage}\n\n{options}\n\n{form}",
            "Fill in what is missing from this passage.\n\n{passage}\n\nOptions:\n{options}\n{form}",
            "{passage}\n\nChoose what fits the passage above, from these options:\n{options}\n{form}",
            "Please complete the following text.\n{passage}\n\nYou may choose from:\n{options}\n\n{form}",
            "Cloze test.\nText: {passage}\n{options}\n{form}",
        )
    }
    slip_kinds = (
        "wrong_option",
        "foreign_word",
        "letter_and_word_differ",
        "wrong_sentence",
        "two_chosen",
        "place_not_named",
    )

    @dataclass(frozen=True, slots=True)
    class Config:
        least: int = 2
        most: int = 6
        longest: int = 320

        def __post_init__(self) -> None:
            if not 2 <= self.least <= self.most <= 9:
                raise ValueError("cloze: need 2 <= least <= most <= 9 (sentences of the passage)")
            if self.longest < 80:
                raise ValueError("cloze: longest must be at least 80 (characters of the passage)")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        sentences = window(rng, seed.text, self.config.least, self.config.most, self.config.longest)
        if sentences is None:
            return None
        passage = " ".join(sentences)
        if any(mark in passage for mark in (BLANK, *NUMBERED)):
            return None
        repeated = [word for word, n in terms(passage).items() if n > 1]
        word = rng.choice(repeated) if repeated else ""
        blanked = blank(rng, passage, word, BLANK) if word else None
        if blanked is None:
            return None
        choice = options(rng, word, passage, seed.text)
        return {"passage": blanked, "options": [choice], "sha256": certificate(passage)}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        rows = ["  ".join(map("{}) {}".format, LETTERS, row)) for row in args["options"]]
        if len(rows) > 1:
            rows = [f"{mark}: {row}" for mark, row in zip(NUMBERED, rows, strict=True)]
        return {"passage": args["passage"], "options": "\n".join(rows), "form": FORMS[len(rows)]}

    def quote(self, args: Args) -> str:
        passage: str = args["passage"]
        return passage

    def solve(self, args: Args, language: str) -> Solution:
        chosen = answers(args)
        shown = [f"{LETTERS[row.index(word)]}) {word}" for row, word in zip(args["options"], chosen, strict=True)]
        return self._response(args, [(holders(args, word)[0], word) for word in chosen], shown)

    def _response(self, args: Args, places: Sequence[tuple[int, str]], shown: Sequence[str]) -> Solution:
        lines = [f'Sentence {number} has "{word}" too.' for number, word in places]
        answer = "; ".join(shown)
        return Solution("\n".join([*lines, f"Answer: {answer}"]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """A second blank, with options of its own."""
        if len(args["options"]) > 1:
            return None
        (first,) = answers(args)
        whole = fill(args, [first])
        repeated = [word for word, n in terms(whole).items() if n > 1 and word != first]
        if not repeated:
            return None
        second = rng.choice(repeated)
        blanked = blank(rng, args["passage"], second, "\0")
        if blanked is None:
            return None
        rows = [args["options"][0], options(rng, second, whole, whole)]
        in_order = blanked.index(BLANK) < blanked.index("\0")
        one, two = NUMBERED if in_order else NUMBERED[::-1]
        return {
            "passage": blanked.replace(BLANK, one).replace("\0", two),
            "options": rows if in_order else rows[::-1],
            "sha256": args["sha256"],
        }

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        chosen = list(answers(args))
        at = rng.randrange(len(chosen))
        row, good = args["options"][at], chosen[at]
        other = rng.choice([word for word in row if word != good])
        letters = [LETTERS[row.index(word)] for row, word in zip(args["options"], chosen, strict=True)]
        places = [(holders(args, word)[0], word) for word in chosen]
        shown = [f"{letter}) {word}" for letter, word in zip(letters, chosen, strict=True)]
        kind = rng.choice(self.slip_kinds)
        if kind == "wrong_option":
            shown[at] = f"{LETTERS[row.index(other)]}) {other}"
            places[at] = (places[at][0], other)
        elif kind == "foreign_word":
            shown[at] = alike(rng, good, " ".join([args["passage"].lower(), *row]))
        elif kind == "letter_and_word_differ":
            shown[at] = f"{LETTERS[row.index(other)]}) {good}"
        elif kind == "two_chosen":
            shown[at] += f" or {LETTERS[row.index(other)]}) {other}"
        elif kind == "place_not_named":
            del places[at]
        else:
            without = set(range(1, len(split(args["passage"])) + 1)) - set(holders(args, good))
            if not without:
                return None
            places[at] = (rng.choice(sorted(without)), good)
        return Slip(kind, self._response(args, places, shown).text)
