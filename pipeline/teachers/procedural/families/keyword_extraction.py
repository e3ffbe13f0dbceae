"""Choose keywords for a real passage from candidates by a rule that counting decides (English and Chinese)."""

import random
import re
from dataclasses import dataclass

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.passage import clear_words, terms, window
from pipeline.teachers.procedural.words.chinese_vocabulary import WORDS
from pipeline.teachers.procedural.words.names import NAMES
from pipeline.teachers.procedural.words.word_kinds import kinds

FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
COMMA = {"en": ", ", "zh": "，"}
LIST = {"en": ", ", "zh": "、"}
MOST_CANDIDATES = 12
_CHINESE_SENTENCE = re.compile(r"[^。！？\n]+[。！？]")

RULES = {
    "en": {
        "present": "Keep the candidates that occur in the text as whole words, in the order of the list.",
        "absent": "Name the candidates that do not occur in the text as whole words, in the order of the list.",
        "appearance": "Keep the candidates that occur in the text, in the order in which they first appear there.",
        "earliest": "Of the candidates, give the {n} that appear first in the text, in the order of appearance.",
        "latest": "Of the candidates in the text, give the {n} whose first appearance comes last, in the order "
        "of appearance.",
        "repeated": "Keep the candidates that occur at least twice in the text, in the order of the list.",
        "frequent": "Give the one candidate that occurs most often in the text.",
    },
    "zh": {
        "present": "只保留文中出现过的候选词，按候选词原来的顺序写。",
        "absent": "写出文中没有出现的候选词，按候选词原来的顺序写。",
        "appearance": "保留文中出现过的候选词，按在文中首次出现的先后排列。",
        "earliest": "从候选词中选出文中最先出现的{n}个，按出现的先后排列。",
        "latest": "在文中出现过的候选词里，选出首次出现最靠后的{n}个，按出现的先后排列。",
        "repeated": "保留在文中至少出现两次的候选词，按候选词原来的顺序写。",
        "frequent": "选出在文中出现次数最多的那一个候选词。",
    },
}
SETTINGS = {
    "en": (
        "{name} is making an index.",
        "{name} wants tags for an archive.",
        "For the library of {name}, a text needs keywords.",
        "{name} files this under a few terms.",
        "Keywords are wanted by {name}, editor number {number}.",
        "This is text {number} on {name}'s list.",
        "{name} and {other} tag text number {number}.",
        "{other} asks {name} to label a passage.",
    ),
    "zh": (
        "{name}在编索引。",
        "{name}要给档案加标签。",
        "{name}的资料库需要关键词。",
        "{name}要把这篇文字归档，编号{number}。",
        "这是{name}清单上的第{number}篇。",
        "{name}和{other}一起给第{number}篇文字加关键词。",
        "{other}请{name}为一段话选关键词。",
    ),
}


def counts(args: Args, language: str) -> dict[str, int]:
    """How often each candidate occurs in the text."""
    if language == "zh":
        return {word: args["text"].count(word) for word in args["candidates"]}
    found = clear_words(args["text"])
    return {word: found.get(word, 0) for word in args["candidates"]}


def keywords(args: Args, language: str) -> list[str]:
    occurring = counts(args, language)
    text = args["text"].lower()
    present = [word for word in args["candidates"] if occurring[word]]
    shown = sorted(present, key=text.index)
    match args["rule"]:
        case "present":
            return present
        case "absent":
            return [word for word in args["candidates"] if not occurring[word]]
        case "appearance":
            return shown
        case "earliest":
            return shown[: args["n"]]
        case "latest":
            return shown[-args["n"] :]
        case "repeated":
            return [word for word in present if occurring[word] > 1]
    most = max(occurring.values())
    return [word for word in present if occurring[word] == most]


