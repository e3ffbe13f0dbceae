"""Take out of a record's text what should not be in it: personal data, and courtesies around an answer.

Redaction changes every text of a row, its checker's arguments too, so that no published column keeps what another
lost. A record whose verified or voted answer would change is rejected; the others that a checker knows are checked
again. Responses with a checker keep their courtesies, which a constraint may have asked for.
"""

import json
from collections import Counter
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
from filters.verify import check
from pipeline.keyed import canonical
from pipeline.schema import Row

ANSWERED = (Level.PROVED, Level.EXECUTED, Level.AGREED)
"""Levels at which the final answer itself was checked or voted on."""
TEXTS = ("earlier", "prompt", "quote", "passage", "args", "task", "votes")
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
            changed = redacted(rows[place], kinds)
            cleaned[place] = changed if changed.row is rows[place] else check_again(changed)
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
    """A row without personal data of these kinds. The books count the mentions in the turns that will be published."""
    redaction = Redaction(kinds)
    turns = [*(turn["content"] for turn in row["earlier"]), row["prompt"], _chosen(row)["content"]]
    for text in turns:
        redaction.text(text)
    noted = Counter({f"redacted/{kind}": count for kind, count in redaction.counts.items()})
    changed = {key: redaction.value(row[key]) for key in TEXTS if key in row}
    changed["candidates"] = [
        one
        | {key: redaction.text(one[key]) for key in CANDIDATE_TEXTS if one.get(key)}
        | {key: redaction.value(one[key]) for key in ("critiques",) if one.get(key)}
        for one in row["candidates"]
    ]
    evidence = row.get("verification") or {}
    if evidence:
        changed["verification"] = _evidence(evidence, redaction)
    if not redaction.counts:
        return Cleaned(row)
    before, after = _chosen(row).get("answer"), changed["candidates"][row["chosen"]].get("answer")
    if evidence.get("level") in ANSWERED and before != after:
        why = f"the {evidence['level']} answer holds {', '.join(sorted(redaction.counts))}"
        return Cleaned(row | changed, noted, failed("personal_data_in_answer", why))
    return Cleaned(row | changed, noted)


def _evidence(evidence: Row, redaction: Redaction) -> Row:
    """The evidence of a row; a seal over texts that are no longer there goes."""
    found: dict[str, Any] = {key: value for key, value in evidence.items() if key != "seal"}
    if found.get("arguments"):
        found["arguments"] = canonical(redaction.value(json.loads(found["arguments"])))
    return found | {"detail": redaction.text(found.get("detail") or "")}


def check_again(cleaned: Cleaned) -> Cleaned:
    """A row whose texts were changed goes through its checker again."""
    checker = (cleaned.row.get("verification") or {}).get("checker")
    if not checker or not cleaned.verdict.passed:
        return cleaned
    arguments = json.loads(cleaned.row["verification"]["arguments"])
    try:
        verdict = check(checker, arguments, _chosen(cleaned.row)["content"])
    except Exception as error:  # a checker may count on arguments that belong together: lengths, places in a text
        verdict = failed("bad_arguments", f"{type(error).__name__}: {error}")
    if verdict.passed:
        return cleaned
    broken = failed("broken_by_redaction", f"{checker}: {verdict.reason}: {verdict.detail}")
    return replace(cleaned, verdict=broken)


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
