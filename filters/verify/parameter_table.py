"""Compare a Markdown table of a function's parameters with its signature, read by tokens.

args: source, columns (Parameter, Kind, Annotation, Default, Position, Required, in any order), skip_self (leave out a
first parameter `self` or `cls`), and order ("signature", "name" or "reverse"). One table is wanted: a header with the
columns' names, a line of dashes, one row for each parameter; "-" stands where there is nothing. Backquotes around a
cell and blanks are immaterial.
"""

import re
from collections.abc import Mapping
from typing import Any

from filters.reading.signature import Parameter, read_function
from filters.verdict import Verdict, failed, passed

_LONGEST = 8000
_RULE = re.compile(r":?-+:?")
_BAR = re.compile(r"(?<!\\)\|")


def check(args: Mapping[str, Any], response: str) -> Verdict:
    rows = _rows(response[:_LONGEST])
    if len(rows) < 2:
        return failed("no_table", "no Markdown table with a header and a line of dashes was found")
    header, rule, *body = rows
    columns = args["columns"]
    if [cell.casefold() for cell in header] != [column.casefold() for column in columns]:
        return failed("wrong_columns", f"the header should be {columns}, it is {header}"[:400])
    if len(rule) != len(columns) or not all(_RULE.fullmatch(cell) for cell in rule):
        return failed("no_table", "below the header, a line of dashes with as many cells is wanted")
    wanted = _expected(args)
    if len(body) != len(wanted):
        return failed("wrong_rows", f"expected {len(wanted)} rows, found {len(body)}")
    for number, (row, truth) in enumerate(zip(body, wanted, strict=True), 1):
        if row != truth:
            return failed("wrong_row", f"row {number} should be {truth}, it is {row}"[:600])
    return passed()


def _expected(args: Mapping[str, Any]) -> list[list[str]]:
    cells = [_cells(position, found) for position, found in enumerate(read_function(args["source"]).parameters, 1)]
    if args["skip_self"] and cells and cells[0]["Parameter"] in ("self", "cls"):
        del cells[0]
    if args["order"] == "name":
        cells.sort(key=lambda row: row["Parameter"])
    if args["order"] == "reverse":
        cells = cells[::-1]
    return [["".join(row[column].split()) or "-" for column in args["columns"]] for row in cells]


def _cells(position: int, parameter: Parameter) -> dict[str, str]:
    return {
        "Parameter": parameter.name,
        "Kind": parameter.kind,
        "Annotation": parameter.annotation,
        "Default": parameter.default,
        "Position": str(position),
        "Required": "no" if parameter.default or "var" in parameter.kind else "yes",
    }


def _rows(response: str) -> list[list[str]]:
    """The cells of all lines that look like a table's, each without white space and backquotes around it."""
    rows = []
    for line in response.splitlines():
        text = line.strip()
        if text.startswith("|") and text.endswith("|") and len(text) > 1:
            cells = [cell.replace("\\|", "|").strip().strip("`") for cell in _BAR.split(text[1:-1])]
            rows.append(["".join(cell.split()) for cell in cells])
    return rows
