"""Put the answer back into the stated equations.

args: equations (texts such as "2(x + 3) = 5x - 1"), unknowns (letters). The answer gives every unknown once, as
"x = 2, y = -3/4" (or the bare number where there is one unknown), and must satisfy each equation exactly. Any further
equation that the response writes on a line of its own must hold for these values too.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from filters.reading.answer import final_answer
from filters.verdict import Verdict, failed, passed

Values = Mapping[str, Fraction]

_TOKEN = re.compile(r"\s*(?:(\d{1,20}(?:\.\d{1,20})?)|([a-z])|([-+*/()=]))")
_NUMBER = r"[-+]? ?\d{1,20}(?:\.\d{1,20})?(?: ?/ ?\d{1,20})?"
_GIVEN = re.compile(rf"(?:([a-z]) ?= ?)?({_NUMBER})")
_SEPARATOR = re.compile(r"[,;，；、\n]|\band\b|[&和]")
_LONGEST_LINE = 200
_MOST_LINES = 100
_DEEPEST = 20


class Malformed(ValueError):
    """Not an equation in the unknowns."""


class _Side:
    """Recursive descent over one side of an equation, with the unknowns' values put in as they are met."""

    def __init__(self, tokens: list[str], values: Values) -> None:
        self.tokens, self.values, self.place, self.depth = tokens, values, 0, 0

    def peek(self) -> str:
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def take(self) -> str:
        self.place += 1
        return self.tokens[self.place - 1]

    def value(self) -> Fraction:
        total = self.sum()
        if self.peek():
            raise Malformed(self.peek())
        return total

    def sum(self) -> Fraction:
        total = self.product()
        while self.peek() in ("+", "-"):
            total += self.product() if self.take() == "+" else -self.product()
        return total

    def product(self) -> Fraction:
        value = self.factor()
        while (token := self.peek()) and token not in "+-)":
            if token == "/":
                self.take()
                value /= self.factor()
            else:
                if token == "*":
                    self.take()
                value *= self.factor()
        return value

    def factor(self) -> Fraction:
        token = self.take() if self.peek() else ""
        if token == "-":
            return -self.factor()
        if token == "(":
            self.depth += 1
            if self.depth > _DEEPEST:
                raise Malformed("brackets too deep")
            value = self.sum()
            if not self.peek() or self.take() != ")":
                raise Malformed("an open bracket")
            self.depth -= 1
            return value
        if token in self.values:
            return self.values[token]
        if token[:1].isdigit():
            return Fraction(token)
        raise Malformed(token)


def holds(equation: str, values: Values) -> bool:
    """Does the equation hold for these values? Raises Malformed; ZeroDivisionError."""
    if len(equation) > _LONGEST_LINE:
        raise Malformed("too long")
    found = list(_TOKEN.finditer(equation))
    tokens = [match.group().strip() for match in found]
    if "".join(tokens) != "".join(equation.split()) or tokens.count("=") != 1 or "--" in equation:
        raise Malformed(equation)
    split = tokens.index("=")
    return _Side(tokens[:split], values).value() == _Side(tokens[split + 1 :], values).value()


def given(text: str, unknowns: list[str]) -> dict[str, Fraction] | None:
    """The values that an answer states, one for each unknown; None if it states anything else."""
    values: dict[str, Fraction] = {}
    if len(text) > _LONGEST_LINE:
        return None
    for part in _SEPARATOR.split(text.replace("−", "-").rstrip(".。 ")):
        found = _GIVEN.fullmatch(part.strip())
        if not found:
            return None
        name = found[1] or (unknowns[0] if len(unknowns) == 1 else "")
        if name not in unknowns or name in values:
            return None
        try:
            values[name] = Fraction(found[2].replace(" ", ""))
        except ZeroDivisionError:
            return None
    return values


def check(args: Mapping[str, Any], response: str) -> Verdict:
    unknowns = list(args["unknowns"])
    values = given(final_answer(response), unknowns)
    if values is None:
        return failed("no_answer", f"no values of {', '.join(unknowns)} stand after the answer mark")
    if len(values) < len(unknowns):
        return failed("incomplete", f"expected values of {', '.join(unknowns)}, found {', '.join(values)} alone")
    shown = ", ".join(f"{name} = {value}" for name, value in values.items())
    for equation in args["equations"]:
        if not holds(equation, values):
            return failed("wrong_value", f"{shown} does not satisfy {equation}")
    for line in response.replace("−", "-").splitlines()[:_MOST_LINES]:
        step = re.sub(r"^\s*(?:\(\d\)|[^:：=]*[:：]|So\b|所以)", "", line)
        try:
            if not holds(step, values):
                return failed("wrong_step", f"the step {step.strip()} does not hold for {shown}")
        except (Malformed, ZeroDivisionError):
            continue
    return passed(shown)
