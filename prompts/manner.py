"""How an instruction is worded, how hard it is, and who asks: phrases for the slots of the generate templates.

The dimensions are DINGO's (arXiv 2407.03942): without them a teacher writes every instruction in one voice. The words,
in manner.yaml and personas.yaml, are our own. Names and order are fixed, so that a keyed choice stays the same.
"""

from functools import cache
from typing import Any

from prompts.data import in_language, read_yaml


def styles() -> tuple[str, ...]:
    """The names that `style` takes."""
    return tuple(_manner()["styles"])


def attitudes() -> tuple[str, ...]:
    """The names that `attitude` takes."""
    return tuple(_manner()["attitudes"])


def difficulties() -> tuple[int, ...]:
    """The levels that `difficulty` takes, easiest first."""
    return tuple(_manner()["difficulties"])


def style(name: str, language: str) -> str:
    """The phrase for the slot `style`."""
    return _phrase("styles", name, language)


def attitude(name: str, language: str) -> str:
    """The phrase for the slot `attitude`."""
    return _phrase("attitudes", name, language)


def difficulty(level: int, language: str) -> str:
    """The phrase for the slot `difficulty`."""
    return _phrase("difficulties", level, language)


@cache
def personas(language: str) -> tuple[str, ...]:
    """Who may be asking, one short description each; the same person stands at the same place in every language."""
    return tuple(
        in_language(texts, language, f"persona {number}") for number, texts in enumerate(read_yaml("personas.yaml"))
    )


def _phrase(kind: str, name: str | int, language: str) -> str:
    phrases = _manner()[kind]
    if name not in phrases:
        raise ValueError(f"{kind} has no {name!r}; it has {', '.join(map(str, phrases))}")
    return in_language(phrases[name], language, f"{kind} {name!r}")


@cache
def _manner() -> dict[str, Any]:
    return read_yaml("manner.yaml")
