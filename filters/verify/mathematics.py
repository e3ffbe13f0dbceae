r"""Compare the answer that a response states with the expected one, mathematically (`filters.equivalence`).

args: answer (as a data set has it: "18", "\frac{1}{2}", "(1, 2)", "10 cm"); units ("required", "as_expected", which is
the default, or "optional": see `Strictness`); strict (true: no decimal stands for what rounds to it); ordered (true: a
list without brackets has an order).

The answer is looked for after "Answer:", "####", in \boxed{}, after "the answer is" (also in Chinese); a response
without any of these answers with its last number.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

from filters.equivalence import Strictness, equivalent
from filters.equivalence.strictness import Units
from filters.reading.stated_answer import LONGEST, stated_answer
from filters.verdict import Verdict, failed, passed

_NUMBER = re.compile(r"(?<![\w.])[-−]?[$€¥£]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+|/\d+)?%?")
_SHOWN = 200


def check(args: Mapping[str, Any], response: str) -> Verdict:
    expected = str(args["answer"]).strip()
    units = args.get("units", "as_expected")
    if not expected or units not in get_args(Units):
        return failed("unclear_task", f"an answer is needed, and units of {get_args(Units)}; given: {dict(args)}"[:400])
    strictness = Strictness(
        units=units, decimals=None if args.get("strict") else Strictness().decimals, ordered=bool(args.get("ordered"))
    )
    stated = stated_answer(response)
    candidates = list(_readings(stated)) if stated else _last_number(response)
    shown = f"expected {expected[:_SHOWN]}, found {(candidates[0] if candidates else 'no answer')[:_SHOWN]}"
    if not candidates:
        return failed("no_answer", shown)
    if any(equivalent(expected, candidate, strictness) for candidate in candidates):
        return passed(shown)
    if any(equivalent(expected, candidate, replace(strictness, units="optional")) for candidate in candidates):
        return failed("wrong_unit", shown)
    return failed("wrong_value", shown)


def _readings(stated: str) -> Iterator[str]:
    """The statement as it stands; what follows its last "="; the only number in it, with what follows it, with the next
    word, or alone."""
    yield stated
    if "=" in stated:
        yield stated.rpartition("=")[2]
    numbers = list(_NUMBER.finditer(stated))
    if len(numbers) == 1 and not set("\\\\^_([{") & set(stated):
        start, figure = numbers[0].start(), numbers[0][0].rstrip(",")
        after = stated[start + len(figure) :]
        yield figure + after
        yield figure + "".join(re.findall(r"^ ?[^\s,.;]+", after))
        yield figure


def _last_number(response: str) -> list[str]:
    numbers = _NUMBER.findall(response[-LONGEST:])
    return [numbers[-1].rstrip(",")] if numbers else []
