"""Questions over a Markdown table: look up, compare, add, count, with and without a condition (English and Chinese)."""

import random
from dataclasses import dataclass
from typing import Any

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.table_themes import ASKS, THEMES

FINAL = {"en": "Answer: {}", "zh": "答案：{}"}
COMMA = {"en": ", ", "zh": "，"}
ONE_FORM = {"en": 'End with "Answer: " and the answer alone.', "zh": "最后一行写“答案：”和结果。"}
LIST_FORM = {
    "en": 'Answer the questions in turn and end with "Answer: " and the answers, separated by commas.',
    "zh": "依次作答，最后一行写“答案：”和各题结果，用逗号隔开。",
}
ROW, NOT_ANY = {"en": "{} {}", "zh": "{}{}"}, {"en": "none", "zh": "没有"}
MOST_QUESTIONS = 4
BASE = ("lookup", "max", "min", "sum", "gap", "count", "group_sum", "group_max", "both")
NAMED = ("max", "min", "group_max")

Ask = dict[str, Any]
"""One question: op, form (which phrasing), column; row, other (names of rows), value (of the group), limit."""


def part(args: Args, ask: Ask) -> list[list[Any]]:
    """The rows that a question is about."""
    rows: list[list[Any]] = args["rows"]
    if ask["op"] in ("group_sum", "group_max", "both"):
        rows = [row for row in rows if row[1] == ask["value"]]
    if ask["op"] in ("count", "both"):
        rows = [row for row in rows if row[args["header"].index(ask["column"])] > ask["limit"]]
    return rows


def answered(args: Args, ask: Ask) -> str:
    place = args["header"].index(ask["column"])
    rows = part(args, ask)
    figures = {row[0]: row[place] for row in rows}
    match ask["op"]:
        case "lookup":
            return str(figures[ask["row"]])
        case "gap":
            return str(abs(figures[ask["row"]] - figures[ask["other"]]))
        case "sum" | "group_sum":
            return str(sum(figures.values()))
        case "count" | "both":
            return str(len(rows))
        case "min":
            return min(figures, key=figures.__getitem__)
    return max(figures, key=figures.__getitem__)


def step(args: Args, ask: Ask, language: str) -> str:
    """How a question is worked out, in one line."""
    place = args["header"].index(ask["column"])
    rows, colon = part(args, ask), "：" if language == "zh" else ": "
    named = COMMA[language].join(ROW[language].format(row[0], row[place]) for row in rows) or NOT_ANY[language]
    match ask["op"]:
        case "lookup":
            return f"{ask['row']}{colon}{ask['column']} {answered(args, ask)}"
        case "gap":
            pair = sorted((row[place] for row in rows if row[0] in (ask["row"], ask["other"])), reverse=True)
            return f"{pair[0]} - {pair[1]} = {answered(args, ask)}"
        case "sum" | "group_sum":
            return f"{' + '.join(str(row[place]) for row in rows)} = {answered(args, ask)}"
    return f"{named}{colon}{answered(args, ask)}"


