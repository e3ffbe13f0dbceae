"""Facts in sentences, to be written as JSON, CSV or a Markdown table by a stated schema (English and Chinese)."""

import json
import random
from dataclasses import dataclass
from typing import Any

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.record_forms import KINDS

Record = dict[str, Any]
FORMATS = ("json", "csv", "markdown")
MOST_RECORDS = 6

SAYINGS = {
    "en": {
        "json": "a JSON array with one object per record; keys, in this order: {columns}. Numbers are JSON numbers.",
        "csv": "CSV with a header line; columns, in this order: {columns}. Separate with commas, no spaces after them.",
        "markdown": "a Markdown table with the columns {columns}, in this order, one row per record.",
        "given": "Keep the order of the text.",
        "up": "Sort the records by {field}, smallest first.",
        "down": "Sort the records by {field}, largest first.",
        "least": "Leave out records whose {field} is less than {value}.",
        "most": "Leave out records whose {field} is greater than {value}.",
    },
    "zh": {
        "json": "一个 JSON 数组，每条记录一个对象，键依次为 {columns}，数字写成 JSON 数值。",
        "csv": "带表头的 CSV，各列依次为 {columns}，用英文逗号分隔，逗号后不加空格。",
        "markdown": "一个 Markdown 表格，各列依次为 {columns}，每条记录一行。",
        "given": "保持原文中的顺序。",
        "up": "记录按 {field} 从小到大排列。",
        "down": "记录按 {field} 从大到小排列。",
        "least": "略去 {field} 小于{value}的记录。",
        "most": "略去 {field} 大于{value}的记录。",
    },
}


def selected(args: Args) -> list[Record]:
    """The records asked for, in the order asked for."""
    records = list(args["records"])
    if args["limit"]:
        side, field, value = args["limit"]
        records = [r for r in records if (r[field] >= value if side == "least" else r[field] <= value)]
    if args["order"]:
        direction, field = args["order"]
        records.sort(key=lambda record: record[field], reverse=direction == "down")
    return records


