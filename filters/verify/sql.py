"""Run a translated query on drawn rows in the sandbox: SQL on a table in memory, Python on a list of dictionaries.

args: to ("sql" or "python"), table, columns (the first is `id`), query (kind, columns, where, aggregate, order, limit:
what the code in the prompt says), name (the function's) and row. What the query means is worked out here, row by row.
SQL must be one statement that reads; the sandbox's limits of time and memory hold for both.
"""

import json
import random
import re
from collections.abc import Mapping, Sequence
from typing import Any

from filters.reading.code_block import code_blocks
from filters.sandbox.calls import plain
from filters.sandbox.packed import run_packed, run_sparingly
from filters.verdict import Verdict, failed, passed

_LONGEST = 4000
_SQL_BLOCK = re.compile(r"```[ \t]*(?:sql|sqlite|SQL)?[ \t]*\n([^`]*)```")
_READS = ("select", "with")
_TOGETHER = 10
_SIZES = {"value": (30, *[10] * 7, *[6] * 5, 0)}
_OTHER_SIZES = (40, 20, 12, 12, 12, 12, 6, 6, 0)
"""Rows of the tables; a query for one value is asked of more small ones, since of many rows it shows but one."""
_NEAR = 14
"""How often the numbers around a test's value stand beside the 101 others, so that they make up a third."""
_SQL = """
import sqlite3
connection = sqlite3.connect(":memory:", isolation_level=None)
connection.execute({create!r})
def run_query(rows):
    connection.execute({empty!r})
    connection.executemany({insert!r}, rows)
    return connection.execute({query!r}).fetchall()
"""
_PYTHON = """
def run_query(rows):
    found = {name}([dict(zip({columns!r}, row)) for row in rows])
    if isinstance(found, (str, dict)) or not hasattr(found, "__iter__"):
        return found
    return list(found)
"""
_SIGNS = {
    "=": lambda one, other: one == other,
    "<>": lambda one, other: one != other,
    ">": lambda one, other: one > other,
    "<": lambda one, other: one < other,
    ">=": lambda one, other: one >= other,
    "<=": lambda one, other: one <= other,
}

Row = dict[str, Any]


def tables(args: Mapping[str, Any]) -> list[list[Row]]:
    """Rows to ask: many, few, none. Values come from those that the tests name and from others around them."""
    query = args["query"]
    rng = random.Random(json.dumps([args["table"], query]))
    values: dict[str, list[Any]] = {column: list(range(101)) for column in args["columns"]}
    for column, _, value in query["where"]:
        if isinstance(value, str):
            values[column] = [value, value, "Amber", "Zinc"]
        else:
            values[column] += [value - 1, value, value + 1] * _NEAR
    for column in query["columns"] if query["kind"] == "groups" else ():
        if not isinstance(values[column][0], str):
            values[column] = ["Amber", "Birch", "Coral", "Zinc"]
    made = []
    for size in _SIZES.get(query["kind"], _OTHER_SIZES):
        drawn = {column: rng.choices(values[column], k=size) for column in args["columns"]}
        drawn["id"] = rng.sample(range(1, size + 1), size)
        made.append([dict(zip(drawn, row, strict=True)) for row in zip(*drawn.values(), strict=True)])
    return made


def meaning(query: Mapping[str, Any], rows: Sequence[Row]) -> list[list[Any]]:
    """The rows that the query gives."""
    kept = []
    for row in sorted(rows, key=lambda one: one["id"]):
        for column, sign, value in query["where"]:
            if not _SIGNS[sign](row[column], value):
                break
        else:
            kept.append(row)
    if query["kind"] == "value":
        return [[_aggregate(query["aggregate"], kept)]]
    if query["kind"] == "groups":
        groups: dict[str, list[Row]] = {}
        for row in kept:
            groups.setdefault(row[query["columns"][0]], []).append(row)
        return [[key, _aggregate(query["aggregate"], groups[key])] for key in sorted(groups)]
    if query["order"]:
        column, down = query["order"]
        kept.sort(key=lambda one: -one[column] if down else one[column])
    limit = query["limit"] or len(kept)
    return [[row[column] for column in query["columns"]] for row in kept[:limit]]


def _aggregate(aggregate: Sequence[str], rows: Sequence[Row]) -> int | None:
    name, column = aggregate
    values = sorted(row[column] for row in rows)
    if name == "COUNT":
        return len(values)
    if not values:
        return None
    return {"SUM": sum(values), "MAX": values[-1], "MIN": values[0]}[name]


def check(args: Mapping[str, Any], response: str) -> Verdict:
    return check_many([(args, response)])[0]


def check_many(items: Sequence[tuple[Mapping[str, Any], str]]) -> list[Verdict]:
    """Check many translations in one batch of the sandbox; queries, which are data, share programs."""
    found: list[Verdict | None] = [None] * len(items)
    for to, run in (("sql", run_packed), ("python", run_sparingly)):
        jobs, asked = [], []
        for place, (args, response) in enumerate(items):
            if args["to"] == to:
                program = _program(args, response)
                if isinstance(program, Verdict):
                    found[place] = program
                else:
                    asked.append((place, tables(args)))
                    jobs.append((program, "run_query", [[list(r.values()) for r in rows] for rows in asked[-1][1]]))
        for (place, own), results in zip(asked, run(jobs, _TOGETHER), strict=True):
            found[place] = _compare(items[place][0], own, results)
    return [verdict or failed("no_query", "neither SQL nor Python is asked for") for verdict in found]


def _program(args: Mapping[str, Any], response: str) -> str | Verdict:
    if args["to"] == "python":
        code = next((block for block in code_blocks(response) if f"def {args['name']}(" in block), None)
        if code is None:
            return failed("no_code", f"no code block with a function {args['name']!r} was found")
        return code + _PYTHON.format(name=args["name"], columns=args["columns"])
    if len(response) > _LONGEST:
        return failed("too_long", f"the response has more than {_LONGEST} characters")
    blocks = [block.strip() for block in _SQL_BLOCK.findall(response)]
    query = next((block for block in blocks if block.casefold().startswith(_READS)), None)
    if query is None or "\0" in query:
        return failed("no_query", "no code block with a SELECT was found")
    columns = args["columns"]
    return _SQL.format(
        create=f"CREATE TABLE {args['table']} ({', '.join(columns)})",
        empty=f"DELETE FROM {args['table']}",
        insert=f"INSERT INTO {args['table']} VALUES ({', '.join('?' * len(columns))})",
        query=query,
    )


def _compare(args: Mapping[str, Any], asked: Sequence[Sequence[Row]], found: list[str] | Verdict) -> Verdict:
    if isinstance(found, Verdict):
        return found
    query = args["query"]
    for rows, value in zip(asked, found, strict=True):
        truth: Any = meaning(query, rows)
        if args["to"] == "python":
            truth = truth[0][0] if query["kind"] == "value" else truth
            truth = [row[0] for row in truth] if query["kind"] == "values" else truth
        if value != json.dumps(plain(truth)):
            return failed(
                "wrong_result", f"for {len(rows)} rows the result should be {str(truth)[:200]}, it is {value[:200]}"
            )
    return passed(f"{len(found)} tables give the right results")
