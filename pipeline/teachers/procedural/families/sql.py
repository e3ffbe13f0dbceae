"""From Python over a list of rows to SQL, and back (English and Chinese)."""

import random
from dataclasses import dataclass
from typing import Any

from filters.verdict import Level
from pipeline.teachers.procedural.family import Args, Family, SeedText, Slip, Solution
from pipeline.teachers.procedural.words.sql_tables import TABLES

Query = dict[str, Any]
AGGREGATES = ("SUM", "COUNT", "MAX", "MIN")
VERBS = "find list query select fetch pick gather collect report show".split()
OPPOSITE = {">": "<=", "<=": ">", "<": ">=", ">=": "<", "=": "<>", "<>": "="}
MOST_TESTS = 3

SCHEMAS = {
    "en": "The table {table} has the columns {columns}, never NULL.",
    "zh": "表 {table} 的列为 {columns}，均不为 NULL。",
}
ROWS = {
    "en": "In Python, {table} is a list of dictionaries with these columns as keys.",
    "zh": "在 Python 中，{table} 是以这些列名为键的字典列表。",
}
RETURNS = {
    "en": {
        "values": "a list of values",
        "rows": "a list of tuples",
        "value": "the one value (None for NULL)",
        "groups": "a list of pairs, ordered as in the query",
    },
    "zh": {
        "values": "值的列表",
        "rows": "元组的列表",
        "value": "单个值（NULL 对应 None）",
        "groups": "二元组的列表，顺序与查询相同",
    },
}
GOALS = {
    "en": {
        "sql": "one SQL query (SQLite) that gives the same rows, in a ```sql block",
        "python": "a Python function {name}({table}) that returns {returns}, in a ```python block",
    },
    "zh": {
        "sql": "一条得到相同行的 SQL 查询（SQLite），放在 ```sql 代码块中",
        "python": "一个返回{returns}的 Python 函数 {name}({table})，放在 ```python 代码块中",
    },
}


def numbers_of(table: str) -> list[str]:
    return [column for column, values in TABLES[table].items() if values is None]


def texts_of(table: str) -> list[str]:
    return [column for column, values in TABLES[table].items() if values is not None]


def a_test(rng: random.Random, table: str) -> list[Any]:
    column = rng.choice(tuple(TABLES[table]))
    values = TABLES[table][column]
    if values is None:
        return [column, rng.choice((">", "<", ">=", "<=")), rng.randint(15, 85)]
    return [column, rng.choice(("=", "=", "<>")), rng.choice(values)]


def as_sql(table: str, query: Query) -> str:
    """The query as a SELECT, one clause a line."""
    kind, columns = query["kind"], query["columns"]
    head = ", ".join(columns)
    if query["aggregate"]:
        name, column = query["aggregate"]
        call = "COUNT(*)" if name == "COUNT" else f"{name}({column})"
        head = f"{head}, {call}" if kind == "groups" else call
    lines = [f"SELECT {head}", f"FROM {table}"]
    if query["where"]:
        tests = [f"{column} {sign} {_quoted(value)}" for column, sign, value in query["where"]]
        lines.append(f"WHERE {' AND '.join(tests)}")
    if kind == "groups":
        lines += [f"GROUP BY {columns[0]}", f"ORDER BY {columns[0]}"]
    elif query["order"]:
        column, down = query["order"]
        lines.append(f"ORDER BY {column}{' DESC' if down else ''}, id")
    if query["limit"]:
        lines.append(f"LIMIT {query['limit']}")
    return "\n".join(lines) + ";"


def _quoted(value: Any) -> str:
    return f"'{value}'" if isinstance(value, str) else str(value)