def written(form: str, columns: list[str], records: list[Record]) -> str:
    """Records in a format, fenced but for a table."""
    if form == "json":
        rows = [json.dumps({column: r[column] for column in columns}, ensure_ascii=False) for r in records]
        return "```json\n[\n" + ",\n".join(f"  {row}" for row in rows) + "\n]\n```"
    if form == "csv":
        lines = [columns, *([str(record[column]) for column in columns] for record in records)]
        return "```csv\n" + "\n".join(map(",".join, lines)) + "\n```"
    lines = [columns, ["---"] * len(columns), *([str(record[column]) for column in columns] for record in records)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


class TaskFamily(Family):
    id = "json_format"
    category = "Creation/Non-verbal creation/Table generation"
    checker = "json_format"
    wordings = {
        "en": (
            "Turn these notes on {kind} into {form} {rules}\n\n{text}",
            "{text}\n\nWrite the facts above as {form} {rules}",
            "Here is what I know about some {kind}:\n{text}\nPlease give me this as {form} {rules}",
            "Extract structured data. Output: {form} {rules} Input:\n{text}",
            "I need {form} {rules} The data on the {kind} are in this text: {text}",
            "Read the text and reply only with {form} {rules}\nText: {text}",
        ),
        "zh": (
            "请把下面关于{kind}的记录整理成{form}{rules}\n\n{text}",
            "{text}\n\n请将以上信息写成{form}{rules}",
            "我手头有一些{kind}的资料：\n{text}\n请帮我转换为{form}{rules}",
            "提取结构化数据。输出：{form}{rules}输入：\n{text}",
            "我需要{form}{rules}有关{kind}的数据在这段话里：{text}",
            "阅读文字，只回复{form}{rules}\n文字：{text}",
        ),
    }
    slip_kinds = (
        "record_missing",
        "records_swapped",
        "column_missing",
        "value_wrong",
        "values_swapped",
        "record_twice",
    )

    @dataclass(frozen=True, slots=True)
    class Config:
        min_records: int = 2
        max_records: int = 4

        def __post_init__(self) -> None:
            if not 2 <= self.min_records <= self.max_records <= MOST_RECORDS:
                raise ValueError(f"json_format: need 2 <= min_records <= max_records <= {MOST_RECORDS}")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        kind = rng.choice(tuple(KINDS))
        columns = list(KINDS[kind].fields)
        first, *others = columns
        if rng.random() < 0.6:
            others = rng.sample(others, rng.randint(2, len(others)))
        records: list[Record] = []
        said: list[int] = []
        for _ in range(rng.randint(self.config.min_records, self.config.max_records)):
            records, said = self._one_more(rng, kind, records, said, language)
        return {
            "language": language,
            "kind": kind,
            "format": rng.choice(FORMATS),
            "columns": [first, *others],
            "records": records,
            "said": said,
            "order": None,
            "limit": None,
        }

    @staticmethod
    def _one_more(
        rng: random.Random, kind: str, records: list[Record], said: list[int], language: str
    ) -> tuple[list[Record], list[int]]:
        """A record whose numbers and key no other has, and the number of the sentence that states it."""
        form = KINDS[kind]
        while True:
            record = {field: draw(rng, language) for field, draw in form.fields.items()}
            telling = [next(iter(form.fields)), *form.numbers(record)]
            if all(record[field] != other[field] for other in records for field in telling):
                break
        return [*records, record], [*said, rng.randrange(len(form.sentences[language]))]

    def slots(self, args: Args, language: str) -> dict[str, str]:
        kind, sayings = KINDS[args["kind"]], SAYINGS[language]
        sentences = kind.sentences[language]
        stated = [sentences[n].format(**record) for n, record in zip(args["said"], args["records"], strict=True)]
        rules = []
        if args["limit"]:
            side, field, value = args["limit"]
            rules.append(sayings[side].format(field=field, value=value))
        rules.append(sayings[args["order"][0]].format(field=args["order"][1]) if args["order"] else sayings["given"])
        gap = " " if language == "en" else ""
        return {
            "kind": getattr(kind, language),
            "form": sayings[args["format"]].format(columns=", ".join(args["columns"])),
            "rules": gap.join(rules),
            "text": gap.join(stated),
        }

    def solve(self, args: Args, language: str) -> Solution:
        return Solution(written(args["format"], args["columns"], selected(args)))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """An order or a limit that is not there yet, or one or two more records."""
        kind, records, said = args["kind"], args["records"], args["said"]
        numbers = [field for field in KINDS[kind].numbers(records[0]) if field in args["columns"]]
        ways: list[Args] = []
        if numbers and not args["order"]:
            order = [rng.choice(("up", "down")), rng.choice(numbers)]
            if selected({**args, "order": order}) != selected(args):
                ways.append({**args, "order": order})
        if numbers and not args["limit"] and len(records) > 2:
            field = rng.choice(numbers)
            values = sorted(record[field] for record in records)
            ways.append({**args, "limit": ["least", field, values[1]]})
            ways.append({**args, "limit": ["most", field, values[-2]]})
        if len(records) < MOST_RECORDS:
            records, said = self._one_more(rng, kind, records, said, language)
            ways.append({**args, "records": records, "said": said})
        return rng.choice(ways) if ways else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        columns, right = args["columns"], selected(args)
        for kind in rng.sample(self.slip_kinds, len(self.slip_kinds)):
            records = [dict(record) for record in right]
            wrong = mistaken(rng, list(columns), records, kind)
            if wrong is not None and wrong != (columns, right):
                return Slip(kind, written(args["format"], *wrong))
        return None


def mistaken(
    rng: random.Random, columns: list[str], records: list[Record], kind: str
) -> tuple[list[str], list[Record]] | None:
    """Columns and records with a mistake of that kind; None if they do not admit it. All may be changed."""
    place, column = rng.randrange(len(records)), rng.choice(columns)
    match kind:
        case "record_missing" if len(records) > 1:
            del records[place]
        case "records_swapped" if len(records) > 1:
            records[place], records[place - 1] = records[place - 1], records[place]
        case "column_missing":
            columns.remove(column)
        case "value_wrong":
            value = records[place][column]
            wrong = value + rng.choice((-1, 1, 10)) if isinstance(value, int) else f"{value}{value[-1]}"
            records[place][column] = wrong
        case "values_swapped" if len(records) > 1:
            one, other = records[place], records[place - 1]
            one[column], other[column] = other[column], one[column]
        case "record_twice":
            records.insert(place, records[place])
        case _:
            return None
    return columns, records
