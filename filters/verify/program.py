"""Run the program of a response in the sandbox against tests.

args: one of
  tests    calls: [{"call": "add(1, 2)", "returns": 3}, …], or {"args": [1, 2], "returns": 3} with `function`; "literal"
           in place of "returns" holds a Python literal, for what JSON cannot say ("{1, 2}")
  asserts  a block of Python with assert statements, such as HumanEval's `check` and the call of it
  runs     whole programs: [{"input": "1 2\\n", "output": "3\\n"}, …]; blanks at the ends of lines are immaterial
and optionally function (the name that the program must define), before (code in front of the program, such as the
prompt's imports and signature that a completion goes on from), tolerance (relative, of floats that a call returns) and
cpu_seconds.

The program is the last fenced block that defines `function`, or the response itself if it is code.
"""

import ast
import json
import math
import secrets
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import filters.sandbox
from filters.reading.code_block import code_blocks
from filters.sandbox.calls import plain
from filters.sandbox.run import Limits, Result, run_programs
from filters.verdict import Verdict, failed, passed

_HARNESS = (Path(filters.sandbox.__file__).parent / "harness.py").read_text(encoding="utf-8")
_CPU_SECONDS = 3
"""HumanEval's own time limit (openai/human-eval, `timeout=3.0`)."""
_OUTPUT_BYTES = 1 << 20
_TOLERANCE = 1e-9
"""Relative; the project's own: floats that were summed in another order agree to it."""
_SHOWN = 300

_Item = tuple[Mapping[str, Any], str]
_Reports = list[list[Any]]


def check(args: Mapping[str, Any], response: str) -> Verdict:
    return check_many([(args, response)])[0]


def check_many(items: Sequence[_Item]) -> list[Verdict]:
    """Check many programs in one batch of the sandbox for each time limit."""
    verdicts: list[Verdict | None] = []
    planned: dict[int, list[tuple[int, str, list[str]]]] = defaultdict(list)
    for place, (args, response) in enumerate(items):
        code = _unclear(args) or _code(args, response)
        verdicts.append(code if isinstance(code, Verdict) else None)
        if isinstance(code, str):
            word = secrets.token_hex(16)
            planned[int(args.get("cpu_seconds", _CPU_SECONDS))].append((place, word, _programs(args, code, word)))
    for seconds, jobs in planned.items():
        limits = Limits(cpu_seconds=seconds, wall_seconds=3.0 * seconds, output_bytes=_OUTPUT_BYTES)
        results = iter(run_programs([program for _, _, programs in jobs for program in programs], limits))
        for place, word, programs in jobs:
            verdicts[place] = _judge(items[place][0], word, [next(results) for _ in programs])
    return [verdict for verdict in verdicts if verdict is not None]


def _unclear(args: Mapping[str, Any]) -> Verdict | None:
    """What is wrong with the arguments, if anything."""
    forms = [form for form in ("tests", "asserts", "runs") if args.get(form)]
    if len(forms) != 1:
        return failed("unclear_task", f"one of tests, asserts and runs is needed, not {', '.join(forms) or 'none'}")
    try:
        if forms == ["asserts"]:
            tree = ast.parse(args["asserts"])
            if not any(isinstance(node, ast.Assert) for node in ast.walk(tree)):
                return failed("unclear_task", "the block of asserts holds no assert statement")
        for test in args.get("tests", ()):
            _expected(test)
            if "call" not in test and not (args.get("function") and "args" in test):
                return failed("unclear_task", f"a test needs a call, or args and the function's name: {test}"[:_SHOWN])
    except (SyntaxError, ValueError, KeyError, TypeError, RecursionError, MemoryError) as error:
        return failed("unclear_task", f"the tests cannot be read: {type(error).__name__}: {error}"[:_SHOWN])
    return None


def _code(args: Mapping[str, Any], response: str) -> str | Verdict:
    """The program with what comes before it, or why there is none."""
    name, before = args.get("function", ""), args.get("before", "")
    broken = ""
    for block in [*reversed(code_blocks(response)), response]:
        for code in dict.fromkeys((f"{before}{block}", f"{before}\n{block}", block)):
            try:
                defined = _defined(code)
            except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
                if block is not response:
                    broken = broken or f"{type(error).__name__}: {error}"
                continue
            if name in defined or (not name and block.strip()):
                return code
    wanted = f"a function {name!r}" if name else "a program"
    return failed("no_code", f"no code with {wanted} was found{f' ({broken})' if broken else ''}"[:_SHOWN])


def _defined(code: str) -> set[str]:
    """Names that code defines at its top."""
    found: set[str] = set()
    for node in ast.parse(code).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return found


