"""Mark statements about a short report as true, false or not stated (English and Chinese)."""

import random
from dataclasses import dataclass
from typing import Any

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.report_themes import THEMES, Property

LABELS = {"en": ("true", "false", "not stated"), "zh": ("正确", "错误", "没有提到")}
FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
COMMA = {"en": ", ", "zh": "，"}
MOST_STATEMENTS = 5
TRUE, FALSE, UNKNOWN = range(3)
COMPARING = ("more", "together")

Fact = list[Any]
"""[subject, property, value, which of the sentences tells it]"""
Claim = list[Any]
"""[kind, subject, property, value, other subject]; kind is state, deny, more, over or together."""


def known(args: Args) -> dict[tuple[str, str], Any]:
    return {(subject, name): value for subject, name, value, _ in args["facts"]}


def judged(args: Args, claim: Claim) -> int:
    """The number of the label that a statement deserves."""
    kind, subject, name, value, other = claim
    facts = known(args)
    needed = [(subject, name), (other, name)] if kind in COMPARING else [(subject, name)]
    if any(pair not in facts for pair in needed):
        return UNKNOWN
    first, second = facts[needed[0]], facts[needed[-1]]
    holds = {
        "state": first == value,
        "deny": first != value,
        "more": kind == "more" and first > second,
        "over": kind == "over" and first > value,
        "together": kind == "together" and first + second == value,
    }
    return FALSE - holds[kind]


def said(claim: Claim, of: dict[str, Property]) -> str:
    kind, subject, name, value, other = claim
    template: str = getattr(of[name], kind)
    return template.format(s=subject, v=value, o=other)


