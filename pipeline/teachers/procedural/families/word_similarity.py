"""Words of like or opposite meaning, the odd one out, and what a list of words has in common (English and Chinese)."""

import random
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.occasions import OCCASIONS, occasion
from pipeline.teachers.procedural.words.word_relations import ANTONYMS, KINDS, SYNONYMS

FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
COMMA = {"en": ", ", "zh": "，"}
LIST = {"en": ", ", "zh": "、"}
MOST_ASKS, MOST_CHOICES = 3, 9
PAIRS = {"synonym": SYNONYMS, "antonym": ANTONYMS}
NO_MORE: dict[str, tuple[str, ...]] = dict.fromkeys(OCCASIONS, ())

ASKS = {
    "en": {
        "synonym": (
            'Which word is closest in meaning to "{target}": {items}?',
            'Pick the synonym of "{target}" from {items}.',
            'One of {items} means nearly the same as "{target}". Which?',
        ),
        "antonym": (
            'Which word is the opposite of "{target}": {items}?',
            'Pick the antonym of "{target}" from {items}.',
            'One of {items} means the contrary of "{target}". Which?',
        ),
        "odd": (
            "Which word does not belong with the others: {items}?",
            "Find the odd one out among {items}.",
            "All but one of these name the same kind of thing: {items}. Which is the exception?",
        ),
        "kind": (
            "What do {target} have in common: which of {items} are they?",
            "Under which heading do {target} belong: {items}?",
            "Choose the term that covers {target}: {items}.",
        ),
        "member": (
            'Which one of {items} belongs under the heading "{target}"?',
            'Only one of these is filed under "{target}": {items}. Which one?',
            'Find the word that counts among "{target}": {items}.',
        ),
    },
    "zh": {
        "synonym": (
            "{items}中，哪个词和“{target}”意思最接近？",
            "从{items}里选出“{target}”的近义词。",
            "“{target}”的意思和{items}中的哪一个差不多？",
        ),
        "antonym": (
            "{items}中，哪个词是“{target}”的反义词？",
            "从{items}里选出和“{target}”意思相反的词。",
            "“{target}”的反面是{items}中的哪一个？",
        ),
        "odd": (
            "{items}中，哪个词与其他词不同类？",
            "在{items}里找出不属于同一类的那个词。",
            "这些词里除了一个都是同类：{items}。例外的是哪个？",
        ),
        "kind": (
            "{target}都属于{items}中的哪一类？",
            "从{items}中选出能概括{target}的名称。",
            "{target}应当归到哪一类：{items}？",
        ),
        "member": (
            "{items}中哪一个属于“{target}”？",
            "下面只有一个可以归入“{target}”：{items}。是哪一个？",
            "从{items}里找出属于“{target}”的词。",
        ),
    },
}


@cache
def kind_of(language: str) -> dict[str, str]:
    return {word: kind for kind, words in KINDS[language].items() for word in words}


@cache
def partner(ask: str, language: str) -> dict[str, str]:
    """The other word of each pair."""
    return {word: other for a, b in PAIRS[ask][language] for word, other in ((a, b), (b, a))}


def answered(ask: dict[str, Any], language: str) -> str:
    match ask["ask"]:
        case "synonym" | "antonym":
            return partner(ask["ask"], language)[ask["target"]]
        case "kind":
            return kind_of(language)[ask["target"].split(LIST[language])[0]]
        case "member":
            return next(word for word in ask["items"] if kind_of(language)[word] == ask["target"])
    kinds = [kind_of(language)[word] for word in ask["items"]]
    found: str = ask["items"][next(place for place, kind in enumerate(kinds) if kinds.count(kind) == 1)]
    return found


