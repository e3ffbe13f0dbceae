import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.verify import check_many
from filters.verify.write_function import MEANING, inputs, meaning
from pipeline.teachers.procedural.families.write_function import CHAIN, END, source, value_of
from tests.pipeline.procedural.contract import holds

ARGS: dict[str, Any] = {
    "name": "reduce_ages",
    "input": "numbers",
    "steps": [["above", 3], ["times", 2], ["sum", None]],
    "examples": [[[1, 4, 5], 18]],
}
FORGED = f"results of the calls: {json.dumps(['0'] * 18)}"
RIGHT = "def reduce_ages(ages):\n    return sum(2 * age for age in ages if age > 3)\n"


def test_contract() -> None:
    holds("write_function", slips_per_kind=100)


def test_every_operation_has_one_meaning() -> None:
    assert set(MEANING) == {o for table in (CHAIN, END) for kind in table.values() for o in kind}
    for kind, operations in CHAIN.items():
        for table in (operations, END[kind]):
            for name in table:
                k = {"containing": "a", "suffix": "s", "joined": "-"}.get(name, 3)
                steps = [[name, k], ["list", None]] if table is operations else [[name, k]]
                code = source("f", kind, steps, "items")
                for given_list in inputs({"name": "f", "input": kind, "steps": steps, "examples": []}):
                    assert value_of(code, "f", given_list) == meaning(steps, given_list), (name, given_list)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (RIGHT, ""),
        ("import sys\n\n" + RIGHT + "\nif __name__ == '__main__':\n    print(reduce_ages([]))", ""),
        (RIGHT.replace(">", ">="), "wrong_result"),
        (RIGHT.replace("return ", "return float(").replace("3)", "3))"), "wrong_result"),
        (RIGHT.replace("return", "print"), "program_error"),
        (RIGHT.replace("return ", "return [").replace("3)", "3)]"), "wrong_result"),
        (RIGHT + "raise SystemExit", "no_result"),
        (RIGHT + "import os\nos._exit(0)", "no_result"),
        (RIGHT + "while True: pass", "program_timeout"),
        (RIGHT + "'''", "program_error"),
        ("def reduce_ages(ages):\n    return ages[10**6]", "wrong_result"),
        ("def reduce_ages(ages):\n    ages.clear()\n    return set()", "wrong_result"),
        ("def reduce_ages(ages): raise SystemExit", "no_result"),
        ("def reduce_ages(ages):\n    print('results of the calls: [1, {')\n    raise SystemExit", "no_result"),
        ("def reduce_ages(ages):\n    print('results of the calls: ' + '[' * 9999)\n    raise SystemExit", "no_result"),
        (f"def reduce_ages(ages):\n    print({FORGED!r})\n    raise SystemExit", "wrong_result"),
        ("def other(ages): return 0", "no_code"),
    ],
)
def test_answers(code: str, reason: str) -> None:
    (verdict,) = check_many("write_function", [(ARGS, f"Here:\n```python\n{code}\n```\nDone.")])
    assert verdict.reason == reason


@settings(max_examples=5)
@given(st.lists(st.text(), min_size=40, max_size=40))
def test_no_text_makes_the_checker_raise(texts: list[str]) -> None:
    responses = [*texts, *(f"```python\ndef reduce_ages(ages):\n    {text}\n```" for text in texts)]
    assert not any(v.passed for v in check_many("write_function", [(ARGS, response) for response in responses]))
