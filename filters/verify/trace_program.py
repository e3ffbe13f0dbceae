"""Run a program in the sandbox and compare what it printed with the answer.

args: program. Lines must agree in order and wording; blanks at the ends of lines, empty lines around the output, and a
code fence or backquotes around the answer are immaterial.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from filters.reading.answer import final_answer
from filters.sandbox.packed import harmless_script, run_packed
from filters.sandbox.run import Limits, Result, run_programs
from filters.verdict import Verdict, failed, passed

_LIMITS = Limits(cpu_seconds=2, output_bytes=4096)
_TOGETHER = 12
_PACKED = """
import contextlib, io
def run_script(_):
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec({program!r}, {{"__name__": "__main__"}})
    return printed.getvalue()
"""


def check(args: Mapping[str, Any], response: str) -> Verdict:
    return check_many([(args, response)])[0]


def check_many(items: Sequence[tuple[Mapping[str, Any], str]]) -> list[Verdict]:
    """Check many answers; each different program runs once, all in one batch."""
    programs = list(dict.fromkeys(args["program"] for args, _ in items))
    results = _run(programs)
    return [_compare(results[args["program"]], response) for args, response in items]


def _run(programs: Sequence[str]) -> dict[str, Result]:
    """How each program ends. Harmless ones share processes, and only what does not end well there runs by itself."""
    together = [program for program in programs if harmless_script(program)]
    reports = run_packed([(_PACKED.format(program=program), "run_script", [None]) for program in together], _TOGETHER)
    results = {}
    for program, report in zip(together, reports, strict=True):
        printed = None if isinstance(report, Verdict) else _printed(report[0])
        if printed is not None:
            results[program] = Result("ok", printed, "", 0)
    apart = [program for program in programs if program not in results]
    return results | dict(zip(apart, run_programs(apart, _LIMITS), strict=True))


def _printed(report: str) -> str | None:
    """The text in a report of `run_script`; None where it has none, or one that a process of its own would not do."""
    try:
        text = str(json.loads(report))
        return text if len(text.encode()) <= _LIMITS.output_bytes else None
    except ValueError:
        return None


def _compare(result: Result, response: str) -> Verdict:
    if result.status != "ok":
        return failed(
            "program_failed", f"the program itself ended with {result.status}: {result.stderr[-200:].strip()}"
        )
    expected, found = _lines(result.stdout), _lines(_unfenced(final_answer(response)))
    if not found:
        return failed("no_answer", f"nothing stands after the answer mark; the program prints {result.stdout!r}")
    if expected != found:
        return failed(
            "wrong_output", f"the program prints {result.stdout[:300]!r}, the answer says {found[:5]!r}"[:700]
        )
    return passed(result.stdout.strip())


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


def _unfenced(answer: str) -> str:
    """The answer without a fence of three backquotes (with a language name), or single backquotes, around it."""
    if answer.startswith("```") and answer.endswith("```") and len(answer) > 6:
        return answer[3:-3].partition("\n")[2]
    if answer.startswith("`") and answer.endswith("`") and answer.count("`") == 2:
        return answer[1:-1]
    return answer
