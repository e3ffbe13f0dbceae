"""How two statements about a group relate: same meaning, one implies the other, contradiction, or none of these.

Every statement says how many of a group of known size did something, so it stands for a range of numbers, and two
ranges tell the relation. Which deed is meant is the same in active and passive and in two wordings.
"""

import random
import re
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.quantified_sentences import DEEDS, GROUPS, QUANTIFIERS
from pipeline.teachers.procedural.words.sortable_sentences import PLACES

LABELS = {
    "en": ("same meaning", "first implies second", "second implies first", "contradiction", "neither"),
    "zh": ("意思相同", "前句蕴含后句", "后句蕴含前句", "互相矛盾", "没有必然关系"),
}
SAME, FORWARDS, BACKWARDS, AGAINST, FREE = range(5)
FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
COMMA = {"en": ", ", "zh": "，"}
MOST_PAIRS = 3
COUNTING = ("exactly", "least", "most", "over", "under")
MUDDLED = {("all", "undone"), ("none", "undone"), ("none", "passive")}
"""Not said: "all did not" may mean "not all did", "none did not" is a riddle, Chinese fronts nothing before 没有."""
SHAPES = ("active", "active", "second", "passive", "undone")

Claim = dict[str, Any]
"""quantifier, k, wording (of the quantifier), deed, shape (active, second, passive, undone)"""
Range = tuple[int, int]


def span(claim: Claim, size: int) -> Range:
    """The numbers of those who did the deed for which a statement is true, as first and last; never empty."""
    k = claim["k"]
    first, last = {
        "all": (size, size),
        "none": (0, 0),
        "some": (1, size),
        "exactly": (k, k),
        "least": (k, size),
        "most": (0, k),
        "over": (k + 1, size),
        "under": (0, k - 1),
    }[claim["quantifier"]]
    return (size - last, size - first) if claim["shape"] == "undone" else (first, last)


def relation(pair: list[Claim], size: int) -> int:
    """The number of the label; statements about different deeds leave each other free."""
    one, other = pair
    if one["deed"] != other["deed"]:
        return FREE
    (a, b), (c, d) = span(one, size), span(other, size)
    if (a, b) == (c, d):
        return SAME
    if b < c or d < a:
        return AGAINST
    if c <= a and b <= d:
        return FORWARDS
    return BACKWARDS if a <= c and d <= b else FREE


def said(claim: Claim, group: int, language: str) -> str:
    many, one = GROUPS[language][group].who
    deed = DEEDS[language][claim["deed"]]
    who = QUANTIFIERS[language][claim["quantifier"]][claim["wording"]].format(many=many, one=one, k=claim["k"])
    if claim["shape"] == "passive":
        text = deed.passive.format(q=who.rstrip(","))
    else:
        what = {"active": deed.active[0], "second": deed.active[1], "undone": deed.undone}[claim["shape"]]
        text = f"{who} {what}" if language == "en" else f"{who}{what}"
    return f"{text[0].upper()}{text[1:]}." if language == "en" else f"{text}。"


_NUMBER = re.compile(r"\d+")


@cache
def _claims(group: int, language: str) -> dict[str, Claim]:
    """Every sentence about a group, with # for its number, and the statement that it makes."""
    found: dict[str, Claim] = {}
    for quantifier, wordings in QUANTIFIERS[language].items():
        for wording, deed, shape in product(range(len(wordings)), DEEDS[language], dict.fromkeys(SHAPES)):
            claim = {"quantifier": quantifier, "k": "#", "wording": wording, "deed": deed, "shape": shape}
            found[said(claim, group, language)] = claim
    return found


def read(text: str, group: int, language: str) -> Claim:
    """The statement that a sentence makes."""
    number = _NUMBER.search(text)
    return {**_claims(group, language)[_NUMBER.sub("#", text)], "k": int(number[0]) if number else 0}


