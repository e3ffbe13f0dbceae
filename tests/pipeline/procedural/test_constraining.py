"""Constraints on the answers of every family: proposed, met, checked, broken, and several at once."""

import json
import random
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from filters.constraints import KINDS as CHECKED
from filters.constraints import holds
from filters.verify import check_many
from pipeline.keyed import generator
from pipeline.teachers.procedural.constraining import (
    KINDS,
    WORDINGS,
    arrange,
    compatible,
    keeps,
    propose,
    satisfy,
    satisfy_all,
    state,
    state_all,
    violate,
)
from pipeline.teachers.procedural.constraining.keywords import RARE
from pipeline.teachers.procedural.constraining.material import BANNED, KEYWORDS, REPEATED, additions
from pipeline.teachers.procedural.registry import BUILT_IN, family
from tests.pipeline.procedural.contract import tasks

ANSWERS = 25
"""Of each family, in each of its languages."""
CAUGHT = 0.999
PROMPTS = {"en": "Please do this task, and do it well: [task]", "zh": "请完成这项任务，越快越好。"}

PROSE = {
    "en": (
        "The old mill stood by the water for a hundred years.\nIts wheel turned slowly, and the miller was proud of it."
        "\n\nOne spring the water rose. It took the wheel with it!\n\nThe miller built another in that same year.",
        "Yes, the plan is good for all of us and it can start on Monday.",
    ),
    "zh": (
        "老磨坊在河边站了一百年。\n水轮慢慢地转，磨坊主人为它骄傲。\n\n有一年春天，水涨了上来。\n\n后来主人又造了一个。",
        "是的，这个计划对大家都好，星期一就可以开始。",
    ),
}


def is_final(text: str) -> bool:
    return "Answer:" in text or "答案：" in text


@cache
def answers() -> tuple[tuple[str, str, dict[str, Any], str], ...]:
    """Language, checker, args and right response of tasks of every family."""
    found = []
    for name in BUILT_IN:
        subject = family(name)
        for language in subject.languages:
            for _, args in tasks(subject, language, ANSWERS, salt="constraining"):
                found.append((language, subject.checker, args, subject.solve(args, language).text))
    return tuple(found)


def drawn(rng: random.Random, kinds: list[str], response: str, language: str) -> list[dict[str, Any]]:
    """Constraints of these kinds that the response admits without loss, arranged."""
    found = []
    for kind in kinds:
        parameters = propose(kind, rng, response, language, is_final(response))
        if parameters is not None and keeps(kind, response):
            found.append({"kind": kind, "parameters": json.loads(json.dumps(parameters))})
    return [dict(one) for one in arrange(found)]


def check_constrained(items: list[tuple[str, dict[str, Any], list[dict[str, Any]], str, str]]) -> None:
    """Every dressed response passes the checker, task and all."""
    verdicts = check_many(
        "constrained",
        [
            ({"task": {"checker": checker, "args": args}, "constraints": constraints, "prompt": prompt}, text)
            for checker, args, constraints, prompt, text in items
        ],
    )
    wrong = [(item, verdict) for item, verdict in zip(items, verdicts, strict=True) if not verdict.passed]
    assert not wrong, f"{len(wrong)} of {len(items)} right answers lost; first: {wrong[0]}"


def test_the_kinds_are_those_of_the_checker() -> None:
    assert set(KINDS) == set(CHECKED)
    assert len(KINDS) == len(set(KINDS)) == 25


def test_each_kind_alone_on_every_family() -> None:
    items, seen = [], Counter[str]()
    for number, (language, checker, args, response) in enumerate(answers()):
        for kind in KINDS:
            for one in drawn(generator("alone", kind, number), [kind], response, language):
                prompt = PROMPTS[language]
                text = satisfy(kind, one["parameters"], response, prompt, language)
                assert text is not None, (one, response)
                items.append((checker, args, [one], prompt, text))
                seen[kind] += 1
    check_constrained(items)
    assert {kind for kind in KINDS if seen[kind] < 20} <= {
        "detectable_format:constrained_response",
        "change_case:english_capital",
        "change_case:english_lowercase",
        "length_constraints:nth_paragraph_first_word",
    }


def test_up_to_three_together_on_every_family() -> None:
    items, pairs = [], set()
    for number, (language, checker, args, response) in enumerate(answers()):
        for attempt in range(4):
            rng = generator("together", number, attempt)
            kinds: list[str] = []
            for kind in rng.sample(KINDS, len(KINDS)):
                if len(kinds) < 3 and compatible(kinds, kind) and drawn(rng, [kind], response, language):
                    kinds.append(kind)
            constraints = drawn(rng, kinds, response, language)
            prompt = PROMPTS[language]
            text = satisfy_all(constraints, response, prompt, language)
            if text is None:  # the draw of a kind's parameters is not the one that was tried
                continue
            pairs |= {(a["kind"], b["kind"]) for a in constraints for b in constraints if a["kind"] < b["kind"]}
            items.append((checker, args, constraints, prompt, text))
    check_constrained(items)
    assert len(items) > 0.95 * 4 * len(answers())
    assert len(pairs) > 120


