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

from filters.reading.answer import MARK
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving import chinese_passage
from pipeline.teachers.procedural.solving.chinese_passage import chinese
from pipeline.teachers.procedural.solving.passage import split, terms, window, words
from pipeline.teachers.procedural.words.word_kinds import alike, kinds

BLANK = "____"
NUMBERED = ("__1__", "__2__")
LETTERS = "ABCDEF"
OPTIONS = 4
"""For a blank; a harder task in Chinese has as many as there are letters."""
NOMINAL = ("noun", "plural", "adjective")
NEVER_NOMINAL = ("verb", "verb_s", "adverb")

FORMS: dict[str, dict[int, tuple[str, ...]]] = {
    "en": {
        1: (
            "Elsewhere the passage has the missing word in full: name the sentence like this: "
            'Sentence 2 has "word" too. End with a line "Answer: …" that gives the letter, the word or both.',
            "The missing word stands in another place as well. Tell me where, in the manner of: "
            'Sentence 2 also has "word". Then close with "Answer: …" and the letter or the word (or the two together).',
            'Give your evidence first, a line like: Sentence 2 has "word" too. (The passage repeats the word.) Last '
            'line: "Answer: " and your choice, by letter, by word, or by both.',
            "What is gone here can be read a second time in the passage; point to that sentence by number, such as "
            'Sentence 2 has "word" too. I then expect a final line "Answer: …" with letter and/or word.',
            'Your reply has two parts: the proof that the word returns, written as Sentence 2 also has "word", and a '
            'line "Answer: …" that holds a letter, a word, or a letter with its word.',
        ),
        2: (
            "Elsewhere the passage has each missing word in full: name the sentences like this, a line for each word: "
            'Sentence 2 has "word" too. End with a line "Answer: …; …" that gives the letter, the word or both for '
            "__1__ and __2__.",
        ),
    },
    "zh": {
        1: (
            "所缺的词在短文别处完整地出现过，请指出那一句，写法如：第2句里也有“词”。最后一行写“答案：…”，填字母、词语"
            "或两者都填。",
            "请先说明短文的哪一句还有这个词，照这样写：第2句里也有“词”。再以“答案：…”结尾，给出字母或词语（也可都写）。",
            "依据也要写出来：这个词还见于哪一句？格式是：第2句里也有“词”。末行为“答案：…”，字母、词语均可。",
            "回答分两部分：一行证据，形如“第2句里也有“词””，句子从 1 数起；一行“答案：…”，写选项的字母、词语或两者。",
            "同一个词在文中不止一次出现，用“第2句里也有“词””这样的一行告诉我另一处，最后用“答案：…”写出字母和（或）词。",
        ),
        2: (
            "每个所缺的词在短文别处完整地出现过，请逐个指出，每词一行，写法如：第2句里也有“词”。最后一行写“答案：…；…”，"
            "依次给出 __1__ 和 __2__ 的字母、词语或两者。",
            "请先说明短文的哪一句还有这两个词，每词一行，照这样写：第2句里也有“词”。再以“答案：…；…”结尾，按 __1__、"
            "__2__ 的次序给出字母或词语。",
            "依据也要写出来：这两个词各见于哪一句？每词一行，格式是：第2句里也有“词”。末行为“答案：…；…”，先 __1__ 后"
            " __2__，字母、词语均可。",
        ),
    },
}
PLACES = {
    "en": (
        'Sentence {n} has "{word}" too.',
        'Sentence {n} also has "{word}": {sentence}',
        'The word returns: sentence {n} has "{word}" in it.',
        'Sentence {n} has "{word}" as well; it reads: {sentence}',
    ),
    "zh": (
        "第{n}句里也有“{word}”。原句是：{sentence}",
        "第{n}句里也有“{word}”（{sentence}）",
        "请看“{sentence}”。第{n}句里也有“{word}”。",
        "第{n}句里也有“{word}”。它写的是：{sentence}",
    ),
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


def pieces(passage: str) -> list[str]:
    return chinese_passage.sentences(passage) if chinese(passage) else split(passage)


def holders(args: Args, word: str) -> list[int]:
    """The numbers (from 1) of the sentences in which a word stands in full."""
    found = enumerate(pieces(args["passage"]), 1)
    if chinese(word):
        return [n for n, sentence in found if word in sentence]
    return [n for n, sentence in found if word in (w.lower() for w in words(sentence))]


def repetitions(passage: str) -> list[str]:
    """The words one can ask about that occur more than once."""
    if chinese(passage):
        return [word for word in chinese_passage.nouns(passage) if passage.count(word) > 1]
    return [word for word, n in terms(passage).items() if n > 1]


def blank(rng: random.Random, passage: str, word: str, mark: str) -> str | None:
    """The passage with one of the places of a word blanked, where it stands in small letters."""
    form = word if chinese(word) else rf"\b{word}\b"
    places = [found.start() for found in re.finditer(form, passage)]
    if not places:
        return None
    at = rng.choice(places)
    return passage[:at] + mark + passage[at + len(word) :]


def options(rng: random.Random, word: str, passage: str, source: str) -> list[str]:
    """The word and three others: at most one of the passage, the rest from outside it or from the table."""
    if chinese(word):
        return more_options(rng, word, [word], passage, OPTIONS)
    lower, table, chosen = passage.lower(), kinds(), [word]
    if table.get(word) in NOMINAL:
        unfit = [other for other in terms(passage) if table.get(other) in NEVER_NOMINAL]
        chosen += rng.sample(unfit, min(1, len(unfit)))
    near = [other for other in terms(source) if other not in lower and other[-2:] == word[-2:]]
    chosen += rng.sample(near, min(2, len(near)))
    while len(chosen) < OPTIONS:
        chosen.append(alike(rng, word, " ".join([lower, *chosen])))
    rng.shuffle(chosen := chosen[:OPTIONS])
    return chosen


def more_options(rng: random.Random, word: str, chosen: list[str], passage: str, count: int) -> list[str]:
    """Options in Chinese up to that number: nouns of the word's kind that the passage does not have."""
    chosen = list(chosen)
    while len(chosen) < count:
        chosen.append(chinese_passage.alike(rng, word, "，".join([passage, *chosen])))
    rng.shuffle(chosen)
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
        ),
        "zh": (
            "空格里应当填哪个词？\n\n{passage}\n\n{options}\n\n{form}",
            "请把这段短文缺少的词补上。\n\n{passage}\n\n选项：\n{options}\n{form}",
            "{passage}\n\n从下列选项中选出适合上文空白处的词：\n{options}\n{form}",
            "完成下面的文字。\n{passage}\n\n可供选择的有：\n{options}\n\n{form}",
            "选词填空。\n短文：{passage}\n{options}\n{form}",
            "我抄漏了词，您能帮我找回来吗？\n{passage}\n候选：\n{options}\n{form}",
        ),
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
        """Characters of the passage; in Chinese half as many."""

        def __post_init__(self) -> None:
            if not 2 <= self.least <= self.most <= 9:
                raise ValueError("cloze: need 2 <= least <= most <= 9 (sentences of the passage)")
            if self.longest < 80:
                raise ValueError("cloze: longest must be at least 80 (characters of the passage)")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        config, zh = self.config, language == "zh"
        cut = chinese_passage.window if zh else window
        sentences = cut(rng, seed.text, config.least, config.most, config.longest // (2 if zh else 1))
        if sentences is None:
            return None
        passage = ("" if zh else " ").join(sentences)
        if any(mark in passage for mark in (BLANK, *NUMBERED)):
            return None
        repeated = repetitions(passage)
        word = rng.choice(repeated) if repeated else ""
        blanked = blank(rng, passage, word, BLANK) if word else None
        if blanked is None:
            return None
        choice = options(rng, word, passage, seed.text)
        return {"passage": blanked, "options": [choice], "sha256": certificate(passage), "said": rng.randrange(60)}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        rows = ["  ".join(map("{}) {}".format, LETTERS, row)) for row in args["options"]]
        if len(rows) > 1:
            rows = [f"{mark}: {row}" for mark, row in zip(NUMBERED, rows, strict=True)]
        return {
            "passage": args["passage"],
            "options": "\n".join(rows),
            "form": _one_of(FORMS[language][len(rows)], args),
        }

    def quote(self, args: Args) -> str:
        passage: str = args["passage"]
        return passage

    def solve(self, args: Args, language: str) -> Solution:
        chosen = answers(args)
        shown = [f"{LETTERS[row.index(word)]}) {word}" for row, word in zip(args["options"], chosen, strict=True)]
        return self._response(args, [(holders(args, word)[0], word) for word in chosen], shown, language)

    def _response(self, args: Args, places: Sequence[tuple[int, str]], shown: Sequence[str], language: str) -> Solution:
        texts = pieces(args["passage"])
        form = _one_of(PLACES[language], args)
        lines = [form.format(n=number, word=word, sentence=texts[number - 1]) for number, word in places]
        answer = ("; " if language == "en" else "；").join(shown)
        return Solution("\n".join([*lines, f"{MARK[language]} {answer}".replace("： ", "：")]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """A second blank, with options of its own; in Chinese, where no second word returns, more options."""
        if len(args["options"]) > 1:
            return None
        (first,) = answers(args)
        whole = fill(args, [first])
        repeated = [word for word in repetitions(whole) if word != first]
        if language == "zh":
            repeated = [word for word in repeated if args["passage"].count(word) > 1]
        if not repeated:
            if language == "en" or len(args["options"][0]) == len(LETTERS):
                return None
            return {**args, "options": [more_options(rng, first, args["options"][0], whole, len(LETTERS))]}
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
            "said": args["said"],
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
            find = chinese_passage.alike if language == "zh" else alike
            shown[at] = find(rng, good, " ".join([args["passage"].lower(), *row]))
        elif kind == "letter_and_word_differ":
            shown[at] = f"{LETTERS[row.index(other)]}) {good}"
        elif kind == "two_chosen":
            shown[at] += f"{' or ' if language == 'en' else '或'}{LETTERS[row.index(other)]}) {other}"
        elif kind == "place_not_named":
            del places[at]
        else:
            without = set(range(1, len(pieces(args["passage"])) + 1)) - set(holders(args, good))
            if not without:
                return None
            places[at] = (rng.choice(sorted(without)), good)
        return Slip(kind, self._response(args, places, shown, language).text)


def _one_of(forms: Sequence[str], args: Args) -> str:
    return forms[args["said"] % len(forms)]
