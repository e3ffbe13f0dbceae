"""The texts of benchmarks/dedup.py: real ones with planted copies, so that it is known what should go.

    english60    passages of 60 words from WikiText-2, Pride and Prejudice and Shakespeare
    english1000  the same in 1,000 words
    chinese      300 characters, drawn by the bigrams of DINGO's Chinese turns (there are not enough of the real ones)
    code         40 lines of Python's standard library

A fifth of the records copy another with few words changed (true Jaccard similarity of 5-word shingles about 0.84 to
0.95, to be removed); a tenth with many (about 0.5, to be kept). No planted pair lies between, so the truth does not
hang on how a tool cuts words.
"""

import json
import random
import re
import sysconfig
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

NEAR, FAR = 0.2, 0.1
CHINESE = re.compile(r"[\u4e00-\u9fff，。！？；：、]+")
CHARACTERS, DOCUMENTS = 300, 5000
LINES = 40


@dataclass(frozen=True, slots=True)
class Planted:
    """`twins` are pairs of places of which one should go; texts in random order."""

    texts: list[str]
    twins: list[tuple[int, int]]


def columns(data: Path) -> dict[str, Planted]:
    text = [path.read_text(encoding="utf-8").split() for path in sorted((data / "text").glob("*.txt"))]
    words = [word for words in text for word in words]
    return {
        "english60": planted(_runs(words, 60), 1, 4),
        "english1000": planted(_runs(words, 1000), 10, 60),
        "chinese": planted(_chinese(data), 3, 18),
        "code": planted(_code(), 2, 14),
    }


def planted(originals: list[str], few: int, many: int) -> Planted:
    """`few` and `many` words (characters, in a text without blanks) are changed at random places."""
    rng = random.Random(7)
    originals = list(dict.fromkeys(originals))
    rng.shuffle(originals)
    size = len(originals)
    near, far = int(size * NEAR / (1 - NEAR - FAR)), int(size * FAR / (1 - NEAR - FAR))
    chosen = rng.sample(range(size), near + far)
    texts = originals + [_changed(rng, originals[one], few if rank < near else many) for rank, one in enumerate(chosen)]
    order = rng.sample(range(len(texts)), len(texts))
    place = {old: new for new, old in enumerate(order)}
    twins = [(place[one], place[size + rank]) for rank, one in enumerate(chosen[:near])]
    return Planted([texts[old] for old in order], twins)


def _changed(rng: random.Random, text: str, edits: int) -> str:
    pieces = re.split(r"(\s+)", text) if " " in text else list(text)
    places = [place for place, piece in enumerate(pieces) if piece.strip()]
    for place in rng.sample(places, min(edits, len(places))):
        pieces[place] = f"edit{rng.randrange(10**6)}" if " " in text else chr(rng.randrange(0x4E00, 0x9FA5))
    return "".join(pieces)


def _runs(words: list[str], length: int) -> list[str]:
    return [" ".join(words[start : start + length]) for start in range(0, len(words) - length + 1, length)]


def _chinese(data: Path) -> list[str]:
    turns = [
        sample["conversations"][0]["value"]
        for path in sorted((data / "dingo").glob("**/data.json"))
        for sample in json.loads(path.read_text(encoding="utf-8"))
    ]
    real = "".join(piece for turn in turns for piece in CHINESE.findall(turn))
    after: dict[str, list[str]] = defaultdict(list)
    for one, two in pairwise(real):
        after[one].append(two)
    rng = random.Random(8)
    texts = []
    for _ in range(DOCUMENTS):
        text = [rng.choice(real)]
        for _ in range(CHARACTERS - 1):
            text.append(rng.choice(after.get(text[-1]) or real))
        texts.append("".join(text))
    return texts


def _code() -> list[str]:
    texts = []
    for path in sorted(Path(sysconfig.get_paths()["stdlib"]).glob("**/*.py")):
        if {"site-packages", "test", "tests", "idlelib"}.isdisjoint(path.parts):
            lines = path.read_text(encoding="utf-8", errors="ignore").splitlines()
            texts += ["\n".join(lines[start : start + LINES]) for start in range(0, len(lines) - LINES + 1, LINES)]
    return [text for text in texts if len(text.split()) >= 60]
