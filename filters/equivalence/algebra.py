r"""Symbolic equality of two expressions, by math-verify (SymPy behind an ANTLR grammar of LaTeX).

`same` runs in a process of its own (`filters.bounded`), with the library's limits off: they are signals, and the
process is ended from outside. `decide` is the side of the caller. The grammar reads LaTeX only, so plain spellings
(sqrt(2), x**2) are turned into it; no text reaches SymPy's `parse_expr`, which evaluates Python.
"""

import logging
import re
from functools import lru_cache
from typing import Any

from filters.bounded import LimitReached, call

_LONGEST = 500
_FUNCTION = re.compile(
    r"(?<![\\A-Za-z])((?:arc)?(?:sin|cos|tan|cot|sec|csc)h?|log|ln|exp|pi|infty|gcd|lcm|det|min|max)(?![A-Za-z])"
)
_ROOT = re.compile(r"\\?sqrt ?\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_SHORT_ROOT = re.compile(r"\\sqrt ?(\w)")
_POWER_IN_BRACKETS = re.compile(r"\^ ?\(([^()]*)\)")
_POWER = re.compile(r"\^ ?(-?\d+(?:\.\d+)?)")
_HOPELESS = re.compile(r"\d{5,} ?!|! ?!|\^\{?[^{}]*\^\{?[^{}]*\^|\^\{?-?\d{6,}|\d\^\{?\d+\^\{?\d")
"""What would only burn time: great factorials and powers, towers of powers."""


def latex(text: str) -> str:
    """Plain or mixed notation as LaTeX."""
    text = _ROOT.sub(r"\\sqrt{\1}", text)
    text = _SHORT_ROOT.sub(r"\\sqrt{\1}", text)
    text = _POWER.sub(r"^{\1}", _POWER_IN_BRACKETS.sub(r"^{\1}", text))
    text = _FUNCTION.sub(r"\\\1 ", text)
    return (
        text.replace("*", r"\cdot ").replace("<=", r"\le ").replace(">=", r"\ge ").replace("%", r"\%").replace("$", "")
    )


@lru_cache(maxsize=65_536)
def decide(expected: str, found: str, seconds: int) -> bool | None:
    """Whether two expressions are equal; None if that was not found out in `seconds` of processor time."""
    if any(len(text) > _LONGEST or _HOPELESS.search(text) for text in (expected, found)):
        return None
    try:
        equal: bool = call("filters.equivalence.algebra:same", latex(expected), latex(found), seconds=seconds)
    except LimitReached:
        return None
    return equal


def same(expected: str, found: str) -> bool:
    """Whether two LaTeX expressions are equal; False where one cannot be read. For a bounded process only."""
    library = _library()
    ours, theirs = library.parse(expected), library.parse(found)
    if not ours or not theirs:
        return False
    return library.verify(ours, theirs) or library.lone_symbol(ours[0], theirs[0])


class _Library:
    """math-verify, loaded where it is used: it takes half a second and 35 MB, and most answers never need it."""

    def __init__(self) -> None:
        import math_verify
        import sympy
        from latex2sympy2_extended import NormalizationConfig

        logging.getLogger("math_verify").setLevel(logging.ERROR)
        plain = NormalizationConfig(basic_latex=True, malformed_operators=True, boxed="none")
        self._math_verify, self._sympy = math_verify, sympy
        self._target = [math_verify.LatexExtractionConfig(normalization_config=plain, boxed_match_priority=-1)]

    def parse(self, text: str) -> list[Any]:
        found: list[Any] = self._math_verify.parse(
            f"${text}$", self._target, fallback_mode="no_fallback", parsing_timeout=None
        )
        return found

    def verify(self, expected: list[Any], found: list[Any]) -> bool:
        return bool(self._math_verify.verify(expected, found, timeout_seconds=None))

    def lone_symbol(self, expected: Any, found: Any) -> bool:
        """math-verify compares a lone symbol by its name only, so that x and 2x/2 differ."""
        symbol, expression = self._sympy.Symbol, self._sympy.Expr
        if not any(isinstance(one, symbol) for one in (expected, found)):
            return False
        if not all(isinstance(one, expression) for one in (expected, found)):
            return False
        return bool(self._sympy.simplify(expected - found) == 0)


@lru_cache(maxsize=1)
def _library() -> _Library:
    return _Library()
