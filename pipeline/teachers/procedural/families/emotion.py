"""Name the emotion that a speaker's words show, from a stated list; harder, quote the words (English and Chinese)."""

import random
import re
from dataclasses import dataclass
from functools import cache

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.emotion_chinese import CHINESE
from pipeline.teachers.procedural.words.emotion_english import ENGLISH

PHRASES = {"en": ENGLISH, "zh": CHINESE}
FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
COMMA = {"en": ", ", "zh": "，"}
LIST = {"en": ", ", "zh": "、"}
SPEAKER_END = {"en": ": ", "zh": "："}
CLAUSE = {"en": re.compile(r"[,;.]"), "zh": re.compile(r"[，。]")}
REASON = {"en": '{who}: "{cue}" shows {label}.', "zh": "{who}：“{cue}”说明是{label}。"}
EVERYONE = {"en": "each speaker", "zh": "每个说话人"}
LABEL_ALONE = {
    "en": (
        'Reply with one line: "Answer: " and the label.',
        'Reply with one line: "Answer: " and the labels in order, separated by commas.',
    ),
    "zh": ("只写一行：“答案：”和标签。", "只写一行：“答案：”，依次写出标签，用逗号隔开。"),
}
WITH_EVIDENCE = {
    "en": (
        'First quote, word for word and in double quotes, the words that show it; then end with "Answer: " and the '
        "label.",
        'For each, quote word for word and in double quotes the words that show it; then end with "Answer: " and the '
        "labels in order, separated by commas.",
    ),
    "zh": (
        "先用双引号原样引出能说明它的话，最后一行写“答案：”和标签。",
        "先为每个人用双引号原样引出能说明它的话，最后一行写“答案：”，依次写出标签，用逗号隔开。",
    ),
}


@cache
def cues(language: str) -> tuple[tuple[str, str], ...]:
    """All cues in small letters, each with its emotion."""
    return tuple((cue.lower(), label) for label, group in PHRASES[language].cues.items() for cue in group)


def cue_in(said: str, language: str) -> tuple[str, str]:
    """The emotion of a statement, and its cue as it stands there."""
    folded = said.lower()
    for cue, label in cues(language):
        place = folded.find(cue)
        if place >= 0:
            return label, said[place : place + len(cue)]
    raise ValueError(f"emotion: no known cue in {said!r}; `propose` and `evolve` are what makes statements")


def name_of(statement: str) -> str:
    """The name in front of a statement."""
    return statement.split(" (")[0].split("（")[0]


def tell(rng: random.Random, language: str, label: str, taken: list[str]) -> str:
    """What somebody whose name is not taken says when moved by that emotion."""
    phrases = PHRASES[language]
    told = rng.choice(phrases.forms).format(
        situation=rng.choice(phrases.situations), cue=rng.choice(phrases.cues[label]), time=rng.choice(phrases.times)
    )
    text = phrases.joint.join((told[0].upper() + told[1:], rng.choice(phrases.endings)))
    name = rng.choice([name for name in phrases.names if name not in taken])
    return phrases.statement.format(name=name, role=rng.choice(phrases.roles), text=text)


