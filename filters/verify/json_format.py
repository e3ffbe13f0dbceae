"""Read JSON, CSV or a Markdown table out of a response, and compare with the records that the prompt states.

args: format ("json", "csv" or "markdown"), columns (names, in order), records (dicts), order (null or ["up" or "down",
field]), limit (null or ["least" or "most", field, value]: which records stay), language, kind and said (how the records
are worded). In JSON numbers must be numbers; elsewhere text. A code fence around the whole is immaterial.
"""

import csv
import json
from collections.abc import Mapping
from typing import Any

from filters.verdict import Verdict, failed, passed

_LONGEST = 10_000

Rows = list[list[Any]]


def check(args: Mapping[str, Any], response: str) -> Verdict:
    if len(response) > _LONGEST:
        return failed("too_long", f"the response has more than {_LONGEST} characters")
    columns, form = args["columns"], args["format"]
    found = {"json": _json, "csv": _csv, "markdown": _markdown}[form](_unfenced(response))
    if isinstance(found, Verdict):
        return found
    header, rows = found
    if header != columns:
        return failed("wrong_columns", f"the columns should be {columns}, they are {header}"[:500])
    wanted = _wanted(args)
    if len(rows) != len(wanted):
        return failed("wrong_count", f"{len(wanted)} records are wanted, {len(rows)} found")
    for number, (row, record) in enumerate(zip(rows, wanted, strict=True), 1):
        truth = [record[column] if form == "json" else str(record[column]) for column in columns]
        if row != truth or any(type(one) is not type(other) for one, other in zip(row, truth, strict=True)):
            return failed("wrong_record", f"record {number} should be {truth}, it is {row}"[:500])
    return passed(f"{len(wanted)} records")


def _wanted(args: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    kept = []
    for record in args["records"]:
        if args["limit"]:
            side, field, value = args["limit"]
            if (side == "least" and record[field] < value) or (side == "most" and record[field] > value):
                continue
        kept.append(record)
    if args["order"]:
        direction, field = args["order"]
        sign = {"up": 1, "down": -1}[direction]
        kept = sorted(kept, key=lambda record: sign * record[field])
    return kept


def _unfenced(response: str) -> list[str]:
    """The lines of the first fenced block, or all; the empty ones left out."""
    lines = response.splitlines()
    fences = [number for number, line in enumerate(lines) if line.lstrip().startswith("```")]
    if len(fences) > 1:
        lines = lines[fences[0] + 1 : fences[1]]
    return [line.strip() for line in lines if line.strip()]


def _json(lines: list[str]) -> tuple[list[str], Rows] | Verdict:
    try:
        found = json.loads("\n".join(lines))
    except (ValueError, RecursionError) as error:
        return failed("no_json", f"the response is no JSON: {str(error)[:200]}")
    if not isinstance(found, list) or not found or not all(isinstance(one, dict) for one in found):
        return failed("no_array", "a JSON array of objects is wanted")
    header = list(found[0])
    if any(list(one) != header for one in found):
        return failed("wrong_columns", "the objects differ in their keys")
    return header, [list(one.values()) for one in found]


def _csv(lines: list[str]) -> tuple[list[str], Rows] | Verdict:
    try:
        header, *rows = csv.reader(lines, strict=True)
    except (ValueError, csv.Error) as error:
        return failed("no_csv", f"the response is no CSV: {str(error)[:200]}")
    if any(len(row) != len(header) for row in rows):
        return failed("no_csv", f"each line of the CSV should have {len(header)} fields, like the header")
    return header, [list(row) for row in rows]


def _markdown(lines: list[str]) -> tuple[list[str], Rows] | Verdict:
    table = [line for line in lines if line.startswith("|") and line.endswith("|") and len(line) > 1]
    cells = [[cell.strip() for cell in line[1:-1].split("|")] for line in table]
    if len(cells) < 2 or any(len(row) != len(cells[0]) for row in cells):
        return failed("no_table", "no Markdown table with a header and a line of dashes was found")
    header, rule, *rows = cells
    if not all(cell.strip(":") and not cell.strip(":").strip("-") for cell in rule):
        return failed("no_table", "below the header of the table, a line of dashes is wanted")
    return header, [list(row) for row in rows]
