"""Sums of powers, sines, cosines, exponentials and logarithms: written out and differentiated, rightly or wrongly."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

Term = list[str | int]
"""[name, coefficient, n]: "x" a power of the variable, n its exponent; "sin", "cos", "exp" with n times the variable
inside; "ln" of the variable itself."""


def power(coefficient: int, exponent: int) -> Term:
    return ["x", coefficient, exponent]


def _core(name: str, n: int, variable: str) -> str:
    inner = variable if n == 1 else f"{n}{variable}"
    match name:
        case "x":
            return {0: "", 1: variable}.get(n, f"{variable}^{n}")
        case "exp":
            return f"e^{variable}" if n == 1 else f"e^({inner})"
    return f"{name}({inner})"


def show_term(term: Term, variable: str) -> str:
    """A term without its sign, such as "3x^2", "cos(2x)" or "5/x"."""
    name, coefficient, n = str(term[0]), abs(int(term[1])), int(term[2])
    if name == "x" and n < 0:
        return f"{coefficient}/{_core('x', -n, variable)}"
    core = _core(name, n, variable)
    return f"{coefficient}{core}" if coefficient != 1 or not core else core


def show(terms: Sequence[Term], variable: str) -> str:
    text = ""
    for term in terms:
        sign = "-" if int(term[1]) < 0 else "+"
        shown = show_term(term, variable)
        text += f" {sign} {shown}" if text else shown if sign == "+" else f"-{shown}"
    return text or "0"


def derived(term: Term, mistake: str = "") -> Term | None:
    """The derivative of a term; None if it vanishes. `mistake` is a kind of slip."""
    name, c, n = str(term[0]), int(term[1]), int(term[2])
    inner = 1 if mistake == "factor_forgotten" else n
    match name:
        case "sin":
            return ["cos", c * inner, n]
        case "cos":
            return ["sin", c * inner if mistake == "sign_lost" else -c * inner, n]
        case "exp":
            return ["exp", c * inner, n]
        case "ln":
            return power(c, -1)
    if n == 0:
        return term if mistake == "constant_kept" else None
    return power(c * inner, n if mistake == "power_not_lowered" else n - 1)


def derivative(terms: Iterable[Term], mistake: str = "") -> list[Term]:
    return [found for term in terms if (found := derived(term, mistake)) is not None]


def polynomial(coefficients: Sequence[int]) -> list[Term]:
    """Terms from the highest power down; `coefficients` go from the constant upwards."""
    return [power(c, n) for n, c in reversed(list(enumerate(coefficients))) if c]


def value(coefficients: Sequence[Fraction | int], at: Fraction | int) -> Fraction:
    """By Horner's rule, from the constant upwards."""
    total = Fraction(0)
    for coefficient in reversed(coefficients):
        total = total * at + coefficient
    return total


def slope(coefficients: Sequence[int], mistake: str = "") -> list[int]:
    """The coefficients of the derivative."""
    if mistake == "factor_forgotten":
        return list(coefficients[1:])
    lowered = [n * c for n, c in enumerate(coefficients)]
    return lowered if mistake == "power_not_lowered" else lowered[1:]
