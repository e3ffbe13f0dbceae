"""Linear forms such as 3x - 2y + 5: read from text, calculated with, written out again."""

import ast
import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import lcm

CONSTANT = ""
"""The key of a form's constant term; the other keys are unknowns."""

_IMPLICIT_PRODUCT = re.compile(r"(?<=[\d)])(?=[a-z(])")


class Form(dict[str, Fraction]):
    """Coefficients by unknown, without zeros."""

    def __init__(self, terms: Mapping[str, Fraction | int] | Iterable[tuple[str, Fraction | int]]) -> None:
        super().__init__({key: Fraction(value) for key, value in dict(terms).items() if value})

    def of(self, key: str) -> Fraction:
        return self.get(key, Fraction(0))

    def plus(self, other: "Form", times: Fraction | int = 1) -> "Form":
        return Form({key: self.of(key) + times * other.of(key) for key in {**self, **other}})

    def times(self, factor: Fraction | int) -> "Form":
        return Form({key: factor * value for key, value in self.items()})

    @property
    def unknowns(self) -> "Form":
        """The form without its constant term."""
        return Form((key, value) for key, value in self.items() if key != CONSTANT)

    @property
    def denominator(self) -> int:
        """The least number that makes all coefficients whole."""
        return lcm(*(value.denominator for value in self.values()))

    def __str__(self) -> str:
        """Unknowns first, as in "3x - 2y + 5"; "0" for the empty form."""
        text = ""
        for key in sorted(self, key=lambda key: (key == CONSTANT, key)):
            size = abs(self[key])
            term = f"{size}{key}" if size != 1 or key == CONSTANT else key
            sign = "-" if self[key] < 0 else "+"
            text += f" {sign} {term}" if text else term if sign == "+" else f"-{term}"
        return text or "0"


def read(text: str) -> Form:
    """The form that an expression of numbers, unknowns, + - * / and brackets stands for."""
    return _walk(ast.parse(_IMPLICIT_PRODUCT.sub("*", text.strip()), mode="eval").body)


def _walk(node: ast.expr) -> Form:
    match node:
        case ast.Constant(value=int(value)):
            return Form({CONSTANT: value})
        case ast.Name(id=name):
            return Form({name: 1})
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _walk(operand).times(-1)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as op, right=right):
            return _walk(left).plus(_walk(right), -1 if isinstance(op, ast.Sub) else 1)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return _walk(right).times(_walk(left).of(CONSTANT))
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return _walk(left).times(1 / _walk(right).of(CONSTANT))
    raise ValueError(f"not a linear expression with numbers before the brackets: {ast.unparse(node)}")
