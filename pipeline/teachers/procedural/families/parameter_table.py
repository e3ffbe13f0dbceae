"""A Markdown table of the parameters of a real function."""

import ast
import random
from dataclasses import dataclass

from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.solving.functions import function_of, parameters_of, parse_function
from pipeline.teachers.procedural.words.table_rules import MEANING, RULES, TITLES, VARIANTS

COLUMNS = ("Parameter", "Kind", "Annotation", "Default", "Position", "Required")
ORDERS = ("signature", "signature", "name", "reverse")
CONFUSED = {
    "positional": "keyword-only",
    "keyword-only": "positional",
    "positional-only": "positional",
    "var-positional": "var-keyword",
    "var-keyword": "var-positional",
}

Table = list[list[str]]


def written(source: str, node: ast.expr | None) -> str | None:
    """The text of an expression on one line; "-" for none; None if it stands in brackets of its own."""
    if node is None:
        return "-"
    text = ast.get_source_segment(source, node)
    assert text is not None
    before = source.splitlines()[node.lineno - 1].encode()[: node.col_offset].decode().rstrip()
    return None if before.endswith("(") else " ".join(text.split()).replace("|", "\\|")


def table_of(args: Args) -> Table | None:
    """The rows below the header; None if a cell could be written in two ways."""
    function = parse_function(args["source"])
    assert function is not None
    rows = []
    for position, (parameter, kind, default) in enumerate(parameters_of(function), 1):
        cells = {
            "Parameter": parameter.arg,
            "Kind": kind,
            "Annotation": written(args["source"], parameter.annotation),
            "Default": written(args["source"], default),
            "Position": str(position),
            "Required": "no" if default or kind.startswith("var") else "yes",
        }
        if None in cells.values():
            return None
        rows.append([str(cells[column]) for column in args["columns"]])
    if args["skip_self"] and rows and rows[0][0] in ("self", "cls"):
        del rows[0]
    if args["order"] == "name":
        rows.sort(key=lambda row: row[0])
    elif args["order"] == "reverse":
        rows.reverse()
    return rows


def markdown(columns: list[str], rows: Table) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


