"""How the tests of single rules ask: a response, perhaps with its prompt, judged by one family alone."""

from typing import Any

from filters.rules import Limits, judge, record
from filters.rules.registry import FAMILIES


def reason(
    family: str, response: str, prompt: str = "Go on.", language: str = "en", limits: Any = None, **more: str
) -> str:
    """The reason for which a family rejects a record; "" where it keeps it."""
    off = tuple(name for name in FAMILIES if name != family)
    chosen = Limits(**({family: limits} if limits else {}), off=off)
    return judge(record(prompt, response, language, **more), chosen).reason
