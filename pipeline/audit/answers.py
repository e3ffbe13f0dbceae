"""The checkers, asked again with what the records store."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from filters.verdict import Verdict
from pipeline.attempts import attempt_many
from pipeline.audit.record import Fault
from pipeline.schema import Row


def wrong_answers(rows: Sequence[Row]) -> Iterator[tuple[int, Fault]]:
    """The records among `rows`, by place, with a candidate on which its checker says other than what is stored."""
    asked: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    for place, row in enumerate(rows):
        for candidate in row["candidates"] if row["verification"]["checker"] else ():
            # a candidate that no verdict was stored for was not checked; equal ones are cheap, and rare
            if candidate["passed"] is not None:
                asked[row["verification"]["checker"]].append((place, candidate))
    for checker, items in asked.items():
        able = [(place, candidate) for place, candidate in items if _arguments(rows[place]) is not None]
        for place in sorted({place for place, _ in items} - {place for place, _ in able}):
            yield place, ("bad_arguments", "the stored arguments are no JSON object")
        answers = [(_arguments(rows[place]) or {}, candidate["content"]) for place, candidate in able]
        for (place, candidate), verdict in zip(able, attempt_many(checker, answers), strict=True):
            if fault := _fault(checker, candidate, verdict):
                yield place, fault


def _arguments(row: Row) -> dict[str, object] | None:
    try:
        found = json.loads(row["verification"]["arguments"])
    except (TypeError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _fault(checker: str, candidate: Row, verdict: Verdict | str) -> Fault | None:
    if isinstance(verdict, str):
        return "cannot_check", verdict
    if verdict.passed == candidate["passed"]:
        return None
    if candidate["chosen"]:
        return "wrong_answer", f"{checker}: {verdict.reason}: {verdict.detail}"
    said, says = ("passed", "failed") if candidate["passed"] else ("failed", "passed")
    return "wrong_verdict", f"a candidate is stored as {said}; {checker} says it {says}: {verdict.detail}"
