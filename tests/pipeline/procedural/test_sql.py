from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.verify import check, check_many
from pipeline.teachers.procedural.registry import family
from tests.pipeline.procedural.contract import holds

QUERY: dict[str, Any] = {
    "kind": "groups",
    "columns": ["team"],
    "where": [["age", ">", 30], ["name", "<>", "Ivo"]],
    "aggregate": ["SUM", "salary"],
    "order": None,
    "limit": None,
}
ARGS: dict[str, Any] = {
    "to": "sql",
    "table": "employees",
    "columns": ["id", "name", "team", "salary", "age"],
    "query": QUERY,
    "name": "f_employees",
    "row": "r",
}
SQL = "SELECT team, SUM(salary)\nFROM employees\nWHERE age > 30 AND name <> 'Ivo'\nGROUP BY team\nORDER BY team;"
PYTHON = """\
def f_employees(rows):
    sums = {}
    for row in rows:
        if row["age"] > 30 and row["name"] != "Ivo":
            sums[row["team"]] = sums.get(row["team"], 0) + row["salary"]
    return sorted(sums.items())"""


def test_contract() -> None:
    holds("sql")


def test_written_out() -> None:
    assert family("sql").solve(ARGS, "en").text == f"```sql\n{SQL}\n```"
    assert check("sql", {**ARGS, "to": "python"}, f"```python\n{PYTHON}\n```").passed


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        (SQL, ""),
        (SQL.lower().replace("'ivo'", "'Ivo'"), ""),
        (SQL.replace("> 30", ">= 31"), ""),
        (f"WITH t AS ({SQL[:-1]}) SELECT * FROM t", ""),
        (SQL.replace("SUM", "MAX"), "wrong_result"),
        (SQL.replace("ORDER BY team", "ORDER BY team DESC"), "wrong_result"),
        (SQL.replace("employees", "staff"), "wrong_result"),
        (SQL + " SELECT 1;", "wrong_result"),
        ("DROP TABLE employees", "no_query"),
        ("SELECT 'a", "wrong_result"),
        (
            "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t",
            "program_timeout",
        ),
    ],
)
def test_queries(query: str, reason: str) -> None:
    assert check("sql", ARGS, f"```sql\n{query}\n```").reason == reason


@settings(max_examples=5)
@given(st.lists(st.text(), min_size=20, max_size=20))
def test_no_text_makes_the_checker_raise(texts: list[str]) -> None:
    items = [(ARGS, one) for text in texts for one in (text, f"```sql\nSELECT {text}\n```")]
    assert not any(verdict.passed for verdict in check_many("sql", items))
