"""Run a function in the sandbox on inputs drawn from its specification, and compare with the specification's meaning.

args: name, input ("numbers" or "words"), steps (a list of [operation, value]; the last one ends the chain), examples
(a list of [input, output], as stated in the prompt). The response is a Python function of that name in a code block.
Values must agree in type too (as JSON sees it, so that a tuple passes for a list).
"""

import json
import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from filters.reading.code_block import code_blocks
from filters.sandbox.packed import run_sparingly
from filters.verdict import Verdict, failed, passed

_TOGETHER = 12
_RANDOM_INPUTS = 12
_HARNESS = """

def run_test(given, function={name}):
    import json
    try:
        return json.dumps(function(given), default=repr)
    except Exception as error:
        return type(error).__name__
"""


def _running(items: list[int]) -> list[int]:
    totals: list[int] = []
    for item in items:
        totals.append(item + (totals[-1] if totals else 0))
    return totals


def _unique(items: list[Any]) -> list[Any]:
    kept: list[Any] = []
    for item in items:
        if item not in kept:
            kept.append(item)
    return kept


MEANING: dict[str, Callable[[list[Any], Any], Any]] = {
    "even": lambda items, _: list(filter(lambda n: not n & 1, items)),
    "odd": lambda items, _: list(filter(lambda n: n & 1, items)),
    "above": lambda items, k: list(filter(lambda n: n > k, items)),
    "below": lambda items, k: list(filter(lambda n: n < k, items)),
    "multiples": lambda items, k: list(filter(lambda n: not n % k, items)),
    "add": lambda items, k: list(map(k.__add__, items)),
    "times": lambda items, k: list(map(k.__mul__, items)),
    "square": lambda items, _: [pow(n, 2) for n in items],
    "absolute": lambda items, _: [-n if n < 0 else n for n in items],
    "running": lambda items, _: _running(items),
    "gaps": lambda items, _: [items[i] - items[i - 1] for i in range(1, len(items))],
    "descending": lambda items, _: sorted(items)[::-1],
    "longer": lambda items, k: list(filter(lambda w: len(w) > k, items)),
    "shorter": lambda items, k: list(filter(lambda w: len(w) < k, items)),
    "containing": lambda items, k: list(filter(lambda w: w.count(k), items)),
    "mirror": lambda items, _: ["".join(reversed(w)) for w in items],
    "suffix": lambda items, k: [f"{w}{k}" for w in items],
    "by_length": lambda items, _: [w for size in sorted(set(map(len, items))) for w in items if len(w) == size],
    "ascending": lambda items, _: sorted(items),
    "reverse": lambda items, _: list(reversed(items)),
    "unique": lambda items, _: _unique(items),
    "first": lambda items, k: [item for place, item in enumerate(items) if place < k],
    "skip": lambda items, k: [item for place, item in enumerate(items) if place >= k],
    "second": lambda items, _: [item for place, item in enumerate(items) if not place % 2],
    "list": lambda items, _: items,
    "count": lambda items, _: len(items),
    "sum": lambda items, _: (_running(items) or [0])[-1],
    "largest": lambda items, _: sorted(items)[-1] if items else 0,
    "smallest": lambda items, _: sorted(items)[0] if items else 0,
    "spread": lambda items, _: sorted(items)[-1] - sorted(items)[0] if items else 0,
    "joined": lambda items, k: k.join(map(str, items)),
    "longest": lambda items, _: next((w for w in items if len(w) == max(map(len, items))), ""),
    "letters": lambda items, _: len("".join(items)),
    "initials": lambda items, _: "".join(w[0] for w in items),
    "lengths": lambda items, _: list(map(len, items)),
    "tally": lambda items, _: dict(Counter(items)),
}


def meaning(steps: Sequence[Sequence[Any]], given: list[Any]) -> Any:
    """What the specification makes of an input."""
    value: Any = list(given)
    for operation, k in steps:
        value = MEANING[operation](value, k)
    return value


def inputs(args: Mapping[str, Any]) -> list[list[Any]]:
    """The stated examples, the empty list, a list of one, and random lists that hold the values that steps turn on."""
    rng = random.Random(json.dumps([args["name"], args["steps"]]))
    if args["input"] == "numbers":
        near = [k + d for _, k in args["steps"] if isinstance(k, int) for d in (-1, 0, 1)]
        pool = [*range(-9, 31), *near, *near, *near]
    else:
        pool = ["".join(rng.choices("aeiorstnlkm", k=rng.randint(1, 9))) for _ in range(40)]
    drawn = [rng.choices(pool, k=rng.randint(3, 9)) for _ in range(_RANDOM_INPUTS)]
    doubled = [rng.choices(items[:3], k=6) for items in drawn[:3]]
    return [*(example[0] for example in args["examples"]), [], [rng.choice(pool)], *drawn, *doubled]


def check(args: Mapping[str, Any], response: str) -> Verdict:
    return check_many([(args, response)])[0]


def check_many(items: Sequence[tuple[Mapping[str, Any], str]]) -> list[Verdict]:
    """Check many functions in one batch of the sandbox."""
    codes = [next((b for b in code_blocks(r) if f"def {args['name']}(" in b), None) for args, r in items]
    found = [(args, code, inputs(args)) for (args, _), code in zip(items, codes, strict=True) if code is not None]
    jobs = [(code + _HARNESS.format(name=args["name"]), "run_test", tests) for args, code, tests in found]
    results = run_sparingly(jobs, _TOGETHER, judged=[code for _, code, _ in found])
    verdicts = iter([_compare(args, tests, own) for (args, _, tests), own in zip(found, results, strict=True)])
    return [
        failed("no_code", f"no code block with a function {args['name']!r} was found")
        if code is None
        else next(verdicts)
        for (args, _), code in zip(items, codes, strict=True)
    ]


def _compare(args: Mapping[str, Any], tests: list[list[Any]], results: list[str] | Verdict) -> Verdict:
    if isinstance(results, Verdict):
        return results
    for given, result in zip(tests, results, strict=True):
        expected, found = json.dumps(meaning(args["steps"], given)), _text(result)
        if _sorted(found) != _sorted(expected):
            return failed("wrong_result", f"{args['name']}({given}) should be {expected}, it is {found}"[:600])
    return passed(f"{len(tests)} tests passed")


def _text(result: str) -> Any:
    """What `run_test` returned: JSON, or the name of an exception. A program of another mind may put anything there."""
    try:
        return json.loads(result)
    except (ValueError, RecursionError):
        return result


def _sorted(found: Any) -> Any:
    """The same JSON with sorted keys: the order in a dictionary is immaterial. What is no JSON stays as it is."""
    try:
        return json.dumps(json.loads(found), sort_keys=True)
    except (TypeError, ValueError, RecursionError):
        return found