def _programs(args: Mapping[str, Any], code: str, word: str) -> list[str]:
    name = args.get("function", "")
    if "runs" in args:
        return [f"{_HARNESS}\nrun_whole({code!r}, {run['input']!r})\n" for run in args["runs"]]
    if "asserts" in args:
        return [f"{_HARNESS}\nrun_asserts({word!r}, {code!r}, {name!r}, {args['asserts']!r})\n"]
    calls = [{key: test[key] for key in ("call", "args") if key in test} for test in args["tests"]]
    return [f"{_HARNESS}\nrun_calls({word!r}, {code!r}, {name!r}, json.loads({json.dumps(calls)!r}))\n"]


def _judge(args: Mapping[str, Any], word: str, results: Sequence[Result]) -> Verdict:
    if "runs" in args:
        return _judge_runs(args["runs"], results)
    (result,) = results
    reports = _reports(word, result)
    if reports and reports[0][0] == "broken":
        return failed("program_error", f"the program cannot be loaded: {reports[0][1]}")
    if "asserts" in args:
        return _judge_asserts(args["asserts"], reports, result)
    return _judge_calls(args, reports, result)


def _reports(word: str, result: Result) -> _Reports:
    found: _Reports = []
    for line in result.stdout.split("\n"):
        if line.startswith(word):
            try:
                found.append(json.loads(line.removeprefix(word)))
            except (ValueError, RecursionError):
                break
    return found


def _ended(result: Result, where: str) -> Verdict:
    """Why there is no report of a test."""
    if result.status == "ok":
        return failed("no_result", f"the program left before {where} was over")
    return failed(f"program_{result.status}", f"{where} ended with {result.status}: {result.stderr[-_SHOWN:].strip()}")


def _judge_asserts(tests: str, reports: _Reports, result: Result) -> Verdict:
    lines = tests.splitlines()
    statements = [node.lineno for node in ast.parse(tests).body]
    done = [report[1] for report in reports if report[0] == "passed"]
    for report in reports:
        if report[0] == "failed":
            return failed("wrong_result", f"{lines[report[1] - 1].strip()[:_SHOWN]} fails: {report[2]}")
    if done != statements or reports[-1] != ["done"]:
        stopped = statements[min(len(done), len(statements) - 1)]
        return _ended(result, f"{lines[stopped - 1].strip()[:_SHOWN]!r}")
    return passed(f"{tests.count('assert ')} asserts hold")


def _expected(test: Mapping[str, Any]) -> Any:
    return plain(ast.literal_eval(test["literal"]) if "literal" in test else test["returns"])


def _judge_calls(args: Mapping[str, Any], reports: _Reports, result: Result) -> Verdict:
    tolerance = float(args.get("tolerance", _TOLERANCE))
    for number, test in enumerate(args["tests"]):
        call = test.get("call") or f"{args['function']}({', '.join(map(repr, test['args']))})"
        if number >= len(reports):
            return _ended(result, call[:_SHOWN])
        kind, found = reports[number]
        expected = _expected(test)
        if kind != "value" or not _alike(expected, found, tolerance):
            verb = "is" if kind == "value" else "raises"
            return failed("wrong_result", f"{call[:_SHOWN]} should be {expected!r:.200}, it {verb} {found!r:.200}")
    return passed(f"{len(args['tests'])} tests passed")


def _alike(expected: Any, found: Any, tolerance: float) -> bool:
    """Equal values; floats within the tolerance, and True is not 1."""
    if isinstance(expected, bool) or isinstance(found, bool):
        return expected is found
    if isinstance(expected, int | float) and isinstance(found, int | float):
        both_exact = isinstance(expected, int) and isinstance(found, int)
        if both_exact or expected == found:
            return expected == found
        return math.isclose(expected, found, rel_tol=tolerance, abs_tol=tolerance) or (expected != expected != found)
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return all(_alike(one, other, tolerance) for one, other in zip(expected, found, strict=True))
    if isinstance(expected, dict) and isinstance(found, dict) and expected.keys() == found.keys():
        return all(_alike(expected[key], found[key], tolerance) for key in expected)
    return type(expected) is type(found) and expected == found


def _judge_runs(runs: Sequence[Mapping[str, str]], results: Sequence[Result]) -> Verdict:
    for number, (run, result) in enumerate(zip(runs, results, strict=True), 1):
        if result.status != "ok":
            return _ended(result, f"run {number} on {run['input'][:80]!r}")
        if _lines(result.stdout) != _lines(run["output"]):
            shown = f"should write {run['output'][:150]!r}, it writes {result.stdout[:150]!r}"
            return failed("wrong_result", f"run {number} on {run['input'][:80]!r} {shown}")
    return passed(f"{len(runs)} runs passed")


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip().splitlines()]
