"""Demands on the form of an answer that a right answer can be made to meet; no kind is known yet."""

import random
from typing import Any

KINDS: tuple[str, ...] = ()


def compatible(present: list[str], kind: str) -> bool:
    return False


def propose(rng: random.Random, kind: str, response: str, language: str, *, final: bool) -> dict[str, Any] | None:
    return None


def state(rng: random.Random, kind: str, parameters: dict[str, Any], language: str) -> str:
    return ""


def satisfy(kind: str, parameters: dict[str, Any], response: str, prompt: str, language: str) -> str | None:
    return None


def violate(rng: random.Random, kind: str, parameters: dict[str, Any], response: str, language: str) -> str | None:
    return None
