"""Change the grammar of a sentence: tense, number, person, polarity, question, voice, indirect speech; 把, 被, 吗."""

import random
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.sentence_grammar import OBJECTIVE, RESULTS, write
from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.translation_words import ADJECTIVES, NOUNS, PLACES, THINGS, VERBS, Noun

PRONOUNS = {"en": tuple(OBJECTIVE), "zh": ("我", "你", "他", "她", "我们", "你们", "他们")}
CHINESE_TIMES = (
    ("昨天", "明天"),
    ("上周", "下周"),
    ("昨晚", "今晚"),
    ("上个月", "下个月"),
    ("前天", "后天"),
    ("去年", "明年"),
)
VALUES: dict[str, dict[str, tuple[Any, ...]]] = {
    "en": {
        "tense": ("past", "present", "future"),
        "many": (True, False),
        "things": (True, False),
        "pronoun": PRONOUNS["en"],
        "negated": (True, False),
        "question": (True,),
        "passive": (True, False),
        "speaker": NAMES["en"],
    },
    "zh": {
        "tense": ("past", "future"),
        "order": ("plain", "把", "被"),
        "pronoun": PRONOUNS["zh"],
        "negated": (True, False),
        "question": (True,),
    },
}
"""The features that may change, with their values."""
CLASHES = ({"pronoun", "many"}, {"question", "speaker"}, {"question", "negated"})
"""Changes that do not go together in English."""
SAID: dict[str, dict[str, dict[Any, str]]] = {
    "en": {
        "tense": {tense: f"put the verb into the simple {tense}" for tense in ("past", "present", "future")},
        "many": {True: "make the subject plural", False: "make the subject singular"},
        "things": {True: "make the things acted on plural", False: "make the thing acted on singular"},
        "pronoun": {word: f'put the pronoun "{word}" for the doer' for word in PRONOUNS["en"]},
        "negated": {True: "make it negative (with “not”)", False: "make it affirmative"},
        "question": {True: "turn it into a yes-no question"},
        "passive": {True: "use the passive voice (with “by”)", False: "use the active voice"},
        "speaker": {
            name: f'report it in indirect speech after "{name} said that", moving the tense one step back'
            for name in NAMES["en"]
        },
    },
    "zh": {
        "order": {"plain": "改成不用“把”也不用“被”的主动句", "把": "改成“把”字句", "被": "改成“被”字句"},
        "pronoun": {word: f"把做事的人换成“{word}”" for word in PRONOUNS["zh"]},
        "negated": {True: "改成否定句", False: "改成肯定句"},
        "question": {True: "改成用“吗”的疑问句"},
    },
}
MOST = 4


def changed(args: Args, changes: list[list[Any]] | None = None) -> dict[str, Any]:
    return {**args, **dict(args["changes"] if changes is None else changes)}


@cache
def nouns(kind: str) -> tuple[Noun, ...]:
    return tuple(one for one in NOUNS if one.kind == kind)


@cache
def adjectives(kind: str, language: str) -> tuple[str, ...]:
    return tuple(one.chinese if language == "zh" else one.english for one in ADJECTIVES if kind in one.kinds)