def as_python(table: str, query: Query, name: str, row: str) -> str:
    """The query as a function of a list of dictionaries."""
    kind, columns = query["kind"], query["columns"]
    signs = {"=": "==", "<>": "!="}
    tests = " and ".join(f"{row}[{c!r}] {signs.get(s, s)} {v!r}" for c, s, v in query["where"])
    condition = f" if {tests}" if tests else ""
    each = f"for {row} in {table}{condition}"
    lines = [f"def {name}({table}):"]
    if kind == "value":
        lines.append(f"    return {_aggregate(query, row, each)}")
    elif kind == "groups":
        key = columns[0]
        lines.append(f"    kept = [{row} {each}]")
        inner = _aggregate(query, row, f"for {row} in kept if {row}[{key!r}] == key")
        lines.append(f"    keys = sorted({{{row}[{key!r}] for {row} in kept}})")
        lines.append(f"    return [(key, {inner}) for key in keys]")
    else:
        shown = ", ".join(f"{row}[{column!r}]" for column in columns)
        shown = f"({shown})" if len(columns) > 1 else shown
        source = table
        if query["order"]:
            column, down = query["order"]
            sign = "-" if down else ""
            lines.append(f"    ordered = sorted({table}, key=lambda {row}: ({sign}{row}[{column!r}], {row}['id']))")
            source = "ordered"
        cut = f"[:{query['limit']}]" if query["limit"] else ""
        lines.append(f"    return [{shown} for {row} in {source}{condition}]{cut}")
    return "\n".join(lines).replace("'", '"')


def _aggregate(query: Query, row: str, each: str) -> str:
    name, column = query["aggregate"]
    if name == "COUNT":
        return f"sum(1 {each})"
    if name == "SUM":
        return f"sum({row}[{column!r}] {each})"
    return f"{name.lower()}([{row}[{column!r}] {each}], default=None)"


class TaskFamily(Family):
    id = "sql"
    category = "Code/Code2Code/Code language translation"
    level = Level.EXECUTED
    checker = "sql"
    wordings = {
        "en": (
            "Translate this code into {goal}. {schema}\n```{fence}\n{source}\n```",
            "{schema}\n```{fence}\n{source}\n```\nPlease write {goal}, with the same result.",
            "I have this:\n```{fence}\n{source}\n```\nWhat I need is {goal}. {schema}",
            "Port the following to another language. {schema}\n```{fence}\n{source}\n```\nWanted: {goal}.",
            "{schema} Give me {goal}. It has to do exactly what this does:\n```{fence}\n{source}\n```",
        ),
        "zh": (
            "请把这段代码翻译成{goal}。{schema}\n```{fence}\n{source}\n```",
            "{schema}\n```{fence}\n{source}\n```\n请写出{goal}。结果要相同。",
            "我有这样一段代码：\n```{fence}\n{source}\n```\n我需要的是{goal}。{schema}",
            "把下面的代码移植到另一种语言。{schema}\n```{fence}\n{source}\n```\n要求：{goal}。",
            "{schema}请给出{goal}，它的作用必须与下面的代码完全一致：\n```{fence}\n{source}\n```",
        ),
    }
    slip_kinds = (
        "test_dropped",
        "test_turned",
        "value_off",
        "wrong_column",
        "order_turned",
        "wrong_aggregate",
        "wrong_table",
    )

    @dataclass(frozen=True, slots=True)
    class Config:
        to_sql: float = 0.5
        """Share of tasks that go from Python to SQL."""

        def __post_init__(self) -> None:
            if not 0 <= self.to_sql <= 1:
                raise ValueError("sql: to_sql must lie from 0 to 1")

    def propose(self, rng: random.Random, seed: SeedText, language: str) -> Args | None:
        table = rng.choice(tuple(TABLES))
        kind = rng.choice(("values", "rows", "value", "groups"))
        query: Query = {"kind": kind, "columns": [], "where": [], "aggregate": None, "order": None, "limit": None}
        if kind in ("values", "rows"):
            size = 1 if kind == "values" else rng.randint(2, 3)
            query["columns"] = rng.sample(tuple(TABLES[table]), size)
            query["order"] = [rng.choice(numbers_of(table)), rng.random() < 0.5]
            if rng.random() < 0.4:
                query["limit"] = rng.randint(2, 9)
        else:
            query["columns"] = [rng.choice(texts_of(table))] if kind == "groups" else []
            query["aggregate"] = [rng.choice(AGGREGATES), rng.choice(numbers_of(table))]
        if query["aggregate"] and query["aggregate"][0] == "SUM" and kind == "value":
            query["aggregate"][0] = rng.choice(("COUNT", "MAX", "MIN"))  # SUM over no row is NULL, sum() is 0
        query["where"] = self._tests(rng, table, [], rng.randint(1, 2))
        return {
            "to": "sql" if rng.random() < self.config.to_sql else "python",
            "table": table,
            "columns": ["id", *TABLES[table]],
            "query": query,
            "name": f"{rng.choice(VERBS)}_{table}",
            "row": rng.choice(("r", "row", "rec", "entry", "item", table[0])),
        }

    @staticmethod
    def _tests(rng: random.Random, table: str, tests: list[list[Any]], count: int) -> list[list[Any]]:
        """More tests, each on another column."""
        for _ in range(count):
            drawn = a_test(rng, table)
            if drawn[0] not in [test[0] for test in tests]:
                tests = [*tests, drawn]
        return tests

    def slots(self, args: Args, language: str) -> dict[str, str]:
        table, query = args["table"], args["query"]
        kinds = [f"{column} ({'TEXT' if TABLES[table].get(column) else 'INTEGER'})" for column in args["columns"]]
        gap, comma = (" ", ", ") if language == "en" else ("", "、")
        schema = SCHEMAS[language].format(table=table, columns=comma.join(kinds))
        to_sql = args["to"] == "sql"
        source = as_python(table, query, args["name"], args["row"]) if to_sql else as_sql(table, query)
        return {
            "schema": gap.join([schema, ROWS[language].format(table=table)]),
            "source": source,
            "fence": "python" if to_sql else "sql",
            "goal": GOALS[language][args["to"]].format(
                name=args["name"], table=table, returns=RETURNS[language][query["kind"]]
            ),
        }

    def solve(self, args: Args, language: str) -> Solution:
        return Solution(_answer(args, args["table"], args["query"]))

    def evolve(self, rng: random.Random, args: Args, language: str) -> Args | None:
        """One or two tests more."""
        where = args["query"]["where"]
        if len(where) >= MOST_TESTS:
            return None
        harder = self._tests(rng, args["table"], where, MOST_TESTS - len(where) + 1)[:MOST_TESTS]
        return {**args, "query": {**args["query"], "where": harder}} if len(harder) > len(where) else None

    def slip(self, rng: random.Random, args: Args, language: str) -> Slip | None:
        for kind in rng.sample(self.slip_kinds, len(self.slip_kinds)):
            table = args["table"]
            if kind == "wrong_table":
                return Slip(kind, _answer(args, table[:-1], args["query"], f"{args['name']}_rows"))
            wrong = mistaken(rng, table, args["query"], kind)
            if wrong is not None and differ(table, args["query"], wrong):
                return Slip(kind, _answer(args, table, wrong))
        return None


