"""Check calculus from the other side: derivatives by integrating them, slopes by differences, integrals by quadrature.

args: kind, variable, and terms ([name, coefficient, n]), factors or coefficients (from the constant upwards) of the
function; at, line, order, from, to, want. Five-point differences and Boole's rule are exact for the polynomials here,
of degree four at most. A step "a - b = c" of plain numbers must hold too.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from filters.reading.answer import final_answer
from filters.reading.plain_number import plain_number
from filters.reading.steps import broken_step
from filters.reading.term_sum import TermSum, term_sum
from filters.verdict import Verdict, failed, passed

Task = Mapping[str, Any]
_POINT = re.compile(r"\(([^(),]{1,80}),([^(),]{1,80})\)")
_HEAD = re.compile(r"^(?:[a-z]'{0,2}(?:\([a-z]\))?|[a-z]) ?= ?")


def _at(coefficients: Sequence[int], x: Fraction | int) -> Fraction:
    return sum((c * Fraction(x) ** n for n, c in enumerate(coefficients)), Fraction(0))


def _steep(coefficients: Sequence[int], x: Fraction | int, order: int = 1) -> Fraction:
    """The first or second derivative by central differences over five points."""
    weights = (1, -8, 0, 8, -1) if order == 1 else (-1, 16, -30, 16, -1)
    return (
        sum(
            (weight * _at(coefficients, x + step) for step, weight in zip(range(-2, 3), weights, strict=True)),
            Fraction(0),
        )
        / 12
    )


def _integrated(terms: TermSum) -> TermSum | None:
    """An antiderivative; None where it is no such sum (a logarithm's)."""
    found = TermSum()
    for (kind, n), size in terms.items():
        match kind:
            case "ln":
                return None
            case "sin":
                found["cos", n] = -size / n
            case "cos":
                found["sin", n] = size / n
            case "exp":
                found["exp", n] = size / n
            case _ if n == -1:
                found["ln", 1] = size
            case _:
                found["x", n + 1] = size / (n + 1)
    return found


def _read(response: str, variable: str) -> TermSum | None:
    return term_sum(_HEAD.sub("", final_answer(response)[:500], count=1), variable)


def _without_constants(terms: TermSum, order: int) -> TermSum:
    return {key: size for key, size in terms.items() if not (key[0] == "x" and 0 <= key[1] < order)}


def _derivative(task: Task, response: str) -> Verdict:
    found: TermSum | None = _read(response, task["variable"])
    if found is None:
        return failed("no_answer", f"expected a sum of terms in {task['variable']} after the answer mark")
    if any(kind != "x" and n == 0 for kind, n in found):
        return failed("wrong_value", "a term has no variable inside")
    whole: TermSum | None = found
    for _ in range(task["order"]):
        whole = _integrated(whole) if whole is not None else None
    wanted = {(kind, n): Fraction(size) for kind, size, n in task["terms"]}
    if whole is None or _without_constants(whole, task["order"]) != _without_constants(wanted, task["order"]):
        return failed("wrong_value", "integrating the answer does not lead back to the function")
    return passed("integrating the answer leads back to the function")


def _product(task: Task, response: str) -> Verdict:
    found = _read(response, task["variable"])
    if found is None or any(kind != "x" or not 0 <= n < 10 for kind, n in found):
        return failed("no_answer", f"expected a polynomial in {task['variable']} after the answer mark")
    one, other = task["factors"]
    start = one[0] * other[0]
    for x in range(-6, 7):
        area = sum((size * Fraction(x) ** (n + 1) / (n + 1) for (_, n), size in found.items()), Fraction(0))
        if area != _at(one, x) * _at(other, x) - start:
            return failed("wrong_value", f"integrating the answer from 0 to {x} does not give the function's change")
    return passed("integrating the answer gives the function's change")


def _number(truth: Fraction, response: str) -> Verdict:
    found = plain_number(final_answer(response))
    if found is None:
        return failed("no_answer", f"expected {truth}, found no number after the answer mark")
    if found != truth:
        return failed("wrong_value", f"expected {truth}, found {found}")
    return passed(str(truth))


def _slope(task: Task, response: str) -> Verdict:
    numbers, at = task["coefficients"], task["at"]
    steep = _steep(numbers, at)
    if not task["line"]:
        return _number(steep, response)
    found = _read(response, task["variable"])
    if found is None:
        return failed("no_answer", "expected a line y = … after the answer mark")
    wanted = {("x", 1): steep, ("x", 0): _at(numbers, at) - steep * at}
    if found != {key: size for key, size in wanted.items() if size}:
        return failed("wrong_value", f"expected slope {wanted['x', 1]} and intercept {wanted['x', 0]}")
    return passed(f"slope {wanted['x', 1]}, intercept {wanted['x', 0]}")


def _integral(task: Task, response: str) -> Verdict:
    low, width = Fraction(task["from"]), Fraction(task["to"] - task["from"])
    weights = (7, 32, 12, 32, 7)
    points = (_at(task["coefficients"], low + width * step / 4) for step in range(5))
    return _number(width * sum(w * y for w, y in zip(weights, points, strict=True)) / 90, response)


def _extremum(task: Task, response: str) -> Verdict:
    shown = _POINT.findall(final_answer(response)[:300].replace("，", ",").replace("（", "(").replace("）", ")"))
    if len(shown) != 1:
        return failed("no_answer", "expected one point (a, b) after the answer mark")
    at, height = plain_number(shown[0][0]), plain_number(shown[0][1])
    numbers = task["coefficients"]
    if at is None or height is None or abs(at) > 10**6:
        return failed("no_answer", "expected one point (a, b) of numbers after the answer mark")
    if _at(numbers, at) != height:
        return failed("wrong_value", f"the point ({at}, {height}) is not on the curve")
    if _steep(numbers, at) != 0:
        return failed("wrong_value", f"the curve is not level at {at}")
    if (_steep(numbers, at, 2) < 0) != (task["want"] == "max"):
        return failed("wrong_value", f"expected the {task['want']}imum, found the other turning point")
    return passed(f"({at}, {height})")


CHECKS: dict[str, Callable[[Task, str], Verdict]] = {
    "derivative": _derivative,
    "product": _product,
    "slope": _slope,
    "speed": lambda task, response: _number(_steep(task["coefficients"], task["at"], task["order"]), response),
    "integral": _integral,
    "extremum": _extremum,
}


def check(args: Mapping[str, Any], response: str) -> Verdict:
    verdict = CHECKS[args["kind"]](args, response)
    if verdict.passed and (broken := broken_step(response)):
        return failed("wrong_step", f"the step {broken} does not hold")
    return verdict