class TaskFamily(Family):
    id = "sentence_similarity"
    category = "Language Understanding/Relationship Judgement/Sentence Similarity"
    checker = "sentence_similarity"
    wordings = {
        "en": (
            "{setting} How do the sentences of {each} relate?\n{pairs}\n{labels} {form}",
            "{setting}\n{pairs}\nWhat is the relation within {each}? {labels} {form}",
            "Compare the meaning of the two sentences in {each}. {labels}\n\nBackground: {setting}\n{pairs}\n{form}",
            "{labels} {form}\n\n{setting}\n{pairs}",
            "Suppose this: {setting} Now judge {each} by what the sentences say.\n{pairs}\n\n{labels}\n{form}",
            "Relationship of sentences. {setting}\n\n{pairs}\n\n{form} {labels}",
        ),
        "zh": (
            "{setting}{each}的两个句子是什么关系？\n{pairs}\n{labels}{form}",
            "{setting}\n{pairs}\n请判断{each}里两句话的关系。{labels}{form}",
            "比较{each}两句话的意思。{labels}\n\n背景：{setting}\n{pairs}\n{form}",
            "{labels}{form}\n\n{setting}\n{pairs}",
            "已知：{setting}请根据句子的内容判断{each}。\n{pairs}\n\n{labels}\n{form}",
        ),
    }
    slip_kinds = ("wrong_label", "direction_turned", "label_missing", "label_added", "outside_labels", "hedged")
    EACH = {"en": ("the pair", "each pair"), "zh": ("下面这组", "下面每组")}
    CHOICE = {
        "en": "Choose from: {}. To imply means that whenever the one is true, the other is too, but not the reverse; "
        "sentences contradict if they cannot both be true.",
        "zh": "从以下选项中选择：{}。蕴含指一句成立时另一句必然成立，反过来却不一定；矛盾指两句不可能同时成立。",
    }
    FORM = {
        "en": ('End with "Answer: " and the label.', 'End with "Answer: " and the labels in order, with commas.'),
        "zh": ("最后一行写“答案：”和选项。", "最后一行写“答案：”并依次写出选项，用逗号隔开。"),
    }

    @dataclass(frozen=True, slots=True)
    class Config:
        smallest: int = 6
        largest: int = 40

        def __post_init__(self) -> None:
            if not 5 <= self.smallest <= self.largest <= 500:
                raise ValueError("sentence_similarity: need 5 <= smallest <= largest <= 500 (size of the group)")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        number = rng.randrange(len(GROUPS[language]))
        size = rng.randint(self.config.smallest, self.config.largest)
        args: Args = {
            "group": number,
            "size": size,
            "setting": GROUPS[language][number].setting.format(
                name=rng.choice(NAMES[language]), place=rng.choice(PLACES[language]), n=size
            ),
            "pairs": [],
        }
        return {**args, "pairs": [self._pair(rng, args, language) for _ in range(rng.choice((1, 1, 2)))]}

    @staticmethod
    def _claim(rng: random.Random, deed: str, size: int, near: int) -> Claim:
        quantifier = rng.choice(("all", "none", "some", *COUNTING, *COUNTING))
        k = min(size - 1, max(2, near + rng.randint(-2, 2))) if quantifier in COUNTING else 0
        shape = rng.choice(SHAPES)
        if (quantifier, shape) in MUDDLED:
            shape = "active"
        return {"quantifier": quantifier, "k": k, "wording": rng.randrange(2), "deed": deed, "shape": shape}

    @staticmethod
    def _read(args: Args, language: str) -> list[list[Claim]]:
        return [[read(text, args["group"], language) for text in pair] for pair in args["pairs"]]

    def _pair(self, rng: random.Random, args: Args, language: str) -> list[str]:
        """Two different statements whose relation is drawn first, as far as some tries find it."""
        size, deeds = args["size"], GROUPS[language][args["group"]].deeds
        wanted = rng.randrange(5)
        texts: list[str] = []
        for _ in range(60):
            deed = rng.choice(deeds)
            near = rng.randint(2, size - 1)
            one = self._claim(rng, deed, size, near)
            second = rng.choice(deeds) if wanted == FREE and rng.random() < 0.4 else deed
            other = self._claim(rng, second, size, near if rng.random() < 0.7 else size - near)
            texts = [said(claim, args["group"], language) for claim in (one, other)]
            if texts[0] != texts[1] and relation([one, other], size) == wanted:
                break
        return texts

    def slots(self, args: Args, language: str) -> dict[str, str]:
        several = len(args["pairs"]) > 1
        lines = []
        for number, (first, second) in enumerate(args["pairs"], 1):
            lines.append(f"({number}) {first} / {second}" if several else f"1. {first}\n2. {second}")
        listed = ("、" if language == "zh" else ", ").join(LABELS[language])
        return {
            "setting": args["setting"],
            "pairs": "\n".join(lines),
            "each": self.EACH[language][several],
            "labels": self.CHOICE[language].format(listed),
            "form": self.FORM[language][several],
        }

    def _reason(self, args: Args, pair: list[Claim], language: str) -> str:
        label = LABELS[language][relation(pair, args["size"])]
        if pair[0]["deed"] != pair[1]["deed"]:
            return (
                f"两句说的是不同的事：{label}。" if language == "zh" else f"They are about different things: {label}."
            )
        one, other = (
            str(first) if first == last else f"{first}-{last}" for first, last in (span(c, args["size"]) for c in pair)
        )
        if language == "zh":
            return f"{args['size']}人中做了这件事的，前句为{one}人，后句为{other}人：{label}。"
        return f"Of {args['size']}, the first has {one} doing it and the second {other}: {label}."

    def solve(self, args: Args, language: str) -> Solution:
        answer = COMMA[language].join(
            LABELS[language][relation(pair, args["size"])] for pair in self._read(args, language)
        )
        lines = [self._reason(args, pair, language) for pair in self._read(args, language)]
        if len(lines) > 1:
            lines = [f"({number}) {line}" for number, line in enumerate(lines, 1)]
        return Solution("\n".join([*lines, FINAL[language].format(answer)]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One pair more."""
        if len(args["pairs"]) == MOST_PAIRS:
            return None
        return {**args, "pairs": [*args["pairs"], self._pair(rng, args, language)]}

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        labels, kind = LABELS[language], rng.choice(self.slip_kinds)
        named = [relation(pair, args["size"]) for pair in self._read(args, language)]
        at = rng.randrange(len(named))
        right = [labels[number] for number in named]
        wrong = list(right)
        others = [label for label in labels if label != right[at]]
        if kind == "wrong_label":
            wrong[at] = rng.choice(others)
        elif kind == "direction_turned":
            wrong[at] = labels[{FORWARDS: BACKWARDS, BACKWARDS: FORWARDS}.get(named[at], FORWARDS)]
        elif kind == "label_missing":
            wrong = right[:at] + right[at + 1 :] if len(right) > 1 else ["?"]
        elif kind == "label_added":
            wrong.insert(at, rng.choice(labels))
        elif kind == "outside_labels":
            wrong[at] = rng.choice(
                ("相似", "有关", "部分相同") if language == "zh" else ("similar", "related", "alike")
            )
        else:
            wrong[at] = ("{}或{}" if language == "zh" else "{} or {}").format(right[at], rng.choice(others))
        return Slip(kind, FINAL[language].format(COMMA[language].join(wrong)))
