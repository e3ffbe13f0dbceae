"""Programs against calls, asserts and runs: what passes, what fails at which test, and what tries to cheat."""

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filters.verify import check, check_many

HUMAN_EVAL = (
    Path(os.environ.get("GRISTMILL_TEST_DATA", Path(__file__).parents[3] / "../shared/data"))
    / "human_eval/HumanEval.jsonl.gz"
)
CALLS = {"function": "add", "tests": [{"args": [1, 2], "returns": 3}, {"call": "add(-1, 1)", "returns": 0}]}
ASSERTS = {"function": "add", "asserts": "assert add(1, 2) == 3\nassert add(-1, 1) == 0"}
RUNS = {"runs": [{"input": "1 2\n", "output": "3\n"}, {"input": "5 5\n", "output": "10"}]}
ADD = "def add(a, b):\n    return a + b"
WRONG = {
    ADD.replace("+", "-"): "wrong_result",
    "def sub(a, b): return 1": "no_code",
    "def add(a, b: return": "no_code",
    f"{ADD}\nimport sys\nsys.exit(0)": "program_error",
    f"{ADD}\nimport os\nos._exit(0)": "no_result",
    "def add(a, b):\n    raise SystemExit(0)": "wrong_result",
    "def add(a, b):\n    import os\n    os._exit(0)": "no_result",
    "class E:\n    def __eq__(self, o): return True\ndef add(a, b): return E()": "wrong_result",
    "class E(int):\n    def __eq__(self, o): return True\ndef add(a, b): return E(7)": "wrong_result",
    "import builtins\nbuiltins.AssertionError = int\nbuiltins.all = id\ndef add(a, b): return 9": "wrong_result",
    f'{ADD}9\nimport os\nos.write(1, b\'["value", 3]\\n["done"]\\n\')\nos._exit(0)': "no_result",
    "def add(a, b): return 1 / 0": "wrong_result",
}


def fenced(code: str) -> str:
    return f"Here it is:\n```python\n{code}\n```\nThat is all."


@pytest.mark.parametrize("args", [CALLS, ASSERTS], ids=["calls", "asserts"])
def test_only_a_right_function_passes(args: dict[str, Any]) -> None:
    right = [fenced(ADD), ADD, fenced("print('x')") + "\n" + fenced(f"{ADD}\nprint(add(1, 1))")]
    assert [verdict.reason for verdict in check_many("program", [(args, response) for response in right])] == [""] * 3
    wrong = check_many("program", [(args, fenced(code)) for code in WRONG])
    assert dict(zip(WRONG, [verdict.reason for verdict in wrong], strict=True)) == WRONG


def test_the_first_failing_test_is_named() -> None:
    code = fenced("def add(a, b): return 3")
    assert check("program", CALLS, code).detail == "add(-1, 1) should be 0, it is 3"
    assert check("program", ASSERTS, code).detail.startswith("assert add(-1, 1) == 0 fails: AssertionError")
    inside = {**ASSERTS, "asserts": "def check(f):\n    assert f(1, 2) == 3\n    assert f(0, 0) == 0\ncheck(add)"}
    assert check("program", inside, code).detail.startswith("assert f(0, 0) == 0 fails")


def test_an_endless_loop_is_stopped_at_the_test_it_hangs_in() -> None:
    code = fenced("def add(a, b):\n    while a < 0: pass\n    return a + b")
    verdict = check("program", {**CALLS, "cpu_seconds": 1}, code)
    assert verdict.reason == "program_timeout" and verdict.detail.startswith("add(-1, 1)")


def test_a_patched_module_is_put_back_before_the_asserts() -> None:
    cheat = fenced("import math\nmath.isclose = lambda *a, **k: True\ndef third(): return 9")
    args = {"function": "third", "asserts": "import math\nassert math.isclose(third(), 1 / 3)"}
    assert check("program", args, cheat).reason == "wrong_result"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("a, b = map(int, input().split())\nprint(a + b)", ""),
        ("import sys\nprint(sum(map(int, sys.stdin.buffer.read().split())))\nsys.exit(0)", ""),
        ("if __name__ == '__main__':\n    print(sum(map(int, input().split())), ' ')", ""),
        ("print(3)", "wrong_result"),
        ("1 / 0", "program_error"),
    ],
)
def test_whole_programs_read_and_write(code: str, reason: str) -> None:
    assert check("program", RUNS, fenced(code)).reason == reason


def test_values_are_compared_as_python_has_them() -> None:
    def reason(body: str, **test: Any) -> str:
        return check("program", {"function": "f", "tests": [{"args": [], **test}]}, f"def f(): return {body}").reason

    assert reason("{1, 2}", literal="{2, 1}") == ""
    assert reason("{1: (2, 3)}", literal="{1: [2, 3]}") == ""
    assert reason("0.1 + 0.2", returns=0.3) == ""
    assert reason("2.0", returns=2) == ""
    assert reason("True", returns=1) == "wrong_result"
    assert reason("0.3001", returns=0.3) == "wrong_result"
    assert reason("object()", returns=0) == "wrong_result"


@pytest.mark.parametrize(
    "args",
    [{}, {"tests": [{"args": [], "returns": 1}]}, {"asserts": "x = 1"}, {"asserts": "assert ("}, {**CALLS, **RUNS}],
)
def test_tests_that_test_nothing_are_an_unclear_task(args: dict[str, Any]) -> None:
    assert check("program", args, fenced(ADD)).reason == "unclear_task"


@given(st.text())
@settings(max_examples=30)
def test_no_text_makes_it_raise(text: str) -> None:
    assert not check("program", CALLS, text).passed


@pytest.mark.skipif(not HUMAN_EVAL.exists(), reason=f"no HumanEval at {HUMAN_EVAL} (set GRISTMILL_TEST_DATA)")
def test_problems_of_human_eval_pass_as_completions_and_whole() -> None:
    with gzip.open(HUMAN_EVAL, "rt", encoding="utf-8") as lines:
        problems = [json.loads(line) for line in lines][:20]
    items = []
    for problem in problems:
        name, before = problem["entry_point"], problem["prompt"]
        args = {"function": name, "before": before, "asserts": f"{problem['test']}\ncheck({name})"}
        items += [(args, problem["canonical_solution"]), (args, fenced(before + problem["canonical_solution"]))]
        items.append((args, fenced(f"def {name}(*args): return None")))
    reasons = [verdict.reason for verdict in check_many("program", items)]
    assert reasons == ["", "", "wrong_result"] * len(problems)
