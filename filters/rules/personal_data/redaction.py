"""Replace personal data by typed placeholders, the same one for the same value in all texts of a record."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from filters.rules.personal_data.policy import find

NAMES = {"email": "EMAIL", "phone": "PHONE", "ip": "IP", "card": "CARD", "national_id": "ID", "iban": "IBAN"}


@dataclass(slots=True)
class Redaction:
    """What has been replaced in the texts of one record: «EMAIL» for the first address, «EMAIL 2» for another one."""

    kinds: frozenset[str]
    counts: Counter[str] = field(default_factory=Counter)
    """Mentions replaced, by kind."""
    _placeholders: dict[tuple[str, str], str] = field(default_factory=dict)
    _known: Counter[str] = field(default_factory=Counter)

    def text(self, text: str) -> str:
        pieces, end = [], 0
        for one in find(text, self.kinds):
            pieces += [text[end : one.start], self._placeholder(one.kind, one.value)]
            end = one.end
            self.counts[one.kind] += 1
        return "".join((*pieces, text[end:])) if pieces else text

    def value(self, value: Any) -> Any:
        """The texts in a nested value of lists and mappings, keys too; other values as they are."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list | tuple):
            return [self.value(one) for one in value]
        if isinstance(value, dict):
            return {self.value(key): self.value(one) for key, one in value.items()}
        return value

    def _placeholder(self, kind: str, value: str) -> str:
        if (kind, value) not in self._placeholders:
            self._known[kind] += 1
            number = self._known[kind]
            self._placeholders[kind, value] = f"«{NAMES[kind]}{f' {number}' if number > 1 else ''}»"
        return self._placeholders[kind, value]


def redact(texts: Sequence[str], kinds: frozenset[str]) -> tuple[list[str], Counter[str]]:
    """The texts of one record without data of these kinds, and how many mentions of each were replaced."""
    redaction = Redaction(kinds)
    return [redaction.text(text) for text in texts], redaction.counts
