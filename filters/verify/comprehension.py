"""Whether a rewritten function has the form asked for, and returns what the shown one returns, both run in the sandbox.

args: source (one function of one parameter), input ("numbers", "words" or "rows": lists of numbers), wanted
("comprehension": no loop statement may be left, and there must be a comprehension or a generator expression; "loop":
the reverse). The response holds a code block with a function of the same name.
"""

import ast
import random
from collections.abc import Mapping, Sequence
from typing import Any

from filters.reading.code_block import code_blocks
from filters.sandbox.packed import run_sparingly
from filters.verdict import Verdict, failed, passed

_LOOPS = (ast.For, ast.While, ast.AsyncFor)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_LETTERS = "aeiorstnlkmb"
_TOGETHER = 12


def inputs(args: Mapping[str, Any]) -> list[list[Any]]:
    """Lists drawn for this task: wide ones, short ones, a list of one and the empty list."""
    rng = random.Random(args["source"])

    def one() -> Any:
        if args["input"] == "words":
            return "".join(rng.choices(_LETTERS, k=rng.randint(1, 9)))
        if args["input"] == "rows":
            return [rng.randint(-12, 30) for _ in range(rng.randint(0, 5))]
        return rng.randint(-12, 40)

    wholes: dict[str, list[Any]] = {
        "numbers": list(range(-15, 45)),
        "words": [letter * size + end for letter in _LETTERS for size in (1, 2, 4, 6) for end in ("", "e", "st")],
        "rows": [list(range(-15, 45)), [4], [9, 16], [1, 0, 2], []],
    }
    return [wholes[args["input"]], [], [one()], *([one() for _ in range(rng.randint(3, 12))] for _ in range(6))]


def check(args: Mapping[str, Any], response: str) -> Verdict:
    return check_many([(args, response)])[0]


def check_many(items: Sequence[tuple[Mapping[str, Any], str]]) -> list[Verdict]:
    """Check many functions; each different one runs once, all in one batch of the sandbox."""
    codes = [_rewritten(args, response) for args, response in items]
    runnable = [(args, code) for (args, _), code in zip(items, codes, strict=True) if isinstance(code, str)]
    jobs = {}
    for args, code in runnable:
        for source in (args["source"], code):
            jobs[source, args["source"]] = (source, _name(args), inputs(args))
    results = dict(zip(jobs, run_sparingly(list(jobs.values()), _TOGETHER), strict=True))
    verdicts = []
    for (args, _), rewritten in zip(items, codes, strict=True):
        if isinstance(rewritten, Verdict):
            verdicts.append(rewritten)
        else:
            shown, given = results[args["source"], args["source"]], results[rewritten, args["source"]]
            verdicts.append(_compare(args, shown, given))
    return verdicts


def _name(args: Mapping[str, Any]) -> str:
    function = ast.parse(args["source"]).body[0]
    assert isinstance(function, ast.FunctionDef)
    return function.name


def _rewritten(args: Mapping[str, Any], response: str) -> str | Verdict:
    """The code of the response, if it has the form asked for."""
    name = _name(args)
    code = next((block for block in code_blocks(response) if f"def {name}(" in block), None)
    if code is None:
        return failed("no_code", f"no code block with a function {name!r} was found")
    try:
        nodes = list(ast.walk(ast.parse(code)))
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return failed("no_python", f"the code does not parse: {str(error)[:200]}")
    loops = sum(isinstance(node, _LOOPS) for node in nodes)
    comprehensions = sum(isinstance(node, _COMPREHENSIONS) for node in nodes)
    wanted, unwanted = (comprehensions, loops) if args["wanted"] == "comprehension" else (loops, comprehensions)
    if unwanted or not wanted:
        return failed(
            "wrong_form", f"a {args['wanted']} alone is wanted: {loops} loops, {comprehensions} comprehensions"
        )
    return code


def _compare(args: Mapping[str, Any], expected: list[str] | Verdict, found: list[str] | Verdict) -> Verdict:
    if isinstance(expected, Verdict):
        return failed("unclear_task", f"the function shown does not run: {expected.detail}")
    if isinstance(found, Verdict):
        return found
    for given, truth, value in zip(inputs(args), expected, found, strict=True):
        if truth != value:
            return failed("wrong_result", f"for {str(given)[:200]} it should return {truth[:200]}, it is {value[:200]}")
    return passed(f"{len(found)} calls give the same results")