class TaskFamily(Family):
    id = "parameter_table"
    category = "Creation/Non-verbal creation/Table generation"
    seed_kind = "code"
    checker = "parameter_table"
    wordings = {
        "en": (
            "Make a Markdown table of the parameters of {name}, with the columns {columns}. {rules}\n"
            "```python\n{signature}\n```",
            "```python\n{signature}\n```\nTurn the parameters of {name} above into a Markdown table. Columns: "
            "{columns}. {rules}",
            "Please document {name} as a Markdown table with the columns {columns}. {rules}\n"
            "```python\n{signature}\n```",
            "I need the parameters of {name}, below, in a table (Markdown; columns {columns}). {rules}\n"
            "```python\n{signature}\n```",
            "Markdown table, columns {columns}, one row for each parameter of {name}. "
            "{rules}\n```python\n{signature}\n```",
        ),
        "zh": (
            "请为 {name} 的参数制作一个 Markdown 表格，各列为 {columns}。{rules}\n```python\n{signature}\n```",
            "```python\n{signature}\n```\n把上面 {name} 的参数整理成 Markdown 表格。列：{columns}。{rules}",
            "请用 Markdown 表格说明 {name} 的签名，各列依次为 {columns}。{rules}\n```python\n{signature}\n```",
            "我需要一张表（Markdown，列为 {columns}），列出下面 {name} 的参数。{rules}\n```python\n{signature}\n```",
            "Markdown 表格，列 {columns}，{name} 的每个参数占一行。{rules}\n```python\n{signature}\n```",
        ),
    }
    slip_kinds = (
        "row_missing",
        "row_added",
        "rows_swapped",
        "column_missing",
        "cells_shifted",
        "wrong_kind",
        "no_rule",
    )

    @dataclass(frozen=True, slots=True)
    class Config:
        longest: int = 400
        """Characters of the signature."""
        fewest: int = 2
        most: int = 9
        """Parameters."""

        def __post_init__(self) -> None:
            if not 60 <= self.longest <= 2000:
                raise ValueError("parameter_table: need 60 <= longest <= 2000")
            if not 1 <= self.fewest <= self.most <= 20:
                raise ValueError("parameter_table: need 1 <= fewest <= most <= 20")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        signature = self._signature(seed)
        if signature is None:
            return None
        function = parse_function(signature)
        assert function is not None
        found = parameters_of(function)
        useful = ["Kind", "Position", "Required"]
        if any(parameter.annotation for parameter, _, _ in found):
            useful.append("Annotation")
        if any(default for _, _, default in found):
            useful.append("Default")
        columns = ["Parameter", *rng.sample(useful, rng.randint(1, len(useful)))]
        skip = bool(found) and found[0][0].arg in ("self", "cls") and rng.random() < 0.5
        args: Args = {"source": signature, "columns": columns, "skip_self": skip, "order": rng.choice(ORDERS)}
        args["said"] = rng.randrange(VARIANTS**6)
        rows = table_of(args)
        return args if rows and self.config.fewest <= len(rows) <= self.config.most else None

    def _signature(self, seed: SeedText) -> str | None:
        """The function's head with "..." for its body; None if the seed is no function or the head is too long."""
        function = function_of(seed, 40 * self.config.longest)
        if function is None or function.decorator_list:
            return None
        first = function.body[0]
        lines = seed.text.splitlines()[: first.lineno - 1]
        while lines and not lines[-1].split("#")[0].rstrip().endswith(":"):
            lines.pop()  # comments between head and body
        head = "\n".join([*lines, "    ..."])
        if not lines or len(head) > self.config.longest or function_of(SeedText("code", head), len(head)) is None:
            return None
        return head

    def slots(self, args: Args, language: str) -> dict[str, str]:
        columns = args["columns"]
        keys = [column for column in columns if column in MEANING[language]]
        if {"Annotation", "Default"} & set(columns):
            keys.append("form")
        if args["skip_self"]:
            keys.append("self")
        if "*" in args["source"]:
            keys.append("stars")
        keys.append(args["order"])
        forms = MEANING[language] | RULES[language]
        rules = [forms[key][args["said"] // VARIANTS**place % VARIANTS] for place, key in enumerate(keys)]
        return {
            "signature": args["source"],
            "name": _name(args),
            "columns": ", ".join(columns),
            "rules": (" " if language == "en" else "").join(rules),
        }

    def quote(self, args: Args) -> str:
        source: str = args["source"]
        return source

    def solve(self, args: Args, language: str) -> Solution:
        rows = table_of(args)
        assert rows is not None
        return Solution(_titled(args, markdown(args["columns"], rows), language))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One more column, or the rows in another order."""
        function = parse_function(args["source"])
        assert function is not None
        columns = args["columns"]
        more = [column for column in COLUMNS if column not in columns]
        names = [parameter.arg for parameter, _, _ in parameters_of(function)]
        if args["order"] == "signature" and names != sorted(names) and (not more or rng.random() < 0.5):
            return {**args, "order": "name"}
        return {**args, "columns": [*columns, rng.choice(more)]} if more else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        columns, rows = args["columns"], table_of(args)
        assert rows is not None
        for kind in rng.sample(self.slip_kinds, len(self.slip_kinds)):
            wrong = mistaken(rng, kind, columns, [[*row] for row in rows])
            if wrong is not None and wrong != markdown(columns, rows):
                return Slip(kind, _titled(args, wrong, language))
        return None


def _name(args: Args) -> str:
    function = parse_function(args["source"])
    assert function is not None
    return function.name


def _titled(args: Args, table: str, language: str) -> str:
    """The table under a line that says what of: the number of its parameters, and what they are called."""
    function = parse_function(args["source"])
    assert function is not None
    names = [parameter.arg for parameter, _, _ in parameters_of(function)]
    title = TITLES[language][args["said"] % len(TITLES[language])]
    joint = ", " if language == "en" else "、"
    return f"{title.format(name=function.name, count=len(names), names=joint.join(names))}\n\n{table}"


def mistaken(rng: random.Random, kind: str, columns: list[str], rows: Table) -> str | None:
    """A table with a mistake of that kind; None if it does not admit it. `rows` may be changed."""
    place = rng.randrange(len(rows))
    match kind:
        case "row_missing":
            del rows[place]
        case "row_added":
            rows.insert(place, [f"{rows[place][0]}_2", *rows[place][1:]])
        case "rows_swapped" if len(rows) > 1:
            first = rng.randrange(len(rows) - 1)
            rows[first], rows[first + 1] = rows[first + 1], rows[first]
        case "column_missing" if len(columns) > 2:
            return markdown(columns[:-1], [row[:-1] for row in rows])
        case "cells_shifted":
            column = rng.randrange(1, len(columns))
            cells = [row[column] for row in rows]
            for row, cell in zip(rows, [*cells[1:], cells[0]], strict=True):
                row[column] = cell
        case "wrong_kind" if "Kind" in columns:
            column = columns.index("Kind")
            rows[place][column] = CONFUSED[rows[place][column]]
        case "no_rule":
            return "\n".join(line for line in markdown(columns, rows).splitlines() if set(line) - set("| -"))
        case _:
            return None
    return markdown(columns, rows)
