"""Mend the grammar of one to four sentences in which a stated number of sentences is wrong (English and Chinese)."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving import chinese_grammar, english_grammar

MEND: dict[str, Callable[[str], str]] = {"en": english_grammar.mended, "zh": chinese_grammar.mended}
SPOIL: dict[str, Callable[[random.Random, int], str]] = {"en": english_grammar.spoilt, "zh": chinese_grammar.spoilt}
FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
JOINT = {"en": " ", "zh": ""}
MOST_SENTENCES = 5
COUNTS = {
    "en": (
        "",
        "one sentence has",
        "two sentences have",
        "three sentences have",
        "four sentences have",
        "five sentences have",
    ),
    "zh": ("", "一", "两", "三", "四", "五"),
}


def change(wrong: str, right: str, language: str) -> tuple[str, str]:
    """The stretches in which two sentences differ, in whole words (in Chinese, with the two characters before)."""
    one, other = (text[:-1].split() if language == "en" else list(text) for text in (wrong, right))
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    stop = 0
    while stop < min(len(one), len(other)) - start and one[-1 - stop] == other[-1 - stop]:
        stop += 1
    if language == "zh":
        start = max(0, start - 2)
    joint = JOINT[language]
    return joint.join(one[start : len(one) - stop]), joint.join(other[start : len(other) - stop])


class TaskFamily(Family):
    id = "grammar_correction"
    category = "Language Understanding/Error Correction/Grammar Error Correction"
    checker = "grammar_correction"
    wordings = {
        "en": (
            "Correct the grammar of this text, in which {count} mistakes. Change very little.\n\n{text}\n\n{form}",
            "{text}\n\nIn the text above, {count} mistakes in grammar. Put them right, nothing else. {form}",
            "A pupil wrote: {text}\nPlease correct the grammar ({count} mistakes), but keep the sense. {form}",
            "Find and mend the mistakes: {count} some. Keep all words that are right.\n{form}\n\nText: {text}",
            "What is wrong here, and how should it read? ({count} mistakes.)\n\n{text}\n\nOtherwise keep it. {form}",
            "Proofreading: {count} grammar mistakes, everything else is meant.\n{text}\n{form}",
        ),
        "zh": (
            "请修改下面的病句，其中有{count}句有语病，改动越少越好。\n\n{text}\n\n{form}",
            "{text}\n\n上面的文字里有{count}句不合语法。请改正，其余不要动。{form}",
            "一位同学写道：“{text}”请改正其中的语法错误（{count}句有错），意思不要变。{form}",
            "找出并改正语法错误，共有{count}句有错，正确的词语要保留。\n{form}\n\n原文：{text}",
            "这段话哪里不对，应当怎么说？（有{count}句不通。）\n\n{text}\n\n其他地方不要改。{form}",
        ),
    }
    slip_kinds = ("unchanged", "one_left", "word_lost", "word_doubled", "words_turned", "sentence_lost")
    FORM = {
        "en": 'Say what was wrong, then end with "Answer: " and the whole corrected text.',
        "zh": "先说明错在哪里，最后一行写“答案：”和改正后的全文。（关联词用错时改后一个，量词用最常用的。）",
    }

    @dataclass(frozen=True, slots=True)
    class Config:
        min_sentences: int = 1
        max_sentences: int = 3

        def __post_init__(self) -> None:
            if not 1 <= self.min_sentences <= self.max_sentences <= MOST_SENTENCES:
                raise ValueError(f"grammar_correction: need 1 <= min_sentences <= max_sentences <= {MOST_SENTENCES}")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        count = max(rng.randint(self.config.min_sentences, self.config.max_sentences) for _ in range(2))
        flawed = rng.randint(1, min(2, count))
        plan = [rng.choice((1, 1, 2))] * flawed + [0] * (count - flawed)
        rng.shuffle(plan)
        return {"language": language, "sentences": [SPOIL[language](rng, mistakes) for mistakes in plan]}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        wrong = sum(MEND[language](text) != text for text in args["sentences"])
        text = JOINT[language].join(args["sentences"])
        return {"count": COUNTS[language][wrong], "text": text, "form": self.FORM[language]}

    def solve(self, args: Args, language: str) -> Solution:
        right = [MEND[language](text) for text in args["sentences"]]
        lines = []
        for wrong, good in zip(args["sentences"], right, strict=True):
            if wrong != good:
                old, new = change(wrong, good, language)
                lines.append(f"“{old}”应改为“{new}”。" if language == "zh" else f'"{old}" should be "{new}".')
        answer = JOINT[language].join(right)
        return Solution("\n".join([*lines, FINAL[language].format(answer)]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One wrong sentence more."""
        texts = list(args["sentences"])
        if len(texts) == MOST_SENTENCES:
            return None
        texts.insert(rng.randint(0, len(texts)), SPOIL[language](rng, rng.choice((1, 2))))
        return {**args, "sentences": texts}

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind = rng.choice(self.slip_kinds)
        given, right = args["sentences"], [MEND[language](text) for text in args["sentences"]]
        at = rng.choice([place for place, text in enumerate(given) if text != right[place]])
        wrong = list(right)
        parts = wrong[at][:-1].split() if language == "en" else list(wrong[at][:-1])
        where = rng.randrange(len(parts) - 1)
        if kind == "unchanged":
            wrong = list(given)
        elif kind == "one_left":
            wrong[at] = given[at]
        elif kind == "sentence_lost":
            del wrong[at]
        elif kind == "word_lost":
            del parts[where]
        elif kind == "word_doubled":
            parts.insert(where, parts[where])
        else:
            parts[where : where + 2] = reversed(parts[where : where + 2])
        if kind.startswith("word"):
            wrong[at] = JOINT[language].join(parts) + right[at][-1]
        if wrong == right:
            return None
        return Slip(kind, FINAL[language].format(JOINT[language].join(wrong)))
