"""Take out of a record's text what should not be in it: personal data, and courtesies around an answer.

Redaction changes every text of a row, its checker's arguments too, so that no published column keeps what another
lost. A record whose verified or voted answer would change is rejected; the others that a checker knows are checked
again. Responses with a checker keep their courtesies, which a constraint may have asked for.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from filters.rules import Limits
from filters.rules.courtesy import SIGN as COURTESY
from filters.rules.courtesy import strip_courtesy
from filters.rules.personal_data import Redaction
from filters.rules.personal_data.policy import SIGN as PERSONAL
from filters.rules.texts import Texts
from filters.verdict import Level, Verdict, failed, passed
from filters.verify import check_many
from pipeline.keyed import canonical
from pipeline.schema import Row

ANSWERED = (Level.PROVED, Level.EXECUTED, Level.AGREED)
"""Levels at which the final answer itself was checked or voted on."""
TEXTS = ("earlier", "prompt", "quote", "passage", "args", "task")
KEPT = passed()
CANDIDATE_TEXTS = ("content", "answer", "detail")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A row as it is now, what was changed in it (for the books), and whether it may stay."""

    row: Row
    noted: Counter[str] = field(default_factory=Counter)
    verdict: Verdict = KEPT


def clean(rows: Sequence[Row], limits: Limits) -> list[Cleaned]:
    cleaned = [Cleaned(row) for row in rows]
    if (kinds := limits.personal_data.kinds("redact")) and "personal_data" not in limits.off:
        for place in Texts(list(map(_whole, rows))).bearing(PERSONAL):
            cleaned[place] = redacted(rows[place], kinds)
        cleaned = check_again(cleaned)
    if limits.assistant.courtesy == "strip" and not {"assistant", "assistant.courtesy"} & set(limits.off):
        for place in Texts([_chosen(one.row)["content"] for one in cleaned]).bearing(COURTESY):
            cleaned[place] = stripped(cleaned[place])
    return cleaned


def _whole(row: Row) -> str:
    texts = [turn["content"] for turn in row["earlier"]] + [row["prompt"]]
    return "\n".join((*texts, *(one["content"] for one in row["candidates"]), *_arguments(row)))


def _arguments(row: Row) -> list[str]:
    return [(row.get("verification") or {}).get("arguments") or ""]


def _chosen(row: Row) -> Row:
    chosen: Row = row["candidates"][row["chosen"]]
    return chosen


def redacted(row: Row, kinds: frozenset[str]) -> Cleaned:
    """A row without personal data of these kinds."""
    redaction = Redaction(kinds)
    changed = {key: redaction.value(row[key]) for key in TEXTS if key in row}
    changed["candidates"] = [
        one | {key: redaction.text(one[key]) for key in CANDIDATE_TEXTS if one.get(key)} for one in row["candidates"]
    ]
    if evidence := row.get("verification"):
        changed["verification"] = _evidence(evidence, redaction)
    if critique := row.get("critique"):
        changed["critique"] = critique | {"rationale": redaction.text(critique["rationale"])}
    if not redaction.counts:
        return Cleaned(row)
    noted = Counter({f"redacted/{kind}": count for kind, count in redaction.counts.items()})
    before, after = _chosen(row), changed["candidates"][row["chosen"]]
    level = (evidence or {}).get("level", "")
    if level in ANSWERED and before.get("answer") != after.get("answer"):
        return Cleaned(
            row | changed,
            noted,
            failed("personal_data_in_answer", f"the {level} answer holds {sorted(redaction.counts)}"),
        )
    return Cleaned(row | changed, noted)


def _evidence(evidence: Row, redaction: Redaction) -> Row:
    """The evidence of a row; a seal over texts that are no longer there goes."""
    found: dict[str, Any] = {key: value for key, value in evidence.items() if key != "seal"}
    if found.get("arguments"):
        found["arguments"] = canonical(redaction.value(json.loads(found["arguments"])))
    return found | {"detail": redaction.text(found.get("detail") or "")}


def check_again(cleaned: list[Cleaned]) -> list[Cleaned]:
    """Those whose texts were changed go through their checkers again, one call a checker."""
    asked: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(cleaned):
        checker = (one.row.get("verification") or {}).get("checker")
        if one.noted and one.verdict.passed and checker:
            asked[checker].append(place)
    for checker, places in asked.items():
        items = [
            (json.loads(cleaned[place].row["verification"]["arguments"]), _chosen(cleaned[place].row)["content"])
            for place in places
        ]
        for place, verdict in zip(places, check_many(checker, items), strict=True):
            if not verdict.passed:
                broken = failed("broken_by_redaction", f"{checker}: {verdict.reason}: {verdict.detail}")
                cleaned[place] = replace(cleaned[place], verdict=broken)
    return cleaned


def stripped(one: Cleaned) -> Cleaned:
    """A row whose answer stands alone."""
    chosen = _chosen(one.row)
    bare = strip_courtesy(chosen["content"])
    if (one.row.get("verification") or {}).get("checker") or bare == chosen["content"]:
        return one
    answer = chosen.get("answer")
    short = {"content": bare} | ({"answer": bare.strip()} if answer == chosen["content"].strip() else {})
    candidates = [*one.row["candidates"]]
    candidates[one.row["chosen"]] = chosen | short
    return replace(one, row=one.row | {"candidates": candidates}, noted=one.noted + Counter({"stripped": 1}))
