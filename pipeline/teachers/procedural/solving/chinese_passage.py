"""Chinese sentences of a seed, and the nouns in them: what `passage` and `topics` are for English.

Chinese has no blanks between words, so a noun is known by a table, and counts only where no longer noun covers it.
"""

import random
import re
from functools import cache

from pipeline.teachers.procedural.words.chinese_nouns import chinese_kinds

SENTENCE = re.compile(r"[^。！？\n]+[。！？]")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_PLAIN = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff，、：；0-9]{6,100}[。！？]")


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile("|".join(sorted(chinese_kinds(), key=lambda word: (-len(word), word))))


def chinese(text: str) -> bool:
    return _CHINESE.search(text) is not None


def sentences(text: str) -> list[str]:
    """The sentences of a passage, stops included."""
    return [found.strip() for found in SENTENCE.findall(text)]


def runs(text: str) -> list[list[str]]:
    """Runs of neighbouring plain sentences: Chinese characters, digits and commas only."""
    found: list[list[str]] = []
    for line in text.splitlines():
        found.append([])
        for sentence in sentences(line):
            if _PLAIN.fullmatch(sentence):
                found[-1].append(sentence)
            else:
                found.append([])
    return [run for run in found if run]


def window(rng: random.Random, text: str, least: int, most: int, longest: int) -> list[str] | None:
    """`least` to `most` neighbouring sentences, all different, of at most `longest` characters; None if "
    "there are none."""
    choices = [
        run[start:stop]
        for run in runs(text)
        for start in range(len(run))
        for stop in range(start + least, min(start + most, len(run)) + 1)
        if sum(map(len, run[start:stop])) <= longest and len(set(run[start:stop])) == stop - start
    ]
    return rng.choice(choices) if choices else None


def nouns(text: str) -> list[str]:
    """The nouns of the table in their order, each once; none that also stands inside another word of the table."""
    found = list(dict.fromkeys(_nouns().findall(text)))
    return [word for word in found if not any(word != other and word in other for other in found)]


def alike(rng: random.Random, word: str, without: str) -> str:
    """Another noun of the same kind that does not stand in a text, nor has the word in it."""
    table = chinese_kinds()
    options = [
        other
        for other, kind in table.items()
        if kind == table.get(word, "things") and other not in without and word not in other and other not in word
    ]
    return rng.choice(options)