class TaskFamily(Family):
    id = "grammar_rewriting"
    category = "Language Generation/Rewriting-Paraphrasing/Grammar-Based Rewriting"
    checker = "grammar_rewriting"
    wordings = {
        "en": (
            "Rewrite this sentence: {sentence}\n{changes}. Keep all other words. Give the new sentence alone.",
            "{sentence}\n\nTake the sentence above and do the following: {changes}. Everything else stays as it is; "
            "answer with one sentence.",
            'Grammar exercise. Sentence: "{sentence}" Task: {changes}. Write only the result.',
            "How does “{sentence}” read after these changes? {changes}. Reply with the sentence.",
            "Please {changes}; otherwise leave the sentence alone.\nSentence: {sentence}",
            "A teacher writes on the board: {sentence}\nThe pupils are told: {changes}. What do they write, if no "
            "other word is exchanged?",
        ),
        "zh": (
            "请改写这个句子：{sentence}\n要求：{changes}。其他词语不变，只写改好的句子。",
            "{sentence}\n\n请按要求改写上面的句子：{changes}。别的地方保持原样。",
            "语法练习。原句：“{sentence}”任务：{changes}。只回答结果。",
            "“{sentence}”这句话{changes}以后怎么说？其余词语照旧。",
            "老师在黑板上写了一句话：{sentence}\n同学们要{changes}，不换别的词。他们应该写什么？",
            "句式变换：{changes}。\n句子：{sentence}",
        ),
    }
    slip_kinds = (
        "change_missed",
        "unchanged",
        "wrong_change",
        "word_lost",
        "word_changed",
        "words_swapped",
        "extra_change",
    )

    @dataclass(frozen=True, slots=True)
    class Config:
        most: int = 2
        """Most changes of a fresh task."""

        def __post_init__(self) -> None:
            if not 1 <= self.most <= MOST:
                raise ValueError(f"grammar_rewriting: most must be from 1 to {MOST}")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        kind, zh = rng.choice(THINGS), language == "zh"
        who, what = rng.choice(nouns("person")), rng.choice(nouns(kind))
        place = rng.choice(PLACES)
        args: Args = {
            "who": who.chinese if zh else who.english,
            "trait": rng.choice(adjectives("person", language)),
            "what": what.chinese if zh else what.english,
            "look": rng.choice(adjectives(kind, language)),
            "place": place.chinese if zh else place.english,
            "pronoun": "",
            "tense": rng.choice(VALUES[language]["tense"]),
            "negated": rng.random() < 0.2,
            "question": False,
            "changes": [],
        }
        if zh:
            args |= {"verb": rng.choice(RESULTS[kind].split()), "time": list(rng.choice(CHINESE_TIMES))}
            args |= {"order": rng.choice(("plain", "plain", "把", "被"))}
        else:
            usable = [one.english for one in VERBS if kind in one.kinds and one.english != "read"]
            args |= {"verb": rng.choice(usable), "many": rng.random() < 0.5, "things": rng.random() < 0.5}
            args |= {"passive": rng.random() < 0.25, "speaker": ""}
        for _ in range(rng.randint(1, self.config.most)):
            args = self.evolve(rng, args, language) or args
        return args

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One change more."""
        named = {feature for feature, _ in args["changes"]}
        options = [
            feature
            for feature in VALUES[language]
            if feature not in named and (language == "zh" or not self._clash(feature, named, args))
        ]
        if len(named) == MOST or not options:
            return None
        feature = rng.choice(options)
        values = [value for value in VALUES[language][feature] if value != args[feature]]
        return {**args, "changes": [*args["changes"], [feature, rng.choice(values)]]}

    @staticmethod
    def _clash(feature: str, named: set[str], args: Args) -> bool:
        return any(feature in pair and pair & named for pair in CLASHES) or (feature == "question" and args["negated"])

    def slots(self, args: Args, language: str) -> dict[str, str]:
        said = []
        for feature, value in args["changes"]:
            if language == "zh" and feature == "tense":
                said.append(f"把时间换成“{args['time'][value == 'future']}”并调整动词")
            else:
                said.append(SAID[language][feature][value])
        return {
            "sentence": write(args, language),
            "changes": "，".join(said) if language == "zh" else ", and ".join(said),
        }

    def solve(self, args: Args, language: str) -> Solution:
        text = write(changed(args), language)
        return Solution(text, text)

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        good, kind = write(changed(args), language), rng.choice(self.slip_kinds)
        changes = args["changes"]
        tokens = list(good) if language == "zh" else good.split()
        at = rng.randrange(1, len(tokens) - 2)
        match kind:
            case "change_missed":
                if len(changes) < 2:
                    return None
                left = rng.choice(changes)
                wrong = write(changed(args, [one for one in changes if one != left]), language)
            case "unchanged":
                wrong = write(args, language)
            case "wrong_change":
                feature, value = rng.choice(changes)
                others = [other for other in VALUES[language][feature] if other not in (value, args[feature])]
                if not others:
                    return None
                wrong = write({**changed(args), feature: rng.choice(others)}, language)
            case "extra_change":
                more = self.evolve(rng, args, language)
                if more is None:
                    return None
                wrong = write(changed(more), language)
            case "word_changed":
                part = rng.choice(("trait", "look"))
                held = adjectives("person", language) if part == "trait" else ("purple", "tiny", "紫色的", "透明的")
                usable = [word for word in held if word.isascii() == (language == "en") and word != args[part]]
                wrong = write({**changed(args), part: rng.choice(usable)}, language)
            case "word_lost":
                at += tokens[at] == "that"  # which one may leave out
                del tokens[at]
                wrong = ("" if language == "zh" else " ").join(tokens)
            case _:
                tokens[at : at + 2] = reversed(tokens[at : at + 2])
                wrong = ("" if language == "zh" else " ").join(tokens)
        same = wrong.replace("没有", "没") == good.replace("没有", "没")
        return None if same else Slip(kind, wrong)