class TaskFamily(Family):
    id = "table_question"
    category = "Language Understanding/Information Extraction"
    checker = "table_question"
    wordings = {
        "en": (
            "{intro}\n\n{table}\n\n{questions}\n{form}",
            "Read the table and answer. {intro}\n{questions}\n{form}\n\n{table}",
            "{questions}\nUse this table only. {intro}\n\n{table}\n\n{form}",
            "Please help me with some figures. {intro}\n\n{table}\n\nWhat I need: {questions}\n{form}",
            "Data:\n{table}\n\n({intro})\nTask: {questions}\n{form}",
            "Look at the following table. {intro}\n\n{table}\n\n{form} {questions}",
        ),
        "zh": (
            "{intro}\n\n{table}\n\n{questions}\n{form}",
            "请看表回答问题。{intro}\n{questions}\n{form}\n\n{table}",
            "{questions}\n只根据下面的表格作答。{intro}\n\n{table}\n\n{form}",
            "请帮我查几个数。{intro}\n\n{table}\n\n我想知道：{questions}\n{form}",
            "数据：\n{table}\n\n说明：{intro}\n任务：{questions}\n{form}",
        ),
    }
    slip_kinds = ("other_row", "other_column", "off_by_some", "answer_missing", "answer_added", "hedged")

    @dataclass(frozen=True, slots=True)
    class Config:
        min_rows: int = 4
        max_rows: int = 7

        def __post_init__(self) -> None:
            if not 3 <= self.min_rows <= self.max_rows <= 9:
                raise ValueError("table_question: need 3 <= min_rows <= max_rows <= 9")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        theme = rng.choice(THEMES[language])
        columns = rng.sample(theme.numbers, rng.randint(2, len(theme.numbers)))
        groups = rng.sample(theme.groups, rng.randint(2, 3))
        names = rng.sample(theme.rows, rng.randint(self.config.min_rows, self.config.max_rows))
        figures = [rng.sample(range(low, high + 1), len(names)) for _, low, high in columns]
        kinds = [*groups[:2], *rng.choices(groups, k=len(names) - 2)]
        rng.shuffle(kinds)
        args = {
            "intro": theme.intro,
            "header": [theme.key, theme.group, *(name for name, _, _ in columns)],
            "rows": [list(row) for row in zip(names, kinds, *figures, strict=True)],
            "asks": [],
        }
        return {**args, "asks": [self._ask(rng, args) for _ in range(rng.choice((1, 1, 2)))]}

    @staticmethod
    def _ask(rng: random.Random, args: Args) -> Ask:
        op, column = rng.choice(BASE), rng.choice(args["header"][2:])
        ask: Ask = {"op": op, "form": rng.randrange(2), "column": column}
        rows, place = args["rows"], args["header"].index(column)
        if op in ("lookup", "gap"):
            pair = rng.sample(rows, 2)
            ask |= {"row": pair[0][0]} | ({"other": pair[1][0]} if op == "gap" else {})
        if op in ("count", "both"):
            ask["limit"] = rng.choice(sorted(row[place] for row in rows)[:-1])
        if op in ("group_sum", "group_max", "both"):
            ask["value"] = rng.choice(rows)[1]
        return ask

    def slots(self, args: Args, language: str) -> dict[str, str]:
        header, asks = args["header"], args["asks"]
        lines = [header, ["---"] * len(header), *args["rows"]]
        table = "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)
        key = header[0].lower()
        put = [ASKS[language][a["op"]][a["form"]].format(**{"key": key, "group": header[1], **a}) for a in asks]
        if len(put) > 1:
            put = [f"({number}) {text}" for number, text in enumerate(put, 1)]
        return {
            "intro": args["intro"],
            "table": table,
            "questions": ("" if language == "zh" else " ").join(put),
            "form": (LIST_FORM if len(put) > 1 else ONE_FORM)[language],
        }

    def solve(self, args: Args, language: str) -> Solution:
        asks = args["asks"]
        answer = COMMA[language].join(answered(args, ask) for ask in asks)
        lines = [step(args, ask, language) for ask in asks]
        if len(lines) > 1:
            lines = [f"({number}) {line}" for number, line in enumerate(lines, 1)]
        return Solution("\n".join([*lines, FINAL[language].format(answer)]), answer)

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One question more, about the same table."""
        asks = args["asks"]
        new = self._ask(rng, args)
        same = [{**ask, "form": 0} for ask in asks]
        return {**args, "asks": [*asks, new]} if len(asks) < MOST_QUESTIONS and {**new, "form": 0} not in same else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        kind = rng.choice(self.slip_kinds)
        right = [answered(args, ask) for ask in args["asks"]]
        wrong, at = list(right), rng.randrange(len(right))
        ask = args["asks"][at]
        names = [row[0] for row in args["rows"] if row[0] != right[at]]
        if kind == "other_row":
            place = args["header"].index(ask["column"])
            wrong[at] = rng.choice(names) if ask["op"] in NAMED else str(rng.choice(args["rows"])[place])
        elif kind == "other_column":
            other = rng.choice([column for column in args["header"][2:] if column != ask["column"]])
            wrong[at] = answered(args, {**ask, "column": other})
        elif kind == "off_by_some":
            if ask["op"] in NAMED:
                return None
            wrong[at] = str(abs(int(right[at]) + rng.choice((-10, -2, -1, 1, 2, 10))))
        elif kind == "answer_missing":
            wrong = right[:at] + right[at + 1 :] if len(right) > 1 else ["?"]
        elif kind == "answer_added":
            wrong.insert(at + 1, rng.choice(names))
        else:
            wrong[at] = ("{}或{}" if language == "zh" else "{} or {}").format(right[at], rng.choice(names))
        return Slip(kind, FINAL[language].format(COMMA[language].join(wrong))) if wrong != right else None
