"""What a record says of itself, held against itself: no checker is asked and no other record looked at."""

import re
from collections.abc import Iterator

from filters.consistency import Equivalence, vote
from filters.reading.answer import final_answer, stated_answer
from filters.verdict import Level
from pipeline.curation import claims
from pipeline.schema import Row
from pipeline.seal import seal
from pipeline.stages.choice import AGREE
from pipeline.stages.score import SAME
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
    """Count again what the candidates say that cast a vote. How they were weighed depends on the recipe and is not
    looked at."""
    papers = [
        (stated_answer(one["content"]) or "") if one["vote_share"] is not None else "" for one in row["candidates"]
    ]
    found = vote(papers, Equivalence(SAME.key) if row["verification"]["checker"] else SAME)
    own = found.of(row["candidates"].index(chosen))
    said, counted = row["votes"], (found.votes, len(own.places) if own else 0)
    if (said["answers"], said["agreeing"]) != counted:
        yield (
            "votes",
            f"{said['agreeing']} of {said['answers']} are said to agree; counted: {counted[1]} of {counted[0]}",
        )
    shares = sorted(one["count"] for one in said["distribution"] or ())
    if shares != sorted(len(cluster.places) for cluster in found.clusters):
        yield "votes", f"the distribution is stored as {shares}, and the candidates say otherwise"


def _critique(row: Row, chosen: Row) -> Iterator[Fault]:
    if row["tier"] != chosen["tier"]:
        yield "critique", f"the record's tier is {row['tier']}, the chosen candidate's {chosen['tier']}"
    for candidate in row["candidates"]:
        given = [critique["tier"] for critique in candidate["critiques"] or ()]
        if (candidate["tier"] is None) != (not given) or (given and not min(given) <= candidate["tier"] <= max(given)):
            yield "critique", f"a candidate has tier {candidate['tier']}, and its critiques say {given}"
        criteria = [
            tier for one in candidate["critiques"] or () for tier in one["criteria"].values() if tier is not None
        ]
        if outside := [tier for tier in (*given, *criteria) if tier not in TIERS]:
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
        if level == Level.JUDGED and row["tier"] is None:
            yield "level", "is said to be judged, and there is no critique"
    elif level not in CHECKED:
        yield "level", f"{checker} was asked, and the level is {level!r}"
    elif (worth := family_class(family).level if family in names() else claims().get(checker, level)) != level:
        yield "level", f"is said to be {level}; a pass of {checker} is {worth} for {family or 'any family'}"


def _seal(row: Row) -> Iterator[Fault]:
    evidence = row["verification"]
    if (sealed := evidence.get("seal")) and sealed != seal(row["messages"][:-1], evidence):
        yield "broken_seal", "prompt, checker and arguments are not those that were sealed together"