class TaskFamily(Family):
    id = "emotion"
    category = "Language Understanding/Classification/Emotion Classification"
    checker = "emotion"
    wordings = {
        "en": (
            "{statements}\n\nWhich emotion does {who} show? Choose from: {labels}. {form}",
            "Name the emotion that {who} expresses, one of {labels}. {form}\n\n{statements}",
            "Read this and say what {who} feels ({labels}).\n\n{statements}\n\n{form}",
            "Please label the emotion of {who}. Labels: {labels}. {form}\n{statements}",
            "Emotion of {who}? Options: {labels}.\n{statements}\n{form}",
        ),
        "zh": (
            "{statements}\n\n{who}表现出哪种情绪？请从这些标签中选：{labels}。{form}",
            "读下面的话，判断{who}的情绪（可选：{labels}）。{form}\n\n{statements}",
            "请给{who}的情绪贴标签。标签：{labels}。{form}\n{statements}",
            "{statements}\n{who}是什么心情？只能从{labels}里选。{form}",
        ),
    }
    label_slips = ("wrong_label", "outside_list", "two_labels")
    slip_kinds = (*label_slips, "wrong_evidence", "misquoted", "no_evidence")

    @dataclass(frozen=True, slots=True)
    class Config:
        min_labels: int = 6
        max_labels: int = 8
        evidence: float = 0.3
        """Share of the tasks that demand the telling words from the start."""

        def __post_init__(self) -> None:
            if not 3 <= self.min_labels <= self.max_labels <= 9:
                raise ValueError(
                    "emotion: need 3 <= min_labels <= max_labels <= 9, so that one is left outside the list"
                )

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        count = rng.randint(self.config.min_labels, self.config.max_labels)
        labels = rng.sample(list(PHRASES[language].cues), count)
        statements = [tell(rng, language, rng.choice(labels), [])]
        evidence = rng.random() < self.config.evidence
        return {"statements": statements, "labels": labels, "ask": [0], "evidence": evidence}

    def slots(self, args: Args, language: str) -> dict[str, str]:
        several = len(args["ask"]) > 1
        form = WITH_EVIDENCE if args["evidence"] else LABEL_ALONE
        return {
            "who": EVERYONE[language] if several else name_of(args["statements"][args["ask"][0]]),
            "labels": LIST[language].join(args["labels"]),
            "form": form[language][several],
            "statements": "\n".join(args["statements"]),
        }

    def solve(self, args: Args, language: str) -> Solution:
        said = [args["statements"][number] for number in args["ask"]]
        found = [cue_in(statement, language) for statement in said]
        return self._written([name_of(statement) for statement in said], found, args["evidence"], language)

    def _written(self, names: list[str], found: list[tuple[str, str]], evidence: bool, language: str) -> Solution:
        """The response that gives these labels, each with its quoted words if they are asked for."""
        reasons = [
            REASON[language].format(who=who, cue=cue, label=label)
            for who, (label, cue) in zip(names, found, strict=True)
            if evidence
        ]
        answer = COMMA[language].join(label for label, _ in found)
        return Solution("\n".join([*reasons, FINAL[language].format(answer)]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """The telling words as well; or one speaker more: the question is about one of two, or about each of three."""
        statements = list(args["statements"])
        if not args["evidence"] and (len(statements) > 2 or rng.random() < 0.5):
            return {**args, "evidence": True}
        if len(statements) > 2:
            return None
        count = rng.choice((2, 3)) if len(statements) == 1 else 3
        while len(statements) < count:
            other = tell(rng, language, rng.choice(args["labels"]), [name_of(said) for said in statements])
            statements.insert(rng.randint(0, len(statements)), other)
        return {**args, "statements": statements, "ask": [rng.randrange(2)] if count == 2 else [0, 1, 2]}

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        said = [args["statements"][number] for number in args["ask"]]
        names, found = [name_of(statement) for statement in said], [cue_in(statement, language) for statement in said]
        place = rng.randrange(len(said))
        label, cue = found[place]
        kind = rng.choice(self.slip_kinds if args["evidence"] else self.label_slips)
        others = [other for other in args["labels"] if other != label]
        if kind == "no_evidence":
            answer = COMMA[language].join(label for label, _ in found)
            return Slip(kind, FINAL[language].format(answer))
        if kind == "wrong_label":
            wrong = (rng.choice(others), cue)
        elif kind == "outside_list":
            wrong = (rng.choice([other for other in PHRASES[language].cues if other not in args["labels"]]), cue)
        elif kind == "two_labels":
            wrong = (COMMA[language].join((label, rng.choice(others))), cue)
        elif kind == "misquoted":
            wrong = (label, self._misquote(rng, cue))
        else:
            clauses = CLAUSE[language].split(said[place].split(SPEAKER_END[language], 1)[1])
            beside = [clause.strip() for clause in clauses if clause.strip() and cue not in clause]
            wrong = (label, rng.choice(beside))
        if wrong[1] not in said[place] and kind != "misquoted":
            return None
        found[place] = wrong
        return Slip(kind, self._written(names, found, args["evidence"], language).text)

    @staticmethod
    def _misquote(rng: random.Random, cue: str) -> str:
        """The cue with one word (in Chinese one character) less, not at its ends, or doubled where it is too short."""
        parts, join = (cue.split(" "), " ") if cue.isascii() else (list(cue), "")
        if len(parts) < 3:
            return join.join([*parts, parts[-1]])
        place = rng.randrange(1, len(parts) - 1)
        return join.join(parts[:place] + parts[place + 1 :])