def mistaken(rng: random.Random, table: str, query: Query, kind: str) -> Query | None:
    """A query with a mistake of that kind; None if it does not admit it."""
    where = [[*test] for test in query["where"]]
    place = rng.randrange(len(where))
    column, sign, value = where[place]
    match kind:
        case "test_dropped":
            del where[place]
        case "test_turned":
            where[place][1] = OPPOSITE[sign]
        case "value_off":
            if isinstance(value, str):
                where[place][2] = rng.choice([other for other in TABLES[table][column] or () if other != value])
            else:
                where[place][2] = value + rng.choice((-20, -10, 10, 20))
        case "wrong_column" if query["columns"]:
            options = texts_of(table) if query["kind"] == "groups" else list(TABLES[table])
            others = [other for other in options if other not in query["columns"]]
            return {**query, "columns": [rng.choice(others), *query["columns"][1:]]} if others else None
        case "order_turned" if query["order"]:
            return {**query, "order": [query["order"][0], not query["order"][1]]}
        case "wrong_aggregate" if query["aggregate"]:
            name, of = query["aggregate"]
            return {**query, "aggregate": [rng.choice([other for other in AGGREGATES if other != name]), of]}
        case _:
            return None
    return {**query, "where": where}


def _probe(table: str) -> list[dict[str, Any]]:
    rng = random.Random(f"probe {table}")
    return [
        {"id": number, **{c: rng.randint(0, 100) if v is None else rng.choice(v) for c, v in TABLES[table].items()}}
        for number in range(1, 61)
    ]


PROBES = {table: _probe(table) for table in TABLES}


def differ(table: str, one: Query, other: Query) -> bool:
    """Whether two queries give different results on a probe of sixty rows."""
    results = []
    for query in (one, other):
        names: dict[str, Any] = {}
        exec(as_python(table, query, "asked", "row"), names)
        results.append(names["asked"](PROBES[table]))
    return bool(results[0] != results[1])


def _answer(args: Args, table: str, query: Query, name: str = "") -> str:
    if args["to"] == "sql":
        return f"```sql\n{as_sql(table, query)}\n```"
    return f"```python\n{as_python(table, query, name or args['name'], args['row'])}\n```"