def test_every_compatible_pair_on_prose() -> None:
    """Kinds that change a text for good as well: both hold, whatever becomes of the text."""
    for language, texts in PROSE.items():
        for first in KINDS:
            for second in KINDS:
                if not compatible([first], second):
                    continue
                for number, response in enumerate(texts):
                    rng = generator("pair", first, second, number)
                    found = [
                        {"kind": kind, "parameters": parameters}
                        for kind in (first, second)
                        if (parameters := propose(kind, rng, response, language, False)) is not None
                    ]
                    text = satisfy_all(arrange(found), response, PROMPTS[language], language)
                    assert text is not None, found
                    for one in found:
                        verdict = holds(one["kind"], one["parameters"], text, PROMPTS[language])
                        assert verdict.passed, (found, verdict, text)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_kind_is_possible_on_prose(language: str) -> None:
    possible = {
        kind
        for kind in KINDS
        for response in PROSE[language]
        for attempt in range(5)
        if propose(kind, generator(kind, attempt), response, language, False) is not None
    }
    english_only = {"change_case:english_capital", "change_case:english_lowercase"} if language == "zh" else set()
    assert possible == set(KINDS) - english_only


def responses() -> Iterator[tuple[str, str]]:
    for language, texts in PROSE.items():
        for text in texts:
            for _ in range(60):
                yield language, text
    for language, _, _, text in answers():
        yield language, text


def test_violations_are_caught() -> None:
    seen, missed = Counter[str](), []
    for number, (language, response) in enumerate(responses()):
        prompt = PROMPTS[language]
        for kind in KINDS:
            rng = generator("violate", kind, number)
            parameters = propose(kind, rng, response, language, is_final(response))
            if parameters is None:
                continue
            right = satisfy(kind, parameters, response, prompt, language)
            assert right is not None
            wrong = violate(rng, kind, parameters, right, language)
            if wrong is None:
                continue
            seen[kind] += 1
            verdict = holds(kind, parameters, wrong, prompt)
            if verdict.passed:
                missed.append((kind, parameters, wrong))
            else:
                assert verdict.reason
                assert verdict.detail
    assert set(seen) == set(KINDS)
    assert len(missed) <= (1 - CAUGHT) * seen.total(), f"{len(missed)} missed; first: {missed[:3]}"


def test_demands_are_stated_in_at_least_four_ways() -> None:
    for language, wordings in WORDINGS.items():
        assert all(len(set(ways)) >= 4 for ways in wordings.values())
        for response in PROSE[language]:
            for kind in KINDS:
                stated = set()
                for attempt in range(60):
                    rng = generator("state", kind, attempt)
                    parameters = propose(kind, rng, response, language, False)
                    if parameters is not None:
                        text = state(kind, parameters, language, rng)
                        assert "{" not in text
                        stated.add(text)
                        shown = [value for value in parameters.values() if isinstance(value, str)]
                        assert all(
                            value in text for value in shown if value not in ("at least", "less than", "en", "zh")
                        )
                assert not stated or len(stated) >= 4


def test_the_repetition_is_demanded_first() -> None:
    constraints = [
        {"kind": "punctuation:no_comma", "parameters": {}},
        {"kind": "startend:quotation", "parameters": {}},
        {"kind": "combination:repeat_prompt", "parameters": {}},
    ]
    for attempt in range(10):
        text = state_all(constraints, "en", generator("demands", attempt))
        assert text.startswith(WORDINGS["en"]["combination:repeat_prompt"])


def test_the_table_of_conflicts_is_symmetric() -> None:
    for first in KINDS:
        assert not compatible([first], first)
        for second in KINDS:
            assert compatible([first], second) == compatible([second], first)
    assert compatible([], "startend:quotation")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_additions_break_no_other_constraint(language: str) -> None:
    added = additions(language)
    words = [*KEYWORDS[language], *REPEATED[language], *BANNED[language]]
    assert len(set(words)) == len(words)
    assert not [word for word in words if word in added]
    apart = "\n".join(words)
    assert not [word for word in words if apart.count(word) > 1]
    everything = "".join((added, *KEYWORDS[language], *REPEATED[language]))
    assert not set(RARE[language]) & set(everything)
    assert not set(",，*!！") & set(added)


def test_a_dressed_slip_is_still_a_slip() -> None:
    """No constraint and no way of taking it off makes a wrong answer pass."""
    items = []
    for name in BUILT_IN:
        subject = family(name)
        for language in subject.languages:
            for key, args in tasks(subject, language, ANSWERS, salt="slipping"):
                rng = generator("dressed slip", name, language, key)
                slip = subject.slip(rng, args, language)
                if slip is None or not slip.text.strip():
                    continue
                kind = rng.choice(KINDS)
                constraints = drawn(rng, [kind], slip.text, language)
                text = satisfy_all(constraints, slip.text, PROMPTS[language], language)
                assert text is not None
                task = {"checker": subject.checker, "args": args}
                items.append(({"task": task, "constraints": constraints, "prompt": PROMPTS[language]}, text))
    verdicts = check_many("constrained", items)
    missed = [item for item, verdict in zip(items, verdicts, strict=True) if verdict.passed]
    assert len(missed) <= (1 - CAUGHT) * len(items), f"{len(missed)} of {len(items)} passed; first: {missed[0]}"
