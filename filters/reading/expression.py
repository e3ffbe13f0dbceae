"""Evaluate an arithmetic expression exactly, without Python's own parser."""

import re
from fractions import Fraction

_TOKEN = re.compile(r"\s*(\d+(?:\.\d+)?|[-+*/()])")
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
