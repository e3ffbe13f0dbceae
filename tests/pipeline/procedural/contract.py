"""What every task family owes its users, checked on a thousand keyed tasks a language.

A family's own test calls `holds("name")` and adds what is special to it.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from filters.verify import check, check_many
from pipeline.keyed import generator
from pipeline.teachers.procedural.family import Args, Family, SeedText
from pipeline.teachers.procedural.registry import family
from prompts.tree import require
from tests.pipeline.procedural.seeds import seeds_of

TASKS = 1000
SLIPS_PER_KIND = 200
CAUGHT = 0.999
DISTINCT = 0.9


def tasks(
    subject: Family, language: str, count: int, salt: str = "", *, exhaust: bool = False
) -> Iterator[tuple[str, Args]]:
    """`count` keyed tasks, over and over the seeds that suit; with `exhaust` as many as there are."""
    seeds: Sequence[SeedText] = seeds_of(subject.seed_kind, language)
    made = 0
    for attempt in range(count * 30):
        key = f"{salt}{attempt}"
        args = subject.propose(generator("test", subject.id, language, key), seeds[attempt % len(seeds)], language)
        if args is not None:
            yield key, json.loads(json.dumps(args))
            made += 1
            if made == count:
                return
    if exhaust:
        return
    raise AssertionError(f"{subject.id}: only {made} of {count} tasks from {count * 30} tries")


def holds(name: str, *, count: int = TASKS, distinct: float = DISTINCT, slips_per_kind: int = SLIPS_PER_KIND) -> None:
    """The whole contract. `distinct` is the least share of different tasks among `count`."""
    subject = family(name)
    for node in (subject.category, *subject.nodes):
        require(node)
    assert subject.id == name
    for language, wordings in subject.wordings.items():
        assert len(set(wordings)) >= 3
        drawn = list(tasks(subject, language, count))
        same = dict(tasks(subject, language, 20))
        assert all(same[key] == args for key, args in drawn[:20]), "the same key must draw the same task"
        assert len({json.dumps(args, sort_keys=True) for _, args in drawn}) >= distinct * count
        assert {subject.node(args) for _, args in drawn} <= set(subject.nodes or (subject.category,))
        solved(subject, language, drawn)
        slips_are_caught(subject, language, drawn, slips_per_kind)
        evolution_holds(subject, language, drawn)


def solved(subject: Family, language: str, drawn: list[tuple[str, Args]]) -> None:
    """Every solver answer passes its checker, and every wording renders."""
    solutions = [subject.solve(args, language) for _, args in drawn]
    verdicts = check_many(subject.checker, [(args, s.text) for (_, args), s in zip(drawn, solutions, strict=True)])
    wrong = [(a, s.text, v) for (_, a), s, v in zip(drawn, solutions, verdicts, strict=True) if not v.passed]
    assert not wrong, f"{len(wrong)} right answers lost; first: {wrong[0]}"
    for _, args in drawn[:50]:
        for number in range(len(subject.wordings[language])):
            assert subject.render(args, language, number).strip()
        assert subject.quote(args) in subject.render(args, language, 0)
    for junk in ("", " ", "Answer:", "答案：", "\x00\ud800"[:1], "Answer: " + "9" * 5000, "(" * 500, "```python\n" * 3):
        assert not check(subject.checker, drawn[0][1], junk).passed


def slips_are_caught(subject: Family, language: str, drawn: list[tuple[str, Args]], per_kind: int) -> None:
    """At least 99.9 % of planted slips are caught, five kinds at the least, each often enough to tell."""
    assert len(set(subject.slip_kinds)) >= 5
    seen: Counter[str] = Counter()
    items = []
    for attempt in range(per_kind * len(subject.slip_kinds) * 20):
        key, args = drawn[attempt % len(drawn)]
        slip = subject.slip(generator("slip", subject.id, language, key, attempt), args, language)
        if slip is None or seen[slip.kind] >= per_kind:
            continue
        assert slip.kind in subject.slip_kinds
        seen[slip.kind] += 1
        items.append((args, slip))
        if all(seen[kind] >= per_kind for kind in subject.slip_kinds):
            break
    assert all(seen[kind] >= per_kind for kind in subject.slip_kinds), f"too few slips of some kind: {seen}"
    verdicts = check_many(subject.checker, [(args, slip.text) for args, slip in items])
    missed = [(args, slip) for (args, slip), verdict in zip(items, verdicts, strict=True) if verdict.passed]
    assert len(missed) <= (1 - CAUGHT) * len(items), f"{len(missed)} of {len(items)} slips passed; first: {missed[0]}"
    assert all(verdict.reason and verdict.detail for verdict in verdicts if not verdict.passed)


def evolution_holds(subject: Family, language: str, drawn: list[tuple[str, Args]]) -> None:
    """At least a third of the tasks can be made harder, and the harder ones are solved and checked like any other."""
    items = []
    for key, args in drawn[: len(drawn) // 2]:
        harder = subject.evolve(generator("evolve", subject.id, language, key), json.loads(json.dumps(args)), language)
        if harder is not None:
            assert harder != args
            harder = json.loads(json.dumps(harder))
            items.append((harder, subject.solve(harder, language).text))
    assert len(items) >= len(drawn) // 6, f"only {len(items)} of {len(drawn) // 2} tasks evolve"
    verdicts = check_many(subject.checker, items)
    wrong = [(item, verdict) for item, verdict in zip(items, verdicts, strict=True) if not verdict.passed]
    assert not wrong, f"{len(wrong)} evolved answers lost; first: {wrong[0]}"
