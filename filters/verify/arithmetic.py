"""Recompute an arithmetic expression and compare the final answer.

args: expression (integers, + - * / and brackets). The last line's value must equal the expression's exactly, and every
step written as "a = b" must hold: a right answer after a wrong step is not a right solution.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from filters.verdict import Verdict, failed, passed
from filters.verify.answer import final_answer

_TOKEN = re.compile(r"\s*(\d+(?:\.\d+)?|[-+*/()])")
_STEP = re.compile(r"^[ \t]*([-+*/() \d.]+)=[ \t]*(-?\d{1,80}(?:\.\d{1,80})?(?:/\d{1,80})?)[ \t]*$", re.MULTILINE)
_NUMBER = re.compile(r"-?\d{1,80}(?:\.\d{1,80})?(?:/\d{1,80})?")
_LONGEST = 400


class Malformed(ValueError):
    """Not an expression of numbers, + - * / and brackets."""


def evaluate(text: str) -> Fraction:
    """The value of an expression, by precedence climbing. Raises Malformed; ZeroDivisionError."""
    tokens = _TOKEN.findall(text)
    if len(text) > _LONGEST or "".join(tokens) != "".join(text.split()):
        raise Malformed(text[:80])
    position = 0

    def peek() -> str:
        return tokens[position] if position < len(tokens) else ""

    def take() -> str:
        nonlocal position
        position += 1
        return tokens[position - 1] if position <= len(tokens) else ""

    def atom() -> Fraction:
        token = take()
        if token == "(":
            value = level(0)
            if take() != ")":
                raise Malformed(text)
            return value
        if token == "-":
            return -atom()
        if not token or not token[0].isdigit():
            raise Malformed(text)
        return Fraction(token)

    def level(lowest: int) -> Fraction:
        value = atom()
        while (
            (symbol := peek()) and symbol != ")" and (rank := {"+": 1, "-": 1, "*": 2, "/": 2}.get(symbol, 0)) > lowest
        ):
            take()
            other = level(rank)
            value = {"+": value.__add__, "-": value.__sub__, "*": value.__mul__, "/": value.__truediv__}[symbol](other)
        return value

    value = level(0)
    if position != len(tokens):
        raise Malformed(text)
    return value


def check(args: Mapping[str, Any], response: str) -> Verdict:
    truth = evaluate(args["expression"])
    found = _NUMBER.fullmatch(final_answer(response).replace(",", "").replace("−", "-").rstrip(".。"))
    if not found:
        return failed("no_answer", f"no number stands after the answer mark; expected {truth}")
    try:
        value = Fraction(found.group())
    except ZeroDivisionError:
        return failed("no_answer", "the answer divides by zero")
    if value != truth:
        return failed("wrong_value", f"expected {truth}, found {value}")
    for left, right in _STEP.findall(response):
        try:
            holds = evaluate(left) == Fraction(right)
        except (Malformed, ZeroDivisionError):
            continue
        if not holds:
            return failed("wrong_step", f"the step {left.strip()} = {right} does not hold")
    return passed(str(truth))
