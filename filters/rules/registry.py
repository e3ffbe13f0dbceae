"""All rules in their order, and how many records are judged by them at once.

Cheap rules come first, and a record is rejected for the first it breaks. A rule may have a sign that every text which
breaks it bears; then one pass of a regular expression over the column of texts (Arrow, RE2) finds the few texts that
Python looks at.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from filters.rules import (
    assistant,
    c4,
    courtesy,
    form,
    garbling,
    gopher,
    language,
    leaks,
    length,
    personal_data,
    repetition,
    truncation,
    urls,
    words,
)
from filters.rules.limits import Limits
from filters.rules.passage import Part, Passage
from filters.rules.personal_data.policy import SIGN as PERSONAL_SIGN
from filters.rules.texts import Texts
from filters.verdict import Verdict, passed

ROLES = {"user": Part.PROMPT, "assistant": Part.RESPONSE}


@dataclass(frozen=True, slots=True)
class Rule:
    """`check` takes a passage and the limits of its family. `sign` is a regular expression of RE2, "" for none."""

    name: str
    parts: frozenset[Part]
    check: Callable[[Passage, Any], Verdict]
    sign: str = ""

    @property
    def family(self) -> str:
        return self.name.partition(".")[0]


PROMPT, RESPONSE = frozenset({Part.PROMPT}), frozenset({Part.RESPONSE})
WHOLE, DOCUMENT = frozenset({Part.WHOLE, Part.DOCUMENT}), frozenset({Part.DOCUMENT})
FENCED = "```|~~~"

RULES: tuple[Rule, ...] = (
    Rule("length.whole", WHOLE, length.whole),
    Rule("length.prompt", PROMPT, length.prompt),
    Rule("length.response", RESPONSE, length.response),
    Rule("garbling.replacement", WHOLE, garbling.replacement, garbling.BROKEN),
    Rule("garbling.control", WHOLE, garbling.control, garbling.BROKEN),
    Rule("garbling.bidi", WHOLE, garbling.bidi, garbling.BROKEN),
    Rule("garbling.private", WHOLE, garbling.private, garbling.BROKEN),
    Rule("garbling.mojibake", WHOLE, garbling.mojibake, garbling.MOJIBAKE),
    Rule("garbling.mixed_scripts", WHOLE, garbling.mixed_scripts, garbling.MIXED),
    Rule("truncation.finish", RESPONSE, truncation.finish),
    Rule("truncation.fence", RESPONSE, truncation.fence, FENCED),
    Rule("truncation.list_item", RESPONSE, truncation.list_item),
    Rule("truncation.sentence", RESPONSE, truncation.sentence),
    Rule("repetition.lines", RESPONSE, repetition.lines),
    Rule("repetition.paragraphs", RESPONSE, repetition.paragraphs),
    Rule("repetition.ngrams", RESPONSE, repetition.ngrams),
    Rule("assistant.refusal", RESPONSE, assistant.refusal, assistant.REFUSAL_SIGN),
    Rule("assistant.self_reference", RESPONSE, assistant.self_reference, assistant.SELF_SIGN),
    Rule("assistant.courtesy", RESPONSE, assistant.courtesy, courtesy.SIGN),
    Rule("leaks.marks", PROMPT | RESPONSE, leaks.marks, leaks.MARKS_SIGN),
    Rule("leaks.phrases", PROMPT | RESPONSE, leaks.phrases),
    Rule("form.stated", RESPONSE, form.stated),
    Rule("form.code", RESPONSE, form.code, FENCED),
    Rule("words.listed", WHOLE, words.listed),
    Rule("urls.count", WHOLE, urls.count, urls.SIGN),
    Rule("personal_data.rejected", WHOLE, personal_data.rejected, PERSONAL_SIGN),
    Rule("gopher.quality", DOCUMENT, gopher.quality),
    Rule("gopher.repetition", DOCUMENT, gopher.repetition),
    Rule("c4.page", DOCUMENT, c4.page),
    Rule("language.prompt", PROMPT | DOCUMENT, language.prompt),
    Rule("language.response", RESPONSE, language.response),
)
DEFAULT = Limits()
NAMES = tuple(rule.name for rule in RULES)
FAMILIES = tuple(dict.fromkeys(rule.family for rule in RULES))


@dataclass(frozen=True, slots=True)
class Record:
    """A conversation, as pairs of a role and what was said; without a prompt it is a document.

    `format` and `finish` speak of the last turn; see Passage.
    """

    turns: tuple[tuple[str, str], ...]
    language: str = ""
    format: str = ""
    finish: str = ""

    @property
    def is_document(self) -> bool:
        return not any(role == "user" for role, _ in self.turns)

    @property
    def whole(self) -> str:
        return "\n".join(content for _, content in self.turns)


def record(prompt: str, response: str, language: str = "", **more: str) -> Record:
    """A record of one question and its answer."""
    return Record((("user", prompt), ("assistant", response)), language, **more)


def judge(one: Record, limits: Limits = DEFAULT) -> Verdict:
    return judge_many([one], limits)[0]


def judge_many(records: Sequence[Record], limits: Limits = DEFAULT) -> list[Verdict]:
    """For each record the first rule that it breaks, in the order of RULES, or a pass.

    Raises ValueError for limits that name an unknown rule or a list of words that cannot be read."""
    verdicts = [passed()] * len(records)
    columns = _columns(records)
    for rule in active(limits):
        family = getattr(limits, rule.family)
        for part in (part for part in Part if part in rule.parts and part in columns):
            for row, passage in columns[part].suspects(rule.sign):
                if verdicts[row].passed:
                    verdicts[row] = rule.check(passage, family)
    return verdicts


def active(limits: Limits) -> list[Rule]:
    """The rules that are not switched off. Raises ValueError for a name that there is not."""
    known = {*NAMES, *FAMILIES}
    if unknown := [name for name in limits.off if name not in known]:
        raise ValueError(f"rules.off: there is no rule {unknown[0]!r}; there are {', '.join(NAMES)}")
    return [rule for rule in RULES if rule.name not in limits.off and rule.family not in limits.off]


class Column:
    """The passages of one part of many records."""

    def __init__(self) -> None:
        self.items: list[tuple[int, Passage]] = []
        self._texts: Texts | None = None
        self._found: dict[str, list[tuple[int, Passage]]] = {}

    def suspects(self, sign: str) -> list[tuple[int, Passage]]:
        """Row and passage of the texts that bear a sign; all of them for an empty sign."""
        if not sign:
            return self.items
        if sign not in self._found:
            self._texts = self._texts or Texts([passage.text for _, passage in self.items])
            self._found[sign] = [self.items[place] for place in self._texts.bearing(sign)]
        return self._found[sign]


def _columns(records: Sequence[Record]) -> dict[Part, Column]:
    columns: dict[Part, Column] = {}
    for row, one in enumerate(records):
        for part, passage in passages(one):
            columns.setdefault(part, Column()).items.append((row, passage))
    return columns


def passages(one: Record) -> list[tuple[Part, Passage]]:
    """What there is to judge of a record: each turn of the user and of the assistant, and all turns together; of a
    document its text."""
    if one.is_document:
        return [(Part.DOCUMENT, Passage(one.whole, one.language))]
    found = [(Part.WHOLE, Passage(one.whole, one.language))]
    asked = ""
    last = len(one.turns) - 1
    for place, (role, content) in enumerate(one.turns):
        part = ROLES.get(role)
        if part is Part.PROMPT:
            asked = content
            found.append((part, Passage(content, one.language)))
        elif part is Part.RESPONSE and place == last:
            found.append((part, Passage(content, one.language, asked, one.format, one.finish)))
        elif part is Part.RESPONSE:
            found.append((part, Passage(content, one.language, asked)))
    return found