class TaskFamily(Family):
    id = "keyword_extraction"
    category = "Language Understanding/Information Extraction/Keyword Extraction"
    seed_kind = "document"
    checker = "keyword_extraction"
    wordings = {
        "en": (
            "{setting} Candidates: {candidates}. {rule} {form}\n\n{text}",
            "{text}\n\n{setting} The possible keywords are {candidates}. {rule} {form}",
            "Choose keywords for the text below from {candidates}. {rule} {form}\n\nText: {text}\n\n({setting})",
            "{setting}\n---\n{text}\n---\n{rule}\nCandidates: {candidates}\n{form}",
            "Which of these terms suit the passage: {candidates}? {rule} {form}\n{setting}\n\nPassage: {text}",
            "Keyword extraction. {setting}\nRule: {rule}\nTerms: {candidates}\nText: {text}\n{form}",
        ),
        "zh": (
            "{setting}候选词：{candidates}。{rule}{form}\n\n{text}",
            "{text}\n\n{setting}可选的关键词有：{candidates}。{rule}{form}",
            "请从{candidates}中为下文选取关键词。{rule}{form}\n\n正文：{text}\n\n（{setting}）",
            "{setting}\n---\n{text}\n---\n{rule}\n候选词：{candidates}\n{form}",
            "这些词里哪些适合作下文的关键词：{candidates}？{rule}{form}\n{setting}\n\n{text}",
        ),
    }
    slip_kinds = ("one_missing", "one_added", "two_turned", "all_candidates", "one_repeated", "another")
    FORM = {
        "en": 'Count first; the last line is "Answer: " and the keywords, separated by commas.',
        "zh": "先数出现的次数，最后一行写“答案：”和关键词，用逗号隔开。",
    }

    @dataclass(frozen=True, slots=True)
    class Config:
        min_candidates: int = 5
        max_candidates: int = 8
        longest_passage: int = 500

        def __post_init__(self) -> None:
            if not 4 <= self.min_candidates <= self.max_candidates <= MOST_CANDIDATES:
                raise ValueError(f"keyword_extraction: need 4 <= min <= max candidates <= {MOST_CANDIDATES}")
            if not 60 <= self.longest_passage <= 1500:
                raise ValueError("keyword_extraction: need 60 <= longest_passage <= 1500 characters")

    def _passage(self, rng: random.Random, text: str, language: str) -> str:
        longest = self.config.longest_passage
        if language == "en":
            return " ".join(window(rng, text, 2, 5, longest) or [])
        sentences = [sentence.strip() for sentence in _CHINESE_SENTENCE.findall(text)]
        if len(sentences) < 2:
            return ""
        start = rng.randrange(len(sentences) - 1)
        return "".join(sentences[start : start + rng.randint(2, 5)])[:longest]

    @staticmethod
    def _terms(text: str, language: str) -> list[str]:
        return list(terms(text)) if language == "en" else [word for word in WORDS if word in text]

    @staticmethod
    def _strangers(text: str, language: str) -> list[str]:
        lower = text.lower()
        table = [word for word, kind in kinds().items() if kind == "noun"] if language == "en" else WORDS
        return [word for word in table if word not in lower]

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        text = self._passage(rng, seed.text, language)
        here = self._terms(text, language)
        count = rng.randint(self.config.min_candidates, self.config.max_candidates)
        inside = rng.randint(3, count - 1)
        if len(here) < inside:
            return None
        found = counts({"text": text, "candidates": here}, language)
        often = sorted((word for word in here if found[word] > 1), key=lambda word: -found[word])[:2]
        chosen = [*often, *rng.sample([word for word in here if word not in often], inside - len(often))]
        candidates = [*chosen, *rng.sample(self._strangers(text, language), count - inside)]
        rng.shuffle(candidates)
        name, other = rng.sample(NAMES[language], 2)
        setting = rng.choice(SETTINGS[language]).format(name=name, other=other, number=rng.randint(2, 99))
        for rule in rng.sample(list(RULES[language]), 3):
            args: Args = {
                "language": language,
                "setting": setting,
                "text": text,
                "candidates": candidates,
                "rule": rule,
            }
            args["n"] = rng.randint(2, inside - 1) if rule in ("earliest", "latest") else 0
            answer = keywords(args, language)
            if answer and (rule != "frequent" or len(answer) == 1) and answer != candidates:
                return args
        return None

    def slots(self, args: Args, language: str) -> dict[str, str]:
        return {
            "setting": args["setting"],
            "text": args["text"],
            "candidates": LIST[language].join(args["candidates"]),
            "rule": RULES[language][args["rule"]].format(n=args["n"]),
            "form": self.FORM[language],
        }

    def quote(self, args: Args) -> str:
        text: str = args["text"]
        return text

    def solve(self, args: Args, language: str) -> Solution:
        answer = COMMA[language].join(keywords(args, language))
        told = COMMA[language].join(f"{word} {count}" for word, count in counts(args, language).items())
        return Solution(f"{told}\n{FINAL[language].format(answer)}", answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """Two candidates more, if the rule still has an answer."""
        listed = list(args["candidates"])
        if len(listed) + 2 > MOST_CANDIDATES:
            return None
        free = [word for word in self._terms(args["text"], language) if word not in listed]
        strangers = [word for word in self._strangers(args["text"], language) if word not in listed]
        for new in (rng.choice(free or strangers), rng.choice(strangers)):
            if new not in listed:
                listed.insert(rng.randint(0, len(listed)), new)
        harder = {**args, "candidates": listed}
        answer = keywords(harder, language)
        return None if answer == listed or (args["rule"] == "frequent" and len(answer) != 1) else harder

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind, right = rng.choice(self.slip_kinds), keywords(args, language)
        wrong, at = list(right), rng.randrange(len(right))
        others = [word for word in args["candidates"] if word not in right]
        if kind == "one_missing":
            wrong = right[:at] + right[at + 1 :] if len(right) > 1 else ["?"]
        elif kind == "one_added":
            wrong.insert(at, rng.choice(others))
        elif kind == "two_turned":
            wrong[at - 1], wrong[at] = wrong[at], wrong[at - 1]
        elif kind == "all_candidates":
            wrong = list(args["candidates"])
        elif kind == "one_repeated":
            wrong.insert(at, right[at])
        else:
            wrong[at] = rng.choice(others)
        return Slip(kind, FINAL[language].format(COMMA[language].join(wrong))) if wrong != right else None