class TaskFamily(Family):
    id = "entailment"
    category = "Knowledge Utilization/Open-book Questions/Subjective Questions/Article Analysis"
    checker = "entailment"
    wordings = {
        "en": (
            "{report}\n\nGoing by this report alone, is each statement true, false or not stated?\n{claims}\n{form}",
            "Judge these statements by the report: true, false or not stated.\n\nReport: {report}\n\n{claims}\n{form}",
            "Statements:\n{claims}\n\nReport: {report}\n\nCheck every statement against the report (true, false, not "
            "stated). {form}",
            "What does the text below say about these statements? Mark each as true, false or not stated.\n{claims}\n\n"
            "{report}\n\n{form}",
            'Text: "{report}"\nFor each of the following decide whether the text makes it true or false, or does not '
            "state it.\n{claims}\n{form}",
        ),
        "zh": (
            "{report}\n\n只根据上面的报告，判断下列说法是正确、错误还是没有提到。\n{claims}\n{form}",
            "阅读短文，判断各句正确、错误或者没有提到。\n\n短文：{report}\n\n{claims}\n{form}",
            "说法：\n{claims}\n\n报告：{report}\n\n请对照报告逐条核对（正确、错误、没有提到）。{form}",
            "下面的文字对这些说法是怎么讲的？请标明正确、错误或没有提到。\n{claims}\n\n{report}\n\n{form}",
            "材料：“{report}”\n请分析材料，逐句指出是正确、错误，还是材料没有提到。\n{claims}\n{form}",
        ),
    }
    slip_kinds = ("wrong_label", "label_missing", "label_added", "outside_labels", "all_the_same", "hedged")
    FORM = {
        "en": 'Give a short reason for each; the last line is "Answer: " and the labels in order, separated by commas.',
        "zh": "每句说明理由，最后一行写“答案：”并依次写出判断，用逗号隔开。",
    }

    @dataclass(frozen=True, slots=True)
    class Config:
        min_statements: int = 2
        max_statements: int = 3

        def __post_init__(self) -> None:
            if not 1 <= self.min_statements <= self.max_statements <= MOST_STATEMENTS:
                raise ValueError(f"entailment: need 1 <= min_statements <= max_statements <= {MOST_STATEMENTS}")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        name = rng.choice(list(THEMES[language]))
        theme = THEMES[language][name]
        subjects = rng.sample(theme.subjects, rng.randint(2, 4))
        facts: list[Fact] = []
        for subject in subjects:
            for prop in rng.sample(list(theme.properties), rng.randint(1, 3)):
                of = theme.properties[prop]
                value = rng.choice(of.values) if of.values else rng.randint(of.low, of.high)
                facts.append([subject, prop, value, rng.randrange(len(of.tell))])
        args: Args = {"theme": name, "facts": facts, "claims": []}
        for _ in range(rng.randint(self.config.min_statements, self.config.max_statements)):
            args["claims"].append(self._claim(rng, args, language))
        return args

    @staticmethod
    def _claim(rng: random.Random, args: Args, language: str) -> Claim:
        """A statement that is not among the claims yet, of a label drawn first."""
        theme, facts = THEMES[language][args["theme"]], known(args)
        subjects = list(dict.fromkeys(fact[0] for fact in args["facts"]))
        wanted = rng.choice((TRUE, FALSE, UNKNOWN))
        claim: Claim = []
        for _ in range(60):
            subject, other = rng.sample(subjects, 2)
            prop = rng.choice(list(theme.properties))
            of = theme.properties[prop]
            kind = rng.choice(("state", "deny") if of.values else ("state", "deny", "more", "over", "together"))
            value: Any = rng.choice(of.values) if of.values else rng.randint(of.low, of.high)
            here = facts.get((subject, prop), value)
            if kind in ("state", "deny") and rng.random() < 0.6:
                value = here
            elif kind == "over":
                value = max(1, here + rng.choice((-7, -3, -1, 0, 2, 5)))
            elif kind == "together":
                value = here + facts.get((other, prop), value) + rng.choice((0, 0, 0, -2, 1, 10))
            claim = [kind, subject, prop, None if kind == "more" else value, other if kind in COMPARING else ""]
            same = kind == "more" and here == facts.get((other, prop))
            if judged(args, claim) == wanted and not same and claim not in args["claims"]:
                break
        return claim

    def slots(self, args: Args, language: str) -> dict[str, str]:
        theme = THEMES[language][args["theme"]]
        told = [theme.properties[prop].tell[form].format(s=s, v=v) for s, prop, v, form in args["facts"]]
        claims = [f"{number}. {said(claim, theme.properties)}" for number, claim in enumerate(args["claims"], 1)]
        gap = "" if language == "zh" else " "
        report = gap.join([theme.opening, *told])
        return {"report": report, "claims": "\n".join(claims), "form": self.FORM[language]}

    def _reason(self, args: Args, claim: Claim, language: str) -> str:
        """The sentences of the report that decide a statement, or that there are none."""
        properties = THEMES[language][args["theme"]].properties
        who = (claim[1], claim[4]) if claim[0] in COMPARING else (claim[1],)
        found = [
            properties[p].tell[form].format(s=s, v=v) for s, p, v, form in args["facts"] if p == claim[2] and s in who
        ]
        label = LABELS[language][judged(args, claim)]
        if len(found) < len(who):
            return f"报告没有说全所需的内容：{label}。" if language == "zh" else f"The report does not say: {label}."
        if language == "zh":
            return f"报告说“{''.join(found)}”：{label}。"
        return f'The report says "{" ".join(found)}": {label}.'

    def solve(self, args: Args, language: str) -> Solution:
        answer = COMMA[language].join(LABELS[language][judged(args, claim)] for claim in args["claims"])
        lines = [f"{number}. {self._reason(args, claim, language)}" for number, claim in enumerate(args["claims"], 1)]
        return Solution("\n".join([*lines, FINAL[language].format(answer)]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One statement more."""
        if len(args["claims"]) == MOST_STATEMENTS:
            return None
        new = self._claim(rng, args, language)
        return {**args, "claims": [*args["claims"], new]} if new not in args["claims"] else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        labels, kind = LABELS[language], rng.choice(self.slip_kinds)
        right = [labels[judged(args, claim)] for claim in args["claims"]]
        wrong, at = list(right), rng.randrange(len(right))
        others = [label for label in labels if label != right[at]]
        if kind == "wrong_label":
            wrong[at] = rng.choice(others)
        elif kind == "label_missing":
            wrong = right[:at] + right[at + 1 :] if len(right) > 1 else ["?"]
        elif kind == "label_added":
            wrong.insert(at, rng.choice(labels))
        elif kind == "outside_labels":
            wrong[at] = rng.choice(("大概", "矛盾", "待定") if language == "zh" else ("maybe", "unclear", "partly"))
        elif kind == "all_the_same":
            wrong = [rng.choice(others)] * len(right)
        else:
            wrong[at] = ("{}或{}" if language == "zh" else "{} or {}").format(right[at], others[0])
        return Slip(kind, FINAL[language].format(COMMA[language].join(wrong)))
