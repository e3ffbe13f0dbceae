"""Addresses of the web in a record: allowed, bounded in number, or a reason to reject."""

import re
from dataclasses import dataclass

from filters.rules.passage import Family, Passage, within
from filters.verdict import Verdict, passed


@dataclass(frozen=True, slots=True)
class Urls(Family):
    max_urls: int | None = None
    """So many in a record at most; 0 allows none. Those of the domains and addresses kept for examples (RFC 2606, RFC
    6761, localhost) do not count."""


SIGN = r"(?i)https?://|\bwww\."
_URL = re.compile(
    r"(?<![A-Za-z0-9])(?:https?://|www\.)([^\s/<>()\"'`，。、；：）】」]+)[^\s<>\"'`，。、；）】」]*", re.IGNORECASE
)
_EXAMPLE = re.compile(
    r"(?:^|[@.])(?:example(?:\.(?:com|org|net|edu))?|test|invalid|localhost|your[-\w]*\.\w+)(?::\d+)?[.,;:!?]*$|^127\.|^\{|^\$",
    re.IGNORECASE,
)


def count(passage: Passage, limits: Urls) -> Verdict:
    if limits.max_urls is None:
        return passed()
    return within("urls", "addresses", len(urls(passage.text)), most=limits.max_urls)


def urls(text: str) -> list[str]:
    """The addresses in a text that are no mere examples."""
    return [found.group() for found in _URL.finditer(text) if not _EXAMPLE.search(found[1])]
