"""What a record says of itself, held against itself: no checker is asked and no other record looked at."""

import re
from collections import Counter
from collections.abc import Iterator
from math import isclose

from filters.reading.answer import final_answer, plain
from filters.verdict import Level
from pipeline.curation import claims
from pipeline.schema import Row
from pipeline.seal import seal
from pipeline.stages.score import AGREE
from pipeline.teachers.procedural.registry import family_class, names

Fault = tuple[str, str]
"""What is wrong, as a machine-readable word and as a sentence."""
CHECKED = (Level.PROVED, Level.EXECUTED, Level.CONSTRAINT)
"""The levels that a checker gives."""
TIERS = range(1, 5)
_ID = re.compile(r"[0-9a-f]{32}")


def faults(row: Row) -> Iterator[Fault]:
    """Everything in a record that does not fit the rest of it."""
    if not _ID.fullmatch(row["id"] or ""):
        yield "bad_id", f"expected 32 hexadecimal digits, found {row['id']!r}"
    turns = row["messages"] or []
    if not turns or turns[-1]["role"] != "assistant":
        yield "no_answer", "the last message is not the assistant's"
        return
    chosen = [candidate for candidate in row["candidates"] if candidate["chosen"]]
    if len(chosen) != 1:
        yield "chosen", f"{len(chosen)} candidates are marked as chosen; expected one"
        return
    yield from _choice(row, chosen[0])
    yield from _votes(row, chosen[0])
    yield from _critique(row, chosen[0])
    yield from _level(row)
    yield from _seal(row)


def _choice(row: Row, chosen: Row) -> Iterator[Fault]:
    response = row["messages"][-1]["content"]
    if chosen["content"] != response:
        yield "other_response", "the last message is not the chosen candidate"
    if bool(row["verification"]["passed"]) != bool(chosen["passed"]):
        yield "verdict", f"the chosen candidate passed: {chosen['passed']}; the record: {row['verification']['passed']}"
    for candidate in row["candidates"]:
        if candidate["answer"] != final_answer(candidate["content"]):
            yield "answer", f"a candidate's answer is stored as {candidate['answer']!r:.200}, and it says another"
    if row["answer"] != (chosen["answer"] if chosen["answer"] != chosen["content"].strip() else ""):
        yield "answer", f"the answer is stored as {row['answer']!r:.200}, and the response says another"


def _votes(row: Row, chosen: Row) -> Iterator[Fault]:
    answers = Counter(plain(final_answer(candidate["content"])) for candidate in row["candidates"])
    agreeing, total = answers[plain(final_answer(chosen["content"]))], answers.total()
    votes = row["votes"]
    if (votes["answers"], votes["agreeing"]) != (total, agreeing):
        yield "votes", f"{votes['agreeing']} of {votes['answers']} are said to agree; counted: {agreeing} of {total}"
    elif not isclose(votes["agreement"], agreeing / total, abs_tol=1e-6):
        yield "votes", f"agreement is stored as {votes['agreement']:.3f}; it is {agreeing / total:.3f}"


def _critique(row: Row, chosen: Row) -> Iterator[Fault]:
    critique = row["critique"]
    if critique is None:
        if chosen["tier"] is not None:
            yield "critique", f"the chosen candidate has tier {chosen['tier']}, and there is no critique"
        return
    if critique["tier"] != chosen["tier"]:
        yield "critique", f"tier {critique['tier']} in the critique, {chosen['tier']} on the chosen candidate"
    given = {"tier": critique["tier"]} | {name: tier for name, tier in critique["criteria"].items() if tier is not None}
    if outside := {name: tier for name, tier in given.items() if tier not in TIERS}:
        yield "critique", f"tiers run from 1 to 4; found {outside}"


def _level(row: Row) -> Iterator[Fault]:
    evidence, family = row["verification"], row["family"]
    level, checker = evidence["level"], evidence["checker"]
    if level not in ("", *Level):
        yield "level", f"unknown level {level!r}; known: {', '.join(Level)}"
    elif not checker:
        if level in CHECKED:
            yield "level", f"is said to be {level}, and no checker is named"
        if level == Level.AGREED and row["votes"]["agreeing"] < AGREE:
            yield "level", f"is said to be agreed by {row['votes']['agreeing']} answer"
        if level == Level.JUDGED and row["critique"] is None:
            yield "level", "is said to be judged, and there is no critique"
    elif level not in CHECKED:
        yield "level", f"{checker} was asked, and the level is {level!r}"
    elif (worth := family_class(family).level if family in names() else claims().get(checker, level)) != level:
        yield "level", f"is said to be {level}; a pass of {checker} is {worth} for {family or 'any family'}"


def _seal(row: Row) -> Iterator[Fault]:
    evidence = row["verification"]
    if (sealed := evidence.get("seal")) and sealed != seal(row["messages"][:-1], evidence):
        yield "broken_seal", "prompt, checker and arguments are not those that were sealed together"
