"""What is done with each kind of personal data."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Literal

from filters.rules.passage import Family, Passage
from filters.rules.personal_data.contacts import addresses, emails, phones
from filters.rules.personal_data.found import Found
from filters.rules.personal_data.numbers import cards, chinese_ids, ibans
from filters.verdict import Verdict, failed, passed

Action = Literal["redact", "reject", "keep"]


@dataclass(frozen=True, slots=True)
class PersonalData(Family):
    """By kind. FineWeb (Penedo et al. 2024, arXiv 2406.17557) replaces e-mail and public internet addresses; numbers
    with check digits are as sure to be what they seem."""

    email: Action = "redact"
    phone: Action = "redact"
    """North American numbers with separators, international ones with a plus, Chinese mobile numbers."""
    ip: Action = "redact"
    """Public addresses of version 4 and 6."""
    card: Action = "redact"
    """Payment cards, by issuer and Luhn's check digit."""
    national_id: Action = "redact"
    """Chinese identity numbers, by province, date and check character."""
    iban: Action = "redact"

    def kinds(self, action: Action) -> frozenset[str]:
        return frozenset(one.name for one in fields(self) if getattr(self, one.name) == action)


SIGN = r"@[A-Za-z0-9]|\d[\d .()+-]{5,}\d|\d[ .-]?\(\d|[23][0-9A-Fa-f]{3}:[0-9A-Fa-f:]|[A-Z]{2}\d\d"
"""What every kind has: a sign by which other texts are passed over quickly."""

_FINDERS: tuple[tuple[str, Callable[[str], Iterator[Found]]], ...] = (
    ("email", emails),
    ("iban", ibans),
    ("national_id", chinese_ids),
    ("card", cards),
    ("ip", addresses),
    ("phone", phones),
)
"""The surer kinds first: what one has found is not part of another."""


def find(text: str, kinds: frozenset[str]) -> list[Found]:
    """All personal data of these kinds, in order of place, none overlapping another."""
    found: list[Found] = []
    for kind, finder in _FINDERS:
        for one in finder(text) if kind in kinds else ():
            if not any(one.start < other.end and other.start < one.end for other in found):
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def rejected(passage: Passage, limits: PersonalData) -> Verdict:
    """Reject for data of a kind that must not occur. The figure does not repeat the data."""
    found = find(passage.text, limits.kinds("reject"))
    if not found:
        return passed()
    return failed("personal_data", f"{len(found)}, the first: {found[0].kind} at character {found[0].start}")
