"""Answers in a quiz on geography, chemistry, history, nature, the body and music to be marked as right or wrong,
several at once (English and Chinese).

The questions are those of the families named in `SUBJECTS`, each with one answer claimed for it.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.teachers.procedural.family import Args, SeedText
from pipeline.teachers.procedural.solving.recall import RecallFamily
from pipeline.teachers.procedural.solving.worked import WorkedFamily
from pipeline.teachers.procedural.words.occasions import occasion

SUBJECTS = {
    "capitals": ("capital", "country", "continent"),
    "elements": ("symbol", "name", "number", "element", "highest", "lowest"),
    "history": ("earliest", "latest", "century", "between"),
    "biology": ("one", "count"),
    "medicine": ("one", "count"),
    "film_music": ("one", "count", "interval", "semitones"),
    "abbreviations": ("expand", "shorten"),
}
"""By family, the questions that are taken over: those with one answer."""
OCCASIONS: Mapping[str, tuple[str, ...]] = {"en": (), "zh": ()}
MOST = 6
ASKS = {
    "en": {
        "each": (
            'Say of each answer whether it is right. End with "Answer: " and "true" or "false" for each, with commas.',
            'Mark every answer in order. The last line is "Answer: " with true or false for each, parted by commas.',
        ),
        "count": (
            'How many of the answers are right? End with "Answer: " and the number.',
            'Count the right answers. The last line is "Answer: " and how many there are.',
        ),
        "right": (
            'Which answers are right? End with "Answer: " and their numbers, with commas, or "none".',
            'List the right ones. The last line is "Answer: " with their numbers and commas between, or "none".',
        ),
        "wrong": (
            'Which answers are wrong? End with "Answer: " and their numbers, with commas, or "none".',
            'Find all mistakes. The last line is "Answer: " with the numbers of the wrong answers, or "none".',
        ),
    },
    "zh": {
        "each": (
            "判断每个回答是否正确。最后写“答案：”，依次写“对”或“错”，用逗号隔开。",
            "请逐条批改，末行写“答案：”，每条写对或错，以逗号分隔。",
        ),
        "count": ("有几个回答是正确的？最后写“答案：”和数字。", "数一数答对了几题，末行写“答案：”和数目。"),
        "right": (
            "哪些回答是正确的？最后写“答案：”和题号，用逗号隔开；没有就写“无”。",
            "找出答对的题，末行写“答案：”和题号（逗号分隔），一题也没有就写“无”。",
        ),
        "wrong": (
            "哪些回答是错误的？最后写“答案：”和题号，用逗号隔开；没有就写“无”。",
            "找出所有错误，末行写“答案：”和答错的题号，全对就写“无”。",
        ),
    },
}
WORDS = {"en": ("false", "true", "none"), "zh": ("错", "对", "无")}
COMMA = {"en": ", ", "zh": "，"}
_LINES = {
    "en": ("{number}. The answer is right.", "{number}. Wrong: it should be {right}."),
    "zh": ("{number}. 回答正确。", "{number}. 错误，应为{right}。"),
}


@cache
def subject(name: str) -> RecallFamily:
    from pipeline.teachers.procedural.registry import family

    found = family(name)
    assert isinstance(found, RecallFamily), f"close_book: {name!r} asks for no facts"
    return found


def marks(args: Args, language: str) -> list[tuple[bool, str]]:
    """Of each claim whether it is right, and what the right answer is."""
    found = []
    for quiz in args["quiz"]:
        (right,) = subject(quiz["subject"]).answers(quiz["question"], language)
        found.append((quiz["claim"] == right, right))
    return found


class TaskFamily(WorkedFamily):
    id = "close_book"
    category = "Knowledge Utilization/Close-book Questions"
    checker = "close_book"
    wordings = {
        "en": (
            "{setting} These are the answers given:\n{quiz}\n{ask}",
            "{ask}\n{quiz}\n{setting}",
            "Mark this quiz. {setting}\n{quiz}\n{ask}",
            "{setting}\n{ask}\nThe sheet:\n{quiz}",
            "Somebody answered as follows:\n{quiz}\n{ask} ({setting})",
            "From memory, without looking anything up: {ask}\n{quiz}\n\n{setting}",
        ),
        "zh": (
            "{setting}下面是给出的回答：\n{quiz}\n{ask}",
            "{ask}\n{quiz}\n{setting}",
            "请批改这份问答。{setting}\n{quiz}\n{ask}",
            "{setting}\n{ask}\n答卷：\n{quiz}",
            "有人这样作答：\n{quiz}\n{ask}（{setting}）",
            "不查资料，凭记忆作答。{ask}\n{quiz}\n\n{setting}",
        ),
    }
    slip_kinds = ("one_flipped", "all_right", "one_missing", "one_too_many", "hedged")

    @dataclass(frozen=True, slots=True)
    class Config:
        min_questions: int = 3
        max_questions: int = 4

        def __post_init__(self) -> None:
            if not 2 <= self.min_questions <= self.max_questions < MOST:
                raise ValueError(f"close_book: need 2 <= min_questions <= max_questions < {MOST}")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        ask = rng.choice(list(ASKS[language]))
        count = rng.randint(self.config.min_questions, self.config.max_questions)
        return {
            "language": language,
            "setting": occasion(rng, language, OCCASIONS),
            "ask": ask,
            "way": rng.randrange(len(ASKS[language][ask])),
            "quiz": [self._claim(rng, language) for _ in range(count)],
        }

    @staticmethod
    def _claim(rng: random.Random, language: str) -> Args:
        """A question of some subject, with its answer or a rival of it."""
        name = rng.choice(list(SUBJECTS))
        while True:
            question = subject(name).propose(rng, SeedText(), language)
            if question is not None and question["ask"] in SUBJECTS[name]:
                answers = subject(name).answers(question, language)
                if len(answers) == 1:
                    break
        claim = answers[0]
        if rng.random() < 0.5:
            claim = rng.choice(subject(name).rivals(question, claim, language)[:4])
        return {"subject": name, "question": {**question, "setting": ""}, "claim": claim}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        lines = []
        for number, quiz in enumerate(args["quiz"], 1):
            put = subject(quiz["subject"]).slots(quiz["question"], language)["question"]
            lines.append(
                f"{number}. {put} – {quiz['claim']}" if language == "en" else f"{number}. {put}——{quiz['claim']}"
            )
        ask = ASKS[language][args["ask"]][args["way"]]
        return {"setting": args["setting"], "quiz": "\n".join(lines), "ask": ask}

    @staticmethod
    def _answer(ask: str, right: list[bool], language: str) -> str:
        false, true, none = WORDS[language]
        if ask == "each":
            return COMMA[language].join(true if one else false for one in right)
        if ask == "count":
            return str(sum(right))
        numbers = [str(number) for number, one in enumerate(right, 1) if one is (ask == "right")]
        return COMMA[language].join(numbers) or none

    def work(self, args: Args, language: str) -> tuple[list[str], str]:
        found = marks(args, language)
        good, bad = _LINES[language]
        lines = [
            (good if true else bad).format(number=number, right=right) for number, (true, right) in enumerate(found, 1)
        ]
        return lines, self._answer(args["ask"], [true for true, _ in found], language)

    def mistake(self, rng: random.Random, kind: str, args: Args, language: str) -> str | None:
        right = [true for true, _ in marks(args, language)]
        place = rng.randrange(len(right))
        match kind:
            case "one_flipped":
                right[place] = not right[place]
            case "all_right":
                right = [True] * len(right)
            case "one_missing" if args["ask"] == "each":
                right.pop()
            case "one_missing":
                right = [one and number != place for number, one in enumerate(right)]
            case "one_too_many":
                right = [*right, args["ask"] != "wrong"]
            case _:
                return f"{self._answer(args['ask'], right, language)} ({'or' if language == 'en' else '或'} {place})"
        return self._answer(args["ask"], right, language)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One or two questions more."""
        quiz = args["quiz"]
        if len(quiz) >= MOST:
            return None
        more = [self._claim(rng, language) for _ in range(rng.randint(1, min(2, MOST - len(quiz))))]
        return {**args, "quiz": [*quiz, *more]}