class TaskFamily(Family):
    id = "word_similarity"
    category = "Language Understanding/Relationship Judgement/Word Similarity"
    checker = "word_similarity"
    wordings = {
        "en": (
            "{setting} {asks} {form}",
            "{asks} {form}\n\n({setting})",
            "{setting}\n\nQuestion: {asks}\n{form}",
            "{form}\n{setting}\n{asks}",
            "Please help. {setting} {asks}\n{form}",
            "Words and what they mean. {asks}\n{setting}\n{form}",
        ),
        "zh": (
            "{setting}{asks}{form}",
            "{asks}{form}\n\n（{setting}）",
            "{setting}\n问题：{asks}\n{form}",
            "{form}\n{setting}\n{asks}",
            "请帮帮忙。{setting}{asks}\n{form}",
        ),
    }
    slip_kinds = ("other_choice", "outside_choices", "two_words", "answer_missing", "target_repeated")
    FORM = {
        "en": ('Reply with "Answer: " and the choice.', 'Reply with "Answer: " and the choices in order, with commas.'),
        "zh": ("按“答案：词语”的格式回答。", "回答“答案：”，后面依次写所选的词，用逗号隔开。"),
    }

    @dataclass(frozen=True, slots=True)
    class Config:
        min_choices: int = 4
        max_choices: int = 7

        def __post_init__(self) -> None:
            if not 3 <= self.min_choices <= self.max_choices <= MOST_CHOICES:
                raise ValueError(f"word_similarity: need 3 <= min_choices <= max_choices <= {MOST_CHOICES}")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        asks = [self._ask(rng, language) for _ in range(rng.choice((1, 1, 2)))]
        return {"language": language, "setting": occasion(rng, language, NO_MORE), "asks": asks}

    def _ask(self, rng: random.Random, language: str) -> dict[str, Any]:
        ask = rng.choice(list(ASKS[language]))
        count = rng.randint(self.config.min_choices, self.config.max_choices)
        target, kinds = "", KINDS[language]
        if ask in PAIRS:
            target, right = rng.sample(rng.choice(PAIRS[ask][language]), 2)
            items = [right, *self._others(rng, ask, language, count - 1, target)]
        elif ask == "kind":
            right = rng.choice(list(kinds))
            target = LIST[language].join(rng.sample(kinds[right], rng.randint(2, 4)))
            items = [right, *rng.sample([kind for kind in kinds if kind != right], count - 1)]
        elif ask == "member":
            target = rng.choice(list(kinds))
            others = [word for kind, words in kinds.items() if kind != target for word in words]
            items = [rng.choice(kinds[target]), *rng.sample(others, count - 1)]
        else:
            most, other = rng.sample(list(kinds), 2)
            items = [*rng.sample(kinds[most], count - 1), rng.choice(kinds[other])]
        rng.shuffle(items)
        return {"ask": ask, "form": rng.randrange(3), "target": target, "items": items}

    @staticmethod
    def _others(rng: random.Random, ask: str, language: str, count: int, target: str) -> list[str]:
        """One word each of `count` other pairs."""
        return [rng.choice(pair) for pair in rng.sample([p for p in PAIRS[ask][language] if target not in p], count)]

    def slots(self, args: Args, language: str) -> dict[str, str]:
        put = [
            ASKS[language][a["ask"]][a["form"]].format(target=a["target"], items=LIST[language].join(a["items"]))
            for a in args["asks"]
        ]
        if several := len(put) > 1:
            put = [f"({number}) {text}" for number, text in enumerate(put, 1)]
        asks = ("" if language == "zh" else " ").join(put)
        return {"setting": args["setting"], "asks": asks, "form": self.FORM[language][several]}

    def solve(self, args: Args, language: str) -> Solution:
        answer = COMMA[language].join(answered(ask, language) for ask in args["asks"])
        return Solution(FINAL[language].format(answer), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One question more, to be answered in order."""
        if len(args["asks"]) == MOST_ASKS:
            return None
        return {**args, "asks": [*args["asks"], self._ask(rng, language)]}

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind, at = rng.choice(self.slip_kinds), rng.randrange(len(args["asks"]))
        wrong = [answered(ask, language) for ask in args["asks"]]
        ask, right = args["asks"][at], wrong[at]
        others = [word for word in ask["items"] if word != right]
        if kind == "other_choice":
            wrong[at] = rng.choice(others)
        elif kind == "outside_choices":
            table = KINDS[language] if ask["ask"] == "kind" else kind_of(language)
            wrong[at] = rng.choice([word for word in table if word not in ask["items"]])
        elif kind == "two_words":
            wrong.insert(at, rng.choice(others))
        elif kind == "answer_missing":
            wrong[at] = "?"
        else:
            wrong[at] = ask["target"] or LIST[language].join(ask["items"])
        return Slip(kind, FINAL[language].format(COMMA[language].join(wrong)))
