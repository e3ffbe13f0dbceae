"""Answer the questions over a table again, each by one pass over its rows.

args: header (names of the columns: the first names the rows, the second holds a group, the others whole numbers); rows;
asks (each with op, column and, as the op needs them, row, other, value, limit). The answers are listed in order.
"""

from collections.abc import Mapping
from typing import Any

from filters.reading.answer import plain
from filters.reading.short_answers import compare
from filters.verdict import Verdict


def _answer(header: list[str], rows: list[list[Any]], ask: Mapping[str, Any]) -> str:
    """The answer to one question, gathered row by row."""
    total, counted, given = 0, 0, {}
    highest, lowest = ("", float("-inf")), ("", float("inf"))
    for cells in rows:
        line = dict(zip(header, cells, strict=True))
        name, figure = line[header[0]], line[ask["column"]]
        given[name] = figure
        if "value" in ask and line[header[1]] != ask["value"]:
            continue
        total += figure
        counted += "limit" in ask and figure > ask["limit"]
        if figure > highest[1]:
            highest = (name, figure)
        if figure < lowest[1]:
            lowest = (name, figure)
    first, second = given.get(ask.get("row"), 0), given.get(ask.get("other"), 0)
    return {
        "lookup": str(first),
        "gap": str(max(first, second) - min(first, second)),
        "sum": str(total),
        "group_sum": str(total),
        "count": str(counted),
        "both": str(counted),
        "max": highest[0],
        "group_max": highest[0],
        "min": lowest[0],
    }[ask["op"]]


def check(args: Mapping[str, Any], response: str) -> Verdict:
    expected = [_answer(args["header"], args["rows"], ask) for ask in args["asks"]]
    return compare(expected, response, plain)
