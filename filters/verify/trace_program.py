"""Run a program in the sandbox and compare what it printed with the answer.

args: program. Lines must agree in order and wording; blanks at the ends of lines, empty lines around the output, and a
code fence or backquotes around the answer are immaterial.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from filters.reading.answer import final_answer
from filters.sandbox.run import Limits, Result, run_programs
from filters.verdict import Verdict, failed, passed

_LIMITS = Limits(cpu_seconds=2, output_bytes=4096)


def check(args: Mapping[str, Any], response: str) -> Verdict:
    return check_many([(args, response)])[0]


def check_many(items: Sequence[tuple[Mapping[str, Any], str]]) -> list[Verdict]:
    """Check many answers; each different program runs once, all in one batch."""
    programs = list(dict.fromkeys(args["program"] for args, _ in items))
    results = dict(zip(programs, run_programs(programs, _LIMITS), strict=True))
    return [_compare(results[args["program"]], response) for args, response in items]


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
